// Exchange tables of providers, pulled on their schedules: wires the connector to the ingest's own door.
import path from "node:path";
import { findAccount } from "../foundation/accounts/index.ts";
import type { Log } from "../platform/observability/log.ts";
import { createGate, loadConnectors, startConnectors } from "../records/connector/index.ts";
import type { Connectors, RunTold } from "../records/connector/index.ts";
import { appendUpload, completeUpload, issuesOfBatch, messageOf, openBatch } from "../records/ingest/index.ts";
import type { IngestPorts, Worker } from "../records/ingest/index.ts";
import { required } from "./failure.ts";

function tell(log: Log, { connector: job, outcome, error }: RunTold): void {
  if (outcome === undefined) log.error("a connector met a fault", { job, error });
  else if (!outcome.ok) log.warn("a connector was refused", { job, code: outcome.refusal.code });
  else log.info("a connector ran", { job, count: outcome.value.rows });
}

/** Starts what `connectors.yaml` in the data folder names; nothing where there is no such file. Throws `StartRefused`. */
export async function openConnectors(wiring: {
  readonly dataFolder: string;
  readonly ports: IngestPorts;
  readonly worker: Worker;
  readonly log: Log;
}): Promise<Connectors> {
  const { ports, worker, log } = wiring;
  const sources = required(await loadConnectors(path.join(wiring.dataFolder, "connectors.yaml")));
  const gate = createGate({
    openBatch: (account, request) => openBatch(ports, account, request),
    appendUpload: (batch, part) => appendUpload(ports, batch, part),
    completeUpload: (batch, options) => completeUpload(ports, batch, options),
    settle: worker.settle,
    issuesOfBatch: async (page) => {
      const issues = await issuesOfBatch(ports, page);
      return issues.map((issue) => ({ ...issue, message: messageOf({ ...issue, row: 0 }) }));
    },
  });
  const { db, clock, keys } = ports;
  const accountOf = (login: string): ReturnType<typeof findAccount> => findAccount(db, login);
  return startConnectors({ ports: { db, clock, keys, gate, accountOf }, sources, onRun: (told) => tell(log, told) });
}
