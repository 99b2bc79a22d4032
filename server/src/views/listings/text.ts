// Every Chinese string of the registry of lists.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { ListDoor, ListExit, ListProcedure } from "../../policy/list-procedure.ts";

export const listingTexts: RefusalTexts = {
  "listings.unknown-list": { title: "没有这个名单", detail: "规则中没有这个编号的名单。" },
};

export const text = {
  rules: "规则与条文",
  title: "名单与程序",
  lead: "哪些名单可以列入、由谁认定、凭什么情形、期限多长、怎样退出、怎样救济。没有依据的名单不能启用；次数再多也不会自动列入。",
  live: "已启用的名单",
  liveNote: "列入须由认定机关依程序决定，或者由法院等认定机关在其自己的程序中决定以后报送。",
  templates: "未启用",
  templatesNote: "条件或者程序尚未由规章规定，或者尚未核对确认；不得据以列入。",
  others: "公告与法定限制",
  othersNote: "不是名单，不产生列入。",
  name: "名单",
  authority: "认定机关",
  term: "期限",
  none: "没有",
  empty: "尚未规定",
  states: {
    live: "已启用",
    template: "未启用",
    lapsed: "依据已失效，不再列入",
  } satisfies Record<ListProcedure["state"], string>,
  terms: {
    months: (months: number): string => `${months} 个月`,
    extension: (months: number): string => `，可以再延长至多 ${months} 个月`,
    none: "没有固定期限，至移出为止",
    "until-performed": "至履行完毕为止",
    unknown: "尚未规定",
  },
  facts: "认定",
  basis: "设列依据",
  procedure: "程序依据",
  offices: "本地认定单位",
  subjects: "适用主体",
  door: "决定的来处",
  doors: {
    here: "在本平台依程序作出决定",
    elsewhere: "在认定机关自己的程序中决定以后报送，程序由认定机关负责",
  } satisfies Record<ListDoor, string>,
  entry: "目录事项",
  published: "公布内容",
  note: "说明",
  grounds: "列入情形",
  groundsNote: "情形须由认定机关逐案查明；只列决定写明的主体，不及于股东、关联企业和同一地址的单位。",
  threshold: "认定标准",
  heard: "事先告知与听取意见",
  heardSteps:
    "决定以前先书面告知事实、理由、依据、后果、退出条件和救济途径，听取陈述申辩；决定由第二人签发，送达以后列入。",
  defence: "陈述申辩",
  defenceDays: (days: number): string => `自送达之次日起 ${days} 个工作日`,
  hearing: "听证通知",
  hearingDays: (days: number): string => `至少提前 ${days} 个工作日`,
  exit: "怎样退出",
  exits: {
    term: { label: "期满移出", says: "期满自动停止公示，不需要申请" },
    "early-removal": { label: "提前移出", says: "" },
    correction: { label: "纠正移出", says: "" },
    revocation: { label: "撤销列入决定", says: "列入决定被撤销的，自始无效" },
    repair: { label: "信用修复", says: "依信用修复的规定办理" },
  } satisfies Record<ListExit, { readonly label: string; readonly says: string }>,
  early: {
    listing: (months: number): string => `自列入之日起满 ${months} 个月，且：`,
    correction: (months: number): string => `自改正之日起满 ${months} 个月，且：`,
  },
  penalty: "处罚撤销或者修复",
  penaltyEnds: "列入随之结束",
  penaltyStays: "不当然结束列入：列入另有决定，另行退出",
  remedies: "救济途径",
  remedyKinds: { reconsideration: "申请行政复议", litigation: "提起行政诉讼" },
  remedyDays: (days: number): string => `自送达之日起 ${days} 日内`,
  remedyMonths: (months: number): string => `自送达之日起 ${months} 个月内`,
  showing: "已列入的公示",
} as const;
