// Every Chinese string of endpoints.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const endpointTexts: RefusalTexts = {
  "endpoints.unknown": { title: "没有这个推送地址", detail: "没有这个编号，或它不是本单位的推送地址。" },
  "endpoints.unsound-code": { title: "统一社会信用代码有误", detail: "接收单位的代码不是有效的统一社会信用代码。" },
  "endpoints.reminders-own": {
    title: "提醒只推送给信用中心自己的网关",
    detail: "提醒写明哪些主体有新的通知，只能推送到信用中心自己的短信等网关。",
  },
  "endpoints.unlisted": {
    title: "推送地址未列入名单",
    detail: "平台只向运行单位列入名单的站点推送；须为该站点上的完整地址，不含账号、口令和片段。",
  },
};
