// How the old platform kept what is taken over is written with it.
import { dayOfInstant } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { saveCarriedOver, saveEnd } from "../../statements/index.ts";
import type { CarriedOverRow, StatementDraft } from "../../statements/index.ts";
import type { Batch } from "../rules/batch.ts";
import { carriedEnd } from "../rules/carried.ts";
import type { DecidedRow } from "../rules/chunk.ts";
import type { Carried } from "../rules/fate.ts";
import { addCarriedCounts } from "../store/carried.ts";
import type { WordOutcome } from "../store/carried.ts";
import type { IngestPorts } from "./ports.ts";

/** A statement that was taken over, with how the old platform kept it. */
export interface TakenOver {
  readonly draft: Pick<StatementDraft, "id" | "subject" | "decision">;
  readonly carried: Carried;
}

/** The rows of a chunk that were taken over from an old platform. */
export function takenOver(rows: readonly DecidedRow[]): TakenOver[] {
  return rows.flatMap(({ draft, carried }) => (draft === null || carried === null ? [] : [{ draft, carried }]));
}

/** Ends what had ended on the old platform, and keeps beside each statement how it was kept there. */
export async function keepCarried(
  tx: Tx,
  { ports, batch }: { readonly ports: Pick<IngestPorts, "clock">; readonly batch: Batch },
  taken: readonly TakenOver[],
): Promise<void> {
  const at = new Date(ports.clock.now());
  const rows: CarriedOverRow[] = [];
  for (const { draft, carried } of taken) {
    const { subject, decision, id } = draft;
    const kind = carriedEnd(carried);
    const { documentNo } = carried;
    const end = { effective: carried.on ?? dayOfInstant(at.getTime()), through: null, recordedAt: at, documentNo };
    const made =
      kind === null
        ? 0
        : await saveEnd(tx, { subject, decision: Buffer.from(decision, "hex"), kind, ...end, account: batch.account });
    const { word, state, on: stateOn, receivedOn, objection, objectionOn } = carried;
    const brought = made > 0 ? kind : null;
    const about = { subject, decision, statement: id, documentNo, brought };
    rows.push({ ...about, word, state, stateOn, receivedOn, objection, objectionOn });
  }
  await saveCarriedOver(tx, { batch: batch.batch, at }, rows);
}

/** Counts where the rows of each state ended. */
export async function countCarried(tx: Tx, batch: string, rows: readonly DecidedRow[]): Promise<void> {
  const counts = new Map<string, WordOutcome>();
  for (const { word, outcome } of rows) {
    if (word === null) continue;
    const key = `${outcome} ${word}`;
    counts.set(key, { word, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  await addCarriedCounts(tx, batch, [...counts.values()]);
}
