import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { fieldsOf, groupsOf, saveEnd } from "../../statements/index.ts";
import type { StatementDraft } from "../../statements/index.ts";
import type { Batch } from "../rules/batch.ts";
import { removedOn } from "../rules/removal.ts";
import type { IngestPorts } from "./ports.ts";

interface Taken {
  readonly ports: Pick<IngestPorts, "clock">;
  readonly batch: Pick<Batch, "provider" | "account">;
  readonly entry: CatalogueEntry;
}

/**
 * What its own authority says was removed ends as a decision, for every provider and path. Another provider's row only
 * ends what that provider itself had sent, by its valid-to day: nobody ends a decision that is not his.
 */
export async function endRemoved(tx: Tx, taken: Taken, drafts: readonly StatementDraft[]): Promise<void> {
  const { entry, batch, ports } = taken;
  if (entry.roles.removal === undefined || entry.roles.removal.length === 0) return;
  const groups = groupsOf(entry).length;
  for (const { subject, decision, facts, content } of drafts) {
    const effective = removedOn(entry, fieldsOf(content, groups));
    if (effective === null || facts.authorityCode !== batch.provider) continue;
    await saveEnd(tx, {
      subject,
      decision: Buffer.from(decision, "hex"),
      kind: "removed",
      effective,
      through: null,
      recordedAt: new Date(ports.clock.now()),
      documentNo: facts.documentNo,
      account: batch.account,
    });
  }
}
