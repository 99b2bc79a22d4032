// Every Chinese string of exports and of tracing them.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const exportTexts: RefusalTexts = {
  "exports.unreadable": {
    title: "文件无法识别",
    detail: "只能识别 CSV 和 XLSX 表格。",
    cure: "请上传原样找到的表格；文件过大时上传其中连续的一部分。",
  },
};

export const api = {
  tag: "导出溯源",
  trace: "查明一份流出的表格出自哪一次导出；只说明是哪一次导出，不说明由谁泄露",
  answer: "可能的导出，可能性大的在前。",
  file: "表格文件的 Base64，CSV 或 XLSX，约 700 kB 以内",
  reason: "为何追查，记入审计",
  reasonExample: "接到举报，有导出表流出",
  rows: "文件中含有统一社会信用代码的行数",
  exportRows: "这次导出的行数",
  named: "文件中仍有这次导出的编号",
  common: "文件与这次导出共有的行数",
  inOrder: "共有的行保持这次导出行序的程度：1 为完全一致，0.5 左右为偶然；共有不足两行时为 null",
  note: "本结果只说明文件与哪一次导出相符，不能据此认定由谁泄露。",
} as const;
