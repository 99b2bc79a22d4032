// An objection as one of its sides sees it.
import type { z } from "@hono/zod-openapi";
import { articleText } from "../../../policy/article-text.ts";
import { articleOf } from "../../../policy/source.ts";
import type { Due } from "../rules/due.ts";
import { isMarked } from "../rules/objection.ts";
import type { Answer, Change } from "../rules/objection.ts";
import type { changeShape, objectionSchema } from "../schema.ts";
import { mayRead } from "../service/read.ts";
import type { ObjectionView } from "../service/read.ts";
import { DOCUMENT_NAMES, PHASE_NAMES, STEP_NAMES } from "../text.ts";

type Body = z.infer<typeof objectionSchema>;

function presentDue(due: Due | null): Body["due"] {
  if (due === null) return null;
  const { kind, until, left, overdue } = due;
  return { kind, until, workingDaysLeft: left, overdue };
}

function presentChange(change: Change | null): z.infer<typeof changeShape> | null {
  if (change === null) return null;
  return {
    kind: change.kind,
    record: change.kind === "version" ? change.record : null,
    documentNo: change.kind === "acted" ? change.documentNo : null,
  };
}

/** What stands in the final document; before that the draft, for who answers alone. */
function answerSeen({ state, steps, side }: ObjectionView): Answer | null {
  if (state.phase === "closed") return steps.findLast(({ kind }) => kind === "confirm")?.terms.answer ?? null;
  return side === "respondent" || side === "centre" ? state.answer : null;
}

const DRAFTS: ReadonlySet<string> = new Set(["answer", "return", "remind", "escalate"]);

const nameIn = (names: ReadonlyMap<string, { readonly zh: string }>, id: string | null): string | null =>
  id === null ? null : (names.get(id)?.zh ?? id);

function aboutOf({ kept, policy }: ObjectionView): Body["about"] {
  const { statement, entry, documentNo, look, measure } = kept;
  return {
    record: statement === null ? null : statement.toString("base64url"),
    entry,
    entryName: nameIn(policy.entries, entry),
    documentNo,
    look: look === null ? null : look.toString("hex"),
    measure,
    measureName: nameIn(policy.measures, measure),
  };
}

/** What is only drafted is not known to the subject yet. */
function phaseSeen({ state, side }: ObjectionView): Body["phase"] {
  return side === "subject" && state.phase === "answered" ? "forwarded" : state.phase;
}

/** What was filed, as it was filed. */
function filedOf({ kept, policy, name }: ObjectionView) {
  const names = new Map(policy.entries.get(kept.entry ?? "")?.fields.map((field) => [field.id, field]));
  return {
    subject: { uscc: kept.subject, name },
    via: kept.via,
    ground: kept.ground,
    groundName: nameIn(policy.objection.grounds, kept.ground) ?? kept.ground,
    claim: kept.claim,
    fields: kept.fields.map((one) => ({ ...one, name: nameIn(names, one.field) ?? one.field })),
    evidence: kept.evidence.map((one) => ({ ...one })),
    respondent: { uscc: kept.respondent, name: kept.respondentName },
    filedOn: kept.filedOn,
  };
}

function documentsSeen({ documents, side }: ObjectionView): Body["documents"] {
  return documents
    .filter(({ kind }) => mayRead(side, kind))
    .map(({ document, kind, number, issuedOn, digest }) => ({
      document,
      kind,
      kindName: DOCUMENT_NAMES[kind],
      number,
      issuedOn,
      sha256: digest.toString("hex"),
    }));
}

/** The centre sees whose turn it is; everybody else what he himself may do. */
function nextSeen({ next, side }: ObjectionView): Body["next"] {
  const isMine = ({ by }: ObjectionView["next"][number]): boolean =>
    side === "centre" || (by === "subject") === (side !== "respondent");
  return next.filter(isMine).map((one) => ({ ...one }));
}

function ruleOf({ policy }: ObjectionView): Body["rule"] {
  const { rule } = policy.objection;
  if (rule === null) return null;
  return {
    name: rule.zh,
    article: articleOf(rule.basis),
    articleText: articleText(policy, rule.basis),
    mark: rule.mark,
  };
}

function presentAnswer(answer: Answer | null): Body["answer"] {
  if (answer === null) return null;
  const { outcome, words: said, change, evidence: given } = answer;
  return { outcome, words: said, change: presentChange(change), evidence: given.map((one) => ({ ...one })) };
}

function stepsSeen({ steps, side, state }: ObjectionView): Body["steps"] {
  const whole = side !== "subject" && side !== "hall";
  return steps
    .filter(({ kind }) => whole || !DRAFTS.has(kind) || (kind === "answer" && state.phase === "closed"))
    .map(({ no, kind, day, at, words: said, document }) => ({
      no,
      kind,
      kindName: STEP_NAMES[kind],
      day,
      at: at.toISOString(),
      words: said,
      document: whole || kind !== "remind" ? document : null,
    }));
}

/** An objection as one of its sides sees it. */
export function presentObjection(view: ObjectionView): Body {
  const { kept, state } = view;
  const answer = answerSeen(view);
  const phase = phaseSeen(view);
  return {
    objection: kept.objection,
    version: state.version,
    kind: kept.kind,
    phase,
    phaseName: PHASE_NAMES[phase],
    ...filedOf(view),
    about: aboutOf(view),
    marked: kept.decision !== null && isMarked(state),
    due: presentDue(view.due),
    total: presentDue(view.total),
    rule: ruleOf(view),
    reminders: state.reminders,
    escalated: state.escalated,
    outcome: state.phase === "closed" && answer !== null ? answer.outcome : null,
    answer: presentAnswer(answer),
    corrections: answer === null ? [] : answer.corrections.map((one) => ({ ...one })),
    steps: stepsSeen(view),
    documents: documentsSeen(view),
    next: nextSeen(view),
  };
}
