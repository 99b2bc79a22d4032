import { describe, expect, test } from "vitest";
import { addressOf } from "./client.ts";
import { offline, problemOf, wayOutHref, wayOutOf } from "./problem.ts";

const told = {
  type: "/problems/accounts.step-up",
  title: "须再次确认身份",
  status: 403,
  detail: "此操作须在十分钟内再次确认过本人身份。",
  code: "accounts.step-up",
  article: "《某办法》第一条",
  availableFrom: "2026-09-19",
};

describe("a refusal", () => {
  test("is read with its article, its day and its number", () => {
    const headers = new Headers({ "x-request-id": "AAAA-BBBB", "retry-after": "5" });
    expect(problemOf(403, told, headers)).toEqual({
      code: "accounts.step-up",
      status: 403,
      title: told.title,
      detail: told.detail,
      article: told.article,
      availableFrom: "2026-09-19",
      number: "AAAA-BBBB",
      retrySeconds: 5,
    });
  });

  test.each([[null], ["<html>"], [{ code: 7, title: "" }]])("%j still has words", (body) => {
    const { code, title, detail } = problemOf(502, body, new Headers());
    expect({ code, title: title !== "", detail: detail !== "" }).toEqual({
      code: "web.unreadable",
      title: true,
      detail: true,
    });
  });

  test("says what can be done", () => {
    expect(wayOutOf(problemOf(403, told, new Headers()))).toBe("step-up");
    expect(wayOutOf(problemOf(401, { code: "accounts.session-ended" }, new Headers()))).toBe("sign-in");
    expect(wayOutOf(problemOf(403, { code: "accounts.role" }, new Headers()))).toBe("none");
    expect(wayOutOf(offline())).toBe("none");
    expect(wayOutHref("step-up", "/workbench/a?b=1&c=2")).toBe(
      "/sign-in/step-up?back=%2Fworkbench%2Fa%3Fb%3D1%26c%3D2",
    );
  });
});

test("an address has its slots filled and bears what is there", () => {
  expect(addressOf("/api/v1/batches/{batch}", { batch: "a/b" }, { cursor: null, entry: "", list: "x y" })).toBe(
    "/api/v1/batches/a%2Fb?list=x+y",
  );
});
