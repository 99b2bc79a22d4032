import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Located } from "../../statements/index.ts";
import type { KnownSubject } from "../../subject/index.ts";
import type { Candidate, Issue } from "./fate.ts";
import type { NameVerdict } from "./naming.ts";

/** What the record knows about one candidate at the moment of its decision. */
export interface Known {
  readonly subject: KnownSubject | undefined;
  readonly name: NameVerdict | undefined;
  /** Subjects that bear exactly the stated name, or in whose code the stated old code stands. */
  readonly proposals: readonly string[];
  readonly located: Located | undefined;
  readonly sameContent: boolean;
  /** The decision was ended by an act: repaired, removed, revoked, quashed. */
  readonly ended: boolean;
  /** The batch that this one mends, when it names one. */
  readonly mends: string | null;
}

export type Fate =
  | { readonly outcome: "accepted"; readonly version: number; readonly replaces: Buffer | null; readonly warnings: readonly string[] }
  | { readonly outcome: "duplicate"; readonly code: RefusalCode }
  | { readonly outcome: "quarantined"; readonly issues: readonly Issue[]; readonly proposals: readonly string[] };

function question(code: RefusalCode, field: string | null, value: string | null, values: Readonly<Record<string, string>> = {}): Issue {
  return { code, field, value, values };
}

/** A row without a sound code: what the name or the old code proposes, for a person to decide. */
function withoutCode(candidate: Candidate, known: Known, questions: readonly Issue[], nameField: string): Fate {
  const proposals = [...new Set([...(candidate.stated.proposal === null ? [] : [candidate.stated.proposal]), ...known.proposals])];
  if (questions.some((one) => one.code.startsWith("ingest.code-"))) return { outcome: "quarantined", issues: questions, proposals };
  const code = known.proposals.length > 1 ? "ingest.several-candidates" : "ingest.name-only";
  const values: Record<string, string> = { candidates: String(known.proposals.length) };
  return { outcome: "quarantined", issues: [...questions, question(code, nameField, candidate.name, values)], proposals };
}

/** Same key again: the same content changes nothing; other content is a question, never an overwrite. */
function again(candidate: Candidate, known: Known, located: Located): Fate | Issue | undefined {
  if (located.withdrawn) return undefined;
  if (located.subject !== candidate.subject) {
    return question("ingest.document-other-subject", null, candidate.facts.documentNo);
  }
  if (known.sameContent) return { outcome: "duplicate", code: known.ended ? "ingest.duplicate-ended" : "ingest.duplicate" };
  if (known.ended) return question("ingest.ended-resent", null, candidate.facts.documentNo);
  if (located.batch === known.mends) return { outcome: "accepted", version: located.version + 1, replaces: located.id, warnings: [] };
  return question("ingest.document-conflict", null, candidate.facts.documentNo);
}

function isFate(found: Fate | Issue): found is Fate {
  return "outcome" in found;
}

/**
 * The fate of a candidate that is no registration (settled.md, Ingest). Order of precedence: no sound code, the same
 * key again, an ended decision under another key, a name that does not belong to the code, then whatever the row itself
 * leaves open.
 */
export function resolve(candidate: Candidate, known: Known, context: { readonly entry: CatalogueEntry; readonly questions: readonly Issue[] }): Fate {
  const nameField = context.entry.fields.find((field) => field.id === context.entry.roles.subjectName)?.zh ?? "";
  if (candidate.subject === null) return withoutCode(candidate, known, context.questions, nameField);
  const issues = [...context.questions];
  const repeated = known.located === undefined ? undefined : again(candidate, known, known.located);
  if (repeated !== undefined && isFate(repeated) && repeated.outcome === "duplicate") return repeated;
  if (repeated !== undefined && !isFate(repeated)) issues.push(repeated);
  if (known.located === undefined && known.ended) issues.push(question("ingest.ended-resent", null, candidate.facts.documentNo));
  if (known.name === "unknown-name") {
    const current = known.subject?.names.find((one) => one.knownUntil === null)?.name ?? "";
    issues.push(question("ingest.name-mismatch", nameField, candidate.name, { known: current }));
  }
  if (issues.length > 0) return { outcome: "quarantined", issues, proposals: [candidate.subject] };
  if (repeated !== undefined && isFate(repeated)) return repeated;
  const version = known.located === undefined ? 1 : known.located.version + 1;
  const warnings = known.name === "former" ? ["ingest.former-name"] : [];
  return { outcome: "accepted", version, replaces: known.located?.id ?? null, warnings };
}
