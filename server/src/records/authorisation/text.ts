// Every Chinese string of authorisations: refusals, and the wording that a subject consents to.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const authorisationTexts: RefusalTexts = {
  "authorisation.unknown": {
    title: "没有这项授权",
    detail: "本单位没有这个编号的授权。",
    cure: "请核对授权编号；只能查看和办理本单位给出的或者给予本单位的授权。",
  },
  "authorisation.unsound-code": {
    title: "统一社会信用代码有误",
    detail: "授权人和被授权单位都须填写有效的统一社会信用代码。",
    cure: "请核对登记证照。",
  },
  "authorisation.unknown-subject": {
    title: "没有这个信用主体",
    detail: "「{subject}」未在本平台登记。",
    cure: "请核对登记证照上的统一社会信用代码。",
  },
  "authorisation.own-grantee": {
    title: "不得为本单位登记授权",
    detail: "授权须由信用主体自己在企业服务中给出，或者由被授权单位以外的服务大厅登记；被授权单位及其人员都不得办理。",
  },
  "authorisation.unknown-grantee": {
    title: "不能授权给这个单位",
    detail: "「{grantee}」不是登记在册、可以查询非公开信息的单位。",
    cure: "请向该单位核对其统一社会信用代码。",
  },
  "authorisation.unknown-purpose": {
    title: "没有这项查询事由",
    detail: "查询事由须是规则中列明的一项。",
    cure: "请从规则列明的查询事由中选择。",
  },
  "authorisation.unknown-entry": {
    title: "这项信息不能授权查询",
    detail: "「{entry}」不在目录之中，或者不通过授权提供。",
    cure: "请在目录中选择可以授权查询的事项。",
  },
  "authorisation.entry-twice": {
    title: "事项重复",
    detail: "「{entry}」列了两次。",
    cure: "一个事项只列一次，字段合并填写。",
  },
  "authorisation.unknown-field": {
    title: "字段不能授权查询",
    detail: "事项「{entry}」中没有可以授权查询的字段「{field}」。个人信息和证件号码不通过授权提供。",
    cure: "请从该事项可以授权的字段中选择，至少一个。",
  },
  "authorisation.begins-past": {
    title: "授权不能从过去开始",
    detail: "起始日不得早于今日({today})。",
    cure: "请改为今日或以后的日期。",
  },
  "authorisation.ends-before": {
    title: "截止日早于起始日",
    detail: "自 {from} 起至 {through} 止，没有一天有效。",
    cure: "请核对两个日期。",
  },
  "authorisation.too-long": {
    title: "授权期限过长",
    detail: "授权自给出之日起最长 {months} 个月，今日给出的最晚至 {last} 止。",
    cure: "请缩短期限，期满以后可以再次授权。",
  },
  "authorisation.too-many-uses": { title: "授权次数过多", detail: "一项授权最多 {uses} 次。", cure: "请减少次数。" },
  "authorisation.consent-differs": {
    title: "授权书内容已变化",
    detail: "所同意的授权书与现在的授权书不一致。",
    cure: "请重新取得授权书全文，由授权人看过以后再确认。",
  },
  "authorisation.already-given": {
    title: "这份授权书已经生效",
    detail: "同一份授权书只登记一次，没有产生新的次数。",
    cure: "请在授权列表中查看；需要另行授权的，请重新取得授权书。",
  },
  "authorisation.file-taken": {
    title: "纸质档案号已登记",
    detail: "档案号「{file}」已登记过该主体的一项授权。",
    cure: "请核对档案号；一份纸质授权书只登记一次。",
  },
  "authorisation.hall-needed": {
    title: "须写明纸质材料",
    detail: "在服务大厅办理的，须写明主体代码、档案号和到场人。",
    cure: "请补充 hall 一项。",
  },
  "authorisation.revoked": { title: "授权已撤回", detail: "该授权已经撤回，不得再凭其查询。" },
  "authorisation.expired": {
    title: "授权已到期",
    detail: "该授权至 {last} 止。",
    cure: "需要继续查询的，请重新取得授权。",
  },
  "authorisation.spent": {
    title: "授权次数已用完",
    detail: "该授权的次数已经用完。",
    cure: "需要继续查询的，请重新取得授权。",
  },
  "authorisation.not-yet": { title: "授权尚未开始", detail: "该授权自 {from} 起有效。" },
};

/** The parts of the wording; `{slots}` are filled in. A change of any of them gives another digest. */
export const CONSENT = {
  title: "公共信用信息查询授权书",
  number: "授权编号：{authorisation}",
  grantor: "授权人：统一社会信用代码 {subject}",
  grantee: "被授权单位：{granteeName}(统一社会信用代码 {grantee})",
  scope: "授权查询的信息：",
  entry: "{place}. {entry}：{fields}",
  comma: "、",
  purpose: "用途：{purpose}。不得用于其他用途，不得转交他人。",
  uses: "次数：{uses} 次。",
  term: "期限：自 {from} 零时起，至 {through} 二十四时止。",
  portal: "给出方式：授权人在企业服务中给出。",
  hall: "给出方式：授权人在服务大厅签署纸质授权书，由 {registrar} 登记。",
  told: "授权人已知悉：",
  notices: [
    "一、授权出于自愿。不授权的，不影响依法公开的信息照常公开，也不影响行政机关依法定职责查询。",
    "二、授权人可以随时撤回，不收费用，不需要理由，撤回即刻生效。撤回以前已经作出的查询不因此失效。",
    "三、每次查询都会记下单位、岗位、事由、办件编号、所看字段和时间，授权人随时可以查看。",
    "四、所查信息可能包含对授权人不利的内容，被授权单位可能据此作出对授权人不利的决定。",
    "五、个人信息和证件号码不在授权范围之内。以后新增的事项和字段也不在其内。",
  ],
} as const;
