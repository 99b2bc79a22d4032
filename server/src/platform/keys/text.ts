// Every Chinese string of keys.
import type { RefusalTexts } from "../http/problem.ts";

export const keyTexts: RefusalTexts = {
  "keys.pseudonyms-busy": { title: "假名生成过于频繁", cure: "请稍后再试。" },
  "keys.pseudonyms-unavailable": {
    title: "假名服务不可用",
    detail: "保管假名密钥的进程没有应答，不以其他方式代替。",
    cure: "请稍后再试；持续出现的，请报告系统管理员。",
  },
};
