// Every Chinese string that the HTTP floor itself says.
import type { RefusalTexts } from "./problem.ts";

export const httpTexts: RefusalTexts = {
  "http.invalid": { title: "请求内容有误", detail: "「{field}」{reason}。" },
  "http.invalid-json": {
    title: "请求体不是有效的 JSON",
    detail: "请求体无法按 JSON 读取。",
    cure: "请检查括号、引号和逗号后重试。",
  },
  "http.invalid-request": { title: "请求有误", detail: "服务器无法理解此请求。" },
  "http.bad-cursor": {
    title: "翻页标记无效",
    detail: "翻页标记已被改动、已失效或不属于本列表。",
    cure: "请从第一页重新查询。",
  },
  "http.not-found": {
    title: "没有这个地址",
    detail: "所请求的地址不存在，或不支持这种请求方法。",
    cure: "请核对地址；接口清单见 /api/v1/openapi.json。",
  },
  "http.too-large": { title: "请求体过大", detail: "请求体超过上限 {limit} 字节。", cure: "请拆分后分批提交。" },
  "http.too-many": { title: "请求过于频繁", detail: "请在 {seconds} 秒后再试。" },
  "http.too-many-failures": {
    title: "无效令牌过多",
    detail: "来自同一地址的无效令牌过多，本次未予核验。",
    cure: "请核对令牌，并在 {seconds} 秒后再试。",
  },
  "http.busy": {
    title: "当前访问较多",
    detail: "为使公示页面人人可查，本次请求暂未受理。",
    cure: "请在 {seconds} 秒后再试。",
  },
  "http.slow": {
    title: "发送过慢",
    detail: "请求体传输速度过低，连接已关闭。",
    cure: "请检查网络后重试；断点续传的文件可从上次位置继续。",
  },
  "http.fault": { title: "系统内部错误", detail: "请求未能完成。如需协助，请提供编号 {number}。" },
};

/** How a field fails its shape; the slots are filled from the fault itself. */
export const FIELD_REASONS = {
  missing: "为必填项",
  type: "类型应为{expected}",
  tooSmall: "过短或过小，最少 {minimum}",
  tooBig: "过长或过大，最多 {maximum}",
  choice: "只能取：{options}",
  format: "格式不正确",
  unknownKeys: "含有不认识的字段：{keys}",
  other: "不符合要求",
} as const;

/** What the JSON types are called. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数字",
  int: "整数",
  boolean: "真假值",
  array: "列表",
  object: "对象",
  date: "日期",
};

/** Which part of the request a fault without a field name lies in. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  json: "请求体",
  form: "表单",
  query: "查询参数",
  param: "路径参数",
  header: "请求头",
  cookie: "Cookie",
};

export const LIST_COMMA = "、";
