import type { Finding, FindingCode } from "./assess-findings.ts";
import type { Fault, FaultCode } from "./fault.ts";
import type { Rank } from "./source.ts";

/** What a fault says and how it is mended. */
export interface FaultText {
  readonly message: string;
  readonly cure: string;
}

type Values = Fault["values"];
type Words = readonly [message: (values: Values) => string, cure: string];

const told = (values: Values, key: string): string => String(values[key] ?? "");
const field = (values: Values): string => `事项 ${told(values, "entry")} 的字段 ${told(values, "field")}`;

const WORDS: Readonly<Record<FaultCode, Words>> = {
  "policy.folder-missing": [
    (v) => `没有这个规则目录：${told(v, "folder")}`,
    "检查 XINHENG_POLICY 或启动参数中的目录。",
  ],
  "policy.unreadable": [
    (v) => `不是可读的 YAML（${told(v, "reason")}）`,
    "改正该处的 YAML 书写；同一层不得有重复的键。",
  ],
  "policy.unknown-file": [
    (v) => `不认识的规则文件 ${told(v, "name")}`,
    "核对文件名与所在目录；不需要的文件请移出规则目录。",
  ],
  "policy.unknown-key": [(v) => `不认识的键 ${told(v, "key")}`, "核对拼写，或删去该键。"],
  "policy.wrong-shape": [
    (v) => `${told(v, "key")} 的值不合要求（${told(v, "reason")}）`,
    "按同类文件的写法改正；条件必填的字段须写明条件。",
  ],
  "policy.duplicate-id": [(v) => `${told(v, "id")} 在同一目录中出现两次`, "保留一处，或改用另一个编号。"],
  "policy.version-lower": [
    (v) => `${told(v, "id")} 的版本 ${told(v, "version")} 低于已有的 ${told(v, "before")}`,
    "覆盖已有事项时版本只能升高。",
  ],
  "policy.region-missing": [
    (v) => `没有区划 ${told(v, "region")} 的 region.yaml`,
    "在本地规则目录中写明区划代码、名称与是否官方。",
  ],
  "policy.missing-part": [(v) => `缺少 ${told(v, "name")}`, "补上该文件；随附目录中有完整的一份。"],
  "policy.missing-basis": [
    (v) => `事项 ${told(v, "entry")} 没有依据`,
    "写明法律、行政法规、地方性法规或者党中央、国务院政策性文件的条文。",
  ],
  "policy.missing-article": [
    (v) => `依据《${told(v, "title")}》没有写明条次`,
    "写作 文件编号#条次；确指整个文件时写 #*。",
  ],
  "policy.unknown-source": [(v) => `依据 ${told(v, "source")} 没有登记`, "先在 sources.yaml 中登记该文件。"],
  "policy.expired-basis": [(v) => expired(v), "改引接替的文件；没有接替文件的，该事项不得再新增效果。"],
  "policy.not-yet-in-force": [
    (v) => `《${told(v, "title")}》自 ${told(v, "inForce")} 起施行，${told(v, "day")} 尚未施行`,
    "施行以前不得作为依据。",
  ],
  "policy.undated-basis": [
    (v) => `《${told(v, "title")}》的施行日不详`,
    "查明施行日后填入 sources.yaml；在此以前只能作模板事项的依据。",
  ],
  "policy.foreign-territory": [
    (v) => `《${told(v, "title")}》适用于 ${told(v, "territory")}，不适用于 ${told(v, "region")}`,
    "改引本地或者全国适用的文件。",
  ],
  "policy.succession-gap": [
    (v) =>
      `文件 ${told(v, "source")} 与前后文件的有效期没有衔接（${told(v, "until") || "未写失效日"} / ${told(v, "from")}）`,
    "旧文件的失效日应等于新文件的施行日。",
  ],
  "policy.unverified-live": [
    (v) => `事项 ${told(v, "entry")} 已启用，但其内容或依据未经核对`,
    "核对后改标记，或改为模板（state: template），由本地确认启用。",
  ],
  "policy.no-severity-rule": [
    (v) => `失信信息 ${told(v, "entry")} 没有严重程度规则`,
    "写 severityRule: provider 并指定 severity 字段。",
  ],
  "policy.unknown-category": [
    (v) => `没有目录类别 ${told(v, "category")}`,
    "改用 categories.yaml 中的类别；目录之外的信息不得归集。",
  ],
  "policy.unknown-rule": [
    (v) => `没有公示规则 ${told(v, "rule")}`,
    "改用 visibility/rules.yaml 中的规则；不公示的写 null。",
  ],
  "policy.unknown-field": [(v) => `没有字段 ${told(v, "field")}`, "核对字段编号；字段须先在该事项中列出。"],
  "policy.unknown-set": [(v) => `没有字段组 ${told(v, "set")}`, "改用 catalogue/field-sets.yaml 中的字段组。"],
  "policy.unknown-entry": [(v) => `没有目录事项 ${told(v, "entry")}`, "核对事项编号；无目录则无记录。"],
  "policy.duplicate-field": [
    (v) => `${field(v)} 出现两次`,
    "一个事项中字段编号不得重复；字段组中不要的用 except 去掉。",
  ],
  "policy.duplicate-head": [
    (v) => `列名“${told(v, "head")}”同时指 ${told(v, "other")} 与 ${told(v, "field")}`,
    "一个列名只能指一个字段：删去其中一处。",
  ],
  "policy.enum-without-values": [(v) => `${field(v)} 的类型与取值不相符`, "枚举字段须写 values；其他字段不得写。"],
  "policy.unknown-value": [
    (v) => `${field(v)} 的近义值指向未列出的“${told(v, "value")}”`,
    "近义值须指向 list 中的值。",
  ],
  "policy.length-without-mark": [
    (v) => `${field(v)} 的长度没有核对标记`,
    "写作 length: { max: 200, mark: verified }；未核对的标 unverified，不强制执行。",
  ],
  "policy.personal-shown": [
    (v) => `${field(v)} 是个人信息，却会被公开或被当作普通字段`,
    "个人信息须标 personal: true，分组不得为 public，不得放入标题与摘要。",
  ],
  "policy.sealed-field": [
    (v) => `${field(v)} 不得加密保存`,
    "只有组织事项中的个人字段可以 sealed：须为 string、有长度上限、分组为 authorisation，且不是证件号码，不参与标识。",
  ],
  "policy.forbidden-kind": [
    (v) => `“${told(v, "word")}”属于不得存储的信息（${told(v, "kind")}）`,
    "删去该事项或字段；任何入口都不得接收。",
  ],
  "policy.forbidden-weakened": [
    (v) => `禁止种类 ${told(v, "id")} 少了词语：${told(v, "words")}`,
    "本地目录只能增加禁止种类与词语，不得减少。",
  ],
  "policy.natural-person-module": [
    (v) => `事项 ${told(v, "entry")} 以自然人为主体，自然人模块未启用`,
    "不要确认该模板；自然人信息不在本平台归集。",
  ],
  "policy.unsound-code": [
    (v) => `统一社会信用代码 ${told(v, "uscc")} 校验不通过（${told(v, "verdict")}）`,
    "向该单位核对代码；校验位与组织机构代码均须正确。",
  ],
  "policy.unknown-confirmation": [
    (v) => `没有可以确认的 ${told(v, "what")}`,
    "只能确认模板事项、未核对的取值、长度与公示期版本。",
  ],
  "policy.edition-gap": [
    (v) =>
      `公示期版本 ${told(v, "edition")} 与后一版本没有衔接（${told(v, "until") || "未写失效日"} / ${told(v, "from") || "没有后一版本"}）`,
    "前一版本的失效日应等于后一版本的施行日。",
  ],
  "policy.term-order": [(v) => `公示期版本 ${told(v, "edition")} 的最短公示期长于最长公示期`, "核对月数。"],
  "policy.term-rank": [
    (v) => `公示期版本 ${told(v, "edition")} 比国家规定更重，而依据不是法律、行政法规或地方性法规`,
    "改引相应位阶的依据，或者缩短公示期。",
  ],
  "policy.unknown-year": [(v) => `${told(v, "day")} 不在 ${told(v, "year")} 年`, "节假日与调休日须写在所属年份之下。"],
  "policy.unknown-purpose": [(v) => `没有查询事由 ${told(v, "purpose")}`, "先在 access/rules.yaml 中登记该事由。"],
  "policy.unknown-office": [
    (v) => `单位 ${told(v, "office")} 没有登记为可以查询的单位`,
    "先在 access/offices.yaml 中登记该单位及其办件编号格式。",
  ],
  "policy.unknown-list": [(v) => `没有名单 ${told(v, "list")}`, "核对名单编号；名单写在 lists/ 中。"],
  "policy.list-rank": [
    (v) => `名单 ${told(v, "list")} 的依据《${told(v, "title")}》位阶不够`,
    "设列领域须以法律、行政法规、地方性法规或者党中央、国务院政策性文件为依据；列入和退出的条件、程序须由部门规章或者更高位阶的文件规定(人民法院依司法解释)。",
  ],
  "policy.list-subject": [
    (v) => `名单 ${told(v, "list")} 的主体类别 ${told(v, "kind")} 不在其目录事项之内`,
    "只能列入目录事项允许的主体类别；自然人不在本平台列入名单。",
  ],
  "policy.list-part": [
    (v) => `名单 ${told(v, "list")} 的 ${told(v, "part")} 缺失或者前后不符`,
    "启用的名单须写明列入情形、期限、退出、陈述申辩、听证和救济；空模板不能直接确认启用。",
  ],
  "policy.unknown-matter": [(v) => `没有事项 ${told(v, "matter")}`, "先在 measures/matters.yaml 中登记该事项。"],
  "policy.measure-rank": [
    (v) => `措施 ${told(v, "measure")} 没有相应位阶的依据`,
    "减损权益、增加义务的措施和法定限制须以法律、行政法规、地方性法规为依据；其他措施至少须有党中央、国务院政策性文件。",
  ],
  "policy.measure-part": [
    (v) => `措施 ${told(v, "measure")} 的 ${told(v, "part")} 缺失或者前后不符`,
    "惩戒措施写明类别 1、2、3；法定限制有自己的期限，不随名单；启用的措施须写明触发、事项与实施单位。",
  ],
  "policy.measure-fact": [
    (v) => `措施 ${told(v, "measure")} 不得以 ${told(v, "of")} 为触发`,
    "限制性措施只能依据严重失信主体名单或者对该主体本身作出的不利决定；等级、评分、承诺、个人信息和他人的记录都不得作为触发。",
  ],
  "policy.measure-unverified": [
    (v) => `措施 ${told(v, "measure")} 随附启用，但未经核对，或其依据未经核对`,
    "改为模板(state: template)，由本地以 measure:<措施> 确认启用。",
  ],
  "policy.repair-material": [
    (v) => `信用修复不得要求这项材料：${told(v, "material")}`,
    "只能要求履行证明和一份信用承诺书；其他材料须写明名单(list)和规定的具体条款。培训、收费一律不得要求。",
  ],
  "policy.repair-rank": [
    (v) => `不可修复的规定“${told(v, "rule")}”的依据位阶不够，或者没有写明 entry、list 之一`,
    "不可修复须以法律、行政法规、地方性法规或者党中央、国务院政策文件为依据。",
  ],
  "policy.list-unverified": [
    (v) => `名单 ${told(v, "list")} 随附启用，但有未核对的部分`,
    "改为模板(state: template)，由本地以 list:<名单> 确认启用。",
  ],
};

function expired(values: Values): string {
  const successor = told(values, "successor");
  const heir = successor === "" ? "，没有接替的文件" : `，已由《${successor}》接替`;
  return `《${told(values, "title")}》自 ${told(values, "until")} 起失效${heir}`;
}

/** The Chinese text of a fault and its cure. */
export function faultText(fault: Fault): FaultText {
  const [message, cure] = WORDS[fault.code];
  return { message: message(fault.values), cure };
}

const FINDINGS: Readonly<Record<FindingCode, (values: Values) => string>> = {
  "assess.lapsed": () => "依据均已失效，措施不成立；没有同位阶的接替文件，不得新增。",
  "assess.not-in-force": () => "依据均未施行或施行日不详，施行以前措施不成立。",
  "assess.template": () => "仍是模板，未经确认不对任何主体适用。",
  "assess.flag": (v) => `出现“${told(v, "word")}”，可能涉及${told(v, "name")}，请说明或者改写。`,
  "assess.too-long": (v) =>
    `期限 ${told(v, "months")} 个月，超过与失信严重程度相当的 ${told(v, "most")} 个月；请引用另定期限的法律、行政法规，或者缩短。`,
  "assess.outlasts-list": (v) =>
    `期限与名单“${told(v, "name")}”的退出相抵触：移出后措施仍然持续。请改为随名单终止(term: { kind: while-triggered })。`,
  "assess.any-record": (v) => `${told(v, "entry")} 的任何一条记录都会触发，与行为轻重不相当，请写明具体情形。`,
  "assess.unrelated": (v) =>
    `触发 ${told(v, "cause")} 的依据与本措施的依据没有共同的文件，请说明它与事项“${told(v, "matters")}”的关联。`,
  "assess.remedy-unnamed": () => "救济途径没有写明依据，请写明受理机关、期限与条文。",
  "assess.governed": (v) => `登记册中的“${told(v, "name")}”(${told(v, "measure")})已就相同触发、事项和主体作出规定。`,
  "assess.replaces": (v) => `与登记册中的“${told(v, "name")}”(第 ${told(v, "version")} 版)编号相同，将取而代之。`,
};

/** What is to be asked about a measure of a draft, or what takes its standing. */
export function findingText({ code, values }: Pick<Finding, "code" | "values">): string {
  return FINDINGS[code](values);
}

/** A fault in one line, as command and log show it: place, text, cure. */
export function faultLine(fault: Fault): string {
  const { message, cure } = faultText(fault);
  return `${fault.file}:${fault.line}:${fault.column} ${message}。${cure}`;
}

/** The title of an instrument in book marks. */
export function wholeInstrument(title: string): string {
  return `《${title}》`;
}

/** Central documents number their measures （六）; statutes and rules have articles. */
export function withArticle(
  title: string,
  told: { readonly article: string; readonly rank: Rank | undefined },
): string {
  const unit = told.rank === "central-policy" ? "项" : "条";
  return `${wholeInstrument(title)}第${told.article}${unit}`;
}
