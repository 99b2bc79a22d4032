// Every Chinese string of the figures of repair.
export const api = {
  tag: "信用修复",
  figures: "信用修复一个月的数字，按机关；数字由步骤算出，列出组成它的申请",
  month: "月份；不填为本月",
  mean: "自申请至首次决定的平均工作日，百分之一日；没有决定的为 null",
  longest: "自申请至首次决定的最长工作日",
  overdue: "今日逾期没有办结的，不论何月申请",
  rows: "组成数字的申请；只可看数字、不可看申请的为 null",
  counted: "计入哪几项数字",
} as const;
