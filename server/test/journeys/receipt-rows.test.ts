import { createHash } from "node:crypto";
import { RootBuilder } from "@xinheng/log/merkle";
import { readVerifierKey } from "@xinheng/log/note";
import { openReceipt } from "@xinheng/log/receipt";
import type { Receipt } from "@xinheng/log/receipt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bearer, queryOf, send } from "./test-client.ts";
import { clerkOf, openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, penaltyOf, workbook } from "./test-sheets.ts";

const tax = { uscc: "11990100990002741Q", name: "示例市税务局" };
let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

const ask = (path: string, headers = bearer(platform)): Promise<Response> =>
  fetch(`${platform.url}/api/v1/${path}`, { headers });

async function receiptOf(batch: string): Promise<Receipt> {
  const key = (await (await ask("receipt-key")).text()).trim();
  const note = await (await ask(`batches/${batch}/receipt`)).text();
  return openReceipt(note, [readVerifierKey(key)]).receipt;
}

/** The root as somebody outside computes it: by the definition, from the lines alone. */
function rootOf(lines: readonly string[]): string {
  const sha256 = (...parts: Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
  const above = (nodes: readonly Buffer[]): Buffer => {
    const [first] = nodes;
    if (first === undefined) return sha256();
    if (nodes.length === 1) return first;
    const split = 2 ** Math.floor(Math.log2(nodes.length - 1));
    return sha256(Buffer.of(1), above(nodes.slice(0, split)), above(nodes.slice(split)));
  };
  return above(lines.map((line) => sha256(Buffer.of(0), Buffer.from(line)))).toString("hex");
}

test.each([
  ["a file", csv],
  ["a workbook", workbook],
])("whoever holds the receipt of %s recomputes its root from the rows", async (_, write) => {
  const from = write === csv ? 700 : 720;
  const again = penaltyOf(from);
  const sent = await send(
    platform,
    write([again, again, penaltyOf(from + 1, { code: "9.14E+17" }), penaltyOf(from + 2)]),
  );
  const response = await ask(`batches/${sent.batch}/receipt/rows`);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  const lines = (await response.text()).trimEnd().split("\n");
  const receipt = await receiptOf(sent.batch);
  expect(lines).toHaveLength(receipt.size);
  expect(rootOf(lines)).toBe(Buffer.from(receipt.root).toString("hex"));
  const outcomes = lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
  expect(outcomes).toEqual(["accepted", "duplicate", "quarantined", "accepted"]);
  const tree = new RootBuilder();
  for (const line of lines.with(1, lines[1]?.replace("duplicate", "rejected") ?? "")) tree.append(Buffer.from(line));
  expect(tree.root().equals(receipt.root)).toBe(false);
});

test("the rows are for the batch's own unit alone", async () => {
  const sent = await send(platform, csv([penaltyOf(740)]));
  const path = `batches/${sent.batch}/receipt/rows`;
  expect((await ask(path, {})).status).toBe(401);
  const stranger = { authorization: `Bearer ${await clerkOf(platform, tax)}` };
  expect((await ask(path, stranger)).status).toBe(404);
  expect((await ask("batches/0199281e-6c00-7000-8000-000000000001/receipt/rows")).status).toBe(404);
});

test("a batch that is not at its end has no receipt and no rows", async () => {
  const headers = { ...bearer(platform), "upload-length": "100" };
  const opened = await fetch(`${platform.url}/api/v1/batches?${queryOf()}`, { method: "POST", headers });
  const { batch } = (await opened.json()) as { batch: string };
  expect((await ask(`batches/${batch}/receipt/rows`)).status).toBe(409);
});
