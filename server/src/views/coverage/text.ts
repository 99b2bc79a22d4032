/** How several sources are named together. */
export const coverageText = {
  several: (count: number): string => `${count} 家单位`,
  others: (count: number): string => `另有 ${count} 家数据源单位`,
} as const;

/** What the pages say of coverage, and of what was not found. */
export const pageText = {
  absence: {
    found: "未查询到",
    shown: (title: string): string => `公示中的${title}信息。`,
    besides: (count: number): string => `除上列 ${count} 条外，`,
    complete: (scope: { readonly providers: string }): string => `范围：${scope.providers} 家数据源单位，声明完整至 `,
    unchecked: "未能核查",
    uncheckedThrough: "数据只到 ",
    uncheckedNever: "没有数据源单位声明完整到哪一天。",
    notNone: "这不表示“没有”。需要最新结果的，请向作出决定的机关查询。",
    nobody: "没有数据源单位接入这一事项。",
    link: "查看核查范围",
  },

  coverage: {
    caption: "线画到数据源单位声明完整的那一天。",
    head: "信息事项",
    by: "数据源单位",
    window: "近 30 天",
    through: "声明完整至",
    verdict: "结论",
    noDay: "未声明",
    states: { complete: "已核查", unknown: "未能核查", nil: "零报告", never: "从未接入" },
    late: (days: number | null): string => (days === null ? "迟报" : `迟报 ${days} 个工作日`),
  },

  page: {
    title: "归集覆盖",
    lead: "本站说“未查询到”以前，先要知道每家数据源单位报到了哪一天。没有声明、声明太旧、系统中断的，都写未能核查，不写没有。",
    asOf: (time: string): string => `截至 ${time}。`,
    form: {
      label: "筛选",
      entry: "信息事项",
      provider: "数据源单位",
      state: "结论",
      all: "全部",
      button: "查看",
    },
    overview: "各事项",
    overviewNote: "每个数字是几家单位，可以打开。",
    source: "数据源单位",
    receipt: "最近收到",
    received: (time: string): string => `${time} 收到`,
    noReceipt: "未收到",
    questions: (count: string): string => `疑问待核实 ${count} 条`,
    clause: "，",
    caption: (title: string): string => `${title}：线画到声明完整的那一天。`,
    units: (count: number): string => `${count} 家单位。`,
    term: (days: number): string => `应在 ${days} 个工作日内报送。`,
    noTerm: "没有规定报送期限。",
    none: "没有这样的数据源单位。",
    legend: {
      title: "结论的意思",
      complete: "声明完整的日子，在报送期限之内。查不到，可以说未查询到。",
      nil: "同上，并声明从某日起没有可报的。",
      late: "声明过，但落后于报送期限。数字是落后的工作日。",
      unknown: "报送过，没有声明完整到哪一天；或所在年份的放假安排未收录，算不出来。",
      never: "没有报送过，也没有声明过。",
    },
    questionsNote: "疑问数据等人核实，核实以前不公示；这里只有条数。",
  },
} as const;

export const apiText = {
  tag: "归集覆盖",
  summary: "各数据源单位对各事项声明完整到哪一天，最近何时收到",
  answer: "答复",
  unchanged: "没有变化",
  through: "声明完整到这一天（含）；null：未声明。",
  state: "complete 已核查，nil 零报告，late 迟报，unknown 未能核查，never 从未接入。",
  lastReceipt: "最近一个处理完毕的批次的时刻；null：没有",
  questions: "待核实的疑问数据条数",
} as const;
