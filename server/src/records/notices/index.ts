export { markRead } from "./service.ts";
export type { NoticePorts } from "./service.ts";
export { readMark } from "./store.ts";
export type { NoticePlace } from "./rules.ts";
export { noticeTexts } from "./text.ts";
