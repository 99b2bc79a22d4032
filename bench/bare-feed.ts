// The sides of the figure `feed` over one HTTP stack: a page of a recipient's feed and a page of bare rows by key; the digest of
// its set and a bare hash over the same rows; a decision that ends, carried as the platform carries it. Argument: the
// database's address; prints its port.
import { randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { SignedIn } from "../server/src/foundation/accounts/index.ts";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { startSequencing } from "../server/src/main/sequence-changes.ts";
import { openDatabase, statement } from "../server/src/platform/database/pool.ts";
import { policyAt } from "../server/src/policy/load.ts";
import { saveEnd } from "../server/src/records/statements/index.ts";
import { feedBeginning } from "../server/src/views/withdrawals/rules/event.ts";
import { presentDigest, presentEvent } from "../server/src/views/withdrawals/schema.ts";
import { readDigest } from "../server/src/views/withdrawals/service/digest.ts";
import { readFeed } from "../server/src/views/withdrawals/service/feed.ts";

const rows = statement(
  "bench.events",
  `select position, encode(own_id, 'hex') as id, at, kind, ends::text as ends, marks, paused from withdrawals.event
   where subscriber = $1 and position >= $2 order by position limit 1000`,
);
const bareHash = statement(
  "bench.hash",
  `select entry, count(*)::int as count, encode(sha256(string_agg(own_id || content, ''::bytea order by own_id)), 'hex') as digest
   from withdrawals.received where subscriber = $1 group by entry`,
);

function recipientOf(organisation: string): SignedIn {
  const who = { account: randomUUID(), person: randomUUID(), organisation, organisationName: "bench", login: "bench" };
  return { ...who, role: "subscriber", via: "token", session: null, client: null, steppedUpAt: null };
}

async function main(): Promise<void> {
  const [url = ""] = process.argv.slice(2);
  const db = await openDatabase({ url });
  const clock = { now: () => Date.now(), today: () => dayOfInstant(Date.now()) };
  const load = policyAt({
    folders: [new URL("../policy", import.meta.url).pathname],
    region: "990100",
    day: clock.today(),
  });
  if (!load.ok) throw new Error(load.faults[0]?.code);
  const deps = { db, clock, policy: () => load.snapshot };
  startSequencing(db, (error) => {
    throw error;
  });
  const app = new Hono();
  app.get("/feed", async (c) => {
    const position = Number(c.req.query("from"));
    const by = recipientOf(c.req.query("of") ?? "");
    const read = await readFeed(deps, by, { ...feedBeginning, position });
    if (!read.ok) return c.json(read.refusal, 503);
    const { events, next } = read.value;
    return c.json({ items: events.map(presentEvent), next: next.position });
  });
  app.get("/rows", async (c) => {
    const from = Number(c.req.query("from"));
    const items = await db.read((tx) => tx.rows<{ position: number }>(rows, [c.req.query("of"), from]));
    return c.json({ items, next: (items.at(-1)?.position ?? from - 1) + 1 });
  });
  app.get("/digest", async (c) => {
    const read = await readDigest(deps, recipientOf(c.req.query("of") ?? ""), { entry: null });
    return read.ok ? c.json(presentDigest(read.value, null)) : c.json(read.refusal, 503);
  });
  app.get("/hash", async (c) => c.json(await db.read((tx) => tx.rows(bareHash, [c.req.query("of")]))));
  app.post("/end", async (c) => {
    const [subject = "", decision = ""] = [c.req.query("subject"), c.req.query("decision")];
    const end = {
      subject,
      decision: Buffer.from(decision, "hex"),
      kind: "repaired",
      effective: clock.today(),
    } as const;
    const by = { through: null, recordedAt: new Date(clock.now()), documentNo: "bench", account: randomUUID() };
    return c.json(await db.write((tx) => saveEnd(tx, { ...end, ...by })));
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

await main();
