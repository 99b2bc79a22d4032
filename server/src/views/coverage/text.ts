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
} as const;
