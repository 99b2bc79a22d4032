import { judgeDraft } from "../../../foundation/releases/index.ts";
import type { ReleasePorts } from "../../../foundation/releases/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { compileChannel } from "../../visibility/index.ts";
import { toldEntries, touchedEntries } from "../rules/touched.ts";
import type { ToldEntry } from "../rules/touched.ts";
import { countCells } from "../store.ts";

/** How much stands today under these entries, told so that nobody can be recognised. */
export async function countTouched(
  db: Database,
  asked: { readonly entries: readonly string[]; readonly policy: PolicySnapshot; readonly today: Day },
): Promise<readonly ToldEntry[]> {
  const { entries, policy, today } = asked;
  if (entries.length === 0) return [];
  // What offices may share among each other: what ended is in no count, and what is not on the public page is.
  const grant = { entries: new Set(entries), fields: null };
  const channel = compileChannel({ channel: "duty", policy, day: today, today, offset: 1, grant });
  const cells = await db.read((tx) => countCells(tx, entries, channel));
  return toldEntries(entries, cells);
}

/** What a draft would touch if it were in effect. Refuses what `judgeDraft` refuses, `releases.faulty`. */
export async function readImpact(
  ports: ReleasePorts,
  by: SignedIn,
  asked: { readonly draft: string; readonly effective: Day | null; readonly policy: PolicySnapshot },
): Promise<Outcome<readonly ToldEntry[]>> {
  const judged = await judgeDraft(ports, by, asked);
  if (!judged.ok) return judged;
  const { before, after, changes, faults } = judged.value;
  if (after === null) return refused({ code: "releases.faulty", kind: "conflict", values: { count: faults.length } });
  const entries = touchedEntries(changes, { before, after });
  return granted(await countTouched(ports.db, { entries, policy: asked.policy, today: ports.clock.today() }));
}
