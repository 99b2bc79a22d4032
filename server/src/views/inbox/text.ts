// Every Chinese string of notices; written when a notice is read, and kept nowhere.
import type { NoticeKind } from "./rules/notices.ts";

export const noticeWords: Readonly<Record<NoticeKind, { readonly title: string; readonly text: string }>> = {
  "looked-at": {
    title: "本单位的信用信息被依职责查询",
    text: "{day}，{office}依职责查询 {looks} 次，涉及办件 {matters} 件。事由、依据和所查事项见查询记录。",
  },
  "authorisation-used": {
    title: "授权被使用",
    text: "{day}，{office}凭本单位的授权查询 {looks} 次。不想再授权的，可以随时撤回，不收费用。",
  },
  "authorisation-expired": { title: "授权到期", text: "给予{office}的授权已于 {day} 到期，此后不能再凭以查询。" },
  "authorisation-revoked": { title: "授权终止", text: "给予{office}的授权已终止({side})，即刻起不能再凭以查询。" },
  "record-arrived": {
    title: "收到一条新的记录",
    text: "{entry}{document}。内容有误的，请联系数据源单位更正；更正不收费用。",
  },
  "publicity-ends": { title: "公示期将满", text: "{entry}{document}公示至 {day}，次日自动停止公示，不需要申请。" },
  "repair-possible": {
    title: "可以申请修复的日期",
    text: "{entry}{document}自 {day} 起可以申请修复。办理修复不收任何费用。",
  },
  "case-notice": {
    title: "列入名单事先告知",
    text: "{office}拟将本单位列入“{list}”，已作出事先告知。可以陈述、申辩，可以申请听证，不收任何费用；期限见案件。",
  },
  "case-served": { title: "事先告知已送达", text: "{office}录入了“{list}”事先告知的送达。陈述申辩的期限见案件。" },
  "case-hearing": { title: "听证日期", text: "{office}定于 {day} 就列入“{list}”举行听证。" },
  "case-decision": { title: "列入决定已签发", text: "{office}已签发列入“{list}”的决定，送达以后生效。" },
  "case-listed": {
    title: "已列入名单",
    text: "{office}的决定已送达，本单位自 {day} 起列入“{list}”。退出条件、救济途径和期限见案件。",
  },
  "case-removed": { title: "已移出名单", text: "{office}自 {day} 起将本单位移出“{list}”，停止公示，不需要申请。" },
  "case-restored": {
    title: "修复被撤销，恢复列入",
    text: "{office}已撤销修复，自 {day} 起恢复列入“{list}”，期限照原决定计算。理由、救济途径和期限见修复文书。",
  },
  "case-closed": { title: "不予列入", text: "{office}决定不将本单位列入“{list}”，案件终结。" },
  "objection-accepted": {
    title: "异议已受理",
    text: "对{office}{document}的异议已经受理。关于信用记录的，各渠道即时标注“异议处理中”，办结为止。",
  },
  "objection-refused": { title: "异议不予受理", text: "对{office}{document}的异议不予受理，理由和救济途径见通知书。" },
  "objection-forwarded": { title: "异议已转送", text: "异议已转送{office}核实答复。" },
  "objection-extended": { title: "异议答复延期", text: "{office}说明理由，延长了答复期限；只可延长一次。" },
  "objection-answered": {
    title: "异议已办结",
    text: "对{office}{document}的异议已有结果，理由和救济途径见结果告知书。",
  },
  "objection-to-answer": { title: "有异议待答复", text: "一件对本单位{document}的异议已经转送，请在期限内核实答复。" },
  "objection-reminder": { title: "异议催办", text: "一件对本单位{document}的异议逾期没有答复，催办函见异议。" },
  "repair-accepted": { title: "修复申请已受理", text: "{office}已受理对{document}的修复申请，办理期限见申请。" },
  "repair-refused": {
    title: "修复申请不予受理",
    text: "{office}不予受理对{document}的修复申请，理由和救济途径见通知书。",
  },
  "repair-need-more": { title: "修复申请须补正", text: "{office}要求补正对{document}的修复申请，缺少什么见通知书。" },
  "repair-extended": { title: "修复办理延期", text: "{office}说明理由，延长了办理期限；只可延长一次。" },
  "repair-decided": {
    title: "修复申请已有决定",
    text: "{office}对{document}的修复申请已作出决定，理由和救济途径见决定书。",
  },
  "repair-to-handle": { title: "有修复申请待办理", text: "一件对{document}的修复申请等待本单位办理，期限见申请。" },
  "repair-reminder": {
    title: "修复催办",
    text: "一件对{document}的修复申请逾期没有办结，催办函见申请。逾期不是不予修复。",
  },
  "record-recalled": {
    title: "此前所用的一条记录自始不成立",
    text: "办件 {matter} 的查询(留痕编号 {look})用到的文书{document}已被撤销、确认违法或者无效，或者不属于该主体，自始不成立。请重新考虑依据它所作的判断。",
  },
  "listings-changed": {
    title: "名单有变动",
    text: "{day}，“{list}”列入 {listed} 家、移出 {removed} 家。与本单位办理的{matters}有关：办件时请按办件编号核查，不得仅凭名称处理。",
  },
  "receipts-owed": {
    title: "有撤回通知没有回执",
    text: "{count} 件通知没有回执，最早一件作出于 {day}。请取出通知，先改正自己的副本，再回执；接收情况见“我接收的信息”。",
  },
  "receipts-reminder": {
    title: "回执催办",
    text: "信用中心催办：当时 {count} 件撤回通知没有回执，最早一件作出于 {day}。请先改正自己的副本，再回执。",
  },
  alert: {
    title: "查询中有异常情形",
    text: "{office}一个查询过本单位的账户触发了异常监测，安全管理员和审计员已经得到提示。",
  },
  "proposal-approved": { title: "申请已办结", text: "{command}：第二人已同意，并已执行。" },
  "proposal-refused": { title: "申请未获同意", text: "{command}：第二人未同意，未执行。" },
};

/** Who ended an authorisation. */
export const sideWords: Readonly<Record<string, string>> = {
  grantor: "本单位撤回",
  hall: "凭纸质申请撤回",
  grantee: "被授权单位放弃",
};

/** A document number behind the name of what it is about. */
export const documentWords = (document: string): string => (document === "" ? "" : `(${document})`);

/** Several names of matters in one sentence. */
export const joinMatters = (names: readonly string[]): string => names.join("、");

export const api = {
  tag: "通知",
  list: "本单位的通知，由记录、规则和当日推算，最近一年",
  mark: "已读到某一条为止",
  kind: "通知的种类",
  about: "所关的记录、授权、异常情形或申请的编号；按日汇总的为 null",
  position: "这一条的位置，标记已读时交回",
  isNew: "本账户是否未读",
  unread: "未读条数",
} as const;
