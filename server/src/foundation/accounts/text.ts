// Every Chinese string of the accounts.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { DemoSeat } from "./rules.ts";

export const accountTexts: RefusalTexts = {
  "accounts.unauthenticated": {
    title: "需要登录",
    detail: "此操作须先登录，或在请求头 Authorization 中携带 Bearer 令牌。",
    cure: "请登录后再试；程序请向系统管理员申请令牌。",
  },
  "accounts.unknown-token": {
    title: "令牌无效",
    detail: "所携带的令牌不属于任何账户。",
    cure: "请核对令牌是否完整，或申请新令牌。",
  },
  "accounts.disabled": { title: "账户已停用", detail: "该账户已停用。", cure: "请联系系统管理员。" },
  "accounts.frozen": {
    title: "账户已冻结",
    detail: "该账户或其所属单位已被冻结，暂不能办理业务；查阅本单位自身记录和行使权利不受影响。",
    cure: "请联系安全管理员。",
  },
  "accounts.session-ended": { title: "登录已失效", detail: "登录已超时或已退出。", cure: "请重新登录。" },
  "accounts.unknown-session": { title: "没有这个登录" },
  "accounts.csrf": {
    title: "请求来源无法确认",
    detail: "此请求不是由本站页面发出的，未予办理。",
    cure: "请回到本站页面重试；程序须在请求头 X-CSRF-Token 中携带 /api/v1/session 给出的值。",
  },
  "accounts.step-up": {
    title: "须再次确认身份",
    detail: "此操作须在十分钟内再次确认过本人身份。",
    cure: "请先到 {address} 确认。",
  },
  "accounts.too-many-attempts": {
    title: "登录尝试过多",
    detail: "短时间内失败次数过多，请约 {minutes} 分钟后再试。",
  },
  "accounts.unknown-account": { title: "没有这个账户" },
  "accounts.unknown-person": { title: "没有这个人员" },
  "accounts.separated": {
    title: "管理职责须分离",
    detail: "系统管理员、安全管理员、审计员三者须由不同的人担任，且不得兼任业务角色。",
    cure: "请由另一人担任。",
  },
  "accounts.role": { title: "角色无此权限", detail: "当前账户的角色不能执行此操作。" },
  "accounts.other-organisation": {
    title: "不能代其他单位操作",
    detail: "账户只能以本单位名义报送和处理数据。",
    cure: "请使用数据提供单位自己的账户。",
  },
  "accounts.second-person": {
    title: "须由第二人办理",
    detail: "本人经手的事项不能由本人认可；一人持有多个账户的，视为同一人。",
    cure: "请由另一人办理。",
  },
  "accounts.purpose-needed": { title: "须说明查看目的", detail: "查看其他单位的数据须说明目的。" },
  "accounts.bad-organisation": { title: "单位代码有误", detail: "「{organisation}」不是有效的统一社会信用代码。" },
  "accounts.bad-login": {
    title: "登录名有误",
    detail: "登录名须为 2 至 40 位小写字母、数字、点或连字符，以字母开头。",
  },
  "accounts.login-taken": { title: "登录名已被使用", detail: "登录名「{login}」已存在。" },
  "accounts.unknown-login": { title: "没有这个账户", detail: "登录名「{login}」不存在。" },
  "accounts.production": { title: "正式系统不设演示账户", detail: "本库已标记为正式系统，演示账户不予启用。" },
  "accounts.instance-differs": {
    title: "与库中登记不符",
    detail: "本库已初始化为区域 {region}、{kind}，不可更改。",
    cure: "请核对 XINHENG_REGION 与所连接的数据库；正式标记写入后不可撤销。",
  },
};

export const INSTANCE_KINDS = { production: "正式系统", demo: "非正式系统" } as const;

/** Names of invented organisations of the demo city. */
export const DEMO_NAMES: Readonly<Record<DemoSeat, string>> = {
  provider: "示例市市场监督管理局",
  department: "示例市生态环境局",
  centre: "示例市公共信用信息中心",
  enterprise: "示例市云岭机械制造有限公司",
  bank: "示例市商业银行股份有限公司",
  subscriber: "示例市信用评估服务有限公司",
};
