// The sides of the figure `access` over one HTTP stack: a key read alone, with a group-committed row of its own, and with
// the platform's access log. Arguments: the database's address and the subjects; prints its port.
import { randomBytes, randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openAccessLog } from "../server/src/foundation/access/index.ts";
import type { LookEntry } from "../server/src/foundation/access/index.ts";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { openDatabase, statement } from "../server/src/platform/database/pool.ts";
import { openTraces } from "./rig/traces.ts";

const office = "11990100990001378K";
const readKey = statement("bench.key", "select subject, kind, standing from subject.subject where subject = $1");
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
