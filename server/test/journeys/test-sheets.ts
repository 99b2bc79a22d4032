import { codeOf, letteredBody } from "../../src/main/demo/codes.ts";
import { bookOf, rowsXml } from "../../src/platform/tabular/test-files.ts";
import { market, marketName } from "./test-client.ts";

/** Official heads of the penalty template, by the short names that tests use. */
export const heads = {
  name: "行政相对人名称",
  category: "行政相对人类别",
  code: "行政相对人代码_1(统一社会信用代码)",
  representative: "法定代表人",
  idType: "法定代表人证件类型",
  idNumber: "法定代表人证件号码",
  document: "行政处罚决定文书号",
  kind: "违法行为类型",
  facts: "违法事实",
  basis: "处罚依据",
  penalty: "处罚类别",
  content: "处罚内容",
  fine: "罚款金额(万元)",
  decided: "处罚决定日期",
  valid: "处罚有效期",
  authority: "处罚机关",
  authorityCode: "处罚机关统一社会信用代码",
  source: "数据来源单位",
  sourceCode: "数据来源单位统一社会信用代码",
  remark: "备注",
  severity: "失信严重程度",
} as const;

export type Column = keyof typeof heads;
export type Parts = Partial<Record<Column, string>>;

/** An invented enterprise of the region 990100 with a sound code; the same number is always the same one. */
export function firm(index: number): { readonly code: string; readonly name: string } {
  return {
    code: codeOf({ pair: "91", region: "990100", body: letteredBody("T", index) }),
    name: `示例市试行${index}号商贸有限公司`,
  };
}

const sound: Readonly<Record<Column, string>> = {
  name: firm(1).name,
  category: "法人及非法人组织",
  code: firm(1).code,
  representative: "",
  idType: "",
  idNumber: "",
  document: "示市监罚〔2026〕1号",
  kind: "食品安全",
  facts: "销售不合格食品",
  basis: "《食品安全法》第一百二十四条",
  penalty: "罚款",
  content: "罚款人民币贰万元整",
  fine: "2",
  decided: "2026-06-18",
  valid: "2027-06-18",
  authority: marketName,
  authorityCode: market,
  source: marketName,
  sourceCode: market,
  remark: "",
  severity: "一般",
};

/** One row of a penalty file; sound but for the parts given. */
export function penalty(parts: Parts = {}): string[] {
  return (Object.keys(heads) as Column[]).map((column) => parts[column] ?? sound[column]);
}

/** A sound penalty of the invented enterprise of that number. */
export function penaltyOf(index: number, parts: Parts = {}): string[] {
  const { code, name } = firm(index);
  return penalty({ code, name, document: `示市监罚〔2026〕${index}号`, ...parts });
}

export const penaltyHeads: readonly string[] = Object.values(heads);

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csv(rows: readonly (readonly string[])[], head: readonly string[] = penaltyHeads): string {
  return [head, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n");
}

export function workbook(rows: readonly (readonly string[])[], head: readonly string[] = penaltyHeads): Buffer {
  return bookOf({
    sheets: [
      { name: "处罚", rows: rowsXml([head, ...rows].map((cells) => cells.map((cell) => (cell === "" ? null : cell)))) },
    ],
  });
}

export function ndjson(rows: readonly (readonly string[])[], head: readonly string[] = penaltyHeads): string {
  return rows
    .map((cells) => JSON.stringify(Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""]))))
    .join("\n");
}

/** A resident ID that passes both checks and is nobody's: the county does not exist, the day of birth is to come. */
export const plantedId = "119999209912310012";
export const plantedMobile = "13900000000";
