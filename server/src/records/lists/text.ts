// Every Chinese string of the lists: refusals, words of the documents, numbers of their series.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const listTexts: RefusalTexts = {
  "lists.unknown": { title: "没有这个名单", cure: "请从规则列明的名单中选择。" },
  "lists.not-live": {
    title: "该名单没有启用",
    detail: "「{list}」的列入条件和程序尚未由规章规定或者尚未经本地确认，不得据以列入。",
  },
  "lists.lapsed": {
    title: "该名单的依据已失效",
    detail: "「{list}」的依据已经失效，没有接替的文件；不得再列入，已列入的仍可移出。",
  },
  "lists.elsewhere-only": {
    title: "该名单不在本平台作出决定",
    detail: "「{list}」由认定机关在其自己的程序中决定，决定作出以后报送。",
  },
  "lists.not-competent": { title: "本单位无权认定", detail: "本单位不是「{list}」登记的认定机关。" },
  "lists.unsound-code": { title: "统一社会信用代码有误", cure: "请核对登记证照；不得只凭名称列入。" },
  "lists.unknown-subject": {
    title: "没有这个信用主体",
    detail: "该代码未在本平台登记。",
    cure: "请核对决定文书所写的统一社会信用代码。",
  },
  "lists.natural-person": {
    title: "自然人不列入名单",
    detail: "自然人模块没有启用。责任人员只计数，不记录姓名和号码，不列入。",
  },
  "lists.subject-kind": { title: "主体类别不符", detail: "「{list}」不适用于此类主体。" },
  "lists.ground-unknown": { title: "没有这个列入情形", detail: "「{ground}」不是该名单规定的情形。" },
  "lists.basis-unknown": { title: "依据没有登记" },
  "lists.basis-not-yet": { title: "依据尚未施行" },
  "lists.basis-expired": { title: "依据已经失效" },
  "lists.basis-foreign": { title: "依据不适用于本地" },
  "lists.already-open": {
    title: "已有案件在办",
    detail: "该主体在「{list}」上已有未办结的案件。",
    cure: "请在原案件中办理。",
  },
  "lists.already-listed": { title: "已在名单之中", detail: "该主体已列入「{list}」，不得重复列入。" },
  "lists.unknown-case": { title: "没有这个案件", detail: "本单位没有这个编号的案件。" },
  "lists.unknown-document": { title: "没有这份文书" },
  "lists.conflict": {
    title: "案件已有新的进展",
    detail: "案件现有 {version} 步，与所依据的不同；没有作任何改动。",
    cure: "请重新打开案件后再办。",
  },
  "lists.closed": { title: "案件已经终结", detail: "该案件已决定不予列入。" },
  "lists.ended": { title: "列入已经结束", detail: "已经移出、撤销或者期满。" },
  "lists.step-order": { title: "不能跳过步骤", detail: "案件现在的阶段不能办理这一步。", cure: "请按程序依次办理。" },
  "lists.second-person": { title: "须由第二人办理", detail: "自己拟的不能自己签发；同一人的另一账户也不行。" },
  "lists.not-late": { title: "不是迟录", detail: "送达日不早于录入日，或者已经确认过。" },
  "lists.future-day": { title: "日期不对", detail: "{on} 不是可以填写的日期。" },
  "lists.before-issue": { title: "日期早于文书", detail: "文书 {issued} 才签发。" },
  "lists.waived": { title: "已经放弃陈述申辩" },
  "lists.defence-over": { title: "陈述申辩期限已过", detail: "期限至 {last} 止。" },
  "lists.defence-running": { title: "陈述申辩期限未满", detail: "期满或者当事人放弃以前不得作出决定。" },
  "lists.no-hearing": { title: "没有可以举行的听证", detail: "当事人没有申请听证，或者听证已经举行。" },
  "lists.hearing-day-needed": { title: "须写明听证日" },
  "lists.hearing-too-soon": { title: "听证通知过迟", detail: "听证日须在通知以后满规定的工作日。" },
  "lists.hearing-not-yet": { title: "听证日未到" },
  "lists.hearing-pending": { title: "听证尚未结束", detail: "当事人申请了听证，听证结束以前不得作出决定。" },
  "lists.term-too-long": { title: "延长过多", detail: "该名单最多延长 {most} 个月。" },
  "lists.term-over": { title: "期限已过", detail: "自送达起算的期限至 {until} 止，已经届满，不再列入。" },
  "lists.exit-unknown": { title: "该名单没有这种退出", cure: "请按该名单规定的退出方式办理。" },
  "lists.exit-too-early": { title: "未满最短期限", detail: "提前移出须满规定的月数。" },
  "lists.correction-day-needed": { title: "须写明改正之日" },
  "lists.condition-unmet": { title: "移出条件未满足", detail: "尚未满足：{condition}。" },
  "lists.calendar-unknown": {
    title: "无法计算工作日",
    detail: "所涉年份的工作日安排尚未公布或者没有录入。",
    cure: "请由平台录入该年的工作日安排。",
  },
  "lists.words-needed": { title: "须写明内容", detail: "这一步须写明理由、后果或者意见。" },
  "lists.receipt-needed": { title: "须有送达回证", detail: "送达须写明方式和回证。" },
  "lists.not-a-provider": { title: "本单位不是该事项的数据源单位", detail: "「{entry}」没有登记本单位报送。" },
  "lists.duplicate": { title: "同一文书已有记录" },
};

const SERIES = { "prior-notice": "告", listing: "列", removal: "移", revocation: "撤" } as const;

/** The number of a document in its authority's own series of a year. */
export function documentNumber(
  prefix: string,
  one: { readonly kind: keyof typeof SERIES; readonly year: number; readonly no: number },
): string {
  return `${prefix}${SERIES[one.kind]}字〔${one.year}〕${one.no}号`;
}

/** The basis of a listing as its statement says it. */
export function basisText(cited: readonly string[]): string {
  return cited.join("；");
}

/** What the documents say beside their data. */
export const DOCUMENT_WORDS = {
  titles: {
    "prior-notice": "列入名单事先告知书",
    listing: "列入名单决定书",
    removal: "移出名单决定书",
    revocation: "撤销列入决定书",
  },
  language: "zh-CN",
  toWhom: (name: string, code: string): string => `${name}（统一社会信用代码 ${code}）：`,
  list: "名单",
  ground: "情形",
  groundOf: (ground: string, threshold: string): string => `${ground}：${threshold}`,
  facts: "事实",
  evidence: "证据",
  evidenceItem: (title: string, digest: string): string => `${title}（SHA-256 ${digest}）`,
  basis: "依据",
  consequences: "后果与说明",
  reasons: "理由",
  term: "期限",
  terms: {
    months: (months: number): string => `${months} 个月，自送达之日起算`,
    none: "没有固定期限，至纠正移出为止",
    "until-performed": "至履行完毕为止",
  },
  exits: "退出条件",
  heard: "陈述申辩与听证",
  mayBeHeard: (days: number, isMarked: boolean): string =>
    `自送达之次日起 ${days} 个工作日内，可以陈述、申辩，可以申请听证，也可以放弃；逾期未提出的，视为没有意见。${isMarked ? "（该期限未据规章文本核对，按有利于当事人的期限执行）" : ""}`,
  wasHeard: (heard: {
    readonly defended: boolean;
    readonly waived: boolean;
    readonly hearingOn: string | null;
  }): string =>
    [
      heard.defended ? "当事人提出了陈述申辩" : "当事人没有提出陈述申辩",
      ...(heard.waived ? ["当事人放弃了陈述申辩"] : []),
      ...(heard.hearingOn === null ? [] : [`${heard.hearingOn} 举行了听证`]),
    ].join("；"),
  lateEntry: (from: string): string => `事先告知的送达录入迟于实际送达，经二人确认，期限自 ${from} 起算。`,
  remedies: "救济途径",
  reconsideration: "申请行政复议",
  litigation: "提起行政诉讼",
  withinDays: (days: number): string => `自送达之日起 ${days} 日内`,
  withinMonths: (months: number): string => `自送达之日起 ${months} 个月内`,
  unverified: "（期限未核对，以法律规定为准）",
  seal: (name: string): string => `${name}（印章）`,
  foot: (version: number, digest: string): string => `文书模板第 ${version} 版 · 校验 SHA-256 ${digest}`,
} as const;
