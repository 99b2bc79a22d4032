// A platform with nothing but the ingest and one connector, over given databases and folder. Run as a program it pulls
// until it is killed or done: what a server process does, without the server.
import path from "node:path";
import type { Account } from "../../foundation/accounts/index.ts";
import { dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { appRole } from "../../platform/database/migrate.ts";
import { openDatabase } from "../../platform/database/pool.ts";
import type { Database } from "../../platform/database/pool.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { openSpool } from "../../platform/storage/spool.ts";
import { loadPolicy } from "../../policy/load.ts";
import { messageOf } from "../ingest/routes/present.ts";
import type { IngestPorts } from "../ingest/service/ports.ts";
import { appendUpload, completeUpload, openBatch } from "../ingest/service/upload.ts";
import { createWorker } from "../ingest/service/worker.ts";
import { listIssues } from "../ingest/store.ts";
import type { ConnectorSource } from "./rules/source.ts";
import { createGate } from "./service/gate.ts";
import type { ConnectorPorts } from "./service/ports.ts";
import { runConnector } from "./service/run.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const load = loadPolicy({ folders: [folder], region: "990100", day: "2026-09-09" as Day });
export const now = Date.parse("2026-09-09T08:00:00+08:00");
export const bureau = "11990100990001378K";
export const machine: Account = {
  account: "00000000-0000-7000-8000-00000000000c",
  person: "00000000-0000-7000-8000-00000000000c",
  organisation: bureau,
  organisationName: "示例市市场监督管理局",
  role: "clerk",
  login: "exchange.scjg",
};

export interface Puller {
  readonly ports: ConnectorPorts;
  readonly ingest: IngestPorts;
  readonly stop: () => Promise<void>;
}

export async function openPuller(db: Database, root: string): Promise<Puller> {
  if (!load.ok) throw new Error(JSON.stringify(load.faults.slice(0, 3)));
  const { snapshot } = load;
  const clock = { now: () => now, today: () => dayOfInstant(now) };
  const keys = await openKeys({ folder: path.join(root, "keys") });
  const ingest: IngestPorts = {
    db,
    clock,
    keys,
    spool: await openSpool({ folder: path.join(root, "spool") }),
    policyAt: () => snapshot,
    origin: "credit.example.invalid",
    onFault: ({ error }) => {
      throw error;
    },
  };
  const worker = createWorker(ingest);
  const gate = createGate({
    openBatch: (account, request) => openBatch(ingest, account, request),
    appendUpload: (batch, part) => appendUpload(ingest, batch, part),
    completeUpload: (batch, options) => completeUpload(ingest, batch, options),
    settle: worker.settle,
    issuesOfBatch: async (page) => {
      const issues = await db.read((tx) => listIssues(tx, page));
      return issues.map((issue) => ({
        seq: issue.seq,
        row: issue.row,
        outcome: issue.outcome,
        code: issue.code,
        message: messageOf({ ...issue, row: 0 }),
      }));
    },
  });
  const accountOf = (login: string): Promise<Account | undefined> =>
    Promise.resolve(login === machine.login ? machine : undefined);
  return { ports: { db, clock, keys, gate, accountOf }, ingest, stop: () => worker.stop() };
}

async function main(given: { url: string; root: string; source: ConnectorSource }): Promise<void> {
  const db = await openDatabase({ url: given.url, role: appRole, poolMax: 4 });
  const puller = await openPuller(db, given.root);
  process.stdout.write("ready\n");
  for (;;) {
    const outcome = await runConnector(puller.ports, given.source);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    if (outcome.value.elsewhere || outcome.value.waiting) continue;
    break;
  }
  process.stdout.write("done\n");
  process.exit(0);
}

if (import.meta.main) await main(JSON.parse(process.env["PULLER"] ?? "") as Parameters<typeof main>[0]);
