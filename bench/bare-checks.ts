// The sides of the figure `checks` over one HTTP stack: a key read with a group-committed row of its own, and a check of one
// subject as an officer asks it. Arguments: the database's address, subjects, and how many of the first have a long history.
import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openAccessLog } from "../server/src/foundation/access/index.ts";
import type { SignedIn } from "../server/src/foundation/accounts/index.ts";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { propose } from "../server/src/foundation/approvals/index.ts";
import { openDatabase, statement } from "../server/src/platform/database/pool.ts";
import type { Database } from "../server/src/platform/database/pool.ts";
import { policyAt } from "../server/src/policy/load.ts";
import { digestOfCheck, openChecks } from "../server/src/views/measures/service/check.ts";
import type { CheckWish } from "../server/src/views/measures/service/check.ts";
import { codeAt } from "./generated.ts";
import { openTraces } from "./rig/traces.ts";

const readKeys = statement(
  "bench.keys",
  "select subject, kind, standing from subject.subject where subject = any($1::text[])",
);
const approve = statement(
  "bench.approve",
  `update approvals.proposal set state = 'approved', decided_account = $2, decided_person = $2, decided_at = now() where proposal = $1`,
);
const readKey = statement("bench.key", "select subject, kind, standing from subject.subject where subject = $1");
const manyOnes = 10_000;
const office = "11990100990012333Y";
const by: SignedIn = {
  account: randomUUID(),
  person: randomUUID(),
  organisation: office,
  organisationName: "bench",
  role: "approver",
  login: "bench",
  via: "token",
  session: null,
  client: null,
  steppedUpAt: null,
};

const wish = { matter: "bidding", purpose: "public-procurement", duty: "procurement-review", multiParty: true };
type Subject = { readonly uscc: string; readonly matterNo: string };

/** A check of many subjects as a second person let it through. */
async function approvedCheck(db: Database, subjects: readonly Subject[]): Promise<CheckWish> {
  const target = digestOfCheck({ ...wish, subjects });
  const proposal = await db.write(async (tx) => {
    const asked = { command: "check.batch", organisation: office, target, documentNo: null } as const;
    const put = await propose(tx, by, { ...asked, reason: "bench", payload: {}, at: new Date() });
    if (!put.ok) throw new Error(put.refusal.code);
    await tx.run(approve, [put.value.proposal, randomUUID()]);
    return put.value.proposal;
  });
  return { ...wish, approval: proposal, subjects };
}

async function main(): Promise<void> {
  const [url = "", count = "1", long = "1"] = process.argv.slice(2);
  const db = await openDatabase({ url });
  const clock = { now: () => Date.now(), today: () => dayOfInstant(Date.now()) };
  const folders = [fileURLToPath(new URL("../policy", import.meta.url))];
  const load = policyAt({ folders, region: "990100", day: clock.today() });
  if (!load.ok) throw new Error(load.faults[0]?.code);
  const { access, ...rest } = load.snapshot;
  // One office asks about everybody: its own bound would end the turn.
  const offices = new Map([...access.offices].map(([id, one]) => [id, { ...one, subjectsPerDay: 1_000_000_000 }]));
  const snapshot = { ...rest, access: { ...access, offices } };
  const looks = openAccessLog({ db, clock, keys: { random: (bytes) => randomBytes(bytes) } });
  const checks = openChecks({ db, clock, policy: () => snapshot, calendar: null, looks });
  const trace = openTraces(db);
  let asked = 0;
  const nextOf = (among: number): { uscc: string; matterNo: string } => {
    asked += 1;
    const year = 2000 + (Math.floor(asked / 10_000) % 8000);
    return { uscc: codeAt(asked % among), matterNo: `CZ-${year}-${String(asked % 10_000).padStart(4, "0")}` };
  };
  const app = new Hono();
  app.get("/trace", async (c) => {
    const { uscc, matterNo } = nextOf(Number(count));
    const rows = await db.read((tx) => tx.rows(readKey, [uscc]));
    await trace(uscc, matterNo);
    return c.json(rows);
  });
  for (const [path, among] of [
    ["/check", Number(count)],
    ["/long", Number(long)],
  ] as const) {
    app.get(path, async (c) => {
      const one = { ...wish, approval: null, subjects: [nextOf(among)] };
      const told = await checks.check(by, one);
      return told.ok
        ? c.json(told.value.answers.map(({ outcome, measures }) => [outcome, measures.length]))
        : c.json(told.refusal, 503);
    });
  }
  const many = Array.from({ length: manyOnes }, () => nextOf(Number(count)));
  const approved = await approvedCheck(db, many);
  app.get("/many-trace", async (c) => {
    const rows = await db.read((tx) => tx.rows(readKeys, [many.map(({ uscc }) => uscc)]));
    await Promise.all(many.map(({ uscc, matterNo }) => trace(uscc, matterNo)));
    return c.json(rows);
  });
  app.get("/many", async (c) => {
    const told = await checks.check(by, approved);
    return told.ok
      ? c.json(told.value.answers.map(({ outcome, measures }) => [outcome, measures.length]))
      : c.json(told.refusal, 503);
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

await main();
