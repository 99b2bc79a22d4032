import { releasesOn } from "./draft.ts";
import type { PolicyQuestion } from "./draft.ts";
import { buildSnapshot } from "./build.ts";
import type { Fault } from "./fault.ts";
import { judgePolicy } from "./lint.ts";
import type { PolicySnapshot } from "./snapshot.ts";

/** A policy loads whole or not at all: a fault anywhere is told with file and line, and nothing takes effect. */
export type PolicyLoad =
  | {
      readonly ok: true;
      readonly snapshot: PolicySnapshot;
      /** Ids of shipped templates that nobody has confirmed here. */
      readonly disabled: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Snapshots kept at once: a day, its neighbours and some replayed ones. */
const KEPT = 32;
const kept = new Map<string, PolicyLoad>();

/** Reads the policy of a region on a day from its folders: shipped first, an operator's after; packs by region. */
export function loadPolicy(question: PolicyQuestion): PolicyLoad {
  const { draft, faults } = judgePolicy(question);
  if (faults.length > 0) return { ok: false, faults };
  const disabled = [...draft.entries.values()].filter((entry) => entry.disabled).map((entry) => entry.value.id);
  return { ok: true, snapshot: buildSnapshot(draft), disabled };
}

/** `loadPolicy`, read once a process for the same question: what a folder holds later counts after a restart. */
export function policyAt(question: PolicyQuestion): PolicyLoad {
  const { folders, region, day, production = false } = question;
  const released = releasesOn(day, question.releases).map(({ hash, effective }) => [hash, effective]);
  const key = JSON.stringify([folders, region, day, production, released]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const load = loadPolicy(question);
  // A faulty file is read again at the next asking: once it is mended, nobody has to start anew.
  if (!load.ok) return load;
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, load);
  return load;
}
