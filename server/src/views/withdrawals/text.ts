// Every Chinese string of deliveries and withdrawals.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const withdrawalTexts: RefusalTexts = {
  "withdrawals.no-subscription": {
    title: "没有有效的订阅",
    detail: "本单位今日没有有效的订阅，不能接收信息。已接收信息的终止通知照常可取。",
    cure: "订阅由信用中心登记，两人办理。",
  },
  "withdrawals.entry-not-open": {
    title: "事项不在订阅范围",
    detail: "所要的事项中有本单位的订阅不包括的，没有交付任何信息。",
  },
  "withdrawals.unknown-event": {
    title: "没有这条通知",
    detail: "回执中的位置或编号不是本单位的通知，整个回执未采纳。",
    cure: "请按通知中的编号和位置回执。",
  },
  "withdrawals.unknown-subscriber": {
    title: "没有这个订阅单位",
    detail: "这个单位没有登记过订阅，也没有接收过信息。",
  },
  "withdrawals.not-late": { title: "该单位没有未回执的通知", detail: "没有可以催办或公布的事项。" },
  "withdrawals.naming-not-confirmed": {
    title: "公布没有依据",
    detail: "现有依据把公布的权力交给{publisher}，没有交给本中心；随附的规则是模板，不启用。",
    cure: "本地另有依据的，写入规则目录 withdrawals/naming.yaml 并经确认后再办。",
  },
  "withdrawals.naming-too-early": {
    title: "尚不到可以公布的时间",
    detail: "最早一件未回执的通知满 {days} 日后才可以公布。",
  },
};

export const sheet = {
  heads: ["统一社会信用代码", "名称", "未回执件数", "最早一件的决定时间", "逾期日数", "最近一次催办", "公布时间"],
} as const;

export const api = {
  tag: "接收与撤回",
  deliver: "接收订阅所及的信息；先留痕，后交付。每条信息用接收单位自己的编号",
  delivery: "本次接收的编号，由接收单位自定；同一编号重复请求，结果相同",
  again: "连同以前接收过的一并重新交付，编号不变",
  feed: "已接收信息的终止、恢复、更正、撤回、标注和到期；按次序，可从头重取",
  after: "上次返回的 cursor；不填则从头",
  cursor: "接着取的位置，总是有；今日取完后，明日仍由此接着取",
  state: "自此通知起，这条信息的全部状态；以位置最大的通知为准",
  ends: "不得展示和使用的日期；from 为 null 的是自始不存在，through 为 null 的是没有止日",
  digest: "今日应当展示的已接收信息的摘要，按事项",
  copies: "今日应当展示的已接收信息：编号、期限、内容摘要",
  acknowledge: "回执：到某一位置为止的全部，或逐条",
  standing: "本单位的接收与回执情况",
  late: "有未回执通知的订阅单位，最久的在前；仅供内部",
  lateFile: "同上，CSV",
  remind: "催办一个订阅单位",
  naming: "公布的依据；未经确认的是模板，不能公布任何单位",
  namingConfirmed: "依据是否已经确认",
  subscribers: "登记过订阅或接收过信息的单位：订阅、接收、回执到哪里",
  subscriber: "一个订阅单位，另有接收、未回执通知和催办的明细，各列最多五十条",
  entriesOpen: "今日有效的订阅所及的事项；没有有效订阅的为空",
  name: "提请公布逾期未更新的订阅单位；须有依据、文书和第二人",
} as const;
