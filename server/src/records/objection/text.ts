// Every Chinese string of objections: refusals, words of steps and documents, numbers of their series.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { DocumentKind } from "./rules/document.ts";
import type { Kind, Phase, StepKind } from "./rules/objection.ts";

export const objectionTexts: RefusalTexts = {
  "objection.unknown": { title: "没有这个异议", detail: "没有这个编号的异议，或它与本单位无关。" },
  "objection.unknown-document": { title: "没有这份文书" },
  "objection.unknown-thing": {
    title: "没有可以提出异议的这一项",
    detail: "没有这个编号，或它不是关于本单位的；措施须是已经采取的。",
    cure: "编号见本单位的记录和查询记录。",
  },
  "objection.already-over": {
    title: "这条记录已不再有效",
    detail: "它已终止、已随批次撤回，或者已有更新的版本，不必再提异议。",
    cure: "如仍有误，请对现行的版本提出。",
  },
  "objection.unknown-ground": { title: "没有这个理由", cure: "理由见 /api/v1/objections/rules。" },
  "objection.ground-unfit": { title: "理由与对象不符", detail: "这个理由不适用于所异议的对象。" },
  "objection.fields-unfit": { title: "没有这个字段", detail: "只有信用记录可以逐项指出字段，字段须是该事项的。" },
  "objection.already-open": {
    title: "已有异议在办",
    detail: "对同一对象的异议尚未办结。",
    cure: "请在原异议中查看进展；要换理由的，可以先撤回。",
  },
  "objection.new-evidence-needed": {
    title: "须有新的证据",
    detail: "同一对象的异议已经答复过，再次提出须附此前没有提交过的证据。",
    cure: "对答复不服的，可以依法申请行政复议或者提起行政诉讼。",
  },
  "objection.conflict": {
    title: "异议已有新的进展",
    detail: "异议现有 {version} 步，与所依据的不同；没有作任何改动。",
    cure: "请重新打开后再办。",
  },
  "objection.closed": { title: "异议已经办结", cure: "有新的证据的，可以再次提出。" },
  "objection.step-order": {
    title: "不能跳过步骤",
    detail: "异议现在的阶段不能办理这一步。",
    cure: "请按程序依次办理。",
  },
  "objection.words-needed": { title: "须写明理由" },
  "objection.answer-needed": { title: "须写明处理结果" },
  "objection.evidence-needed": { title: "须附证据", detail: "不支持异议的，须写明理由并附证据。" },
  "objection.change-needed": {
    title: "须指明怎样更正",
    detail: "支持异议的，须指明数据源单位自己的更正批次形成的新版本，或者已经作出的终止；平台不代为修改。",
  },
  "objection.change-unfit": { title: "更正方式与对象不符" },
  "objection.no-such-version": {
    title: "没有这个更正后的版本",
    detail: "所指的不是原记录之后由同一数据源单位报送、现行有效的版本。",
    cure: "请先报送更正批次，再填写新版本的记录编号。",
  },
  "objection.nothing-corrected": { title: "没有更正任何内容", detail: "新版本与原记录逐项相同。" },
  "objection.not-ended": {
    title: "决定没有终止",
    detail: "自异议提出以来没有终止该决定或者撤回其批次。",
    cure: "请先办理撤回或者终止。",
  },
  "objection.not-wrong-subject": {
    title: "不能以撤除答复",
    detail: "只有理由为“不是本主体的信息”的异议，才能以把信息从主体名下撤除来答复。",
    cure: "内容有误的，请报送更正后的版本；决定已终止的，请先报送终止。",
  },
  "objection.own-data": { title: "不必转送", detail: "这是平台自己的数据，由平台核实答复。" },
  "objection.second-person": { title: "须由第二人确认", detail: "自己拟的答复不能自己确认；同一人的另一账户也不行。" },
  "objection.no-extension": { title: "不能延长", detail: "适用于本地的规则没有规定延长。" },
  "objection.extended": { title: "已经延长过一次" },
  "objection.too-late": { title: "期限已过", detail: "逾期以后不得再延长。" },
  "objection.not-overdue": { title: "尚未逾期" },
  "objection.reminder-first": { title: "须先催办" },
  "objection.escalated": { title: "已经报送督办" },
  "objection.already-marked": { title: "已经标注", detail: "该记录已有同样的标注。" },
  "objection.unknown-mark": { title: "没有这个标注", detail: "没有这个编号的标注，或它不是本单位所作。" },
  "objection.mark-lifted": { title: "标注已经撤除" },
};

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  filed: "已提出，待受理",
  accepted: "已受理",
  forwarded: "已转送，待答复",
  answered: "已答复，待第二人确认",
  closed: "已办结",
  "not-accepted": "不予受理",
  withdrawn: "已撤回",
};

export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  file: "提出",
  accept: "受理并标注",
  "not-accept": "不予受理",
  forward: "转送数据源单位",
  extend: "延长答复期限",
  remind: "催办",
  escalate: "报送督办",
  answer: "拟答复",
  return: "退回重拟",
  confirm: "第二人确认，办结",
  withdraw: "撤回",
};

export const KIND_TITLES: Readonly<Record<Kind, string>> = {
  statement: "信用记录",
  listing: "名单",
  measure: "措施",
  look: "查询",
};

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  "not-accepted": "异议不予受理通知书",
  reminder: "异议处理催办函",
  result: "异议处理结果告知书",
};

const SERIES: Readonly<Record<DocumentKind, string>> = { "not-accepted": "异不受", reminder: "异催", result: "异结" };

/** The number of a document in its issuer's own series of a year. */
export function documentNumber(one: {
  readonly kind: DocumentKind;
  readonly year: number;
  readonly no: number;
}): string {
  return `${SERIES[one.kind]}字〔${one.year}〕${one.no}号`;
}

/** What the documents say beside their data. */
export const DOCUMENT_WORDS = {
  language: "zh-CN",
  to: (name: string, code: string): string => `${name}（统一社会信用代码 ${code}）：`,
  opening: {
    "not-accepted": (filedOn: string): string => `你单位于 ${filedOn} 提出的异议，经审查不予受理。`,
    reminder: (filedOn: string): string =>
      `下列异议于 ${filedOn} 提出，已转送你单位，至今没有答复。请即核实答复；本函不延长期限。`,
    result: (filedOn: string): string => `你单位于 ${filedOn} 提出的异议，已经核实，结果告知如下。`,
  },
  subject: "异议人",
  about: "异议对象",
  documentNo: (no: string): string => `文书号 ${no}`,
  record: (id: string): string => `信息编号 ${id}`,
  look: (id: string): string => `查询留痕编号 ${id}`,
  ground: "异议理由",
  claim: "异议内容",
  due: "答复期限",
  dueText: (day: string): string => `至 ${day} 止，已经逾期`,
  outcome: "处理结果",
  outcomes: { upheld: "异议成立", rejected: "异议不成立" },
  changes: {
    version: (record: string): string => `数据源单位已报送更正后的版本，信息编号 ${record}，原版本不再使用`,
    ended: "该决定或者其报送批次已经终止，不再公示、共享和使用",
    detached: "该信息误归于你单位，自始不属于你单位，已予撤除",
    acted: (no: string): string => `已以文书 ${no} 处理`,
  },
  corrections: "逐项更正",
  correction: (name: string, old: string, now: string): string => `${name}：由“${old}”更正为“${now}”`,
  nothing: "（空）",
  words: "理由",
  evidence: "证据",
  evidenceItem: (title: string, digest: string): string => `${title}（SHA-256 ${digest}）`,
  basis: "依据",
  remedies: "救济途径",
  remedy: {
    "not-accepted": "补正以后可以再次提出；也可以直接向作出决定的机关或者数据源单位提出，不收取任何费用。",
    result:
      "对本结果不服的，可以依法申请行政复议或者提起行政诉讼；有新的证据的，可以再次提出异议。异议不收取任何费用。",
  },
  seal: (name: string): string => `${name}（印章）`,
  foot: (version: number, digest: string): string => `文书模板第 ${version} 版 · 校验 SHA-256 ${digest}`,
} as const;

export const api = {
  tag: "异议",
  rules: "异议的理由、适用于本地的期限",
  file: "对一条记录、一项已采取的措施或者一次查询提出异议",
  fileAtHall: "在大厅凭纸质申请为主体提出异议",
  own: "本单位提出的异议，由新到旧",
  one: "一个异议：进展、期限、文书、可以办理的下一步",
  list: "待办的异议按期限排列；办结的由新到旧",
  step: "办理下一步；答复须由第二人确认",
  withdraw: "撤回异议，标注随之撤除",
  document: "一份文书，供打印",
  figures: "一个月的异议数字，可由办结列表重新算出",
  marks: "本单位所作的复议、诉讼标注",
  setMark: "标注本单位的决定正在复议或者诉讼",
  liftMark: "凭结案文书撤除标注",
  record: "记录编号",
  look: "查询留痕编号",
  fields: "逐项指出：字段与应当的内容",
  version: "所见的步数",
  change:
    "支持时指明：version 数据源单位更正后的版本；ended 已终止；detached 归错主体的撤除；acted 已以文书处理(措施、查询)",
  due: "下一步的最后一日；workingDaysLeft 为还有几个工作日，负数为逾期；null：没有可以计算的期限",
  marked: "是否正在各渠道标注“异议处理中”",
  answer: "答复；主体在办结以后可见",
  corrections: "逐项的原内容与更正后的内容，由平台从两个版本得出",
  share: "万分之几",
  mean: "自提出至答复的平均工作日，百分之一日",
} as const;
