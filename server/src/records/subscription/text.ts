// Every Chinese string of subscriptions.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const subscriptionTexts: RefusalTexts = {
  "subscription.unknown": { title: "没有这项订阅", detail: "没有这个订阅编号，或它不是本单位的订阅。" },
  "subscription.unsound-code": { title: "统一社会信用代码有误", detail: "接收单位的代码不是有效的统一社会信用代码。" },
  "subscription.unknown-purpose": { title: "没有这个查询事由", detail: "用途须为登记的查询事由的一种。" },
  "subscription.unknown-entry": { title: "没有这个目录事项", detail: "事项 {entry} 不在现行目录中。" },
  "subscription.unknown-article": { title: "依据条文不详", detail: "所填条文的规范性文件不在规则的来源中。" },
  "subscription.bad-term": {
    title: "订阅期限有误",
    detail: "起始日不得早于今日，须早于终止日；一次至多 {years} 年。",
  },
};
