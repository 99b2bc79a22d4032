// Every Chinese string of the access log.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const accessTexts: RefusalTexts = {
  "audit.unavailable": {
    title: "暂时不能查询",
    detail: "查询记录暂时无法写入。未经记录的查询一律不予答复，公开页面不受影响。",
    cure: "请稍后重试；持续出现的，请联系系统管理员。",
  },
  "access.budget": {
    title: "今日查询的主体数已达上限",
    detail: "本单位每日可查询 {budget} 个不同主体，今日还可查询 {left} 个。已查询过的主体不受影响。",
    cure: "请于次日再查；确需增加的，由信用中心按程序调整。",
  },
  "access.matter-taken": {
    title: "办件编号已用于另一主体",
    detail: "办件「{matter}」首次查询时未声明涉及多个主体，只能用于最初查询的主体。",
    cure: "请核对办件编号；涉及多个主体的办件须在首次查询时声明。",
  },
  "access.unknown-look": {
    title: "没有这条待说明的查询",
    detail: "没有这个编号的查询，或它没有被抽中，或不属于本单位。",
  },
  "access.justified": { title: "已经说明", detail: "这条查询已有说明，说明不可更改。" },
  "access.unjustified": { title: "尚未说明", detail: "这条查询还没有说明，无从核对。" },
  "access.confirmed": { title: "已经核对", detail: "这条说明已由第二人核对。" },
  "access.unknown-alert": { title: "没有这条异常情形", detail: "没有这个编号的异常情形。" },
  "access.alert-closed": { title: "已经办结", detail: "这条异常情形已经办结。" },
  "access.no-delay-rule": {
    title: "没有可以暂缓告知的规则",
    detail: "只有规则写明依据条款、列明本单位的，才可以暂缓告知主体。",
    cure: "没有规则的，查询即时告知主体。",
  },
  "access.delay-end": { title: "暂缓告知的期限有误", detail: "应在今日以后，最迟不晚于 {last}。" },
  "access.unknown-matter": { title: "没有这个办件的查询", detail: "本单位没有以这个办件编号查询过。" },
  "access.unknown-delay": { title: "没有这项暂缓告知", detail: "没有这个编号的暂缓告知，或它不属于本单位。" },
  "access.delay-confirmed": { title: "已经确认", detail: "这项暂缓告知已由第二人确认。" },
};

/** What the contract says of the routes. */
export const api = {
  tag: "查询留痕",
  draws: "每晚抽查：当日开始以前公布种子的摘要，次日公布种子，任何人都可以重算",
  roots: "查询日志每小时的签名根，没有查询的小时也有",
  delays: "目前暂缓告知主体的查询有多少，依据哪一条",
  justifications: "被抽中的查询及其说明：本单位的；审计员看全部，不含主体与办件",
  justify: "说明被抽中的查询：案卷文号与理由",
  confirm: "由第二人核对说明，不得是查询人或说明人",
  alerts: "异常情形",
  closing: "办结异常情形，须写明理由，不得由被监测的人办理",
  propose: "提出暂缓告知，由第二人确认后生效",
  confirmDelay: "由第二人确认暂缓告知",
  seedHash: "种子的 SHA-256，十六进制",
  seed: "当日的种子，十六进制；当日未结束时为 null",
  late: "摘要是否在当日开始以后才公布",
  due: "说明的最后期限；工作日历未覆盖时为 null",
  note: "签名注记，格式见 docs/spec/access-log.md",
  key: "核验签名注记的公钥",
  look: "查询的留痕编号",
  hidden: "审计员所见为 null",
  state: "open 待说明；justified 待第二人核对；confirmed 核对属实；rejected 核对不属实",
  document: "案卷文号，不写个人信息",
  reason: "查询的理由，不写个人信息",
  sound: "案卷是否支持所写的理由",
  counted: "在时间段内计得的数",
  more: "规则所许的数，超过即为异常",
  response: "alert 告知；step-up 重新验证身份；freeze 冻结账户",
  until: "自这一日起告知主体",
} as const;
