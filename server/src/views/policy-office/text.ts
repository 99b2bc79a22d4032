// Every Chinese string of the policy office.
import { fillSlots } from "../../platform/http/problem.ts";
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { FindingCode } from "../../policy/assess.ts";
import type { Effect } from "../../policy/policy-effects.ts";

export const officeTexts: RefusalTexts = {
  "policy-office.unknown-assessment": { title: "没有这份评估报告", detail: "报告不存在，或不属于本单位。" },
};

const findings: Readonly<Record<FindingCode, string>> = {
  "assess.lapsed": "所依据的文件均已失效，且没有同等位阶的其他依据，不得再提出该措施。",
  "assess.not-in-force": "所依据的文件尚未施行，施行之日前不得提出该措施。",
  "assess.flag": "出现“{word}”，可能涉及{name}，请说明理由或者修改。",
  "assess.too-long":
    "限制 {months} 个月，超过 {most} 个月；没有法律、行政法规、地方性法规另作规定的，请缩短或者说明理由。",
  "assess.any-record": "目录事项 {entry} 的任何一条记录都会触发，不分轻重，请限定与事项相关的情形。",
  "assess.governed": "登记册中已有措施“{name}”({measure})，事由、事项与主体类别相同，请说明是否重复或者冲突。",
  "assess.replaces": "登记册中已有同一编号的措施“{name}”({measure})，现行为第 {version} 版，本草稿将取代它。",
};

/** A finding in words. */
export function findingText(code: FindingCode, values: Readonly<Record<string, string | number>>): string {
  return fillSlots(findings[code], values);
}

export const effectWords: Readonly<Record<Effect, string>> = {
  worsening: "对主体不利",
  relief: "对主体有利",
  neutral: "不影响主体",
};

export const whatWords = { added: "新增", removed: "删除", changed: "修改" } as const;

export const valueWords = {
  none: "无",
  yes: "是",
  no: "否",
  whole: "整项",
  join: "、",
  step: " › ",
  more: "…",
} as const;

/** Parts of the policy, by the kind of a change. What is not named here is told by its key. */
export const kindWords: Readonly<Record<string, string>> = {
  entries: "目录事项",
  categories: "目录类别",
  sources: "法规文件",
  providers: "报送单位",
  mappings: "报送表格",
  forbidden: "不得存储的种类",
  districts: "区划",
  regionName: "地区名称",
  official: "官方标记",
  lists: "名单",
  measures: "措施",
  matters: "事项",
  "publicity.rules": "公示期规则",
  "publicity.convention": "期间计算",
  "publicity.minorProcedures": "简易程序",
  "publicity.severityWords": "严重程度用语",
  "access.purposes": "查询事由",
  "access.duties": "法定职责",
  "access.offices": "查询单位",
  "access.authorisation": "授权上限",
  "access.draw": "查询抽查",
  "access.exports": "导出",
  "access.watch": "异常情形",
  "access.delays": "延迟告知",
  "access.hours": "工作时间",
  "office.notice": "预告期",
  "office.flags": "评估提示词",
  "office.proportion": "期限相当",
};

/** Keys inside a thing. What is not named here is told by its key. */
export const fieldWords: Readonly<Record<string, string>> = {
  zh: "名称",
  title: "名称",
  state: "状态",
  adverse: "对主体不利",
  version: "版本",
  category: "类别",
  subjectKinds: "主体类别",
  fields: "字段",
  roles: "字段作用",
  summary: "摘要显示",
  channels: "可见渠道",
  publicityRule: "公示期规则",
  severityRule: "严重程度来源",
  updateTerm: "更新期限",
  retention: "保存年限",
  basis: "依据",
  mark: "核对标记",
  group: "披露范围",
  personal: "个人信息",
  sealed: "加密保存",
  values: "取值",
  required: "必填",
  editions: "版本",
  terms: "期限",
  minor: "轻微",
  general: "一般",
  serious: "严重",
  unclassified: "未分类",
  shown: "是否公示",
  monthsMin: "最短月数",
  monthsMax: "最长月数",
  months: "月数",
  days: "日数",
  workingDays: "工作日",
  matters: "适用事项",
  triggers: "触发情形",
  unless: "排除情形",
  bodies: "实施单位",
  term: "期限",
  remedy: "救济",
  grounds: "列入情形",
  doors: "来源",
  exits: "退出方式",
  publishedFields: "公示字段",
  defence: "陈述申辩",
  hearing: "听证",
  remedies: "救济",
  offices: "单位",
  entries: "事项",
  purposes: "事由",
  inForce: "施行日",
  until: "终止日",
};

export const stateWords = { waiting: "尚未生效", "in-effect": "已生效", withdrawn: "生效前撤销" } as const;

export const api = {
  tag: "policy-office",
  drafts: "Drafts of policy of one's own office, newest first",
  draft: "A draft in its newest version",
  create: "Begin a draft: policy files as texts, by their paths in a policy folder",
  edit: "Write the next version of a draft over the one that was read",
  judge: "What a draft would make of the policy on a day: faults, its own cases, the difference, the first lawful day",
  impact: "How much a draft would touch, by kind of subject and territory; cells under ten are not told",
  propose: "Put a draft before a second person",
  withdraw: "Ask a second person to take back a release before its day",
  releases: "What was released, newest first; withdrawn ones too",
  release: "A release with its files and its whole difference",
  files: "Texts by path, 1 MB together",
  version: "The version that was read",
  effective: "The first day in effect; today where left out",
  earliest: "The first day on which it may take effect if it is confirmed today; null where it has faults",
  worsens: "Whether it worsens anybody's position: then it waits the days of notice",
  place: "What is changed, in words",
  value: "A value in words",
  page: "A page",
  below: "Numbers below this one",
  reason: "Why, for everybody to read",
  cell: "Null where fewer than ten and more than none",
  assess: "Assess a draft of measures before it is issued; the report is kept",
  assessments: "Reports of one's own office, newest first",
  assessment: "A report with the draft as it was assessed",
  standing: "Whether it stands by law; false comes with reasons",
  reasons: "What makes it impossible to load, by file and line",
  carries: "Whether an instrument of its rank may carry a measure of this class",
  holds: "Whether it is of the region's territory and in force on the day",
  weight: "A fault takes its standing; a question is for a person to answer",
  touched: "Subjects and records that stand under the triggers today; none is named",
  assessmentNotice: "本评估只提示问题，不代替合法性审查、公平竞争审查和集体讨论；主体规模未登记，未按规模计数。",
  unchanged: "Unchanged since the caller's version",
} as const;

export const pageText = {
  title: "规则发布",
  lead: "本站的目录、公示期、名单、措施与查询规则怎样改动、何时生效、由谁复核，逐次公布。对主体不利的改动须等满预告期，有利的可以当日生效；不溯及既往。",
  none: "尚未发布过改动，现行的是随附规则与本地规则目录。",
  number: (number: number): string => `第 ${number} 号`,
  columns: { number: "编号", title: "内容", effective: "生效日", state: "状态", effect: "影响", office: "发布单位" },
  details: "基本情况",
  confirmed: "复核日",
  reason: "理由",
  document: "依据文书",
  withdrawn: "撤销理由",
  hash: "规则文件摘要",
  policyHash: "生效日整套规则摘要",
  changes: "改动",
  changeColumns: { place: "改动之处", before: "原为", after: "改为", effect: "影响" },
  count: (count: number): string => `共 ${count} 处`,
  worsens: "含对主体不利的改动",
  eases: "不含对主体不利的改动",
  api: "机器可读",
  older: "更早的发布",
} as const;
