import { record } from "../../../foundation/audit/index.ts";
import type { Handler, Handlers } from "../../../foundation/approvals/index.ts";
import { proveKey } from "../../../foundation/clients/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import { mayCommand } from "../rules/batch.ts";
import { finishBatch, lockBatch, releaseBatch } from "../store.ts";
import { acceptanceHandler } from "./decide.ts";
import { withdrawalHandler } from "./declare.ts";
import type { IngestPorts } from "./ports.ts";
import type { Worker } from "./worker.ts";

/**
 * Lets a waiting batch go on: a machine's, whose key is proved by it, or one that is taken over from an old platform. Refused or taken back, the batch ends and nothing of it
 * stands. Refuses `ingest.wrong-state`, `clients.key-ended`.
 */
function releaseHandler(ports: IngestPorts, worker: Worker): Handler {
  const now = (): Date => new Date(ports.clock.now());
  return {
    perform: async (tx, { target }, approver) => {
      const batch = await lockBatch(tx, target);
      if (batch === undefined) return refused({ code: "ingest.unknown-batch", kind: "absent" });
      const fits = mayCommand(batch, "release");
      if (!fits.ok) return fits;
      const adverse = ports.policyAt(ports.clock.today()).entries.get(batch.entry)?.adverse ?? true;
      if (adverse && batch.client !== null) {
        const proved = await proveKey(tx, { key: batch.client, by: approver, at: now() });
        if (!proved.ok) return proved;
      }
      await releaseBatch(tx, target);
      const deed = { at: now(), account: approver, action: "ingest.release", purpose: null, target };
      await record(tx, { ...deed, state: { client: batch.client } });
      return granted({ result: { batch: target, state: "processing" }, after: () => worker.begin(target) });
    },
    drop: async (tx, { target }, by) => {
      const batch = await lockBatch(tx, target);
      if (batch?.state !== "waiting") return {};
      const failure = { code: "ingest.not-released", values: {} } as const;
      await finishBatch(tx, { batch: target, state: "failed", at: now(), receipt: null, failure });
      const deed = { at: now(), account: by, action: "ingest.fail", purpose: batch.purpose, target };
      await record(tx, { ...deed, state: { code: failure.code } });
      return {
        after: () =>
          void ports.spool.destroy(target).catch((error: unknown) => ports.onFault({ batch: target, error })),
      };
    },
  };
}

/** How the approved commands of ingest are carried out. */
export function ingestHandlers(
  ports: IngestPorts,
  worker: Worker,
): Pick<Handlers, "batch.withdraw" | "question.accept" | "batch.release" | "batch.carry-over"> {
  const release = releaseHandler(ports, worker);
  return {
    "batch.withdraw": withdrawalHandler(ports),
    "question.accept": acceptanceHandler(ports),
    "batch.release": release,
    "batch.carry-over": release,
  };
}
