// Chinese strings of the public interfaces beside the pages: kinds, ways, refusals, descriptions of the API.
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { CountingConvention, PublicityRule } from "../../../policy/publicity-rule.ts";

export const kindNames: Readonly<Record<SubjectKind, string>> = {
  enterprise: "企业",
  "individual-business": "个体工商户",
  "farmer-cooperative": "农民专业合作社",
  "public-institution": "事业单位",
  "social-organisation": "社会组织",
  "state-organ": "机关",
  "other-organisation": "其他组织",
  "natural-person": "自然人",
};

export const publicityTexts = {
  "publicity.malformed-code": {
    title: "不是统一社会信用代码",
    detail: "统一社会信用代码为 18 位数字和大写字母，末位是校验码。",
    cure: "请对照证照核对后重试。",
  },
  "publicity.unknown-entry": {
    title: "公示目录中没有这个事项",
    detail: "公示目录中没有事项「{entry}」。",
    cure: "可用事项见 /api/v1/catalogue。",
  },
  "publicity.no-record": {
    title: "没有这条信息，或其内容已依法停止公示",
    detail: "从未存在、公示期满、已修复和已撤销的信息，答复相同。",
  },
} as const;

export const words = {
  listJoin: "、",
  byProcedure: "按简易程序",
  conventions: {
    "start-not-counted": "期间按月计算，始日不计入，止于最后一月的对应日 24:00；没有对应日的，止于该月最后一日。",
    "start-counted": "期间按月计算，始日计入，止于最后一月对应日的前一日 24:00。",
  } satisfies Record<CountingConvention, string>,
  rules: {
    "severity-term": "公示期自作出决定之日起按失信严重程度计算",
    "valid-until": "公示至有效期届满",
    "until-ended": "公示至移出或被替代",
  } satisfies Record<PublicityRule["kind"], string>,
  providerEnd: "数据源单位写明的公示截止期较早，从其截止期。",
  ways: {
    objection:
      "提出异议\n认为信息有误或者不属于本主体的，可以向本站或者作出决定的机关提出异议。错误的信息应当更正，不必等待，也不属于修复。",
    repair: "申请信用修复\n已改正并履行义务的，可以申请。由作出认定的单位受理，不收取任何费用。",
    stop: "自动停止公示\n自这一天起不再公示，不需要申请。",
  },
} as const;

export const api = {
  tag: "公示",
  search: "按名称、曾用名或统一社会信用代码查询主体",
  subject: "一个主体：名称、类型、公示中的条数和核查范围",
  records: "一个主体公示中的信用记录，由新到旧",
  record: "一条公示中的信用记录",
  coverage: "各数据源单位对各事项声明完整到哪一天",
  answer: "查询结果。",
  unchanged: "调用方持有的版本仍为最新。",
  qExample: "示例",
  q: "名称中连续的两个字以上，或代码、代码的开头四位以上；个体工商户须为全称或完整代码。",
  cursor: "上一页的 next；省略为第一页。",
  limit: "每页条数。",
  uscc: "统一社会信用代码，18 位。",
  entry: "只看一个目录事项。",
  recordId: "记录编号。",
  shownUntil: "公示的最后一日（含）；null 表示没有固定终点，至移出、替代或撤销为止。",
  severity: "失信严重程度；unclassified 为未分类，公示期以一般类为限。null：该事项不分级。",
  article: "公示依据，`规范#条`；条款文字见 articleText。",
  repairableFrom: "自该日起可以申请信用修复；null：不适用。",
  known: "false：本站没有这个代码的主体；范围见 coverage。",
  more: "true：相符的在 500 个以上，只列出一部分。",
  fields: "社会公开的字段；null 为未提供。",
  counts: "公示中的条数，按目录事项。",
  through: "声明完整到这一天（含）；null：未声明。",
  state: "complete 已核查，nil 零报告，late 迟报，unknown 未能核查，never 从未接入。",
  scope: "“未查询到”所及的范围：声明完整的单位数、其中最早的截至日、未能核查的来源。",
} as const;
