// Every Chinese string of the accounts.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { DemoSeat, Role } from "./rules.ts";

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
  "accounts.sign-in-stale": {
    title: "登录未能完成",
    detail: "此次登录已过期、已用过，或不是在本浏览器中开始的。",
    cure: "请重新登录。",
  },
  "accounts.sign-in-failed": { title: "登录未成功", detail: "「{name}」未确认您的身份。", cure: "请重新登录。" },
  "accounts.provider-unavailable": {
    title: "身份认证服务暂不可用",
    detail: "「{name}」暂时无法连接。",
    cure: "请稍后再试，或改用其他登录方式。",
  },
  "accounts.unknown-provider": { title: "没有这种登录方式" },
  "accounts.claims": {
    title: "身份信息不完整",
    detail: "身份认证服务提供的信息不足以确认由谁、代表哪个单位登录。",
    cure: "请联系身份认证服务或系统管理员。",
  },
  "accounts.other-person": {
    title: "不是同一人",
    detail: "再次确认身份的人与当前登录的人不一致，未予确认。",
  },
  "accounts.wrong-password": { title: "登录名或口令不对", detail: "请核对后再输入。" },
  "accounts.identity-file": {
    title: "identity.yaml 有误",
    detail: "identity.yaml 的「{place}」缺失、有误或可被他人读取。",
  },
  "accounts.unknown-account": { title: "没有这个账户" },
  "accounts.mandate-lapsed": {
    title: "没有有效的授权委托",
    detail: "代企业办理须有在有效期内、范围相符的授权委托；法定代表人变更后，原委托失效。",
    cure: "请由现任法定代表人重新委托，并到窗口登记。",
  },
  "accounts.bad-mandate": { title: "委托有误", detail: "委托须写明范围和起止日期，期限不超过三年。" },
  "accounts.unknown-mandate": { title: "没有这份委托" },
  "accounts.unknown-organisation": { title: "没有这家企业的账户", cure: "请先为该企业建立账户。" },
  "accounts.bad-registration": { title: "登记号有误", detail: "登记号须与登录页面显示的一致。" },
  "accounts.identity-taken": { title: "身份已属他人", detail: "该登记号对应的身份已登记在另一人名下。" },
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

/** What people call the bundled identity provider. */
export const BUNDLED_NAME = "演示身份";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
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

/** The words of the pages for signing in. */
export const signInText = {
  language: "zh-CN",
  skip: "跳到正文",
  home: { href: "/", word: "返回公示网站" },
  navigation: "导航",
  titleJoin: " · ",
  stop: "。",
  signIn: { href: "/sign-in", word: "登录" },
  lead: "本页供各单位工作人员和经营主体的经办人登录。查询公示信息不需要登录。",
  choose: "选择登录方式",
  none: "本系统尚未配置身份认证服务。请系统管理员按 docs/operate/identity.md 配置 identity.yaml。",
  demonstration: "演示系统：登录名和口令见数据目录中的 demo-accounts.json。",
  signedIn: { title: "已登录", role: "角色", organisation: "单位", login: "登录名", go: "继续", out: "退出登录" },
  stepUp: "再次确认身份",
  accounts: { title: "选择账户", lead: "您有多个账户，请选择此次以哪个账户办理。", button: "以此账户登录" },
  nobody: {
    title: "尚无账户",
    says: "您的身份已确认，但本系统中还没有您的账户。本系统没有保存您的任何信息。",
    next: "需要账户的，请把下面的登记号交给本单位的系统管理员；登记号不含您的身份信息。",
    number: "登记号",
  },
  out: { title: "已退出登录", says: "您已退出本系统。在公用电脑上，请同时退出身份认证服务并关闭浏览器。" },
  again: "重新登录",
  demo: { title: "演示身份登录", login: "登录名", password: "口令", button: "登录" },
  foot: "登录只使用必要的 Cookie，不跟踪访问。",
} as const;
