import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Hex, Located } from "../../statements/index.ts";
import type { KnownSubject } from "../../subject/index.ts";
import type { Claim, Issue } from "./fate.ts";
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
  /** The row, taken over from an old platform, says itself that the decision has ended. */
  readonly endAgrees: boolean;
  /** It says so, and another provider's statement of the decision stands here. */
  readonly endsOthers: boolean;
  /** What the row would lower of the statement that stands under its key: a person is asked of each. */
  readonly relief: readonly Issue[];
  /** The row says of what stands only that it was removed where it was decided. */
  readonly removal: boolean;
  /** The batch that this one mends, when it names one. */
  readonly mends: string | null;
}

export type Fate =
  | {
      readonly outcome: "accepted";
      readonly version: number;
      readonly replaces: Hex | null;
      readonly warnings: readonly string[];
    }
  | { readonly outcome: "duplicate"; readonly code: RefusalCode }
  | { readonly outcome: "quarantined"; readonly issues: readonly Issue[]; readonly proposals: readonly string[] };

function question(
  code: RefusalCode,
  field: string | null,
  value: string | null,
  values: Readonly<Record<string, string>> = {},
): Issue {
  return { code, field, value, values };
}

/** The label of the entry's name field. */
export function nameFieldOf(entry: CatalogueEntry): string {
  return entry.fields.find((field) => field.id === entry.roles.subjectName)?.zh ?? "";
}

/** A row without a sound code: what the name or the old code proposes, for a person to decide. */
function withoutCode(claim: Claim, known: Known, questions: readonly Issue[], nameField: string): Fate {
  const proposals = [
    ...new Set([...(claim.stated.proposal === null ? [] : [claim.stated.proposal]), ...known.proposals]),
  ];
  if (questions.some((one) => one.code.startsWith("ingest.code-")))
    return { outcome: "quarantined", issues: questions, proposals };
  const code = known.proposals.length > 1 ? "ingest.several-candidates" : "ingest.name-only";
  const values: Record<string, string> = { candidates: String(known.proposals.length) };
  return {
    outcome: "quarantined",
    issues: [...questions, question(code, nameField, claim.name, values)],
    proposals,
  };
}

type Again = { readonly fate: Fate } | { readonly question: Issue };

/** Same key again: the same content changes nothing; other content is a question, never an overwrite. */
function again(claim: Claim, known: Known, located: Located): Again {
  const about = (code: RefusalCode): Again => ({ question: question(code, null, claim.facts.documentNo) });
  if (located.subject !== claim.subject) return about("ingest.document-other-subject");
  if (known.sameContent)
    return { fate: { outcome: "duplicate", code: known.ended ? "ingest.duplicate-ended" : "ingest.duplicate" } };
  if (known.ended && !known.endAgrees) return about("ingest.ended-resent");
  if (!known.removal && located.batch !== known.mends) return about("ingest.document-conflict");
  return { fate: { outcome: "accepted", version: located.version + 1, replaces: located.id, warnings: [] } };
}

/** The name that a subject bears now, as far as anybody knows. */
export function currentName(subject: KnownSubject | undefined): string {
  return subject?.names.find((one) => one.knownUntil === null && !one.withdrawn)?.name ?? "";
}

/** A key that is free: nothing was sent under it, or what was sent has been taken back. */
export function freshFate(known: Known): Fate {
  const { located } = known;
  const version = located === undefined ? 1 : located.version + 1;
  const replaces = located === undefined ? null : located.id;
  return { outcome: "accepted", version, replaces, warnings: known.name === "former" ? ["ingest.former-name"] : [] };
}

/** What stands under the row's own key, unless it was taken back. */
export function liveOf(known: Known): Located | undefined {
  return known.located?.withdrawn === true ? undefined : known.located;
}

/** A decision that has ended and comes back by another path; a name that its code does not know. */
function aboutSubject(claim: Claim, known: Known, nameField: string): Issue[] {
  const issues: Issue[] = [];
  if (known.ended && !known.endAgrees && liveOf(known) === undefined)
    issues.push(question("ingest.ended-resent", null, claim.facts.documentNo));
  if (known.endsOthers) issues.push(question("ingest.carried-ends-others", null, claim.facts.documentNo));
  if (known.name === "unknown-name") {
    issues.push(question("ingest.name-mismatch", nameField, claim.name, { known: currentName(known.subject) }));
  }
  return issues;
}

/**
 * The fate of a candidate that is no registration (settled.md, Ingest). Order of precedence: no sound code, the same
 * key again, an ended decision under another key, a name that does not belong to the code, then whatever the row itself
 * leaves open. Of what stands nothing is lowered without a question, whichever batch the row's own one mends.
 */
export function resolve(
  claim: Claim,
  known: Known,
  context: { readonly entry: CatalogueEntry; readonly questions: readonly Issue[] },
): Fate {
  const nameField = nameFieldOf(context.entry);
  if (claim.subject === null) return withoutCode(claim, known, context.questions, nameField);
  const live = liveOf(known);
  const fate = live === undefined ? { fate: freshFate(known) } : again(claim, known, live);
  if ("fate" in fate && fate.fate.outcome === "duplicate") return fate.fate;
  const issues = [...context.questions, ...aboutSubject(claim, known, nameField)];
  if ("question" in fate) issues.push(fate.question);
  issues.push(...known.relief);
  if ("fate" in fate && issues.length === 0) return fate.fate;
  return { outcome: "quarantined", issues, proposals: [claim.subject] };
}
