/** How several sources are named together. */
export const coverageText = {
  several: (count: number): string => `${count} 家单位`,
  others: (count: number): string => `另有 ${count} 家数据源单位`,
} as const;
