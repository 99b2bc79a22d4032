// The life of one decision as a slow and obvious model knows it: a list of what was done, and nothing kept beside it. Each
// answer is looked up in the whole list.
import { addDays } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";

export const DEEDS = [
  // Repair: of the subject, of the authority, of its second person.
  "apply",
  "apply-court",
  "give-up",
  "accept",
  "not-accept",
  "propose-repair",
  "propose-refuse",
  "propose-shield",
  "propose-revoke",
  "return",
  "approve",
  // Objection: of the subject, of the centre, of the provider, of its second person.
  "file",
  "drop",
  "hear",
  "forward",
  "reject",
  "uphold",
  "answer-return",
  "confirm",
  // The provider, and whoever may end a decision otherwise.
  "resend",
  "revise",
  "take-back",
  "quash",
  "remove",
] as const;
export type DeedKind = (typeof DEEDS)[number];

export interface Deed {
  readonly kind: DeedKind;
  readonly day: Day;
  /** Of the two officers of the authority. */
  readonly person: "one" | "two";
  /** Days: until the end of a shield, or until an end takes effect. */
  readonly ahead: number;
}

export type LifeSeverity = "minor" | "general" | "serious";

export interface Life {
  readonly severity: LifeSeverity;
  /** A day of the month that every month has. */
  readonly decidedOn: Day;
  readonly receivedOn: Day;
  /** What was done and let through, in order. */
  readonly done: readonly Deed[];
}

/** Order 36 from 2026-04-01, as its articles read; the day of the document is not counted (民法典 201). */
const MONTHS: Readonly<Record<LifeSeverity, { readonly min: number; readonly max: number }>> = {
  minor: { min: 0, max: 0 },
  general: { min: 3, max: 12 },
  serious: { min: 12, max: 36 },
};

const REPAIR: readonly DeedKind[] = DEEDS.slice(0, 11);
const OBJECTION: readonly DeedKind[] = DEEDS.slice(11, 19);

/** The same day of a later month. */
function later(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(of).padStart(2, "0")}-${day.slice(8)}` as Day;
}

export const lastDayOf = (life: Life): Day => later(life.decidedOn, MONTHS[life.severity].max);

function repairableFrom({ severity, decidedOn }: Life): Day {
  const { min } = MONTHS[severity];
  return min === 0 ? decidedOn : addDays(later(decidedOn, min), 1);
}

/** What was done since the beginning of the last application or objection. */
function sinceLast(life: Life, starts: readonly DeedKind[], kinds: readonly DeedKind[]): readonly Deed[] {
  const at = life.done.findLastIndex(({ kind }) => starts.includes(kind));
  return at < 0 ? [] : life.done.slice(at).filter(({ kind }) => kinds.includes(kind));
}
const repairOf = (life: Life): readonly Deed[] => sinceLast(life, ["apply", "apply-court"], REPAIR);
const objectionOf = (life: Life): readonly Deed[] => sinceLast(life, ["file"], OBJECTION);

/** The draft that was neither returned nor approved. */
function draftOf(steps: readonly Deed[], [drafting, closing]: readonly [readonly DeedKind[], readonly DeedKind[]]) {
  const last = steps.findLast(({ kind }) => drafting.includes(kind) || closing.includes(kind));
  return last !== undefined && drafting.includes(last.kind) ? last : undefined;
}
const PROPOSING: readonly DeedKind[] = ["propose-repair", "propose-refuse", "propose-shield", "propose-revoke"];
const repairDraft = (life: Life): Deed | undefined => draftOf(repairOf(life), [PROPOSING, ["return", "approve"]]);
const answerDraft = (life: Life): Deed | undefined =>
  draftOf(objectionOf(life), [
    ["reject", "uphold"],
    ["answer-return", "confirm"],
  ]);

/** What the last act that moved an application was; of an approval what it approved. */
function standing(steps: readonly Deed[]): DeedKind | "none" {
  const moving: readonly DeedKind[] = ["apply", "apply-court", "accept", "not-accept", "give-up", "approve"];
  const at = steps.findLastIndex(({ kind }) => moving.includes(kind));
  const last = steps[at];
  if (last === undefined) return "none";
  if (last.kind !== "approve") return last.kind;
  return steps.slice(0, at).findLast(({ kind }) => PROPOSING.includes(kind))?.kind ?? "none";
}
const isFresh = (life: Life): boolean => ["apply", "apply-court"].includes(standing(repairOf(life)));
const isUnderRepair = (life: Life): boolean =>
  ["apply", "apply-court", "accept", "propose-shield"].includes(standing(repairOf(life)));

interface End {
  readonly kind: "repaired" | "shielded" | "quashed" | "removed";
  readonly from: Day;
  readonly through: Day | null;
}

/** What an approval ended, or gave back. */
function approvedEnds(before: readonly Deed[], approval: Deed, ends: readonly End[]): readonly End[] {
  const steps = repairOf({ done: before } as Life);
  const draft = steps.findLast(({ kind }) => PROPOSING.includes(kind));
  const from = approval.day;
  if (draft?.kind === "propose-repair") return [...ends, { kind: "repaired", from, through: null }];
  if (draft?.kind === "propose-shield")
    return [...ends, { kind: "shielded", from, through: addDays(draft.day, draft.ahead) }];
  if (draft?.kind !== "propose-revoke") return ends;
  const taken = standing(steps) === "propose-shield" ? "shielded" : "repaired";
  return ends.filter(({ kind }) => kind !== taken);
}

/** The ends that stand, whatever day they name. */
function endsOf({ done }: Life): readonly End[] {
  return done.reduce<readonly End[]>((ends, deed, at) => {
    const { kind, day, ahead } = deed;
    if (kind === "approve") return approvedEnds(done.slice(0, at), deed, ends);
    if (kind === "quash") return [...ends, { kind: "quashed", from: day, through: null }];
    if (kind === "remove") return [...ends, { kind: "removed", from: addDays(day, ahead), through: null }];
    return ends;
  }, []);
}
const hasEnd = (life: Life): boolean => endsOf(life).some(({ through }) => through === null);

/** Each version that was let in: whether by the batch that can be taken back. */
function versionsOf(life: Life): readonly ("first" | "later")[] {
  return life.done.reduce<readonly ("first" | "later")[]>(
    (versions, { kind }, at) => {
      if (kind !== "revise" && kind !== "resend") return versions;
      const before = { ...life, done: life.done.slice(0, at) };
      if (hasEnd(before) || (kind === "resend" && isPresent(before))) return versions;
      return [...versions, "later"];
    },
    ["first"],
  );
}
const isTakenBack = ({ done }: Life): boolean => done.some(({ kind }) => kind === "take-back");

/** Whether any version stands that was not taken back. */
export function isPresent(life: Life): boolean {
  return versionsOf(life).some((version) => version === "later" || !isTakenBack(life));
}

const holds = ({ kind, from, through }: End, day: Day): boolean =>
  kind === "quashed" || (from <= day && (through === null || day <= through));

export type LifeChannel = "public-page" | "duty" | "own" | "statutory-bar" | "archive";

/** Whether a channel shows it on a day that is the present one. */
export function isShown(life: Life, channel: LifeChannel, day: Day): boolean {
  if (day < life.receivedOn) return false;
  if (channel === "archive") return true;
  const ends = channel === "statutory-bar" ? endsOf(life).filter(({ kind }) => kind === "quashed") : endsOf(life);
  if (!isPresent(life) || ends.some((end) => holds(end, day))) return false;
  if (channel === "own" || channel === "statutory-bar") return true;
  return life.severity !== "minor" && day <= lastDayOf(life);
}

const OVER: readonly DeedKind[] = ["confirm", "drop"];
const isContested = (life: Life): boolean => {
  const steps = objectionOf(life);
  return steps.length > 0 && !steps.some(({ kind }) => OVER.includes(kind));
};
const did = (life: Life, kind: DeedKind): boolean => objectionOf(life).some((one) => one.kind === kind);

/** Whether 异议处理中 stands beside it. */
export const isMarked = (life: Life): boolean => isContested(life) && did(life, "hear");

/** The version that an objection was filed about was taken back, or its decision has ended since. */
function isPutRight(life: Life): boolean {
  const filed = life.done.findLastIndex(({ kind }) => kind === "file");
  const about = versionsOf({ ...life, done: life.done.slice(0, filed) }).at(-1);
  return hasEnd(life) || (about === "first" && isTakenBack(life));
}

const byAnother = (draft: Deed | undefined, { person }: Deed): boolean =>
  draft !== undefined && draft.person !== person;

function mayPropose(life: Life, kind: DeedKind): boolean {
  if (repairDraft(life) !== undefined) return false;
  const steps = repairOf(life);
  const at = standing(steps);
  const isCourt = steps[0]?.kind === "apply-court";
  if (kind === "propose-revoke") return at === "propose-repair" || at === "propose-shield";
  if (at !== "accept" && at !== "propose-shield") return false;
  if (kind === "propose-refuse") return true;
  if (kind === "propose-repair") return !isCourt || at === "propose-shield";
  return isCourt && at === "accept";
}

function mayApprove(life: Life, deed: Deed): boolean {
  const draft = repairDraft(life);
  if (!byAnother(draft, deed)) return false;
  if (draft?.kind === "propose-shield") return addDays(draft.day, draft.ahead) >= deed.day;
  return draft?.kind !== "propose-repair" || !hasEnd(life);
}

function mayAnswer(life: Life, kind: DeedKind): boolean {
  if (!isContested(life) || !did(life, "forward") || answerDraft(life) !== undefined) return false;
  return kind === "reject" || isPutRight(life);
}

const isOpenToApply = (life: Life): boolean => !hasEnd(life) && isPresent(life) && !isUnderRepair(life);

const MAY: Readonly<Record<DeedKind, (life: Life, deed: Deed) => boolean>> = {
  apply: (life, { day }) => isOpenToApply(life) && day >= repairableFrom(life),
  "apply-court": isOpenToApply,
  "give-up": (life) => repairDraft(life) === undefined && (isFresh(life) || standing(repairOf(life)) === "accept"),
  accept: isFresh,
  "not-accept": isFresh,
  "propose-repair": (life, { kind }) => mayPropose(life, kind),
  "propose-refuse": (life, { kind }) => mayPropose(life, kind),
  "propose-shield": (life, { kind }) => mayPropose(life, kind),
  "propose-revoke": (life, { kind }) => mayPropose(life, kind),
  return: (life, deed) => byAnother(repairDraft(life), deed),
  approve: mayApprove,
  file: (life) => !hasEnd(life) && isPresent(life) && !isContested(life),
  drop: isContested,
  hear: (life) => isContested(life) && !did(life, "hear"),
  forward: (life) => isContested(life) && did(life, "hear") && !did(life, "forward"),
  reject: (life, { kind }) => mayAnswer(life, kind),
  uphold: (life, { kind }) => mayAnswer(life, kind),
  "answer-return": (life, deed) => isContested(life) && byAnother(answerDraft(life), deed),
  confirm: (life, deed) => {
    const draft = answerDraft(life);
    return isContested(life) && byAnother(draft, deed) && (draft?.kind === "reject" || isPutRight(life));
  },
  // What is sent is taken, whatever becomes of its rows.
  resend: () => true,
  revise: () => true,
  "take-back": (life) => !isTakenBack(life),
  quash: (life) => !endsOf(life).some(({ kind }) => kind === "quashed"),
  remove: (life) => !endsOf(life).some(({ kind }) => kind === "removed"),
};

/** Whether a deed is let through. */
export const may = (life: Life, deed: Deed): boolean => MAY[deed.kind](life, deed);

/** A life after a deed; what is not let through leaves no trace. */
export const after = (life: Life, deed: Deed): Life =>
  may(life, deed) ? { ...life, done: [...life.done, deed] } : life;

/** Numbers that look like chance and are the same in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

// What ends a life for good comes seldom, so that lives are long.
const SELDOM: readonly DeedKind[] = ["quash", "remove", "take-back", "drop", "give-up", "not-accept"];
// What carries a procedure on comes often, so that many reach their end.
const ONWARD: readonly DeedKind[] = [
  "accept",
  "propose-repair",
  "propose-revoke",
  "approve",
  "hear",
  "forward",
  "uphold",
  "confirm",
];
const TRIES = 12;

/** Mostly a deed that is let through: what is refused leads nowhere. */
export function nextDeed(random: (below: number) => number, life: Life, day: Day): Deed {
  const anyDeed = (): Deed => {
    const kinds = random(3) === 0 ? ONWARD : DEEDS;
    const kind = kinds[random(kinds.length)] ?? "resend";
    return { kind, day, person: random(2) === 0 ? "one" : "two", ahead: random(3) * 7 };
  };
  const isWild = random(8) === 0;
  for (let tries = TRIES; tries > 0 && !isWild; tries -= 1) {
    const deed = anyDeed();
    const isSeldom = SELDOM.includes(deed.kind) && random(8) > 0;
    const isIdle = (deed.kind === "resend" || deed.kind === "revise") && random(3) > 0;
    if (!isSeldom && !isIdle && may(life, deed)) return deed;
  }
  return anyDeed();
}
