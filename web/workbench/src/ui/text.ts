import type { Role } from "../client/session.ts";

/** The words of the parts that every room uses. */
export const partsText = {
  loading: "正在打开……",
  broken: { title: "页面出错", detail: "本页没有显示完整，已提交的内容不受影响。", again: "重新打开" },
  crumbs: "所在位置",
  keys: "按键",
  article: "依据：",
  from: (day: string): string => `${day} 起可以办理。`,
  number: (number: string): string => `联系运行维护人员时请提供编号 ${number}。`,
  again: "重试",
  signIn: "重新登录",
  stepUp: "再次确认身份",
  stepUpSays: "确认后回到本页，已填写的内容会保留。",
  filters: {
    saved: "常用筛选",
    save: "保存当前筛选",
    name: "名称",
    keep: "保存",
    cancel: "取消",
    drop: (name: string): string => `删除常用筛选“${name}”`,
    hint: "只保存在本浏览器，请勿填写个人信息。",
    none: "未保存",
  },
  confirm: { cancel: "返回", working: "正在办理……" },
  must: "必填",
  table: { up: "↑ ↓", upSays: "换行", enter: "Enter", enterSays: "打开" },
  coverage: {
    complete: "已核查",
    nil: "零报告",
    late: "迟报",
    lateBy: (days: number): string => `迟报 ${days} 个工作日`,
    unknown: "未能核查",
    never: "从未接入",
  },
  proof: {
    pick: "选取文件",
    says: "文件留在本单位，只登记名称和校验值(SHA-256)。",
    title: "名称",
    digest: "校验值 SHA-256",
    add: "再加一份",
    drop: "去掉",
  },
  more: "下一页",
  first: "回到第一页",
};

/** What people call the roles. */
export const roleNames: Readonly<Record<Role, string>> = {
  clerk: "报送员",
  reviewer: "复核员",
  approver: "审批人员",
  operator: "信用中心业务员",
  leader: "分管负责人",
  enterprise: "企业经办人",
  bank: "金融机构人员",
  subscriber: "信用服务机构人员",
  "hall-clerk": "窗口人员",
  "system-admin": "系统管理员",
  "security-admin": "安全管理员",
  auditor: "审计员",
};
