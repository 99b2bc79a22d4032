import { bureau } from "./test-puller.ts";

/** Heads of a penalty as a department's table has them. */
export const heads = [
  "行政相对人名称",
  "行政相对人类别",
  "行政相对人代码_1(统一社会信用代码)",
  "法定代表人",
  "行政处罚决定文书号",
  "违法行为类型",
  "违法事实",
  "处罚依据",
  "处罚类别",
  "处罚内容",
  "罚款金额(万元)",
  "处罚决定日期",
  "处罚有效期",
  "处罚机关",
  "处罚机关统一社会信用代码",
];

/** Makes the table in PostgreSQL, with columns for verdicts. */
export const ddl = (text: string): string =>
  `create table "处罚" (zj varchar(40) primary key, gxsj timestamp not null, ${heads.map((head) => `"${head}" ${head === "处罚决定日期" ? "date" : head === "罚款金额(万元)" ? "numeric(18,6)" : text}`).join(", ")}, jg varchar(12), pc varchar(36), dm varchar(64), sm varchar(500), sj timestamp)`;

export interface RowParts {
  key: string;
  at?: string;
  code?: string;
  name?: string;
  content?: string;
  decided?: string;
  person?: string;
}

/** One row: key, cursor, then the heads. */
export function valuesOf({
  key,
  at = "2026-09-01 08:00:00",
  code = "91990100MA0XH0026G",
  name = "示例市澄岸环境工程有限公司",
  content = "罚款人民币贰万元整",
  decided = "2026-06-18",
  person = "",
}: RowParts): (string | null)[] {
  return [
    key,
    at,
    name,
    "法人及非法人组织",
    code,
    person,
    `示市监罚〔2026〕${key}号`,
    "产品质量",
    "销售不合格产品",
    "《产品质量法》第四十九条",
    "罚款",
    content,
    "2",
    decided,
    "2027-06-18",
    "示例市市场监督管理局",
    bureau,
  ];
}
