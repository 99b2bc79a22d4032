import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { ReportState } from "./rules/figures.ts";
import type { Verdict } from "./rules/punctuality.ts";
import type { LoadedRow } from "./rules/row.ts";
import type { RowKind } from "./rules/row-kind.ts";

/** The words of each number, in tables, exports and links alike. */
export const kindWords: Readonly<Record<RowKind, string>> = {
  submitted: "上报",
  accepted: "入库",
  duplicates: "重复",
  quarantined: "疑问",
  rejected: "退回",
  timely: "及时",
  late: "迟报",
  undated: "无决定日期",
  uncountable: "不能计算",
  correction: "更正",
  takenIn: "疑问核实后入库",
  sentBack: "疑问核实后退回",
  withdrawn: "所在批次已撤回",
  second: "第二来源",
  missing: "疑似瞒报",
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  timely: kindWords.timely,
  late: kindWords.late,
  undated: kindWords.undated,
  uncountable: kindWords.uncountable,
  correction: "更正，不另计时",
};

export const outcomeWords: Readonly<Record<LoadedRow["outcome"], string>> = {
  accepted: "入库",
  taken: "疑问核实后入库",
  duplicate: "重复",
  rejected: "退回",
  open: "疑问，待核实",
  "question-accepted": "疑问，已核实入库",
  "question-rejected": "疑问，已核实退回",
};

export const stateWords: Readonly<Record<ReportState, string>> = { sent: "已报送", nil: "零报告", none: "未报告" };

export const pageText = {
  title: "双公示统计",
  monthName: (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  monthShort: (month: string): string => String(Number(month.slice(5))),
  asOf: (time: string): string => `截至 ${time}，按收到的月份统计。`,
  running: "本月未完，数字还会变。",
  lead: "行政许可、行政处罚作出决定以后，各单位报送是否及时、齐全。每个数字都可以打开，看它由哪些行组成。",
  others: { previous: "上一月", next: "下一月" },
  form: { label: "选择月份和地区", month: "月份", region: "地区", all: "全部地区", button: "查看" },
  unit: "单位",
  place: "地区",
  sum: "合计",
  compliance: "合规率",
  lateness: "迟报率",
  noShare: "—",
  noSecond: "无第二来源",
  of: (term: { workingDays: number }): string => `应在作出决定后 ${term.workingDays} 个工作日内报送。`,
  basis: (article: string): string => `依据：${article}`,
  equals: "=",
  plus: "+",
  judged: "入库的是否及时",
  kept: (counts: { withdrawn: string; sentBack: string }): string =>
    `其中所在批次已撤回 ${counts.withdrawn} 行，仍计入；疑问核实后退回 ${counts.sentBack} 行。`,
  quiet: (state: "nil" | "none", running: boolean): string =>
    state === "nil" ? "零报告" : running ? "本月尚未报送" : "未报告",
  quietWhy: {
    nil: "已声明整月没有决定。",
    none: "没有报送，也没有声明零报告。不表示没有决定。",
  },
  units: (count: number): string => `${count} 家：`,
  comma: "、",
  stop: "。",
  exports: "导出本月通报表",
  csv: "CSV",
  regions: { title: "按地区", note: "地区是单位登记的区划，许可与处罚合计。", silent: "未报告" },
  history: {
    title: "近 12 个月",
    note: "许可与处罚合计。",
    month: "月份",
    fates: "各月上报的行",
    late: "各月能判断的行中，迟报占多少",
  },
  rules: {
    title: "怎样计算",
    items: [
      ["月份", "文件完整收到的那一刻，按北京时间属于哪个月，就计入哪个月。"],
      ["上报", "文件中的数据行：入库、重复、疑问、退回之和。说明行和自然人的行不计。去向以批次回执为准。"],
      ["合规率", "入库 ÷（上报 − 重复）。改好后整份重报，已入库的行成为重复，不算差错，所以不进分母。"],
      [
        "迟报",
        "决定当日不计，到收到之日的工作日数超过期限。工作日按国务院办公厅公布的放假安排。迟报率 = 迟报 ÷（及时 + 迟报）。",
      ],
      [
        "无决定日期、不能计算",
        "没有决定日期的行，以及放假安排未收录的年份，单独列出，不作推测，不进迟报率。已收录的年份里工作日已经超过期限的，算迟报。",
      ],
      ["疑问", "经核实入库的，按原文件收到之日判断是否及时，另列为疑问核实后入库。"],
      [
        "撤回与更正",
        "撤回的批次、被更正的行仍然计入，并有标记。更正件按首次报送判断，不另计时；撤回后重报的，按重报之日判断。",
      ],
      ["零报告、未报告", "整月没有报送：声明了整月没有决定的，是零报告；没有声明的，是未报告。"],
      [
        "疑似瞒报",
        "另一单位报来的决定，写明由本单位作出，期限已过，而本单位没有报过。来源记录已终止、撤回或更正的不算；同一决定只算一次；本单位报来、仍在疑问中待核实的，尚不能与之对上，仍列在内。没有其他单位报来的，写无第二来源，不写 0。",
      ],
      ["个体工商户", "计入行数，不提供链接。"],
    ],
    calendar: {
      label: "工作日的来源",
      secondary: (years: string): string => `${years} 年的放假安排据二手来源，未与国务院办公厅的通知原文核对。`,
    },
  },
  rows: {
    title: "组成这个数字的行",
    caption: (words: { month: string; kind: string }): string => `${words.month}，${words.kind}`,
    note: "只列行的位置和日期，不列行政相对人。今日公示中的，可以打开公示页。",
    unit: "单位",
    entry: "事项",
    batch: "批次",
    row: "行",
    decided: "决定日期",
    received: "收到",
    worked: "工作日",
    verdict: "结论",
    record: "公示页",
    open: "打开",
    marks: { withdrawn: "批次已撤回", corrected: "已更正", correction: "更正件" },
    none: "没有这样的行。",
    next: "下一页",
    pages: "分页",
    nothing: "—",
  },
  csvHead: {
    month: "月份",
    entry: "事项",
    region: "地区",
    unit: "单位",
    code: "统一社会信用代码",
    state: "状态",
    compliance: "合规率(%)",
    lateness: "迟报率(%)",
    total: "合计",
  },
} as const;

export const figuresTexts: RefusalTexts = {
  "figures.no-month": { title: "没有这个月的统计", detail: "写成年-月，如 2026-08，不晚于本月。" },
  "figures.no-kind": { title: "没有这类行" },
};

export const apiText = {
  tag: "双公示统计",
  answer: "答复",
  unchanged: "没有变化",
  figures: "一个月的双公示统计，可导出通报表",
  rows: "组成一个数字的行",
  month: "月份，缺省为最近有报送的整月",
  monthOfRows: "月份",
  format: "json 或 csv",
  entry: "事项",
  provider: "单位的统一社会信用代码",
  region: "区划",
  kind: "哪个数字",
  cursor: "从哪里继续",
  limit: "每页行数",
  asOf: "统计的时刻",
  second: "从其他单位得知的决定；0 表示无第二来源",
  share: "百分数，两位小数；null：没有可计算的行",
  record: "今日公示中的记录；行政处罚等不利记录不提供，为 null",
} as const;
