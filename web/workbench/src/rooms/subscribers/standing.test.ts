import { expect, test } from "vitest";
import { bar, lackOf, noWish, progressWord, receiptStatus, subscriptionStatus } from "./standing.ts";

test("a subscription opens from its first day until the day on which it is not good any more", () => {
  const one = { since: "2026-09-09", until: "2027-09-09", endedAt: null };
  expect(subscriptionStatus(one, "2026-09-08").word).toBe("尚未开始");
  expect(subscriptionStatus(one, "2026-09-09").word).toBe("有效");
  expect(subscriptionStatus(one, "2027-09-08").word).toBe("有效");
  expect(subscriptionStatus(one, "2027-09-09").word).toBe("已到期");
  expect(subscriptionStatus({ ...one, endedAt: "2026-09-10T00:00:00Z" }, "2026-09-11").word).toBe("已终止");
});

test("what is owed is said with its days", () => {
  expect(receiptStatus({ unacknowledged: 0, days: null }).word).toBe("没有欠缺");
  expect(receiptStatus({ unacknowledged: 2, days: 11 })).toMatchObject({ word: "2 件未回执，最久 11 日", tone: "zhe" });
});

test("places are counted from one, and none told is said so", () => {
  expect(progressWord({ nextPosition: 0, through: null })).toBe("尚无通知");
  expect(progressWord({ nextPosition: 18, through: null })).toBe("共 18 件通知，连续回执到第 0 件");
  expect(progressWord({ nextPosition: 18, through: 15 })).toBe("共 18 件通知，连续回执到第 16 件");
});

test("nobody is named by a template, nor before the days are over", () => {
  const rule = { confirmed: false, basis: "repair-plan-2025#*", publisher: "信用中国", days: 30 };
  expect(bar(rule, { days: 99 })?.[0]).toContain("信用中国");
  expect(bar({ ...rule, confirmed: true }, { days: 11 })).toEqual([
    "依据要求最早一件满 30 日；现在是第 11 日。",
    "还有 19 日；其间可以催办。",
  ]);
  expect(bar({ ...rule, confirmed: true }, { days: 30 })).toBeNull();
});

test("a wish is whole or says what it lacks", () => {
  expect(lackOf(noWish)).toBe("请填写十八位的统一社会信用代码。");
  const coded = { ...noWish, organisation: "91990100MA0XH00426" };
  expect(lackOf(coded)).toBe("请至少选择一个事项。");
  const open = { ...coded, entries: ["penalty"], since: "2026-09-09", until: "2026-09-09" };
  expect(lackOf(open)).toBe("终止日须晚于起始日。");
  const timed = { ...open, until: "2027-09-09" };
  expect(lackOf(timed)).toBe("请填写名称、依据、用途、文书号和理由。");
  const words = { name: "示例征信", basis: "1号", purpose: "financing", documentNo: "1号", reason: "接收" };
  expect(lackOf({ ...timed, ...words })).toBeNull();
});
