import { expect, test } from "vitest";
import { bodyOf, noWish, wishFaults } from "./wish.ts";

const whole = {
  ...noWish,
  organisation: "11990100990001378K",
  name: " 示例市市场监督管理局 ",
  role: "clerk",
  login: "scjg-01",
  reason: "新到岗",
};

test("a whole wish is sent as it is meant, what was left open as nothing", () => {
  expect(bodyOf(whole)).toEqual({
    organisation: "11990100990001378K",
    name: "示例市市场监督管理局",
    role: "clerk",
    login: "scjg-01",
    registration: null,
    person: null,
    reason: "新到岗",
    documentNo: null,
  });
});

test.each([
  [{ organisation: "1199" }, "organisation"],
  [{ name: " " }, "name"],
  [{ role: "king" }, "role"],
  [{ login: "1x" }, "login"],
  [{ login: "X" }, "login"],
  [{ reason: "" }, "reason"],
])("%o lacks %s", (over, fault) => {
  expect(wishFaults({ ...whole, ...over })).toEqual([fault]);
  expect(bodyOf({ ...whole, ...over })).toBeNull();
});
