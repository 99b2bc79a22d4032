// Every Chinese string of looks at what is not public.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const sharingTexts: RefusalTexts = {
  "sharing.no-office": {
    title: "本单位未登记为可以查询的单位",
    detail: "非公开信息只向登记了办件编号格式与每日限额的单位提供。",
    cure: "请由信用中心在规则目录 access/offices.yaml 中登记，经第二人确认后生效。",
  },
  "sharing.unknown-purpose": { title: "没有这个查询事由", detail: "查询事由须为登记的一种，见接口文档。" },
  "sharing.matter-format": {
    title: "办件编号格式不符",
    detail: "本单位的办件编号格式为 {format}(# 为数字，@ 为大写字母)。",
    cure: "请填写正在办理的事项的编号；没有办件，不得查询。",
  },
  "sharing.no-duty": {
    title: "没有此项法定职责",
    detail: "本单位今日没有登记这项职责，不能据以查询非公开信息。",
    cure: "凭主体的授权可以查询；职责的登记由信用中心办理。",
  },
  "sharing.unknown-entry": {
    title: "没有这个目录事项",
    detail: "所查的事项中有目录里没有的，整个查询未执行。",
    cure: "事项编号见目录。",
  },
  "sharing.purpose-outside-duty": { title: "事由不属于此项职责", detail: "这项职责的依据不包括所填的查询事由。" },
  "sharing.entry-outside-duty": {
    title: "事项不属于此项职责",
    detail: "所查的目录事项中有这项职责不包括的，整个查询未执行。",
    cure: "请只列出职责所及的事项。",
  },
  "sharing.unsound-code": {
    title: "统一社会信用代码有误",
    detail: "第 {place} 个主体的代码不是有效的统一社会信用代码。",
    cure: "本接口只按代码查询，不按名称匹配。",
  },
  "sharing.twice": { title: "同一主体重复", detail: "第 {place} 个主体在本次查询中出现了两次。" },
  "sharing.many-parties": {
    title: "同一办件编号对应多个主体",
    detail: "办件编号 {matter} 用于多个主体，但未声明为多方办件。",
    cure: "确为多方办件的，请声明 multiParty；否则请逐一填写各主体的办件编号。",
  },
  "sharing.too-many-records": {
    title: "导出的记录超过上限",
    detail: "一次至多导出 {most} 条，本次没有导出，也没有占用授权次数。",
    cure: "请减少主体或事项后分次导出。",
  },
  "sharing.changed-meanwhile": {
    title: "导出期间记录有变化",
    detail: "有记录在读取各页之间新到或终止，未生成文件。",
    cure: "请重新导出。",
  },
  "sharing.unknown-look": { title: "没有这次查询", detail: "没有这个留痕编号，或它不是对本单位的查询。" },
  "sharing.download-under-way": {
    title: "正在为您准备下载文件",
    detail: "同一账户一次只能准备一份本单位的下载文件，上一份尚未准备完毕。",
    cure: "请稍候片刻再试。",
  },
  "sharing.no-proof-yet": {
    title: "证明尚未生成",
    detail: "查询日志每小时签一次名，这次查询还没有被签名的根覆盖。",
    cure: "请在一小时后再取。",
  },
};

export const words = { listJoin: "、" } as const;

/** The file that an officer takes along. */
export const sheet = {
  /** The line where people see which export it is. */
  mark: "导出编号 {id}，{at} 由{organisation}导出，仅供办理所填事项使用，不得转交。",
  heads: [
    "统一社会信用代码",
    "名称",
    "办件编号",
    "事项",
    "结果",
    "核查范围",
    "文书号",
    "认定机关",
    "决定日期",
    "可用至",
    "失信严重程度",
    "数据来源单位",
    "接收日期",
    "标注",
    "内容",
  ],
  outcomes: {
    found: "有记录",
    "not-found": "未查询到",
    unchecked: "未能核查",
    "not-authorised": "没有授权",
  },
  checkedThrough: "{providers} 个来源，完整至 {through}",
  uncheckedSources: "未核查：{sources}",
  severities: { minor: "轻微", general: "一般", serious: "严重", unclassified: "未分类" },
  noEnd: "至终止时止",
  notProvided: "未提供",
  field: "{label}：{value}",
  fieldJoin: "；",
} as const;

export const api = {
  tag: "查询与授权",
  query: "凭法定职责或主体授权查询非公开信息；先留痕，后答复",
  queryAnswer: "逐个主体的答复。没有授权的写明没有授权，未能核查的写明未能核查，从不以空结果代替。",
  rules: "凭什么可以查询非公开信息：事由、法定职责及其条文、可以查询的单位、授权的上限",
  dutyUntil: "不再有此项职责的第一日；null 为没有止日",
  matterFormat: "办件编号的格式：# 为数字，@ 为大写字母，其余原样",
  export: "凭法定职责或主体授权查询并导出为带标记的 CSV；每个主体、每一页都留痕，导出编号写在文件首行",
  exportAnswer: "CSV，带字节顺序标记；首行为导出编号，其后为表头。行序由导出编号决定。",
  ownRecord: "本单位的全部记录，连同来源",
  ownLooks: "谁查询过本单位：单位、岗位、办件、字段、事由、依据、时间",
  proof: "一次对本单位的查询确在日志中的证明，核验方法见 docs/spec/access-log.md",
  download: "本单位的全部资料，一行一项(NDJSON)：记录及来源、查询、授权、通知；最后一行说明是否完整",
  uscc: "统一社会信用代码，18 位",
  purpose: "查询事由，规则目录 access/rules.yaml 中登记的一种",
  matter: "办件编号，按本单位登记的格式",
  basis: "依据：法定职责(写明编号)或主体的授权",
  entries: "要查的目录事项；不写则为依据所及的全部",
  multiParty: "声明为多方办件：同一办件编号对应多个主体",
  outcome: "data 有记录；nothing-found 未查询到，且来源都已核查；not-checked 未能核查；not-authorised 没有授权",
  look: "这次查询的留痕编号，主体可以看到",
  state: "found 有记录；not-found 未查询到；unchecked 未能核查",
  known: "本平台是否有这个主体的登记或记录",
  fields: "依据所及的字段；null 为未提供",
  marks: "现时的标注：异议处理中、行政复议中、诉讼中；没有的为空",
  shownUntil: "可用的最后一日(含)，次日起不得再使用；null 为至终止时止",
  cursor: "接着读下一页：原样交回，不必再填其他内容",
  prompt: "仅供办理所填事项参考。是否采用、怎样采用，由承办人决定。",
} as const;
