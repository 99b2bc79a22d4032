import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pseudonymOf, rateLimit } from "./pseudonym.ts";
import { startPseudonyms } from "./pseudonyms.ts";
import type { PseudonymOptions, Pseudonyms } from "./pseudonyms.ts";

let folder: string;
let open: Pseudonyms[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xinheng-pseudonym-"));
});
afterEach(async () => {
  for (const one of open) await one.stop();
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

const keyFile = (): string => path.join(folder, "pseudonym.key");

async function start(over: Partial<PseudonymOptions> = {}): Promise<Pseudonyms> {
  const started = await startPseudonyms({
    keyFile: keyFile(),
    suite: "sha256",
    perSecond: 1000,
    waitMs: 20_000,
    ...over,
  });
  open.push(started);
  return started;
}

const wish = { recipient: "bank", kind: "number", value: "one" };

describe("a pseudonym", () => {
  const key = Buffer.alloc(32, 7);
  test("is one for one value, recipient and kind, and another for any other", () => {
    const part = fc.string({ maxLength: 6 });
    const some = fc.record({ recipient: part, kind: part, value: part });
    fc.assert(
      fc.property(some, some, fc.constantFrom("sha256", "sm3" as const), (one, other, suite) => {
        const same = one.recipient === other.recipient && one.kind === other.kind && one.value === other.value;
        expect(pseudonymOf(key, suite, one).equals(pseudonymOf(key, suite, other))).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });
  test("does not let parts run into each other", () => {
    const one = pseudonymOf(key, "sha256", { recipient: "ab", kind: "c", value: "d" });
    const other = pseudonymOf(key, "sha256", { recipient: "a", kind: "bc", value: "d" });
    expect(one.equals(other)).toBe(false);
  });
  test("is given so often and no more", () => {
    let now = 0;
    const allowed = rateLimit(3, () => now);
    expect([allowed(), allowed(), allowed(), allowed()]).toEqual([true, true, true, false]);
    now = 1000;
    expect([allowed(), allowed(), allowed(), allowed()]).toEqual([true, true, true, false]);
  });
});

describe("the process", () => {
  test("keeps its key in a file of its own and answers the same after a new start", async () => {
    const first = await (await start()).of(wish);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const again = await (await start()).of(wish);
    expect(first).toEqual(again);
    expect(first.ok && first.value).toMatch(/^[0-9a-f]{64}$/);
    const known = Buffer.from(readFileSync(keyFile(), "utf8").trim(), "hex");
    expect(first.ok && first.value).toBe(pseudonymOf(known, "sha256", wish).toString("hex"));
    const other = await (await start({ suite: "sm3" })).of(wish);
    expect(other.ok && other.value).toBe(pseudonymOf(known, "sm3", wish).toString("hex"));
  });
  test("refuses past its rate", async () => {
    const slow = await start({ perSecond: 1 });
    const answers = await Promise.all([slow.of(wish), slow.of(wish), slow.of(wish)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toContain("keys.pseudonyms-busy");
  });
  test("does not start on a key that others may read, or that is damaged", async () => {
    writeFileSync(keyFile(), `${"0".repeat(64)}\n`, { mode: 0o644 });
    await expect(start()).rejects.toThrow("did not start");
    rmSync(keyFile());
    writeFileSync(keyFile(), "short\n", { mode: 0o600 });
    await expect(start()).rejects.toThrow("did not start");
  });
  test("answers nothing once it was stopped", async () => {
    const stopped = await start();
    await stopped.stop();
    expect(await stopped.of(wish)).toMatchObject({ ok: false, refusal: { code: "keys.pseudonyms-unavailable" } });
  });
});
