import path from "node:path";
import { expect, test } from "vitest";
import { fillSlots } from "../platform/http/problem.ts";
import { readConfig } from "./config.ts";
import { mainTexts } from "./text.ts";

test("an empty environment gives the demo city on this machine only", () => {
  const config = readConfig({ PORT: "", DATABASE_URL: "" });
  expect(config.ok && config.value).toMatchObject({
    port: 8080,
    host: "127.0.0.1",
    dataFolder: path.resolve("data"),
    databaseUrl: undefined,
    demo: true,
    region: "990100",
    clock: undefined,
    policyFolder: path.resolve("data/policy"),
    policyNamed: false,
    publicUrl: "http://localhost:8080",
  });
});

test("every variable is read", () => {
  const config = readConfig({
    PORT: "0",
    XINHENG_HOST: "::",
    XINHENG_DATA: "/var/x",
    DATABASE_URL: "postgresql://a:b@h/d",
    XINHENG_DEMO: "0",
    XINHENG_REGION: "440300",
    XINHENG_CLOCK: "x",
    XINHENG_POLICY: "/etc/p",
    XINHENG_PUBLIC_URL: "https://credit.example.cn/",
    XINHENG_PROXIES: "10.0.0.1, ::1",
    XINHENG_SUITE: "sm4-ctr-hmac-sm3",
  });
  expect(config.ok && config.value).toEqual({
    port: 0,
    host: "::",
    dataFolder: "/var/x",
    databaseUrl: "postgresql://a:b@h/d",
    demo: false,
    region: "440300",
    clock: "x",
    policyFolder: "/etc/p",
    policyNamed: true,
    publicUrl: "https://credit.example.cn",
    proxies: new Set(["10.0.0.1", "::1"]),
    suite: "sm4-ctr-hmac-sm3",
    naturalPersons: false,
    origins: new Set(),
  });
});

test.each([
  ["PORT", "70000", "main.bad-port"],
  ["PORT", "80a", "main.bad-port"],
  ["PORT", "1e3", "main.bad-port"],
  ["XINHENG_HOST", "a b", "main.bad-host"],
  ["DATABASE_URL", "mysql://a:geheim@b", "main.bad-database"],
  ["XINHENG_DEMO", "yes", "main.bad-demo"],
  ["XINHENG_REGION", "9901", "main.bad-region"],
  ["XINHENG_PUBLIC_URL", "ftp://x", "main.bad-public-url"],
  ["XINHENG_PUBLIC_URL", "https://x/path", "main.bad-public-url"],
  ["XINHENG_PUBLIC_URL", "https://u:p@x", "main.bad-public-url"],
  ["XINHENG_PROXIES", "10.0.0.1,nginx", "main.bad-proxies"],
  ["XINHENG_OUTGOING", "https://a.example.cn/path", "main.bad-outgoing"],
  ["XINHENG_OUTGOING", "http://a.example.cn", "main.bad-outgoing"],
  ["XINHENG_SUITE", "sm4", "main.bad-suite"],
  ["XINHENG_NATURAL_PERSONS", "1", "main.natural-persons"],
] as const)("%s=%s is refused in Chinese", (name, value, code) => {
  const config = readConfig({ [name]: value });
  if (config.ok) throw new Error("accepted");
  expect(config.refusal.code).toBe(code);
  const detail = fillSlots(mainTexts[code]?.detail ?? "", config.refusal.values);
  expect(detail).toContain(name);
  expect(detail).not.toMatch(/\{|geheim/);
});
