// The sides of the figure `checks` over one HTTP stack: a key read with a group-committed row of its own, and a check of one
// subject as an officer asks it. Arguments: the database's address, subjects, and how many of the first have a long history.
import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openAccessLog } from "../server/src/foundation/access/index.ts";
import type { Account } from "../server/src/foundation/accounts/index.ts";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { openDatabase, statement } from "../server/src/platform/database/pool.ts";
import { policyAt } from "../server/src/policy/load.ts";
import { openChecks } from "../server/src/views/measures/service/check.ts";
import { codeAt } from "./generated.ts";
import { openTraces } from "./rig/traces.ts";

const readKey = statement("bench.key", "select subject, kind, standing from subject.subject where subject = $1");
const office = "11990100990012333Y";
const by: Account = {
  account: randomUUID(),
  person: randomUUID(),
  organisation: office,
  organisationName: "bench",
  role: "approver",
  login: "bench",
};

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
      const wish = { matter: "bidding", purpose: "public-procurement", duty: "procurement-review" };
      const one = { ...wish, multiParty: true, approval: null, subjects: [nextOf(among)] };
      const told = await checks.check(by, one);
      return told.ok
        ? c.json(told.value.answers.map(({ outcome, measures }) => [outcome, measures.length]))
        : c.json(told.refusal, 503);
    });
  }
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

await main();
