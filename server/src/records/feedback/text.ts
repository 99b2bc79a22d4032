// Every Chinese string of feedback after a check.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const feedbackTexts: RefusalTexts = {
  "feedback.unknown-look": { title: "没有这次核对", detail: "没有这个留痕编号，或者它不是本单位的核对。" },
  "feedback.unknown-measure": { title: "登记册中没有这项措施", detail: "登记册之外的措施不得实施，也不能反馈。" },
  "feedback.decision-needed": {
    title: "须写明决定文书号",
    detail: "措施由办理人员依法决定，已适用的须写明据以作出的决定文书号。",
  },
  "feedback.given": { title: "已经反馈", detail: "对这次核对的这项措施已经反馈过，反馈不能更改。" },
};
