// Every Chinese string of repair: refusals, names of documents, numbers of their series.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { DocumentKind } from "./rules/document.ts";

export const repairTexts: RefusalTexts = {
  "repair.unknown": { title: "没有这份修复申请", detail: "没有这个编号的申请，或它与本单位无关。" },
  "repair.unknown-document": { title: "没有这份文书", detail: "文书不存在，或与本单位无关。" },
  "repair.unknown-decision": {
    title: "没有这份决定",
    detail: "本单位没有对该主体作出过这个文号的决定，或它不属于可以修复的事项。",
  },
  "repair.no-rules": { title: "没有信用修复的规则", detail: "规则目录没有写明信用修复，本站不受理。" },
  "repair.unknown-record": {
    title: "没有可以修复的这一条",
    detail: "没有这个编号的记录，或它不是关于申请人的。",
    cure: "记录编号见本单位的记录；更名、合并的，请先更新登记信息。",
  },
  "repair.waiting": {
    title: "信用修复尚未启用",
    detail: "有 {count} 项未经核对的规则等待运行单位确认，确认以前不受理修复。",
  },
  "repair.machine-needed": {
    title: "须由系统接口推送",
    detail: "全国入口的申请由信用中心登记的接口密钥推送，不由人代报。",
  },
  "repair.own-entrance": { title: "本平台自设入口", detail: "本平台自己受理修复申请，不接收全国入口的推送。" },
  "repair.national-other": { title: "编号已用于另一申请", detail: "这个全国入口编号已经对应另一主体的申请。" },
  "repair.national-entrance": {
    title: "请在全国入口申请",
    detail: "本地不另设入口，由全国入口推送。",
    cure: "请在“信用中国”网站申请；不收取任何费用。",
  },
  "repair.not-in-scope": {
    title: "这类信息没有信用修复",
    detail: "只有行政处罚、严重失信主体名单等失信信息可以修复。",
  },
  "repair.barred": { title: "依法不可修复", detail: "{rule}" },
  "repair.other-path": {
    title: "请按名单自己的规定退出",
    detail: "该名单的规定没有信用修复这一退出方式。",
    cure: "纠正之后向列入单位申请移出。",
  },
  "repair.ended": { title: "决定已经终结", detail: "该决定已经修复、移出、撤销或者撤回，不必再修复。" },
  "repair.over": { title: "期限已满", detail: "该信息已经到期，不再公示，不必修复。" },
  "repair.no-decision-day": {
    title: "没有决定日期",
    detail: "记录没有写明决定日期，算不出最短公示期。",
    cure: "可以对该记录提出异议，由提供单位补正。",
  },
  "repair.no-term": { title: "没有适用的期限", detail: "现行规则没有该类信息的期限。" },
  "repair.already-open": { title: "已有申请在办", detail: "对同一决定的修复申请尚未办结。" },
  "repair.too-early": { title: "最短公示期未满", detail: "可于 {availableFrom} 起申请。" },
  "repair.proof-needed": {
    title: "须附履行证明",
    detail: "请提交纠正失信行为、履行完毕的证明；不要求培训，不收取费用。",
  },
  "repair.commitment-needed": { title: "须有信用承诺书", cure: "请先就这一文书号作出修复承诺。" },
  "repair.commitment-other": {
    title: "承诺书不是对应这一文书号的",
    detail: "一份信用承诺书只对应一个文书号。",
    cure: "请就这一文书号另行作出承诺。",
  },
  "repair.commitment-used": {
    title: "承诺书已经用于其他决定",
    detail: "一份信用承诺书只能用于一个决定。",
    cure: "请就这一文书号另行作出承诺。",
  },
  "repair.commitment-broken": { title: "承诺已被认定为违背", cure: "请与接收承诺的单位核实。" },
  "repair.court-needed": {
    title: "须有法院的裁定",
    detail: "暂时屏蔽凭法院批准重整计划或者认可和解协议的裁定；起止日期须有效。",
  },
  "repair.conflict": {
    title: "申请已有新的进展",
    detail: "申请现有 {version} 步，与所依据的不同；没有作任何改动。",
    cure: "请重新打开后再办。",
  },
  "repair.step-order": { title: "不能跳过步骤", detail: "申请现在的阶段不能办理这一步。", cure: "请按程序依次办理。" },
  "repair.words-needed": { title: "须写明理由" },
  "repair.proposal-needed": { title: "须写明拟作的决定" },
  "repair.outcome-unfit": { title: "现在的阶段不能作这种决定" },
  "repair.reason-needed": { title: "决定须写明理由" },
  "repair.mend-needed": { title: "不予修复须写明可以怎样补正" },
  "repair.shield-first": { title: "须先暂时屏蔽", detail: "重整计划、和解协议执行完毕之后方可正式修复。" },
  "repair.through-needed": { title: "须写明截止日", detail: "屏蔽的截止日不得早于今日。" },
  "repair.second-person": { title: "须由第二人办理", detail: "自己拟的不能自己批准或者退回。" },
  "repair.no-extension": { title: "没有可以延长的规定" },
  "repair.extended": { title: "已经延长过一次" },
  "repair.too-late": { title: "期限已过，不得延长", detail: "逾期不是不予修复，仍须作出决定。" },
  "repair.not-overdue": { title: "尚未逾期" },
  "repair.not-standing": { title: "没有可以撤销的修复", detail: "该修复已被撤销，或者决定另由其他原因终结。" },
};

/** What the description of the interface says. */
export const api = {
  nationalNo: "The number that the national entrance gave",
  push: "Take in what the national entrance pushes; the same number again is the same application",
  pushed: "How an application that was pushed stands, with its documents",
  eligibility: "Each decision about oneself: from which day its repair may be applied for, and by which article",
  own: "One's own open applications",
  apply: "Apply for the repair of one decision, or its shield under a court's plan",
  repair: "An application with its steps and documents",
  ownStep: "Supplement or withdraw",
  document: "A document of an application as data, with its digest",
  queue: "What is open on the caller's side, by its last day",
  notice:
    "What an authority tells a subject with its own decision: from which day its repair may be applied for (信用修复告知书)",
  handedIn:
    "At a hall: the decisions of one document number against a subject, from which day on, and the commitment that is there",
  hall: "Apply at a hall for a subject, on a mandate handed in on paper",
  step: "The next step; what is drafted takes effect once a second person approves it",
  settings: "The rules of repair here, and which of them wait for the operator's word",
  progress: "How far the application of a query code has come",
  seal: "Whether a document of this number and digest was issued here",
} as const;

const SERIES: Readonly<Record<DocumentKind, string>> = {
  "need-more": "信修补字",
  accepted: "信修受字",
  "not-accepted": "信修不受字",
  extended: "信修延字",
  reminder: "信修催字",
  repaired: "信修准字",
  refused: "信修不准字",
  shielded: "信修屏字",
  revoked: "信修撤字",
};

/** 文号 of the authority's own series of a year. */
export function documentNumber({
  kind,
  year,
  no,
}: {
  readonly kind: DocumentKind;
  readonly year: number;
  readonly no: number;
}): string {
  return `${SERIES[kind]}〔${year}〕${no}号`;
}
