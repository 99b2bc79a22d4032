// Every Chinese string of the registry of measures and of checks.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const measureTexts: RefusalTexts = {
  "measures.unknown-matter": {
    title: "没有这个事项",
    detail: "登记册中没有所填的事项，不能核对。",
    cure: "事项编号见 GET /api/v1/measures；新的事项由信用中心在规则目录中登记。",
  },
  "measures.purpose-outside-matter": { title: "事由与事项不符", detail: "办理{matter}不用所填的查询事由。" },
  "measures.second-person-needed": {
    title: "须由第二人复核",
    detail: "一次核对超过 {most} 个主体，须先由本单位另一人复核名单。",
    cure: "请先提出批量核对申请，复核通过后凭申请编号核对。",
  },
  "measures.unknown-measure": {
    title: "登记册中没有这项措施",
    detail: "登记册中没有这项措施。登记册之外没有措施。",
    cure: "全部措施见 /measures。",
  },
  "measures.not-approved": {
    title: "没有相符的复核",
    detail: "所填的申请未经复核、已经过期，或者名单、事项、事由、职责与复核时不同。",
    cure: "请按复核过的名单核对，或者重新提出申请。",
  },
};

export const api = {
  tag: "measures",
  check: "核对：这些主体今日在这一事项中有哪些措施，各依据哪一条",
  checkAnswer: "逐个主体的答复",
  propose: "提出批量核对(超过一百个主体)，由本单位第二人复核",
  proposed: "等待复核的申请",
  registry: "措施与激励的登记册，以及事项",
  figures: "各项措施的反馈数",
  feedback: "反馈：措施是否适用、依据哪一决定、为什么",
  feedbackList: "本单位的反馈，新的在前；依据已失效的逐项标明",
  basisLapsed: "这项措施的依据已失效：此前作出的个别决定由本单位依法处理",
  prompt:
    "本结果是提示，不是决定。是否适用、怎样适用由办理人员依法决定并说明理由；只列与本事项有关的措施。未能核查不等于没有。",
  matter: "事项编号，见 GET /api/v1/measures",
  matterNo: "办件编号，按本单位登记的格式",
  outcome: "measures 有适用的措施；no-measure 无适用措施(各来源均已核查)；not-checked 未能核查",
  until: "最后一日(含)；null 为没有固定期限或以决定书为准",
  marks: "所依据记录现时的标注：异议处理中、行政复议中、诉讼中；没有的为空",
  readDecision: "期限以决定书为准，本平台不掌握",
  scope: "答复所依据的事项，逐项说明是否已核查",
  approval: "超过一百个主体时，已复核的申请编号",
  few: "少于十件不公布确数",
} as const;

export const words = {
  states: { live: "适用", template: "模板，未启用", pending: "尚未施行", lapsed: "依据已失效，不再新增" },
  classes: { 1: "第一类：减损权益、增加义务", 2: "第二类：相关管理措施", 3: "第三类：其他组织自主实施" },
  kinds: { restriction: "惩戒措施", "statutory-bar": "法定限制", incentive: "激励措施" },
} as const;

export const page = {
  title: "措施登记册",
  rules: "规则与条文",
  lead: "每一项惩戒措施、法定限制和激励措施：因何而来、用在哪些事项、由谁实施、依据哪一条、到何时为止、怎样救济。登记册之外没有措施；是否适用由办理机关依法决定。",
  sample: "示例，非官方。全国清单的行文没有核对到的，只作模板，不启用。",
  counted: (count: number): string => `${count} 项`,
  none: "登记册中没有用于这一事项的措施。",
  apart: "不向办理机关提示的",
  apartNote: "第三类由其他组织自主决定，从不作为命令推送；模板、尚未施行和依据已失效的不启用。",
  api: "程序读取（JSON）",
  measure: "措施",
  nature: "类别",
  basis: "依据",
  state: "状态",
  triggers: "因何而来",
  unless: "何时没有",
  noTrigger: "没有记录即可",
  listed: (name: string): string => `在${name}上`,
  says: (field: string, any: string): string => `${field}含“${any}”`,
  or: "”或“",
  join: "、",
  matters: "适用事项",
  noMatter: "没有",
  subjectKinds: "主体",
  bodies: "实施单位",
  body: (name: string, levels: string): string => `${name}（${levels}）`,
  levels: { national: "国家", province: "省", city: "市", county: "县" },
  term: "期限",
  months: (count: number): string => `自决定作出之日起 ${count} 个月，不因信用修复而缩短`,
  terms: {
    "while-triggered": "名单或者记录有效期间；移出、修复、期满之日起即行解除",
    stated: "以决定书载明的期限为准，不因信用修复而缩短",
  },
  remedy: "救济",
  commitment: "需要承诺",
  item: "全国清单",
  itemNo: (item: string): string => `第 ${item} 项(编号未核对)`,
  note: "说明",
  facts: "措施",
  version: (version: number): string => `第 ${version} 版`,
  limits: "它不是什么",
  limitsSay: [
    "不按次数、分数或者等级产生；一条记录只就其本身起作用。",
    "不及于股东、关联企业、同一地址的其他主体，除非决定书写明。",
    "只在列明的事项中提示；提示不是决定。",
  ],
  rests: {
    template: "这一项是模板，没有启用，不向任何机关提示。",
    pending: "依据尚未施行，这一项还没有启用。",
    lapsed: "依据已失效且没有同位阶的接替，自失效之日起不再新增；此前个别作出的决定由决定机关处理。",
  },
} as const;
