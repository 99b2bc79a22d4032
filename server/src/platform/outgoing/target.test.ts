import { describe, expect, test } from "vitest";
import { mayReach, readOrigin, readTarget } from "./target.ts";

describe("an origin that an operator lists", () => {
  test.each([
    ["https://approval.example.cn", "https://approval.example.cn"],
    ["https://approval.example.cn/", "https://approval.example.cn"],
    ["https://approval.example.cn:8443", "https://approval.example.cn:8443"],
    ["https://10.1.2.3", "https://10.1.2.3"],
    ["http://127.0.0.1:9000", "http://127.0.0.1:9000"],
    ["http://[::1]:9000", "http://[::1]:9000"],
  ])("%s is one", (text, origin) => expect(readOrigin(text)).toBe(origin));
  test.each([
    "http://approval.example.cn",
    "http://127.0.0.1.example.cn",
    "https://approval.example.cn/path",
    "https://user@approval.example.cn",
    "https://approval.example.cn?x",
    "https://approval.example.cn#",
    "ftp://approval.example.cn",
    "approval.example.cn",
    "",
  ])("%s is none", (text) => expect(readOrigin(text)).toBeNull());
});

describe("an address to send to", () => {
  const listed = new Set(["https://approval.example.cn"]);
  test.each([
    "https://approval.example.cn/a?b=c",
    "HTTPS://APPROVAL.example.cn:443/a",
    "https://approval.example.cn/a/../b",
  ])("%s stands at a listed origin", (text) =>
    expect(readTarget(text, listed)?.origin).toBe("https://approval.example.cn"),
  );
  test.each([
    "https://approval.example.cn.evil.example/a",
    "https://approval.example.cn@evil.example/a",
    "https://user:word@approval.example.cn/a",
    "https://approval.example.cn:8443/a",
    "http://approval.example.cn/a",
    "https://approval.example.cn/a#b",
    "https://evil.example/https://approval.example.cn",
    "//approval.example.cn/a",
    `https://approval.example.cn/${"a".repeat(2000)}`,
  ])("%s does not", (text) => expect(readTarget(text, listed)).toBeNull());
});

describe("where a listed name may lead", () => {
  test.each(["203.0.113.7", "10.1.2.3", "172.16.9.9", "192.168.1.1", "2400:3200::1", "fd00::1", "::ffff:10.0.0.1"])(
    "%s",
    (address) => expect(mayReach(address)).toBe(true),
  );
  test.each([
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "169.254.169.254",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1",
    "ff02::1",
    "localhost",
    "",
  ])("not %s", (address) => expect(mayReach(address)).toBe(false));
});
