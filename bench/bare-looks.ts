// The sides of the figure `access` over one HTTP stack: a key read alone, with a group-committed row of its own, and with
// the platform's access log. Arguments: the database's address and the subjects; prints its port.
import { randomBytes, randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openAccessLog } from "../server/src/foundation/access/index.ts";
import type { LookEntry } from "../server/src/foundation/access/index.ts";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { openDatabase, statement } from "../server/src/platform/database/pool.ts";
import type { Database } from "../server/src/platform/database/pool.ts";

const office = "11990100990001378K";
const readKey = statement("bench.key", "select subject, kind, standing from subject.subject where subject = $1");
const insertTrace = statement(
  "bench.trace",
  `insert into public.trace (subject, at, account, matter, purpose)
   select k.subject, $2, $3, k.matter, 'administrative-approval' from unnest($1::text[], $4::text[]) k(subject, matter)`,
);

/** The cheapest group commit that keeps its word: one insert a flush, whoever comes meanwhile waits for the next. */
function openTraces(db: Database): (subject: string, matter: string) => Promise<void> {
  const account = randomUUID();
  let waiting: { subject: string; matter: string; done: PromiseWithResolvers<void> }[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const [subjects, matters] = [group.map((one) => one.subject), group.map((one) => one.matter)];
      await db.write((tx) => tx.run(insertTrace, [subjects, new Date(), account, matters]));
      for (const one of group) one.done.resolve();
    }
    isRunning = false;
  };
  return (subject, matter) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ subject, matter, done });
    if (!isRunning) {
      isRunning = true;
      void run();
    }
    return done.promise;
  };
}

function entryOf(subject: string, matter: string): LookEntry {
  return {
    by,
    multiParty: false,
    budget: 1_000_000,
    looks: [
      {
        subject,
        matter,
        purpose: "administrative-approval",
        basis: { kind: "duty", duty: "permit-review", article: "opinions-2025#7" },
        channel: "share-by-duty",
        entries: ["penalty"],
        fields: ["documentNo", "decidedOn", "authority"],
        statements: [],
        outcome: "data",
      },
    ],
  };
}

const by = {
  account: randomUUID(),
  person: randomUUID(),
  organisation: office,
  organisationName: "bench",
  role: "approver",
};

async function main(): Promise<void> {
  const [url = "", count = "0"] = process.argv.slice(2);
  const db = await openDatabase({ url });
  const clock = { now: () => Date.now(), today: () => dayOfInstant(Date.now()) };
  const log = openAccessLog({ db, clock, keys: { random: (bytes) => randomBytes(bytes) } });
  const trace = openTraces(db);
  const app = new Hono();
  let asked = 0;
  // Every request is another matter about another subject: nothing is met in the books.
  const next = (): { subject: string; matter: string } => {
    asked += 1;
    return { subject: `S${String(asked % Number(count)).padStart(17, "0")}`, matter: `SL-${process.pid}-${asked}` };
  };
  const read = (subject: string): Promise<object[]> => db.read((tx) => tx.rows(readKey, [subject]));
  app.get("/key", async (c) => c.json(await read(next().subject)));
  app.get("/trace", async (c) => {
    const { subject, matter } = next();
    const rows = await read(subject);
    await trace(subject, matter);
    return c.json(rows);
  });
  app.get("/look", async (c) => {
    const { subject, matter } = next();
    const rows = await read(subject);
    const outcome = await log.record(entryOf(subject, matter));
    return outcome.ok ? c.json(rows) : c.json({ code: outcome.refusal.code }, 503);
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
}

await main();
