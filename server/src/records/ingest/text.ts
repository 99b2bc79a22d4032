import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { BatchState } from "./rules/batch.ts";
import type { Outcome } from "./rules/fate.ts";

/** Why a second person is asked, where whoever sent it named no purpose. */
export const carryOverReason = "旧平台数据迁移";

/** Words of the contract. */
export const api = {
  declared: "旧平台数据迁移 only: rows of each state as the old platform counts them",
  declaredExample: "正常=120,已修复=30",
  handover: "旧平台数据迁移 only: the document of the handover",
  carriedOver: "旧平台数据迁移: how the counts of each state reconcile",
} as const;

export const stateTexts: Readonly<Record<BatchState, string>> = {
  receiving: "接收中",
  waiting: "待第二人放行",
  processing: "处理中",
  done: "已完成",
  withdrawn: "已撤回",
  failed: "未能读取",
};

export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  skipped: "说明行",
  accepted: "入库",
  duplicate: "重复",
  quarantined: "疑问数据",
  rejected: "退回",
};

/** What stands in a message for the values of a correction that are no words themselves: none, and a severity. */
export const correctionTexts: Readonly<Record<string, string>> = {
  "": "未填",
  minor: "轻微",
  general: "一般",
  serious: "严重",
  unclassified: "未分类",
};

/** Where a row's message begins: the row, the field, what stood there. */
export const messageParts = {
  row: "第{row}行",
  sheet: "工作表“{sheet}”",
  field: "“{field}”",
  value: "原值“{value}”",
} as const;

export const ingestTexts: RefusalTexts = {
  "ingest.unknown-batch": { title: "没有这个批次", detail: "批次不存在，或不属于本单位。" },
  "ingest.unknown-mapping": { title: "没有这个列映射", cure: "请使用目录公布的映射名，或先登记本单位的映射。" },
  "ingest.mapping-field": {
    title: "映射指向不存在的字段",
    detail: "“{field}”不是该事项的字段。",
    cure: "请对照目录事项的字段标识修改映射。",
  },
  "ingest.not-mendable": { title: "不能更正这个批次", detail: "被更正的批次须为本单位同一事项且已处理完成。" },
  "ingest.wrong-state": { title: "批次状态不允许此操作", cure: "可先查看批次状态。" },
  "ingest.upload-too-large": { title: "文件过大", detail: "上限为{bytesMax}字节。", cure: "请分批报送。" },
  "ingest.upload-offset": { title: "上传位置不符", detail: "已保存{offset}字节，请从该处续传。" },
  "ingest.same-file": { title: "同一文件已报送过", detail: "以首次报送的批次为准。" },
  "ingest.not-carried-over": {
    title: "不是旧平台数据",
    detail: "只有规则中标明为旧平台数据迁移的列映射，才写各状态的条数与移交文书号。",
    cure: "请去掉这两项，或改用迁移的列映射。",
  },
  "ingest.carry-over-closed": {
    title: "旧平台数据迁移已结束",
    detail: "规则规定的最后一日是{until}。",
    cure: "此后的记录请由作出决定的单位报送。",
  },
  "ingest.carry-over-document": {
    title: "缺少移交文书号",
    cure: "旧平台数据迁移须写明移交清单或者移交协议的文号。",
  },
  "ingest.declared-counts": {
    title: "各状态的条数不可读",
    detail: "须写明旧平台导出的各状态条数，每一状态写一次。",
    cure: "写法：正常=120,已修复=30；没有状态的行写作 =5。",
  },
  "ingest.counts-differ": {
    title: "条数与旧平台所称不符",
    detail: "声明条数/文件条数：{differences}。整份文件未接收。",
    cure: "请核对导出是否完整，或改正所声明的条数。",
  },
  "ingest.carried-state-unknown": {
    title: "旧平台状态不认识",
    detail: "未经判断不公示。",
    cure: "请核对该记录在旧平台是否仍有效；用语常见的，可写入规则。",
  },
  "ingest.carried-disputed": {
    title: "旧平台上有未办结的异议",
    detail: "未经判断不公示。",
    cure: "请先查明异议结果；仍未办结的，入库后由主体或大厅在本平台重新提出。",
  },
  "ingest.carried-day": {
    title: "旧平台的日期不可用",
    detail: "日期不可读，或晚于{today}。",
    cure: "请核对旧平台的收到、状态、异议日期。",
  },
  "ingest.carried-ends-others": {
    title: "旧平台称已终止，本平台另有单位报送",
    detail: "同一决定已由其他单位报送并仍有效；迁移不能替该单位终止。",
    cure: "请取得认定机关的修复或者撤销文书，凭文书判断。",
  },
  "ingest.not-released": { title: "未获放行", detail: "本单位第二人未同意接收这一批次，未保存任何内容。" },
  "ingest.upload-abandoned": { title: "上传未完成，已作废", cure: "请重新报送。" },
  "ingest.upload-length": {
    title: "缺少上传长度",
    cure: "续传请先以 Upload-Length 声明总字节数，再以 Upload-Offset 分段发送。",
  },
  "ingest.missing-columns": {
    title: "缺少必需的列",
    detail: "“{entry}”缺少：{columns}。",
    cure: "请使用该事项的模板，或登记本单位版式的列映射后重新报送。",
  },
  "ingest.ambiguous-columns": {
    title: "两列对应同一字段",
    detail: "“{field}”同时对应：{columns}。",
    cure: "请只保留一列，或用列映射指明。",
  },
  "ingest.forbidden-column": {
    title: "含有不得归集的列",
    detail: "“{kind}”依法不得归集。",
    cure: "请删除该列后重新报送。",
  },
  "ingest.template-row": { title: "模板说明行，已跳过" },
  "ingest.natural-person": {
    title: "自然人信息不接收",
    detail: "自然人模块未启用，本行未保存任何内容。",
    cure: "请只报送法人、非法人组织和个体工商户的记录。",
  },
  "ingest.resident-id-in-code": {
    title: "代码列填了居民身份证件号码",
    detail: "该号码未保存。",
    cure: "请改填统一社会信用代码；自然人的记录不接收。",
  },
  "ingest.code-unreadable": { title: "不是可识别的代码", cure: "请核对登记证照，改填18位统一社会信用代码。" },
  "ingest.code-destroyed": {
    title: "代码已被电子表格改坏",
    detail: "号码的后几位在存为数字时丢失。",
    cure: "请把该列设为文本格式后，从原始系统重新导出。",
  },
  "ingest.code-not-canonical": {
    title: "代码书写不规范",
    detail: "含小写、全角或形近字符，规范写法可能是{proposal}。",
    cure: "请核对后确认；系统不自行改写。",
  },
  "ingest.code-check-digit": { title: "代码校验位不符", cure: "请核对登记证照；确系如此的，由第二人附证明材料确认。" },
  "ingest.code-is-registration-no": {
    title: "代码列填的是工商注册号",
    cure: "请改填统一社会信用代码，或由第二人核对候选主体。",
  },
  "ingest.code-is-organisation-code": {
    title: "代码列填的是组织机构代码",
    cure: "请改填统一社会信用代码，或由第二人核对候选主体。",
  },
  "ingest.code-is-tax-no": {
    title: "代码列填的是纳税人识别号",
    cure: "请改填统一社会信用代码，或由第二人核对候选主体。",
  },
  "ingest.name-missing": { title: "缺少名称", cure: "请填写主体全称。" },
  "ingest.name-only": {
    title: "只有名称，没有代码",
    detail: "同名候选{candidates}个。名称不能单独用于归属。",
    cure: "请补充统一社会信用代码。",
  },
  "ingest.several-candidates": {
    title: "同名主体不止一个",
    detail: "同名候选{candidates}个。",
    cure: "请补充统一社会信用代码。",
  },
  "ingest.name-mismatch": {
    title: "名称与代码不符",
    detail: "该代码登记的名称是“{known}”。",
    cure: "请核对名称与代码，或说明名称变更。",
  },
  "ingest.name-conflict": {
    title: "名称与登记不一致",
    detail: "登记的现用名称是“{known}”，本行没有更晚的日期。",
    cure: "名称变更请填写核准日期。",
  },
  "ingest.required-missing": { title: "缺少必填项", cure: "请补充后重新报送。" },
  "ingest.too-long": { title: "超过长度", detail: "最多{lengthMax}个字。" },
  "ingest.not-in-enumeration": { title: "不在规定的选项内", detail: "可填：{allowed}。" },
  "ingest.date-impossible": { title: "没有这一天", cure: "请改为决定书载明的日期。" },
  "ingest.date-shape": { title: "日期无法识别", cure: "请写成 2026-09-09 的形式。" },
  "ingest.date-future": { title: "日期在未来", detail: "接收日是{today}。", cure: "请改为决定书载明的日期。" },
  "ingest.date-order": { title: "截止日早于起始日", detail: "起始日是{from}。" },
  "ingest.not-a-number": { title: "不是规定的数字", detail: "最多{scale}位小数，不带单位。" },
  "ingest.field-code-unsound": { title: "机关代码有误", cure: "请填写该机关的统一社会信用代码。" },
  "ingest.damaged-text": { title: "文字含不可见的控制字符或乱码", cure: "请检查文件编码和该单元格后重新导出。" },
  "ingest.other-provider": { title: "数据来源单位不是报送单位", cure: "只能报送本单位产生的数据。" },
  "ingest.forbidden-kind": { title: "依法不得归集的信息", detail: "“{kind}”不得提供和公开，本行未保存。" },
  "ingest.forbidden-mention": {
    title: "文字提到不得归集的信息",
    detail: "出现“{word}”，涉及“{kind}”。",
    cure: "请确认本条不属于该类信息，或删去有关文字。",
  },
  "ingest.personal-in-text": {
    title: "文字中含个人号码",
    detail: "疑似居民身份证件号码或手机号码，本行未保存。",
    cure: "请删去号码后重新报送。",
  },
  "ingest.proposed-decision": {
    title: "可能是拟作出的决定",
    detail: "出现“{word}”。只接收已作出的决定。",
    cure: "请核对是否为正式决定书。",
  },
  "ingest.held-column": {
    title: "状态或公示范围列表明不是普通公示记录",
    detail: "可能已撤销、有异议或仅限内部。",
    cure: "请核对该决定的现状后再定。",
  },
  "ingest.amount-mismatch": {
    title: "金额与文字不一致",
    detail: "决定内容写的是{written}。",
    cure: "请以决定书为准改正（单位：万元）。",
  },
  "ingest.amount-unit": {
    title: "金额单位可能填成了元",
    detail: "决定内容写的是{written}，本列单位是万元。",
    cure: "请换算成万元。",
  },
  "ingest.duplicate": { title: "与已入库的记录相同" },
  "ingest.duplicate-registration": { title: "同一代码和名称已登记" },
  "ingest.duplicate-ended": { title: "与已终止公示的记录相同", detail: "疑似已修复信息重复上报，未恢复公示。" },
  "ingest.ended-resent": {
    title: "疑似已修复信息重复上报",
    detail: "同一决定已依法终止，内容却有不同。",
    cure: "请核对后说明；终止的效力不因重报恢复。",
  },
  "ingest.document-conflict": { title: "同一文书号内容不同", cure: "如系更正，请在报送时指明被更正的批次。" },
  "ingest.favourable-correction": {
    title: "减轻已入库内容的更正",
    detail: "由“{before}”改为“{after}”，较现有记录轻。",
    cure: "须由第二人凭文书编号和理由同意；此前原记录不变。",
  },
  "ingest.document-other-subject": { title: "同一文书号已用于另一主体", cure: "请核对文书号与相对人。" },
  "ingest.unknown-question": { title: "没有这条疑问数据" },
  "ingest.question-decided": { title: "这条疑问已经处理" },
  "ingest.reason-needed": { title: "须写明理由" },
  "ingest.subject-needed": { title: "须指明主体", cure: "请填写核对后的统一社会信用代码。" },
  "ingest.document-needed": { title: "须填写证明材料编号", detail: "代码不符或依名称确定主体的，须有证明材料。" },
  "ingest.completeness-future": { title: "不能声明未到的日期", detail: "{through}尚未结束。" },
  "ingest.completeness-backwards": { title: "声明不能早于此前的声明", detail: "此前已声明完整至{before}。" },
  "ingest.nil-order": { title: "零报告的起始日晚于截止日" },
};

/** What is recorded with an accepted statement. */
export const warningTexts: Readonly<Record<string, string>> = {
  "ingest.organisation-code": "代码通过校验，但其中的组织机构代码校验不符",
  "ingest.former-name": "以曾用名报送",
  "ingest.personal-not-kept": "个人字段的内容不像姓名，未保存",
  "ingest.identity-number-sound": "收到证件号码，格式有效，未保存",
  "ingest.identity-number-unsound": "收到证件号码，格式无效，未保存",
};
