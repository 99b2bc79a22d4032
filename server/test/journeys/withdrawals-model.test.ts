// Random lives of what two recipients received, against a slow and obvious model: nothing lost, nothing shown that ended.
import { hash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { liftMark, restoreEnd, saveEnd, saveEndedBatch, saveMark } from "../../src/records/statements/index.ts";
import type { EndKind } from "../../src/records/statements/index.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { asking, carry, follow, pull, recipient, subscribe } from "./test-recipient.ts";
import type { Ask, Item, Told } from "./test-recipient.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

/** One decision as the model knows it. */
interface Life {
  readonly index: number;
  readonly batch: string;
  readonly decision: Buffer;
  ends: { kind: EndKind | "batch"; from: Day; through: Day | null }[];
  mark: string | null;
}

/** One recipient with its copy: built from deliveries and the feed alone. */
interface Side {
  readonly ask: Ask;
  readonly copy: Map<string, { item: Item; last: Told | null }>;
  cursor: string | undefined;
}

let bed: TestApp;
let clerk = "";
let today = "2026-09-09" as Day;
const lives = new Map<string, Life>();
const sides: Side[] = [];
const account = randomUUID();
let made = 1000;

beforeAll(async () => {
  bed = await openTestApp();
  clerk = await bed.tokenOf(market);
  for (const [organisation, role] of [
    [recipient, "subscriber"],
    [{ uscc: "91990100MA0XH0034B", name: "示例银行" }, "bank"],
  ] as const) {
    await subscribe(bed, { organisation, until: "2029-09-09" });
    sides.push({ ask: asking(bed, await bed.tokenOf(organisation, role)), copy: new Map(), cursor: undefined });
  }
});
afterAll(() => bed.close());

const decisions = statement(
  "test.decisions-of-batch",
  "select subject, decision from statements.statement where batch = $1",
);

async function send(count: number): Promise<void> {
  const indexes = Array.from({ length: count }, () => (made += 1));
  // Some are over in days, some in months: expiry must be met on the way.
  const rows = indexes.map((index) =>
    penaltyOf(index, { decided: index % 3 === 0 ? addDays(today, -364 + (index % 7)) : "2026-06-18", remark: "" }),
  );
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}` },
    body: csv(rows),
  });
  const { batch } = (await response.json()) as { batch: string };
  const found = await bed.database.admin.read((tx) =>
    tx.rows<{ subject: string; decision: Buffer }>(decisions, [batch]),
  );
  for (const { subject, decision } of found) {
    const index = indexes.find((one) => firm(one).code === subject) ?? 0;
    lives.set(subject, { index, batch, decision, ends: [], mark: null });
  }
}

const at = (): Date => new Date(`${today}T01:00:00Z`);
const db = (): TestApp["database"]["db"] => bed.database.db;

async function end(subject: string, life: Life, kind: Exclude<EndKind, "replaced">, ahead: number): Promise<void> {
  const effective = addDays(today, ahead);
  const through = kind === "shielded" ? addDays(effective, 20) : null;
  const { decision } = life;
  const done = await db().write((tx) =>
    saveEnd(tx, { subject, decision, kind, effective, through, recordedAt: at(), documentNo: null, account }),
  );
  if (done > 0) life.ends.push({ kind, from: effective, through });
}

async function restore(subject: string, life: Life, kind: "repaired" | "shielded" | "removed"): Promise<void> {
  const back = { subject, decision: life.decision, kind, recordedAt: at(), documentNo: "撤修〔2026〕1号", account };
  if ((await db().write((tx) => restoreEnd(tx, back))) > 0) life.ends = life.ends.filter((one) => one.kind !== kind);
}

async function turnMark(subject: string, life: Life): Promise<void> {
  const { decision, mark } = life;
  if (mark !== null) {
    await db().write((tx) => liftMark(tx, { subject, mark, at: at(), account }));
    life.mark = null;
    return;
  }
  const said = { kind: "objection", pauses: true, ref: "c", setOn: today, setAt: at(), account } as const;
  life.mark = await db().write((tx) => saveMark(tx, { subject, decision, ...said, policyHash: Buffer.alloc(32) }));
}

async function takeBack(batch: string): Promise<void> {
  const done = await db().write((tx) => saveEndedBatch(tx, { batch, effective: today, recordedAt: at(), account }));
  if (done === 0) return;
  for (const life of lives.values()) {
    if (life.batch === batch) life.ends.push({ kind: "batch", from: today, through: null });
  }
}

async function receive(side: Side): Promise<void> {
  for (const item of await pull(side.ask)) side.copy.set(item.id, { item, last: null });
}

/** Acts on the feed; of what it hears of before its delivery was answered it keeps the word. */
async function hear(side: Side, early: Map<string, Told>): Promise<void> {
  const told = await follow(side.ask, side.cursor);
  side.cursor = told.cursor;
  for (const one of told.items) if (one.kind !== "expired") early.set(one.id, one);
  for (const [id, one] of early) {
    const copy = side.copy.get(id);
    if (copy !== undefined && (copy.last?.position ?? -1) < (one.position ?? 0)) copy.last = one;
  }
}

const holds = (spans: NonNullable<Told["ends"]>, day: Day): boolean =>
  spans.some(({ from, through }) => (from === null || from <= day) && (through === null || day <= through));

/** By the specification, from what the recipient has alone. */
function shows({ item, last }: { item: Item; last: Told | null }, day: Day): boolean {
  if (item.shownUntil !== null && item.shownUntil < day) return false;
  return last === null ? item.marks.length === 0 : last.paused !== true && !holds(last.ends ?? [], day);
}

/** By the model. */
function ought({ item }: { item: Item }, day: Day): boolean {
  const life = lives.get(item.content.uscc);
  if (life === undefined || life.mark !== null) return false;
  const ended = life.ends.some(
    ({ kind, from, through }) =>
      kind === "quashed" || kind === "revoked" || (from <= day && (through === null || day <= through)),
  );
  return !ended && (item.shownUntil === null || day <= item.shownUntil);
}

/** The digest as the specification writes it. */
function digestOf(side: Side): string {
  const shown = [...side.copy.values()]
    .filter((one) => shows(one, today))
    .toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1));
  const buckets = Array.from({ length: 256 }, (_, bucket) => {
    const lines = shown.filter(({ item }) => Number.parseInt(item.id.slice(0, 2), 16) === bucket);
    const bytes = lines.map(({ item }) =>
      Buffer.concat([
        Buffer.from(item.id, "hex"),
        Buffer.from(item.shownUntil ?? "----------"),
        Buffer.from(item.digest, "hex"),
      ]),
    );
    return hash("sha256", Buffer.concat(bytes), "buffer");
  });
  return hash("sha256", Buffer.concat(buckets), "hex");
}

async function settled(side: Side, early: Map<string, Told>): Promise<void> {
  await carry(bed);
  await hear(side, early);
  for (const copy of side.copy.values()) {
    for (const ahead of [0, 1, 15, 40, 300]) {
      const day = addDays(today, ahead);
      expect({ id: copy.item.id, day, shown: shows(copy, day) }).toEqual({
        id: copy.item.id,
        day,
        shown: ought(copy, day),
      });
    }
  }
  const { json } = await side.ask("GET", "/api/v1/withdrawals/digest");
  const entries = json["entries"] as { digest: string }[];
  const none = [...side.copy.values()].every((one) => !shows(one, today));
  expect(entries[0]?.digest ?? "none").toBe(none ? "none" : digestOf(side));
}

const kinds = ["repaired", "removed", "withdrawn", "revoked", "quashed", "shielded"] as const;
const step = fc.record({
  what: fc.constantFrom(
    "send",
    "end",
    "end",
    "restore",
    "mark",
    "batch",
    "day",
    "pull",
    "race",
    "carry",
    "hear",
    "again",
  ),
  pick: fc.nat(1000),
  kind: fc.constantFrom(...kinds),
  ahead: fc.constantFrom(0, 0, 1, 10),
  side: fc.constantFrom(0, 1),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function chosen(pick: number): [string, Life] | undefined {
  // Of the latest: old ones have ended one way or another.
  const recent = [...lives].slice(-8);
  return recent[pick % Math.max(1, recent.length)];
}

const heard = [new Map<string, Told>(), new Map<string, Told>()];

async function actOnOne({ what, pick, kind, ahead }: Step): Promise<void> {
  const one = chosen(pick);
  if (one === undefined) return;
  const [subject, life] = one;
  if (what === "end") await end(subject, life, kind, ahead);
  if (what === "mark") await turnMark(subject, life);
  if (what === "batch") await takeBack(life.batch);
  if (what === "restore")
    await restore(subject, life, (["repaired", "shielded", "removed"] as const)[pick % 3] ?? "repaired");
}

async function act(one: Step): Promise<void> {
  const side = sides[one.side];
  const early = heard[one.side];
  if (side === undefined || early === undefined) return;
  if (one.what === "send") await send(1 + (one.pick % 3));
  if (one.what === "pull") await receive(side);
  // A delivery, a decision, the carrying and the reading of the feed at the same moment.
  if (one.what === "race") {
    await Promise.all([receive(side), actOnOne({ ...one, what: "end" }), carry(bed), hear(side, early)]);
  }
  if (one.what === "carry") await carry(bed);
  if (one.what === "hear") await hear(side, early);
  if (one.what === "again") side.cursor = undefined;
  if (one.what === "day") {
    today = addDays(today, 1 + (one.pick % 3));
    bed.at(`${today}T08:00:00`);
  }
  await actOnOne(one);
}

test("a copy that follows the feed shows what may be shown, on this day and on days to come", async () => {
  // One database for all: it lives on from run to run, as a platform does.
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      await send(2);
      for (const one of steps) await act(one);
      for (const [at, side] of sides.entries()) await settled(side, heard[at] ?? new Map());
    }),
    // What went before is part of a run, so none can be made smaller.
    { numRuns: 12, endOnFailure: true },
  );
});

test("a feed read anew from the beginning says the same in the end", async () => {
  for (const [at, side] of sides.entries()) {
    side.cursor = undefined;
    for (const copy of side.copy.values()) copy.last = null;
    heard[at]?.clear();
    await settled(side, heard[at] ?? new Map());
  }
});
