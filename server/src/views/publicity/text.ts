import type { SubjectKind } from "../../policy/catalogue-entry.ts";
import type { CountingConvention, PublicityRule } from "../../policy/publicity-rule.ts";

/** Every Chinese word of the public pages. Wording: short, exact, with a scope; who decides is named. */
export const text = {
  notProvided: "未提供",

  search: {
    problems: {
      empty: "请输入名称或代码。",
      "too-short": "太短：名称至少两个字，代码至少四位。",
      "wrong-check-digit": "这个代码的校验码与前 17 位不符，请对照证照核对。系统不自动改正，仍可按它查询。",
      busy: "查询较多，请稍后重试。已输入的内容保留在框内。",
      "looks-personal": "输入的内容像公民身份号码。本站不提供自然人查询，未查找，也未保留在框内。",
    },
  },

  home: {
    title: "首页",
    sentence: ["查一个主体：", "谁认定、依据什么、", "公示到哪一天。"],
    ways: "被公示了怎么办",
    waysNote: "办理信用修复不收取任何费用。",
    terms: "公示有期限",
    termsNote: "失信信息的公示期，用同一把尺子画出。",
    months: "个月",
    term: (months: { readonly min: number; readonly max: number }): string =>
      months.min === 0
        ? `满 ${months.max} 个月自动停止`
        : `满 ${months.min} 个月可以申请修复，满 ${months.max} 个月自动停止`,
    notShownTerm: (max: number): string => `原则上不公示；确需公示的，最长 ${max} 个月`,
    key: { start: "认定之日", turn: "可以申请修复", end: "自动停止公示" },
    basis: (article: string): string => `依据：${article}；法律、行政法规另有规定的从其规定。`,
    catalogue: "公示目录",
    asOf: (time: string): string => `截至今日 ${time} 正在公示。`,
    reconcile: "各行之和等于末行。",
    entry: "信息事项",
    count: "条数",
    sum: "正在公示合计",
    base: (numbers: { readonly subjects: string; readonly providers: string }): string =>
      `信用主体 ${numbers.subjects} 个，数据源单位 ${numbers.providers} 家。`,
    guide: [
      {
        when: "任何时候",
        head: "认为信息有误：提出异议",
        says: "向本站或者作出决定的机关提出。错误的信息应当更正，不必等待，也不属于修复。",
      },
      {
        when: "最短公示期届满后",
        head: "已经改正：申请信用修复",
        says: "每条信息的页面写明从哪一天起可以申请，由谁认定、依据哪一条。",
      },
      {
        when: "最长公示期届满",
        head: "什么都不用做：自动停止公示",
        says: "公示到这一天 24:00，次日自动停止，不需要申请。",
      },
    ],
  },

  results: {
    title: "查询结果",
    found: "主体",
    listed: (count: number): string => `本页列出 ${count} 个主体。`,
    many: "500 个以上，请补充名称或代码。",
    former: "曾用名",
    code: "统一社会信用代码",
    kind: "类型",
    status: "登记状态",
    name: "名称",
    none: (query: string): string => `与“${query}”相符的主体。`,
    noneNext: "请核对名称或代码，或者换用名称中连续的两个字以上。",
    next: "下一页",
    pages: "分页",
  },

  subject: {
    code: "统一社会信用代码",
    formerNames: "曾用名",
    kind: "类型",
    until: (day: string): string => `（至 ${day}）`,
    provisional: "未经登记核对",
    provisionalWhy: "本主体的名称和代码来自数据源单位报送，尚未与登记机关的数据核对。",
    contents: "本页内容",
    records: (count: number): string => `${count} 条`,
    atLeast: (count: number): string => `${count} 条以上`,
    listed: (count: number): string => `本页只列最近 ${count} 条；全部见数据接口。`,
    validOf: (valid: number): string => `${valid} 条有效`,
    shownNote: (count: number): string => `公示中 ${count} 条。每条都按自己的日期停止公示。`,
    uncheckedCount: (count: number): string => `${count} 个来源未能核查`,
    coverage: "本页核查范围",
    coverageNote: "查了什么，查到哪一天。",
    byLaw: "依法不公示、公示期满和已修复的信息不在公示范围，本站对任何主体都不显示其有无和条数。",
  },

  table: {
    content: "内容",
    authority: "认定机关",
    decidedOn: "决定日期",
    validUntil: "有效期至",
    state: "状态",
    longTerm: "长期",
    providerNote: "数据源单位与认定机关不同的，另行写明。",
  },

  record: {
    authority: "认定机关",
    provider: "数据源单位",
    both: "认定机关、数据源单位",
    decided: "决定",
    shownUntil: "公示至",
    untilEnded: "改正并移出时止",
    longTerm: "长期有效",
    validUntil: "有效期至",
    severity: "失信程度",
    severities: { minor: "轻微", general: "一般", serious: "严重", unclassified: "未分类" },
    markedBy: (by: string): string => `（${by}标注）`,
    unclassifiedWhy: "（未标注，也没有已公布的标准；公示期以一般类为限）",
    basis: "公示依据",
    missing: "未提供",
    noDay: "决定日期未提供",
    repairFrom: " 起可申请修复",
    repairSince: " 起已可申请修复",
    inDays: (count: number): string => `（还有 ${count} 天）`,
    disputed: "该信息的异议正在处理。处理结束前，请勿将其视为无争议的事实。",
  },

  states: { shown: "公示中", valid: "有效", expired: "有效期已过", disputed: "异议处理中" },

  statement: {
    term: "公示时间",
    decided: "作出决定",
    counted: "期限自这一天起算",
    shownFor: (days: { readonly past: number; readonly left: number | null }): string =>
      days.left === null ? `已公示 ${days.past} 天` : `已公示 ${days.past} 天，还有 ${days.left} 天`,
    mayRepair: "可以申请修复",
    stops: "24:00 自动停止公示",
    validStops: "有效期届满，24:00 停止公示",
    untilEnded: "改正并移出时止",
    longTerm: "长期有效",
    expiredOn: "有效期已过",
    noTerm: "决定日期未提供，期限无法画出。",
    ways: "现在可以做什么",
    waysNote: "按今日的情况列出。办理信用修复不收取任何费用。",
    nowWord: "今日即可",
    alwaysWord: "不限日期",
    notYet: (day: string): string => `${day}起可以办理`,
    content: "决定内容",
    party: "信用主体",
    rule: "所用规则",
    ruleNote: "为什么是这几天。",
    source: "来源与核验",
    sourceNote: "这条信息从哪里来。",
    received: "收到日期",
    number: "信息编号",
    document: "文书号",
  },

  problems: {
    404: { title: "没有这个页面，或其内容已依法停止公示。", says: "可以按名称或代码重新查询。" },
    429: { title: "请求太多，请稍后再试。", says: "查询对所有人免费。为使每个人都能查到，短时间内的次数有限。" },
    500: { title: "本站出错，这一页没有显示。", says: "这不表示“没有”相关信息。反映问题时请引用下面的编号。" },
    503: { title: "这项服务暂时不能使用。", says: "不能留痕的查询不予答复；公示页面照常可查。" },
    retry: (seconds: number): string =>
      seconds < 120 ? `${seconds} 秒后可以再试。` : `${Math.ceil(seconds / 60)} 分钟后可以再试。`,
    incident: "编号",
  },
} as const;

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
