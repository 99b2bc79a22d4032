import { lintAccess } from "./access-part.ts";
import type { Day } from "../kernel/day.ts";
import { draftPolicy } from "./draft.ts";
import type { PolicyDraft, PolicyQuestion } from "./draft.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { lintObjection } from "./objection.ts";
import { lintRepair } from "./repair.ts";
import { lintOffice } from "./office-policy.ts";
import { lintSources } from "./lint-basis.ts";
import { lintEntries } from "./lint-entries.ts";
import { lintLists } from "./lint-lists.ts";
import { lintMeasures } from "./lint-measures.ts";
import { lintCalendar } from "./calendar.ts";
import { lintCases } from "./cases.ts";
import { lintCategories, lintForbidden, lintMappings, lintPublicity, lintRegion } from "./lint-rules.ts";

const FORM: ReadonlySet<FaultCode> = new Set([
  "policy.unreadable",
  "policy.unknown-key",
  "policy.wrong-shape",
  "policy.unknown-set",
]);

/** A draft with everything that is wrong with it, in the order of files and lines. */
export interface JudgedDraft {
  readonly draft: PolicyDraft;
  readonly faults: readonly Fault[];
}

/** Reads and judges the folders for a region on a day. */
export function judgePolicy(question: PolicyQuestion): JudgedDraft {
  const faults: Fault[] = [];
  const draft = draftPolicy(question, faults);
  // What does not have its shape is not there for the rest: its echoes elsewhere would hide the cause.
  if (faults.some((fault) => FORM.has(fault.code))) return { draft, faults: inOrder(faults) };
  faults.push(
    ...missingParts(draft, question),
    ...lintSources(draft),
    ...lintCategories(draft),
    ...lintEntries(draft),
    ...lintPublicity(draft),
    ...lintForbidden(draft),
    ...lintMappings(draft),
    ...lintRegion(draft),
    ...lintAccess(draft),
    ...lintOffice(draft),
    ...lintObjection(draft),
    ...lintRepair(draft),
    ...lintLists(draft),
    ...lintMeasures(draft),
    ...lintCases(draft),
    ...lintCalendar(draft.files),
  );
  return { draft, faults: inOrder(faults) };
}

/**
 * Every fault of the policy folders (shipped first, an operator's after) for a region on a day, in the order of files
 * and lines; empty when the policy loads.
 */
export function lintPolicy(folders: readonly string[], region: string, day: Day): readonly Fault[] {
  return judgePolicy({ folders, region, day }).faults;
}

/** Faults that stand in no file because the file is not there. */
function missingParts(draft: PolicyDraft, question: PolicyQuestion): Fault[] {
  const at = { file: question.folders.at(-1) ?? "", line: 1, column: 1 };
  const faults: Fault[] = [];
  if (draft.place === undefined)
    faults.push({ ...at, code: "policy.region-missing", values: { region: question.region } });
  const parts = {
    "visibility/rules.yaml": draft.publicity,
    "ingest/document-words.yaml": draft.words[0],
    "access/rules.yaml": draft.access,
  };
  for (const [name, part] of Object.entries(parts)) {
    if (part === undefined) faults.push({ ...at, code: "policy.missing-part", values: { name } });
  }
  return faults;
}

/** A field of a shared set is judged once an entry: what is said twice of one place is told once. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults
    .filter((fault) => {
      const key = `${fault.file}:${fault.line}:${fault.column}:${fault.code}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}
