import { describe, expect, test } from "vitest";
import { bodyOf, endpointStatus, lackOf } from "./endpoint.ts";
import type { Endpoint, Wish } from "./endpoint.ts";

const endpoint: Endpoint = {
  endpoint: "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
  organisation: "91990100MA0XH00426",
  name: "示例征信有限公司",
  feed: "withdrawals",
  url: "https://a.example.cn/in",
  registeredAt: "2026-09-09T00:00:00Z",
  endedAt: null,
  messages: 0,
  failures: 0,
  nextAt: "2026-09-09T00:00:00Z",
  lastAt: null,
  lastAnswer: null,
};
const wish: Wish = {
  organisation: " 91990100MA0XH00426 ",
  name: "示例征信有限公司",
  feed: "withdrawals",
  url: " https://a.example.cn/in?x=1 ",
  documentNo: "示信函〔2026〕1号",
  reason: "接收推送",
};
const origins = ["https://a.example.cn", "http://127.0.0.1:9"];

describe("what an address answered last", () => {
  test.each([
    [{}, "hollow", "尚无答复"],
    [{ lastAnswer: "204", messages: 1 }, "tick", "204"],
    [{ lastAnswer: "timeout", failures: 3 }, "broken", "连续 3 次未送达：timeout"],
    [{ lastAnswer: "503", failures: 3, endedAt: "2026-09-10T00:00:00Z" }, "bar", "已终止"],
  ])("%j: %s", (change, shape, word) =>
    expect(endpointStatus({ ...endpoint, ...change })).toMatchObject({ shape, word }),
  );
});

describe("what a new address lacks", () => {
  test("nothing, whatever was pasted around it", () => {
    expect(lackOf(wish, origins)).toBeNull();
    expect(bodyOf(wish)).toMatchObject({ organisation: "91990100MA0XH00426", url: "https://a.example.cn/in?x=1" });
  });
  test.each([
    [{ organisation: "9199" }, "十八位"],
    [{ url: "" }, "完整地址"],
    [{ url: "a.example.cn/in" }, "完整地址"],
    [{ url: "https://b.example.cn/in" }, "完整地址"],
    [{ url: "http://a.example.cn/in" }, "完整地址"],
    [{ url: "https://a.example.cn.example.org/in" }, "完整地址"],
    [{ name: " " }, "名称"],
    [{ documentNo: "" }, "文书号"],
    [{ reason: "" }, "理由"],
  ])("%j: %s", (change, word) => expect(lackOf({ ...wish, ...change }, origins)).toContain(word));
  test("with no site listed every address is one too many", () => {
    expect(lackOf(wish, [])).toContain("完整地址");
  });
});
