// Every Chinese string of commitments: refusals, and the wording that a subject signs.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { CommitmentKind, CommitmentState } from "./rules.ts";

export const KIND_NAMES: Readonly<Record<CommitmentKind, string>> = {
  informed: "告知承诺",
  "missing-papers": "容缺受理承诺",
  proof: "证明事项承诺",
  voluntary: "主动公示承诺",
  repair: "信用修复承诺",
};

export const STATE_NAMES: Readonly<Record<CommitmentState, string>> = {
  open: "履行中",
  due: "到期待认定",
  fulfilled: "已履行",
  broken: "未履行",
  lapsed: "已失效",
};

/**
 * The whole wording, one sentence a line; `{slots}` are filled in. It names no legal consequence: which one there is stands
 * in the notice of the receiving organisation, and this platform knows none of these.
 */
export const WORDING = {
  lines: [
    "{kind}书",
    "承诺编号：{commitment}",
    "承诺人：统一社会信用代码 {subject}",
    "接受单位：{receiverName}(统一社会信用代码 {receiver})",
    "事项：{matter}",
    "涉及文书：{documentNo}",
    "承诺内容：{promise}",
    "履行期限：{through}",
    "签署方式：{signed}",
    "不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。",
    "是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。",
    "本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。",
  ],
  none: "无",
  portal: "由承诺人在企业门户签署",
  hall: "由承诺人签署纸质承诺书，{registrar}登记",
  open: "无固定期限",
  through: "至 {day} 止",
} as const;

export const commitmentTexts: RefusalTexts = {
  "commitment.unknown": { title: "没有这项承诺", detail: "本单位没有作出或者收到这个编号的承诺。" },
  "commitment.unsound-code": { title: "统一社会信用代码有误", detail: "接受单位须填写有效的统一社会信用代码。" },
  "commitment.own-receiver": { title: "不能向本单位承诺", detail: "承诺须向另一单位作出。" },
  "commitment.unknown-receiver": { title: "没有这个接受单位", detail: "该代码不是在本平台办理业务的单位。" },
  "commitment.unknown-subject": {
    title: "没有这个主体",
    detail: "承诺人的统一社会信用代码在本平台没有登记。",
    cure: "请按纸质承诺书核对代码。",
  },
  "commitment.words-needed": { title: "内容不能为空", detail: "承诺内容和理由都须写明。" },
  "commitment.too-long": { title: "内容过长", detail: "这一项最多 {max} 字。" },
  "commitment.personal-number": {
    title: "内容含有个人信息",
    detail: "内容中有疑似身份证件号码或者手机号码。",
    cure: "请删去以后重新提交。",
  },
  "commitment.one-document": {
    title: "修复承诺须对应一份文书",
    detail: "信用修复承诺须写明而且只写明一份决定文书号；其他承诺不写文书号。",
  },
  "commitment.through-past": { title: "履行期限已过", detail: "履行期限不得早于今日。" },
  "commitment.wording-differs": {
    title: "承诺书内容已变化",
    detail: "所签署的承诺书与现在的承诺书不一致。",
    cure: "请重新取得承诺书全文，看过以后再签署。",
  },
  "commitment.given": {
    title: "已经作出承诺",
    detail: "同一份承诺书、同一份签署件只登记一次；一份文书只有一项有效的修复承诺。",
  },
  "commitment.same-person": { title: "不得认定自己的承诺", detail: "签署承诺的人不得认定其是否履行。" },
  "commitment.document-needed": { title: "须写明文书号", detail: "认定未履行的，须写明据以认定的文书号。" },
  "commitment.said": { title: "已经这样认定", detail: "最近一次认定与此相同。" },
  "commitment.changed": { title: "认定已有变化", detail: "在您查看以后又有新的认定。", cure: "请重新查看以后再办理。" },
};
