import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSigningKey, signatureHeaders } from "./sign.ts";
import { TestPlatform } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";

let folder = "";
const platform = new TestPlatform();
const pair = generateKeyPairSync("ed25519");
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-sign-"));
  await writeFile(path.join(folder, "key.pem"), pair.privateKey.export({ type: "pkcs8", format: "pem" }));
  await platform.start();
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

const spec = new URL("../../docs/spec/signed-requests.md", import.meta.url);

/** The indented block that stands under a line of the specification. */
function blockAfter(text: string, line: string): string {
  const [, rest = ""] = text.split(`${line}\n\n`);
  const [block = ""] = rest.split("\n\n");
  return block
    .split("\n")
    .map((one) => one.slice(4))
    .join("\n");
}

test("the worked example of the specification comes out to the byte", async () => {
  const text = await readFile(spec, "utf8");
  await writeFile(path.join(folder, "example.pem"), `${blockAfter(text, "**Private key**")}\n`);
  const key = readSigningKey(path.join(folder, "example.pem"), "NFcWBst6DXG-N35nHdzMrg");
  const body = Buffer.from(blockAfter(text, "**Body**"));
  const asked = {
    method: "POST",
    url: new URL("https://credit.example/api/v1/completeness"),
    headers: {},
    body,
  };
  const made = signatureHeaders(asked, key, { created: 1788912000, nonce: "pZ0vQ2mT7xKcR1sYhN4uWg" });
  expect(
    ["content-digest", "signature-input", "signature"].map((name) => `${name}: ${made[name] ?? ""}`).join("\n"),
  ).toBe(blockAfter(text, "**Fields**"));
  const base = Buffer.from(blockAfter(text, "**Signature base**"));
  const signature = Buffer.from(made["signature"]?.slice(5, -1) ?? "", "base64");
  expect(verify(null, base, createPublicKey(key.key), signature)).toBe(true);
});

test("what is asked is signed, each time anew, and carries no token", async () => {
  const env = { ...platform.env, XINHENG_TOKEN: "", XINHENG_KEY: path.join(folder, "key.pem"), XINHENG_KEY_ID: "k-1" };
  platform.before = Array.from({ length: 3 }, () => ({ status: 200, json: { items: [], next: null } }));
  for (const words of [["approvals"], ["approvals"], ["approve", "p"]]) expect((await ran(env, ...words)).exit).toBe(0);
  const nonces = new Set<string>();
  for (const { method, path: at, query, headers } of platform.seen) {
    expect(headers.authorization).toBeUndefined();
    const input = String(headers["signature-input"]);
    nonces.add(/nonce="([^"]+)"/.exec(input)?.[1] ?? "");
    const digest = headers["content-digest"];
    const lines = [
      `"@method": ${method}`,
      `"@target-uri": http://127.0.0.1:${platform.port}${at}${query}`,
      ...(digest === undefined ? [] : [`"content-digest": ${String(digest)}`]),
      `"@signature-params": ${input.slice(4)}`,
    ];
    const signature = Buffer.from(String(headers["signature"]).slice(5, -1), "base64");
    expect(verify(null, Buffer.from(lines.join("\n")), pair.publicKey, signature)).toBe(true);
    expect(digest === undefined).toBe(method === "GET");
  }
  expect(nonces.size).toBe(3);
});

test("a key that cannot sign, half a setting and two ways are told apart, and nothing is sent", async () => {
  const seen = platform.seen.length;
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
  await writeFile(path.join(folder, "rsa.pem"), rsa);
  const good = path.join(folder, "key.pem");
  const cases: readonly (readonly [Record<string, string>, string])[] = [
    [{ XINHENG_KEY: path.join(folder, "none.pem"), XINHENG_KEY_ID: "k" }, "cli.bad-signing-key"],
    [{ XINHENG_KEY: path.join(folder, "rsa.pem"), XINHENG_KEY_ID: "k" }, "cli.bad-signing-key"],
    [{ XINHENG_KEY: good }, "cli.bad-key-id"],
    [{ XINHENG_KEY_ID: "k" }, "cli.bad-key-id"],
    [{ XINHENG_KEY: good, XINHENG_KEY_ID: 'k"; x' }, "cli.bad-key-id"],
    [{ XINHENG_KEY: good, XINHENG_KEY_ID: "k", XINHENG_TOKEN: "t" }, "cli.two-ways"],
  ];
  for (const [env, code] of cases) {
    const { exit, document } = await ran({ ...platform.env, XINHENG_TOKEN: "", ...env }, "approvals");
    expect([exit, document["code"]], JSON.stringify(env)).toEqual([2, code]);
  }
  expect(platform.seen.length).toBe(seen);
});
