// Every Chinese string of open data.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { FixedName } from "./rules/columns.ts";

export const openDataTexts: RefusalTexts = {
  "open-data.adverse": {
    title: "失信信息不提供批量下载",
    detail:
      "「{title}」属于失信信息，只按主体在页面上逐条显示，每条写明公示到哪一天。批量副本不能保证在期满、修复、撤销的当日停止使用。",
    cure: "请在 /subjects 按名称或统一社会信用代码查询。",
  },
  "open-data.no-dataset": {
    title: "没有这个数据集",
    detail: "没有以此为名的开放数据集。",
    cure: "全部数据集见 /api/v1/open-data。",
  },
  "open-data.no-format": {
    title: "没有这种格式",
    detail: "数据集以 .csv、.ndjson、.parquet 三种格式提供。",
    cure: "全部文件的地址见 /api/v1/open-data。",
  },
  "open-data.busy": {
    title: "下载较多，请稍后再试",
    detail: "同时写出的数据文件已达上限，为使每个人都能查询，批量下载让位于页面。",
    cure: "请在 {seconds} 秒后重试。",
  },
  "open-data.one-at-a-time": {
    title: "请先等上一个文件下载完",
    detail: "同一网络地址同时只能下载一个数据文件，使其他人也能下载。",
    cure: "请在上一个文件下载完成后，或 {seconds} 秒后重试。",
  },
};

export const words = {
  listJoin: "、",
  /** Titles of what every row carries. */
  columns: {
    id: "记录编号",
    uscc: "统一社会信用代码",
    name: "主体现名称",
    provider: "数据源单位统一社会信用代码",
    providerName: "数据源单位",
    authority: "认定机关",
    documentNo: "文书号",
    decidedOn: "决定日期",
    validUntil: "有效期至",
    shownUntil: "公示截止日",
    receivedOn: "收到日期",
    marks: "标注",
  } satisfies Record<FixedName, string>,
  /** What they mean, where the title does not say it. */
  notes: {
    name: "取得文件之时的名称；null：不详。",
    validUntil: "null：长期有效或未提供。",
    shownUntil: "公示的最后一日（含），次日起不得再显示；null：没有固定终点，至终止时止。",
    receivedOn: "本平台收到的日期。",
    marks: "异议处理中、行政复议中、诉讼中；null：没有。",
  } satisfies Partial<Record<FixedName, string>>,
  fieldsTitle: "社会公开的字段",
  schemaTitle: (title: string): string => `${title}：开放数据的一行`,
  schemaNote:
    "描述 NDJSON 的一行。CSV 与 Parquet 的列名见各属性的 x-column，fields 之下的字段以 fields_ 开头；Parquet 的类型见 x-parquet。值都是文字，小数不经浮点；null 为未提供。CSV 中以 = + - @、制表符或换行开头的值前加一撇，以免被当作公式执行。",
} as const;

export const api = {
  tag: "数据开放",
  list: "可以批量取得的数据集：字段、格式、许可、条数、新鲜程度",
  file: "一个数据集的全部记录，CSV、NDJSON 或 Parquet",
  schema: "一个数据集一行的 JSON Schema",
  listAnswer: "各数据集。",
  fileAnswer: "整个数据集，取自同一时刻。短时间内的次数限制见 RateLimit、RateLimit-Policy 首部。",
  schemaAnswer: "JSON Schema 2020-12。",
  unchanged: "调用方持有的版本仍为最新。",
  fileParam: "数据集加格式，如 permit.csv、permit.ndjson、permit.parquet。",
  entryParam: "目录事项。",
  count: "此刻可以取得的条数，最多晚三十秒。",
  countedAt: "计数的时刻。",
  newestReceipt: "其中最近一次收到的时刻；null：没有记录。",
  completeThrough: "按期声明完整的数据源单位中最早的截至日（含）；null：没有单位按期声明。",
  sources: "各数据源单位声明完整到哪一天。",
  confirmed: "false：模板，未经任何机关确认，非官方。",
  termsInBrief: "使用条款的要点。",
  unit: "数值的单位；null：没有或未写明。",
  titleExample: "许可类别",
  datasetExample: "行政许可",
  column: "CSV 与 Parquet 的列名。",
  fields: "社会公开的字段；个人信息和非公开字段不在其中。",
  headers: {
    etag: "文件的版本：日期、规则和全部记录的状况；有终止、撤回、更正或改名即变。",
    link: "rel=describedby 为 JSON Schema，rel=license 为使用条款。",
    disposition: "文件名由事项和日期组成。",
    policy:
      "调用方所适用的次数限制：q 为一次可以连续发出的请求数，w 为全部恢复所需的秒数；本机的请求不计，没有这组首部。",
    left: "r 为此刻还可以发出的请求数，t 为全部恢复所需的秒数。",
  },
} as const;

export const pageText = {
  title: "数据开放",
  lead: "非失信信息可以整份下载，不用登录，不收费。失信信息不提供批量下载，只按主体逐条显示。",
  datasets: "数据集",
  none: "目录中没有可以整份下载的事项。",
  countedAt: (time: string): string => `条数截至 ${time}。`,
  moment: "文件取自下载之时，其中没有已经终止、撤回和期满的。",
  head: {
    dataset: "数据集",
    files: "文件",
    count: "条数",
    through: "声明完整至",
    received: "最近收到",
  },
  formats: { csv: "CSV", ndjson: "NDJSON", parquet: "Parquet" },
  schema: "字段说明",
  /** Told to screen readers: four links alike stand in every row. */
  ofDataset: (title: string): string => `（${title}）`,
  notDeclared: "未声明",
  noRecord: "没有记录",
  terms: "使用条款",
  unconfirmed: "这是模板，未经任何机关确认，非官方。",
  fullTerms: "条款全文",
  leftOut: {
    title: "不在其中的",
    note: "与页面上能看到的不同之处。",
    search: "按主体查询",
    lines: [
      {
        what: "失信信息",
        why: "行政处罚、经营异常名录、严重失信主体名单等只在主体页面显示，每条写明公示到哪一天。批量副本不能保证在期满、修复、撤销的当日停止使用。",
      },
      { what: "个体工商户", why: "其信息属于个人信息，须按全称或完整代码逐个查询。" },
      { what: "自然人", why: "本站不提供自然人信息。" },
      { what: "非公开字段", why: "法定代表人、证件号码等个人信息和不向社会公开的字段不提供。" },
    ],
  },
  programs: {
    title: "给程序",
    note: "答复中有版本（ETag）；没有变化的不必重新下载。",
    lines: [
      { says: "数据集清单", path: "/api/v1/open-data" },
      { says: "整个数据集", path: "/api/v1/open-data/{事项}.csv" },
      { says: "一行的 JSON Schema", path: "/api/v1/open-data/{事项}/schema" },
      { says: "接口文档 OpenAPI 3.1", path: "/api/v1/openapi.json" },
    ],
  },
} as const;
