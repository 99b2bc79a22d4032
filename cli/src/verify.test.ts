import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeVerifierKey } from "@xinheng/log/note";
import type { NoteSigner } from "@xinheng/log/note";
import { signReceipt } from "@xinheng/log/receipt";
import type { Receipt } from "@xinheng/log/receipt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { problem, TestPlatform } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";

const ORIGIN = "credit.example.invalid";
const BATCH = "0198f9a0-0000-7000-8000-000000000001";
const counts = { received: 4, skipped: 1, accepted: 1, duplicates: 0, quarantined: 1, rejected: 1, naturalPersons: 0 };
const receipt: Receipt = {
  origin: ORIGIN,
  batch: BATCH,
  provider: "11990100990001378K",
  files: ["ab".repeat(32)],
  receivedAt: "2026-09-09T00:00:00Z",
  counts,
  size: 4,
  root: Buffer.alloc(32, 7),
};

function newSigner(name: string): { signer: NoteSigner; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(String(publicKey.export({ format: "jwk" }).x), "base64url");
  const signer = { name, publicKey: raw, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) };
  return { signer, key: writeVerifierKey({ name, publicKey }) };
}

const ours = newSigner(ORIGIN);
const others = newSigner("other.example.invalid");
const impostor = newSigner(ORIGIN);

let platform: TestPlatform;
let folder: string;
beforeEach(async () => {
  platform = new TestPlatform();
  await platform.start();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-verify-"));
  platform.fixed.set("GET /api/v1/receipt-key", { status: 200, text: `${ours.key}\n` });
});
afterEach(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

function signed(more: Partial<Receipt> = {}, by = ours.signer): string {
  return signReceipt({ ...receipt, ...more }, [by]);
}

async function keep(note: string, name = "one.receipt"): Promise<void> {
  await writeFile(path.join(folder, name), note);
}

/** The server's side of the story. */
function serverSays(note: string, batch: object = {}): void {
  const summary = {
    batch: BATCH,
    state: "done",
    provider: receipt.provider,
    receivedAt: "2026-09-09T00:00:00.123Z",
    ...counts,
  };
  platform.fixed.set(`GET /api/v1/batches/${BATCH}`, { status: 200, json: { ...summary, ...batch } });
  platform.fixed.set(`GET /api/v1/batches/${BATCH}/receipt`, { status: 200, text: note });
}

const noToken = { XINHENG_SERVER: "http://127.0.0.1:2" };

test("a sound receipt of which the server says the same is verified", async () => {
  await keep(signed());
  serverSays(signed());
  const { exit, document, err } = await ran(platform.env, "verify", "--receipts", folder);
  expect([exit, document]).toEqual([
    0,
    {
      receipts: 1,
      failures: 0,
      compared: 1,
      items: [{ file: "one.receipt", batch: BATCH, faults: [], compared: true }],
    },
  ]);
  expect(err).toContain("签名有效");
  expect(err).toContain("验证公钥取自服务器本身");
});

test("with a kept key it is verified without any server, and says that nothing was compared", async () => {
  await keep(signed());
  await writeFile(path.join(folder, ".key"), `# 2026\n${impostor.key}\n\n${ours.key}\n`);
  for (const key of [ours.key, path.join(folder, ".key")]) {
    const { exit, document, err } = await ran(noToken, "verify", "--receipts", folder, "--key", key);
    expect([exit, document["failures"], document["compared"]]).toEqual([0, 0, 0]);
    expect(err).toContain("未与服务器比对：没有设置 XINHENG_TOKEN");
  }
  const away = await ran({ ...noToken, XINHENG_TOKEN: "t" }, "verify", "--receipts", folder, "--key", ours.key);
  expect([away.exit, away.document["compared"]]).toEqual([0, 0]);
  expect(away.err).toContain("没有应答");
});

test.each<[string, string, string]>([
  ["a changed count", signed().replace("accepted 1", "accepted 2"), "signature"],
  ["another's signature under our name", signed({}, impostor.signer), "unsigned"],
  ["another platform's signature", signed({}, others.signer), "unsigned"],
  ["no note at all", "hello\n", "shape"],
  ["counts that do not add up", signed({ counts: { ...counts, accepted: 2 } }), "counts"],
  ["rows that were not signed in", signed({ size: 3 }), "counts"],
  ["fates that are not told", signed({ counts: { received: 4 } }), "counts"],
  ["a signed text that is no receipt", signed().replace("xinheng/v1/receipt", "xinheng/v1/checkpoint"), "signature"],
])("%s is found out", async (_name, note, fault) => {
  await keep(note);
  const { exit, document, err } = await ran(noToken, "verify", "--receipts", folder, "--key", ours.key);
  expect([exit, document["failures"], document["items"][0].faults]).toEqual([1, 1, [fault]]);
  expect(err).toContain("one.receipt：");
});

test("a believed key does not speak for another platform", async () => {
  await keep(signed({}, others.signer));
  const { exit, document } = await ran(noToken, "verify", "--receipts", folder, "--key", others.key);
  expect([exit, document["items"][0].faults]).toEqual([1, ["origin"]]);
});

test.each<[string, () => void, string]>([
  ["other counts", () => serverSays(signed(), { accepted: 0 }), "other-counts"],
  ["another provider", () => serverSays(signed(), { provider: "11990100MB0XH0054P" }), "other-batch"],
  ["another time", () => serverSays(signed(), { receivedAt: "2026-09-10T00:00:00.000Z" }), "other-batch"],
  ["a batch that never ended", () => serverSays(signed(), { state: "processing" }), "other-batch"],
  ["another receipt", () => serverSays(signed({ size: 5 })), "other-receipt"],
  ["no such batch", () => undefined, "unknown-batch"],
])("a server that now shows %s is caught", async (_name, arrange, fault) => {
  await keep(signed());
  arrange();
  const { exit, document } = await ran(platform.env, "verify", "--receipts", folder);
  expect([exit, document["items"][0].faults, document["compared"]]).toEqual([1, [fault], 1]);
});

test("a withdrawn batch is still the one that was acknowledged", async () => {
  await keep(signed());
  serverSays(signed(), { state: "withdrawn" });
  expect((await ran(platform.env, "verify", "--receipts", folder)).exit).toBe(0);
});

test("two receipts of one batch that differ contradict each other; the same twice does not", async () => {
  await keep(signed());
  await keep(signed(), "copy.receipt");
  const same = await ran(noToken, "verify", "--receipts", folder, "--key", ours.key);
  expect(same.exit).toBe(0);
  await keep(signed({ root: Buffer.alloc(32, 8) }), "other.receipt");
  const { exit, document } = await ran(noToken, "verify", "--receipts", folder, "--key", ours.key);
  expect([exit, document["failures"]]).toEqual([1, 3]);
});

test("a token that no longer works ends it: a nightly job must not pass without comparing", async () => {
  await keep(signed());
  platform.before = [];
  platform.fixed.set(`GET /api/v1/batches/${BATCH}`, problem(401, "accounts.unauthenticated", "令牌无效"));
  const { exit, document } = await ran(platform.env, "verify", "--receipts", folder);
  expect([exit, document["code"]]).toEqual([1, "accounts.unauthenticated"]);
});

test("nothing to verify, no folder, no key: none of them is well", async () => {
  const run = async (...words: string[]) => {
    const { exit, document } = await ran(noToken, "verify", ...words);
    return [exit, document["code"]];
  };
  expect(await run("--receipts", folder, "--key", ours.key)).toEqual([1, "cli.no-receipts"]);
  expect(await run("--receipts", path.join(folder, "none"), "--key", ours.key)).toEqual([2, "cli.file-unreadable"]);
  await keep(signed());
  expect(await run("--receipts", folder)).toEqual([3, "cli.unreachable"]);
  expect(await run("--receipts", folder, "--key", ours.key.slice(0, -4))).toEqual([2, "cli.bad-key"]);
  expect(await run("--receipts", folder, "--key", path.join(folder, "none"))).toEqual([2, "cli.file-unreadable"]);
});
