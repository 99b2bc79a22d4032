// What an organisation is told, in order. Pure: what was read, the day, and what follows from both.
import { addDays, dayOfInstant, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { AlertAtSubject } from "../../../foundation/access/index.ts";
import type { Authorisation } from "../../../records/authorisation/index.ts";
import type { NoticePlace } from "../../../records/notices/index.ts";

export const NOTICE_KINDS = [
  "looked-at",
  "authorisation-used",
  "authorisation-expired",
  "authorisation-revoked",
  "record-arrived",
  "publicity-ends",
  "repair-possible",
  "case-notice",
  "case-served",
  "case-hearing",
  "case-decision",
  "case-listed",
  "case-removed",
  "case-restored",
  "case-closed",
  "objection-accepted",
  "objection-refused",
  "objection-forwarded",
  "objection-extended",
  "objection-answered",
  "objection-to-answer",
  "objection-reminder",
  "repair-accepted",
  "repair-refused",
  "repair-need-more",
  "repair-extended",
  "repair-decided",
  "repair-to-handle",
  "repair-reminder",
  "record-recalled",
  "listings-changed",
  "receipts-owed",
  "receipts-reminder",
  "alert",
  "proposal-approved",
  "proposal-refused",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice without its words. `notice` is made of what it is about, so that the same is the same whenever it is computed. */
export interface Notice extends NoticePlace {
  readonly kind: NoticeKind;
  /** Id of the record, authorisation, alert or proposal; null where it is about a day. */
  readonly about: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Looks of one day and office, by the day from which they are told. */
export interface LookDigest {
  readonly day: Day;
  readonly organisation: string;
  readonly organisationName: string;
  /** Null for looks by duty. */
  readonly authorisation: string | null;
  readonly at: Date;
  readonly looks: number;
  readonly matters: number;
}

/** A record about the subject, as far as notices go. */
export interface RecordFacts {
  /** As it stands outside. */
  readonly id: string;
  readonly entryName: string;
  readonly documentNo: string | null;
  readonly adverse: boolean;
  /** From when on the subject could see it: what was told before that moment would be read before it is there. */
  readonly visibleAt: Date;
  readonly shownUntil: Day | null;
  readonly repairableFrom: Day | null;
}

/** Days before an end or a term on which it is told. */
export const DAYS_AHEAD = 30;

export function lookNotices(digests: readonly LookDigest[]): Notice[] {
  return digests.map(({ day, organisation, organisationName, authorisation, at, looks, matters }) => ({
    kind: authorisation === null ? "looked-at" : "authorisation-used",
    notice: `look:${day}:${organisation}:${authorisation ?? ""}`,
    at,
    about: authorisation,
    values: { day, office: organisationName, looks, matters },
  }));
}

/** The later of the day on which something is told ahead and the moment the record could be seen. */
function aheadOf(day: Day, visibleAt: Date): Date {
  return new Date(Math.max(startOfDay(addDays(day, -DAYS_AHEAD)), visibleAt.getTime()));
}

function termNotice(
  record: RecordFacts,
  { kind, day, today }: { readonly kind: "publicity-ends" | "repair-possible"; readonly day: Day; readonly today: Day },
): Notice[] {
  if (addDays(day, -DAYS_AHEAD) > today) return [];
  const { id, entryName: entry, documentNo, visibleAt } = record;
  const at = aheadOf(day, visibleAt);
  return [{ kind, notice: `${kind}:${id}:${day}`, at, about: id, values: { entry, document: documentNo ?? "", day } }];
}

/** What a subject is told of one record: that it came, that its publicity is about to end, that a repair may be asked for. */
export function recordNotices(record: RecordFacts, today: Day): Notice[] {
  if (!record.adverse) return [];
  const { id, entryName: entry, documentNo, visibleAt, shownUntil, repairableFrom } = record;
  const arrived: Notice = {
    kind: "record-arrived",
    notice: `record:${id}`,
    at: visibleAt,
    about: id,
    values: { entry, document: documentNo ?? "" },
  };
  const isOver = shownUntil !== null && shownUntil < today;
  if (isOver) return [arrived];
  return [
    arrived,
    ...(shownUntil === null ? [] : termNotice(record, { kind: "publicity-ends", day: shownUntil, today })),
    ...(repairableFrom === null ? [] : termNotice(record, { kind: "repair-possible", day: repairableFrom, today })),
  ];
}

/** What became of authorisations that a subject gave; its uses stand among the looks. */
export function authorisationNotices(given: readonly Authorisation[], today: Day): Notice[] {
  return given.flatMap(({ authorisation, granteeName: office, revocation, until }): Notice[] => {
    if (revocation !== null) {
      const { at, side } = revocation;
      const notice = `revoked:${authorisation}`;
      return [{ kind: "authorisation-revoked", notice, at, about: authorisation, values: { office, side } }];
    }
    if (until > today) return [];
    const at = new Date(startOfDay(until));
    const values = { office, day: addDays(until, -1) };
    return [{ kind: "authorisation-expired", notice: `expired:${authorisation}`, at, about: authorisation, values }];
  });
}

export function alertNotices(alerts: readonly AlertAtSubject[]): Notice[] {
  return alerts.map(({ alert, at, organisation, organisationName: office }) => ({
    kind: "alert",
    notice: `alert:${alert}:${organisation}`,
    at,
    about: alert,
    values: { office },
  }));
}

/** A step of a case about the subject, as far as it is told. */
export interface CaseStep {
  readonly case: string;
  readonly no: number;
  readonly kind: keyof typeof CASE_KINDS;
  readonly at: Date;
  readonly day: Day;
  readonly list: string;
  readonly office: string;
  /** Day of the hearing where one was set. */
  readonly hearingOn: Day | null;
}

const CASE_KINDS = {
  notice: "case-notice",
  "notice-served": "case-served",
  "hearing-set": "case-hearing",
  "decision-approved": "case-decision",
  "decision-served": "case-listed",
  "exit-approved": "case-removed",
  repaired: "case-removed",
  "repair-revoked": "case-restored",
  close: "case-closed",
} as const satisfies Readonly<Record<string, NoticeKind>>;

/** What a subject is told of a case: the prior notice, the hearing, the decision, the way out. @param nameOf the list's name. */
export function caseNotices(steps: readonly CaseStep[], nameOf: (list: string) => string): Notice[] {
  return steps.map(({ case: id, no, kind, at, day, list, office, hearingOn }) => ({
    kind: CASE_KINDS[kind],
    notice: `case:${id}:${no}`,
    at,
    about: id,
    values: { list: nameOf(list), office, day: hearingOn ?? day },
  }));
}

/** A step of an objection, as far as its subject or who has to answer is told. */
export interface ObjectionStep {
  readonly objection: string;
  readonly no: number;
  readonly kind: keyof typeof OBJECTION_KINDS | "remind";
  readonly at: Date;
  /** Who has to answer. */
  readonly office: string;
  readonly documentNo: string | null;
}

const OBJECTION_KINDS = {
  accept: "objection-accepted",
  "not-accept": "objection-refused",
  forward: "objection-forwarded",
  extend: "objection-extended",
  confirm: "objection-answered",
} as const satisfies Readonly<Record<string, NoticeKind>>;

function ofObjection(step: ObjectionStep, kind: NoticeKind): Notice {
  const { objection, no, at, office, documentNo } = step;
  const values = { office, document: documentNo ?? "" };
  return { kind, notice: `objection:${objection}:${no}`, at, about: objection, values };
}

/** What a subject is told of its objections; a reminder is between offices. */
export function objectionNotices(steps: readonly ObjectionStep[]): Notice[] {
  return steps.flatMap((step) => (step.kind === "remind" ? [] : [ofObjection(step, OBJECTION_KINDS[step.kind])]));
}

/** What an office is told that has to answer. */
export function answerNotices(steps: readonly ObjectionStep[]): Notice[] {
  return steps.flatMap((step) => {
    if (step.kind === "forward") return [ofObjection(step, "objection-to-answer")];
    return step.kind === "remind" ? [ofObjection(step, "objection-reminder")] : [];
  });
}

/** A step of an application for repair, as far as its subject or its authority is told. */
export interface RepairStep {
  readonly application: string;
  readonly no: number;
  readonly kind: "apply" | "need-more" | "supplement" | "accept" | "not-accept" | "extend" | "remind" | "approve";
  readonly at: Date;
  /** Who decides. */
  readonly office: string;
  readonly documentNo: string | null;
}

/** Steps that a subject is told of; its own it knows. */
const REPAIR_TOLD: Readonly<Partial<Record<RepairStep["kind"], NoticeKind>>> = {
  "need-more": "repair-need-more",
  accept: "repair-accepted",
  "not-accept": "repair-refused",
  extend: "repair-extended",
  approve: "repair-decided",
};
/** Steps that an authority is told of. */
const REPAIR_TO_HANDLE: Readonly<Partial<Record<RepairStep["kind"], NoticeKind>>> = {
  apply: "repair-to-handle",
  supplement: "repair-to-handle",
  remind: "repair-reminder",
};

function ofRepair(steps: readonly RepairStep[], kinds: typeof REPAIR_TOLD): Notice[] {
  return steps.flatMap(({ application, no, kind: step, at, office, documentNo }) => {
    const kind = kinds[step];
    if (kind === undefined) return [];
    const values = { office, document: documentNo ?? "" };
    return [{ kind, notice: `repair:${application}:${no}`, at, about: application, values }];
  });
}

/** What a subject is told of its applications for repair. */
export const repairNotices = (steps: readonly RepairStep[]): Notice[] => ofRepair(steps, REPAIR_TOLD);

/** What an authority is told that has to decide on a repair. */
export const repairsToHandle = (steps: readonly RepairStep[]): Notice[] => ofRepair(steps, REPAIR_TO_HANDLE);

/** A decision that was wrong from the beginning, and a look of the office that was answered with it. */
export interface RecalledLook {
  readonly position: number;
  /** 32 hex digits. */
  readonly look: string;
  readonly at: Date;
  readonly matter: string;
  readonly documentNo: string | null;
}

/** Which matter, which look, which document: nothing of what the record said. */
export function recallNotices(looks: readonly RecalledLook[]): Notice[] {
  return looks.map(({ position, look, at, matter, documentNo }) => ({
    kind: "record-recalled",
    notice: `recall:${position}:${look}`,
    at,
    about: look,
    values: { matter, look, document: documentNo ?? "" },
  }));
}

/** What a recipient of statements owes, and how it was reminded. */
export interface OwedReceipts {
  readonly standing: { readonly unacknowledged: number; readonly oldestAt: Date | null };
  readonly reminders: readonly { readonly at: Date; readonly unacknowledged: number; readonly oldestAt: Date }[];
}

/** Told from the day after the oldest was decided, and of each reminder as it was sent; of the first no more once nothing is owed. */
export function receiptNotices({ standing, reminders }: OwedReceipts): Notice[] {
  const { unacknowledged: count, oldestAt } = standing;
  const sent = reminders.map(({ at, unacknowledged, oldestAt: since }): Notice => {
    const values = { count: unacknowledged, day: dayOfInstant(since.getTime()) };
    return { kind: "receipts-reminder", notice: `receipts-reminder:${at.getTime()}`, at, about: null, values };
  });
  if (count === 0 || oldestAt === null) return sent;
  const day = dayOfInstant(oldestAt.getTime());
  const at = new Date(startOfDay(addDays(day, 1)));
  const notice = `receipts-owed:${oldestAt.getTime()}`;
  return [...sent, { kind: "receipts-owed", notice, at, about: null, values: { count, day } }];
}

/** Whether `a` comes after `b`: later, or at the same moment with the greater id (by code units). */
export function isAfter(a: NoticePlace, b: NoticePlace): boolean {
  const [first, second] = [a.at.getTime(), b.at.getTime()];
  return first === second ? a.notice > b.notice : first > second;
}

/** Notices of a stretch of time, newest first. */
export function inOrder(
  notices: readonly Notice[],
  { since, now }: { readonly since: Date; readonly now: Date },
): Notice[] {
  return notices
    .filter(({ at }) => at >= since && at <= now)
    .toSorted((a, b) => (isAfter(a, b) ? -1 : Number(isAfter(b, a))));
}

export function isSamePlace(a: NoticePlace, b: NoticePlace): boolean {
  return a.at.getTime() === b.at.getTime() && a.notice === b.notice;
}

/** How many are left once a place has been read to, on top of how far it was read before. */
export function unreadAfter(
  { notices, mark }: { readonly notices: readonly Notice[]; readonly mark: NoticePlace | null },
  place: NoticePlace,
): number {
  return unreadOf(notices, mark !== null && isAfter(mark, place) ? mark : place);
}

/** How many come after the place that was read to. */
export function unreadOf(notices: readonly Notice[], mark: NoticePlace | null): number {
  return mark === null ? notices.length : notices.filter((notice) => isAfter(notice, mark)).length;
}

/** A page of ordered notices behind a place. */
export function pageAfter(
  notices: readonly Notice[],
  after: NoticePlace | null,
  limit: number,
): { readonly items: readonly Notice[]; readonly next: NoticePlace | null } {
  const rest = after === null ? notices : notices.filter((notice) => isAfter(after, notice));
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? (items.at(-1) ?? null) : null };
}

const POSITION = /^(?<at>\d{1,14}):(?<notice>.{1,200})$/u;

/** A place as it stands outside. */
export function writePosition({ at, notice }: NoticePlace): string {
  return `${at.getTime()}:${notice}`;
}

/** The place of a position; null where it is none. */
export function readPosition(text: string): NoticePlace | null {
  const groups = POSITION.exec(text)?.groups;
  const at = new Date(Number(groups?.["at"]));
  const notice = groups?.["notice"];
  return notice === undefined || Number.isNaN(at.getTime()) ? null : { at, notice };
}
