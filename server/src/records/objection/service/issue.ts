import { randomUUID } from "node:crypto";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { yearOf } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { articleText } from "../../../policy/article-text.ts";
import { articleOf } from "../../../policy/source.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { documentDigest, TEMPLATE } from "../rules/document.ts";
import type { DocumentBody, DocumentKind, Party } from "../rules/document.ts";
import type { Answer, StepKind } from "../rules/objection.ts";
import { saveDocument, takeNumber } from "../store/document.ts";
import type { KeptDocument } from "../store/document.ts";
import type { KeptObjection } from "../store/objection.ts";
import { documentNumber, KIND_TITLES } from "../text.ts";
import { nameOf } from "./read.ts";

const KINDS: Partial<Readonly<Record<StepKind, DocumentKind>>> = {
  "not-accept": "not-accepted",
  remind: "reminder",
  confirm: "result",
};

export interface Issuing {
  readonly asked: { readonly kind: StepKind };
  readonly by: SignedIn;
  readonly kept: KeptObjection;
  readonly answer: Answer | null;
  readonly words: string;
  readonly late: Day | null;
  readonly policy: PolicySnapshot;
  readonly day: Day;
}

/** What the disputed thing is called: the entry of a record, the name of a measure, or what it is. */
function titleOf({ kind, entry, measure }: KeptObjection, policy: PolicySnapshot): string {
  if (entry !== null) return policy.entries.get(entry)?.zh ?? entry;
  return measure === null ? KIND_TITLES[kind] : (policy.measures.get(measure)?.zh ?? measure);
}

function aboutOf({ kept, policy }: Issuing): DocumentBody["about"] {
  const { kind, documentNo, statement, look } = kept;
  return {
    kind,
    title: titleOf(kept, policy),
    documentNo,
    record: statement === null ? null : statement.toString("base64url"),
    look: look === null ? null : look.toString("hex"),
  };
}

/** What the answer says; a reminder and a refusal say nothing of it. */
function answered(
  { answer, words }: Issuing,
  kind: DocumentKind,
): Pick<DocumentBody, "words" | "outcome" | "change" | "corrections" | "evidence"> {
  if (kind !== "result" || answer === null)
    return { words, outcome: null, change: null, corrections: [], evidence: [] };
  const { outcome, change, corrections, evidence } = answer;
  return { words: answer.words, outcome, change, corrections, evidence };
}

/** The document that a step issues, numbered in the series of who issues it; null where it issues none. */
export async function issueDocument(tx: Tx, issuing: Issuing): Promise<KeptDocument | null> {
  const { asked, by, kept, policy, day, late } = issuing;
  const kind = KINDS[asked.kind];
  if (kind === undefined) return null;
  const { organisation } = by;
  const year = yearOf(day);
  const no = await takeNumber(tx, { organisation, year, kind });
  const subject: Party = { uscc: kept.subject, name: await nameOf(tx, kept.subject) };
  const respondent: Party = { uscc: kept.respondent, name: kept.respondentName };
  const { rule } = policy.objection;
  const body: DocumentBody = {
    kind,
    template: TEMPLATE,
    number: documentNumber({ kind, year, no }),
    issuedOn: day,
    authority: { uscc: organisation, name: by.organisationName },
    to: kind === "reminder" ? respondent : subject,
    subject,
    about: aboutOf(issuing),
    filedOn: kept.filedOn,
    ground: policy.objection.grounds.get(kept.ground)?.zh ?? kept.ground,
    claim: kept.claim,
    ...answered(issuing, kind),
    due: kind === "reminder" ? late : null,
    basis: rule === null ? null : { article: articleOf(rule.basis), text: articleText(policy, rule.basis) },
    policyHash: policy.hash,
  };
  const { number, issuedOn } = body;
  const made: KeptDocument = { document: randomUUID(), kind, number, issuedOn, body, digest: documentDigest(body) };
  await saveDocument(tx, kept, made);
  return made;
}
