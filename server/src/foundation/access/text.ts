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
};
