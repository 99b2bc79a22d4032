// Every Chinese string that starting, stopping and the local commands say.
import type { RefusalTexts } from "../platform/http/problem.ts";

export const mainTexts: RefusalTexts = {
  "main.bad-port": { title: "PORT 有误", detail: "PORT 应为 0 至 65535 的整数，现为「{value}」。" },
  "main.bad-host": {
    title: "XINHENG_HOST 有误",
    detail: "XINHENG_HOST 应为本机的 IP 地址或 localhost，现为「{value}」。",
  },
  "main.bad-database": { title: "DATABASE_URL 有误", detail: "DATABASE_URL 应以 postgres:// 或 postgresql:// 开头。" },
  "main.bad-demo": { title: "XINHENG_DEMO 有误", detail: "XINHENG_DEMO 应为 0 或 1，现为「{value}」。" },
  "main.bad-region": { title: "XINHENG_REGION 有误", detail: "XINHENG_REGION 应为六位行政区划代码，现为「{value}」。" },
  "main.bad-public-url": {
    title: "XINHENG_PUBLIC_URL 有误",
    detail: "XINHENG_PUBLIC_URL 应为 http 或 https 地址，不含路径，现为「{value}」。",
  },
  "main.bad-proxies": {
    title: "XINHENG_PROXIES 有误",
    detail: "XINHENG_PROXIES 应为以逗号分隔的 IP 地址，「{value}」不是。",
  },
  "main.bad-outgoing": {
    title: "XINHENG_OUTGOING 有误",
    detail:
      "XINHENG_OUTGOING 应为以逗号分隔的站点，如 https://approval.example.cn，「{value}」不是；只有本机可以用 http。",
  },
  "main.bad-suite": {
    title: "XINHENG_SUITE 有误",
    detail: "XINHENG_SUITE 应为 aes-256-gcm 或 sm4-ctr-hmac-sm3，现为「{value}」。",
  },
  "main.natural-persons": {
    title: "自然人模块不能启用",
    detail:
      "XINHENG_NATURAL_PERSONS 为「{value}」。本版本只归集组织的信息；自然人信息的保管与验收办法尚未确定，模块保持关闭。",
    cure: "请删去这个变量。",
  },
  "main.rekey-running": { title: "正在更换密钥", detail: "另一次更换尚未结束。", cure: "请等它结束后再运行。" },
  "main.key-missing": {
    title: "密钥文件不是本库的",
    detail: "库中的个人信息字段或者案件附件由密钥 {kek} 封装，密钥目录中没有它。",
    cure: "请从备份恢复 keys/key-encryption.keys 后重新启动；启动会生成新的密钥，所以没有启动。",
  },
  "main.old-node": {
    title: "Node.js 版本过低",
    detail: "需要 Node.js 24 或更高版本，现为 {version}。",
    cure: "请用 npm start 启动，所需版本已随依赖安装。",
  },
  "main.clock-behind": {
    title: "时钟早于已有数据",
    detail: "当前时刻为 {now}，库中最近一次接收时刻为 {newest}。",
    cure: "请校正系统时钟或 XINHENG_CLOCK，否则接收时刻将倒退。",
  },
  "main.production-clock": { title: "正式系统不得移动时钟", detail: "本库已标记为正式系统，不接受 XINHENG_CLOCK。" },
  "main.policy-faults": {
    title: "规则文件有误",
    detail: "规则文件共有 {count} 处错误，逐条列于下方。",
    cure: "请改正后重新启动。",
  },
  "main.starting": { title: "系统正在启动", detail: "正在{step}。", cure: "请稍候再试。" },
  "main.usage": { title: "用法有误", detail: "{usage}" },
  "clock.malformed": {
    title: "XINHENG_CLOCK 有误",
    detail: "「{setting}」不是带时区的时刻，例如 2026-09-09T08:00:00+08:00。",
  },
  "spool.offset": { title: "上传位置不符", detail: "已保存 {size} 字节。" },
  "spool.busy": { title: "该批次正在上传", cure: "请等待前一次上传结束后再续传。" },
  "spool.too-large": { title: "文件过大", detail: "上限为 {limit} 字节。" },
  "database.version": { title: "PostgreSQL 版本过低", detail: "需要 PostgreSQL 15 或更高版本，现为 {version}。" },
  "database.encoding": {
    title: "数据库编码不是 UTF-8",
    detail: "数据库编码为 {encoding}。",
    cure: "请以 UTF8 编码新建数据库。",
  },
  "database.character-type": {
    title: "数据库的字符分类不识汉字",
    detail: "数据库的 LC_CTYPE 把汉字当作非文字。",
    cure: "请以 C.UTF-8 或 zh_CN.UTF-8 新建数据库。",
  },
};

/** The steps of a start, in the words shown on the terminal and on the starting page. */
export const STEPS = {
  folder: "准备数据目录",
  keys: "打开密钥并自检",
  database: "启动数据库",
  migrate: "更新数据库结构",
  instance: "核对本库登记",
  policy: "装载规则",
  accounts: "准备账户",
  app: "装配服务",
} as const;

export const SAYINGS = {
  listening: "信衡正在启动：{url}",
  ready: "信衡已就绪：{url}",
  demoFile: "演示账户：{file}",
  stopping: "正在停止……",
  stopped: "已停止。",
  rekeyed:
    "已启用新的密钥加密密钥 {kek}，重新封装 {keys} 个数据密钥。请备份密钥文件，重启全部服务，再以 --finish 运行一次。",
  rekeyAgain:
    "又重新封装 {keys} 个数据密钥，旧密钥仍保留：第一步以后还有服务在用旧密钥。请确认全部服务都已重启，再以 --finish 运行一次。",
  rekeyFinished: "现行密钥加密密钥 {kek}，没有数据密钥再用旧密钥；旧密钥已移到 {file}，请在含有它的备份过期后销毁。",
  failed: "无法启动：{title}。{detail}",
  fault: "无法启动：{message}",
  portTaken: "端口 {port} 已被占用。请停止占用它的程序，或用 PORT 另选端口。",
  portForbidden: "无权监听端口 {port}。请用 PORT 另选 1024 以上的端口。",
  noAddress: "本机没有地址 {host}。请核对 XINHENG_HOST。",
  databaseLost: "数据库意外停止，服务随之停止。",
  initialised: "已初始化：区域 {region}，{kind}。",
  production: "正式系统（此标记不可撤销）",
  demo: "非正式系统",
  tokenMade: "账户 {login} 已建立。令牌只显示这一次，请妥善保存。",
} as const;

export const USAGE = {
  rekey: "rekey.ts [--finish]  更换密钥加密密钥；全部服务重启后再以 --finish 运行一次，取走旧密钥。",
  init: "init.ts --production  把数据库标记为正式系统；此标记不可撤销。",
  token:
    "token.ts --login 登录名 --organisation 统一社会信用代码 --name 单位名称 [--role 角色] [--registration 登记号]  角色缺省为 system-admin。",
} as const;

export const STARTING_PAGE = {
  title: "信衡正在启动",
  wait: "首次启动需要准备数据库，请稍候。本页每两秒自动刷新。",
} as const;

export const API_TITLE = "信衡 Xinheng API";
export const API_DESCRIPTION =
  "公共信用信息平台接口。错误一律为 application/problem+json，以 code 区分；列表以 next 游标翻页；写操作须携带 Bearer 令牌。每次答复的 RateLimit-Policy 和 RateLimit 头写明限额和余量；429 和 503 的 Retry-After 写明几秒后可以再试。";

/** What the public site calls itself. */
export const SITE_NAME = "信用{region}";

/** The page in place of a workbench that was not built. */
export const WORKBENCH_MISSING = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>工作台尚未构建</title></head>
<body><main><h1>工作台尚未构建</h1><p>本机没有工作台的页面文件。请运行维护人员在安装目录执行 npm run build，无需重新启动，随后刷新本页。</p><p><a href="/">返回公示网站</a></p></main></body></html>
`;
