import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Content, Hex, Located, StatementDraft } from "../../statements/index.ts";
import type { KnownSubject, NewName, NewSubject } from "../../subject/index.ts";
import { subjectKindOf } from "../../../kernel/uscc.ts";
import type { Uscc } from "../../../kernel/uscc.ts";
import type { Day } from "../../../kernel/day.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { Carried, Claim, Issue, Judged, Outcome, Position } from "./fate.ts";
import { carriedEnd } from "./carried.ts";
import { reliefIssues } from "./favour.ts";
import type { Relief } from "./favour.ts";
import { matchName, registrationVerdict } from "./naming.ts";
import { currentName, freshFate, liveOf, nameFieldOf, resolve } from "./resolve.ts";
import type { Fate, Known } from "./resolve.ts";

/** A claim with the keys that its parts hash to, and its content made ready. */
export interface Keyed {
  readonly claim: Claim;
  readonly sourceKey: Hex;
  readonly decision: Hex;
  /** Over the content, and over the personal values where the row brings any. */
  readonly digest: Hex;
  /** Over the content alone: what was taken in before personal values were kept, or without them. */
  readonly openDigest: Hex;
  readonly content: Content;
}

/** A row at its place in the file: turned away by itself, or a claim with the questions that it raises by itself. */
export interface ChunkRow {
  readonly position: Position;
  readonly fate:
    | Exclude<Judged, { kind: "candidate" }>
    | { readonly kind: "claim"; readonly questions: readonly Issue[]; readonly keyed: Keyed };
  /** The state that an old platform wrote beside it; null for what is sent for the first time. */
  readonly word: string | null;
}

/** What the record knew when the chunk's transaction began. */
export interface ChunkFacts {
  readonly subjects: ReadonlyMap<string, KnownSubject>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byOrganisationCode: ReadonlyMap<string, readonly string[]>;
  readonly located: ReadonlyMap<string, Located>;
  readonly ended: ReadonlySet<string>;
  /** What rows would lower of the statement that stands under their key. */
  readonly relief: ReadonlyMap<Keyed, readonly Relief[]>;
  /** Rows that say of what stands under their key only that it was removed. */
  readonly removals: ReadonlySet<Keyed>;
  /** Decisions of which another provider's statement stands here, in hex. */
  readonly elsewhere: ReadonlySet<Hex>;
}

export interface ChunkContext {
  readonly entry: CatalogueEntry;
  readonly day: Day;
  readonly batch: string;
  readonly mends: string | null;
  /** Gives 16 random bytes in hex: the id under which a new statement is known outside. */
  readonly newId: () => Hex;
}

/** The decided fate of one row, with what it writes. */
export interface DecidedRow {
  readonly position: Position;
  readonly outcome: Outcome;
  readonly issues: readonly Issue[];
  readonly naturalPerson: boolean;
  readonly draft: StatementDraft | null;
  readonly question: { readonly keyed: Keyed; readonly proposals: readonly string[] } | null;
  /** The state that an old platform wrote beside it; null for what is sent for the first time. */
  readonly word: string | null;
  /** How an old platform kept what was taken in. */
  readonly carried: Carried | null;
}

/** Everything that a chunk changes: made purely, written by the service in one transaction. */
export interface ChunkPlan {
  readonly rows: readonly DecidedRow[];
  readonly newSubjects: readonly NewSubject[];
  readonly newNames: readonly NewName[];
  readonly promoted: readonly string[];
  /** On file since a batch that was taken back, and now named again. */
  readonly revivedSubjects: readonly NewSubject[];
  readonly revivedNames: readonly NewName[];
  /** Names that become the registered current one; every other current name of the subject ends that day. */
  readonly confirmed: readonly NewName[];
}

/** Rows of one chunk see what earlier rows of the same chunk did, as if each had been written before the next. */
interface Overlay {
  readonly subjects: Map<string, KnownSubject>;
  readonly located: Map<string, Located>;
  readonly newSubjects: NewSubject[];
  readonly newNames: NewName[];
  readonly promoted: string[];
  readonly revivedSubjects: NewSubject[];
  readonly revivedNames: NewName[];
  readonly confirmed: NewName[];
}

function overlayOf(facts: ChunkFacts): Overlay {
  return {
    subjects: new Map(facts.subjects),
    located: new Map(facts.located),
    newSubjects: [],
    newNames: [],
    promoted: [],
    revivedSubjects: [],
    revivedNames: [],
    confirmed: [],
  };
}

function changesOf({
  newSubjects,
  newNames,
  promoted,
  revivedSubjects,
  revivedNames,
  confirmed,
}: Overlay): Omit<ChunkPlan, "rows"> {
  return { newSubjects, newNames, promoted, revivedSubjects, revivedNames, confirmed };
}

type Ending = Pick<Known, "sameContent" | "ended" | "endAgrees" | "endsOthers" | "removal">;

/**
 * Whether a row's decision has ended, here or on the old platform that it is taken over from. What that one told of before
 * as standing, and tells now as ended, is an exit and not the same again.
 */
function endingOf(keyed: Keyed, facts: ChunkFacts, located: Located | undefined): Ending {
  const ended = facts.ended.has(keyed.decision);
  const same = located !== undefined && isSame(keyed, located);
  if (carriedEnd(keyed.claim.carried) === null)
    return { sameContent: same, ended, endAgrees: false, endsOthers: false, removal: false };
  const endsOthers = !ended && facts.elsewhere.has(keyed.decision);
  return { sameContent: same && ended, ended, endAgrees: ended, endsOthers, removal: same && !ended };
}

function knownOf(
  keyed: Keyed,
  facts: ChunkFacts,
  context: { overlay: Overlay; mends: string | null; entry: CatalogueEntry },
): Known {
  const { claim } = keyed;
  const subject = claim.subject === null ? undefined : context.overlay.subjects.get(claim.subject);
  const located = context.overlay.located.get(keyed.sourceKey);
  const told = endingOf(keyed, facts, located);
  const byCode =
    claim.stated.organisationCode === null ? [] : (facts.byOrganisationCode.get(claim.stated.organisationCode) ?? []);
  return {
    subject,
    name: subject === undefined || subject.withdrawn ? undefined : matchName(subject, claim.folded),
    proposals: claim.subject === null ? [...byCode, ...(facts.byName.get(claim.folded) ?? [])] : [],
    located,
    ...told,
    relief: reliefIssues(context.entry, facts.relief.get(keyed) ?? []),
    removal: told.removal || facts.removals.has(keyed),
    mends: context.mends,
  };
}

/** A row whose personal values were received and not kept at the time says nothing new when it comes again. */
export function isSame({ digest, openDigest }: Keyed, located: Located): boolean {
  return located.digest === digest || located.digest === openDigest;
}

function nameConflict(claim: Claim, subject: string, context: { entry: CatalogueEntry; known: Known }): Fate {
  const issue: Issue = {
    code: "ingest.name-conflict",
    field: nameFieldOf(context.entry),
    value: claim.name,
    values: { known: currentName(context.known.subject) },
  };
  return { outcome: "quarantined", issues: [issue], proposals: [subject] };
}

/** Whether a registration row tells something newer than the one on file: it mends it, or bears a later day. */
function isNewer(claim: Claim, located: Located, mends: string | null): boolean {
  const { decidedOn } = claim.facts;
  return located.batch === mends || (decidedOn !== null && located.decidedOn !== null && decidedOn > located.decidedOn);
}

/**
 * A row of the registration provider (settled.md): it owns the current name. The same code and name again is a
 * duplicate unless it tells something newer; another name with a later day is a change of name, else a question.
 */
function resolveRegistration(
  claim: Claim,
  known: Known,
  context: { entry: CatalogueEntry; questions: readonly Issue[]; day: Day },
): Fate {
  const { subject } = claim;
  if (subject === null || context.questions.length > 0) return resolve(claim, known, context);
  const live = liveOf(known);
  if (live !== undefined && known.sameContent) return { outcome: "duplicate", code: "ingest.duplicate" };
  const verdict = registrationVerdict(known.subject, claim.folded, claim.facts.decidedOn ?? context.day);
  if (verdict === "name-conflict") return nameConflict(claim, subject, { entry: context.entry, known });
  const repeats = live !== undefined && verdict === "same-name" && !isNewer(claim, live, known.mends);
  return repeats
    ? { outcome: "duplicate", code: "ingest.duplicate-registration" }
    : freshFate({ ...known, name: undefined });
}

function admitSubject(claim: Claim, overlay: Overlay, context: ChunkContext): void {
  const subject = claim.subject ?? "";
  const known = overlay.subjects.get(subject);
  const registered = context.entry.id === "registration";
  const standing = registered ? "registered" : "provisional";
  const knownFrom = claim.facts.decidedOn ?? context.day;
  const kind = known?.kind ?? subjectKindOf(subject as Uscc);
  const name: NewName = { subject, kind, name: claim.name, folded: claim.folded, knownFrom, registered };
  if (known !== undefined && !known.withdrawn) {
    if (registered) register(known, name, overlay);
    return;
  }
  (known === undefined ? overlay.newSubjects : overlay.revivedSubjects).push({ subject, kind, standing });
  putName(known, name, overlay);
  overlay.subjects.set(subject, {
    subject,
    kind,
    standing,
    withdrawn: false,
    names: [{ ...name, knownUntil: null, withdrawn: false }],
  });
}

/** A name that a taken-back batch had brought stands on file already: it is revived rather than added. */
function putName(known: KnownSubject | undefined, name: NewName, overlay: Overlay): void {
  const onFile = known?.names.find((one) => one.folded === name.folded);
  if (onFile === undefined) overlay.newNames.push(name);
  else if (onFile.withdrawn) overlay.revivedNames.push(name);
}

/** The registration provider's name becomes the current one; what was current before ends on that day. */
function register(known: KnownSubject, name: NewName, overlay: Overlay): void {
  const current = known.names.find((one) => one.registered && one.knownUntil === null && !one.withdrawn);
  if (known.standing === "provisional") overlay.promoted.push(known.subject);
  if (current?.folded === name.folded) return;
  putName(known, name, overlay);
  overlay.confirmed.push(name);
  const others = known.names
    .filter((one) => one.folded !== name.folded)
    .map((one) => ({ ...one, knownUntil: one.knownUntil ?? name.knownFrom }));
  overlay.subjects.set(known.subject, {
    ...known,
    standing: "registered",
    names: [...others, { ...name, knownUntil: null, withdrawn: false }],
  });
}

function draftOf(
  keyed: Keyed,
  fate: Extract<Fate, { outcome: "accepted" }>,
  at: { row: number; id: Hex },
): StatementDraft {
  const { claim } = keyed;
  return {
    id: at.id,
    subject: claim.subject ?? "",
    sourceKey: keyed.sourceKey,
    version: fate.version,
    decision: keyed.decision,
    facts: claim.facts,
    content: keyed.content,
    personal: claim.personal,
    digest: keyed.digest,
    row: at.row,
    warnings: [...claim.warnings, ...fate.warnings],
    replaces: fate.replaces,
  };
}

function plain({ position, word }: ChunkRow, outcome: Outcome, issues: readonly Issue[]): DecidedRow {
  return { position, outcome, issues, naturalPerson: false, draft: null, question: null, word, carried: null };
}

const reason = (code: RefusalCode): readonly Issue[] => [{ code, field: null, value: null, values: {} }];

function decideRow(row: ChunkRow, facts: ChunkFacts, work: { overlay: Overlay; context: ChunkContext }): DecidedRow {
  const { fate: judged, position, word } = row;
  if (judged.kind === "skipped") return plain(row, "skipped", reason(judged.code));
  if (judged.kind === "rejected")
    return { ...plain(row, "rejected", judged.issues), naturalPerson: judged.naturalPerson };
  const { keyed, questions } = judged;
  const { overlay, context } = work;
  const known = knownOf(keyed, facts, { overlay, mends: context.mends, entry: context.entry });
  const given = { entry: context.entry, questions, day: context.day };
  const fate =
    context.entry.id === "registration"
      ? resolveRegistration(keyed.claim, known, given)
      : resolve(keyed.claim, known, given);
  if (fate.outcome === "duplicate") return plain(row, "duplicate", reason(fate.code));
  if (fate.outcome === "quarantined")
    return { ...plain(row, "quarantined", fate.issues), question: { keyed, proposals: fate.proposals } };
  admitSubject(keyed.claim, overlay, context);
  const draft = draftOf(keyed, fate, { row: position.row, id: context.newId() });
  overlay.located.set(keyed.sourceKey, {
    subject: draft.subject,
    version: draft.version,
    id: draft.id,
    digest: keyed.digest,
    decision: keyed.decision,
    decidedOn: draft.facts.decidedOn,
    batch: context.batch,
    withdrawn: false,
  });
  const { carried } = keyed.claim;
  return { position, outcome: "accepted", issues: [], naturalPerson: false, draft, question: null, word, carried };
}

/** What one row writes when a person takes it in: as `decideChunk` would, had the row been without question. */
export function planAccepted(
  keyed: Keyed,
  facts: ChunkFacts,
  step: { readonly context: ChunkContext; readonly row: number; readonly fate: Extract<Fate, { outcome: "accepted" }> },
): Omit<ChunkPlan, "rows"> & { readonly draft: StatementDraft } {
  const overlay = overlayOf(facts);
  admitSubject(keyed.claim, overlay, step.context);
  return { ...changesOf(overlay), draft: draftOf(keyed, step.fate, { row: step.row, id: step.context.newId() }) };
}

/** Decides the rows of one chunk in the order of the file. Pure: the same rows and facts give the same plan. */
export function decideChunk(rows: readonly ChunkRow[], facts: ChunkFacts, context: ChunkContext): ChunkPlan {
  const overlay = overlayOf(facts);
  const decided = rows.map((row) => decideRow(row, facts, { overlay, context }));
  return { rows: decided, ...changesOf(overlay) };
}
