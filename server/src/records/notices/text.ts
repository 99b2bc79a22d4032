// Every Chinese string of read marks.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const noticeTexts: RefusalTexts = {
  "notices.not-yet": { title: "位置有误", detail: "已读位置须为通知列表给出的位置。" },
};
