// The question of an officer who is about to decide: what applies to this applicant in this matter today, by which article?
import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { AccessLog, Look } from "../../../foundation/access/index.ts";
import { approvalStands } from "../../../foundation/approvals/index.ts";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import type { WorkingCalendar } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { keepReadings } from "../../../platform/http/kept.ts";
import { gatherReads } from "../../../platform/database/gather-reads.ts";
import type { GatheredRead } from "../../../platform/database/gather-reads.ts";
import { keepOnePlan, planAnew } from "../../../platform/database/plan-mode.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Matter } from "../../../policy/measure.ts";
import { articleOf } from "../../../policy/source.ts";
import { readCoverage, scopeOf } from "../../coverage/index.ts";
import type { AbsenceScope, SourceCoverage } from "../../coverage/index.ts";
import { faultOfParties, grantByDuty, loadSubjects, officeOf, stateOf } from "../../sharing/index.ts";
import type { DutyGrant, KnownSubject } from "../../sharing/index.ts";
import { momentOf, publicDay, versionOfDay } from "../../site/index.ts";
import type { Moment, Present } from "../../site/index.ts";
import { admits } from "../../visibility/index.ts";
import { applicable, entriesFor, lastingEntriesFor, offered } from "../rules/applicable.ts";
import type { Applied, Offered, StandingRecord } from "../rules/applicable.ts";
import { loadTriggers } from "../store.ts";
import type { TriggerRow } from "../store.ts";

export interface CheckDeps extends Present {
  readonly db: Database;
  readonly calendar: WorkingCalendar | null;
  readonly looks: AccessLog;
}

export interface CheckWish {
  /** 事项, by its id in the registry. */
  readonly matter: string;
  /** 查询事由. */
  readonly purpose: string;
  readonly duty: string;
  readonly multiParty: boolean;
  readonly subjects: readonly { readonly uscc: string; readonly matterNo: string }[];
  /** UUID of the approved proposal that a check of more than a hundred subjects stands on. */
  readonly approval: string | null;
}

/**
 * An entry on which the answer depends. `checked`: every source declared it complete. `unchecked`: some source is late, silent
 * or undeclared. `outside`: the duty does not open it, so nothing of it was read.
 */
export interface CheckedEntry {
  readonly entry: string;
  readonly state: "checked" | "unchecked" | "outside";
  readonly scope: AbsenceScope;
}

/**
 * measures: something applies. no-measure: nothing does, and every source that could say so was checked. not-checked:
 * nothing was found, and some source was not checked (未能核查).
 */
export type CheckOutcome = "measures" | "no-measure" | "not-checked";

export interface SubjectCheck {
  readonly uscc: string;
  readonly matterNo: string;
  /** Id of the look, 32 hex digits. */
  readonly look: string;
  readonly outcome: CheckOutcome;
  /** Null: the platform knows nothing of it. */
  readonly subject: KnownSubject | null;
  readonly measures: readonly Applied[];
  /** Only where everything that could stand against one was checked. */
  readonly incentives: readonly Offered[];
}

export interface CheckAnswer {
  readonly moment: Moment;
  readonly matter: Matter;
  /** The same for everybody asked. */
  readonly entries: readonly CheckedEntry[];
  readonly answers: readonly SubjectCheck[];
}

interface OpenedDeps extends CheckDeps {
  readonly coverageOn: (moment: Moment) => Promise<readonly SourceCoverage[]>;
  /** Of a few subjects; checks of one matter that come at once are read together. */
  readonly foundOf: GatheredRead<Asked, Found>;
}

export interface Checks {
  moment(): Moment;
  /**
   * Refuses what queries by duty refuse of parties, office, purpose and duty, `measures.unknown-matter`,
   * `measures.purpose-outside-matter`, `measures.second-person-needed`, `measures.not-approved`, and what the access log refuses. A name is never matched: only codes are asked.
   */
  check(by: Account, wish: CheckWish): Promise<Outcome<CheckAnswer>>;
}

/** How far sources reach concerns nobody in particular: within this time one reading serves every check. */
const coverageLagMs = 1000;

export function openChecks(given: CheckDeps): Checks {
  const kept = keepReadings<readonly SourceCoverage[]>({ lagMs: coverageLagMs });
  const coverageOn = (moment: Moment): Promise<readonly SourceCoverage[]> => {
    const { policy, today } = moment;
    const question = { policy, today, calendar: given.calendar, channel: "duty" } as const;
    const asked = { key: "duty", version: versionOfDay(moment) };
    return kept(asked, () => given.db.read((tx) => readCoverage(tx, question)));
  };
  const foundOf = gatherReads<Asked, Found>({
    keyOf: ({ moment, matter, opened }) => JSON.stringify([versionOfDay(moment), matter, [...opened].toSorted()]),
    read: (asked, subjects) =>
      given.db.read(async (tx) => {
        // A few subjects by key: planning anew would cost more than reading.
        const [, found] = await Promise.all([keepOnePlan(tx), readFor(tx, asked, subjects)]);
        return found;
      }),
    most: aloneMax,
  });
  const deps = { ...given, coverageOn, foundOf };
  return { moment: () => momentOf(deps), check: (by, wish) => check(deps, by, wish) };
}

/** SHA-256 over what a large check asks, in hex: a second person approves exactly this. */
export function digestOfCheck({ matter, purpose, duty, multiParty, subjects }: Omit<CheckWish, "approval">): string {
  const asked = subjects.map(({ uscc, matterNo }) => [uscc, matterNo]);
  return hash("sha256", canonicalBytes({ matter, purpose, duty, multiParty, subjects: asked }));
}

interface Right {
  readonly matter: Matter;
  readonly duty: DutyGrant;
  /** Different subjects that the office may look at in a day. */
  readonly budget: number;
  /** Entries that the answer depends on, and those of them that the duty opens. */
  readonly needed: readonly string[];
  readonly opened: ReadonlySet<string>;
}

function rightOf({ policy, today }: Moment, by: Account, wish: CheckWish): Outcome<Right> {
  const may = mayDo({ account: by, command: "subject.check", provider: by.organisation });
  if (!may.ok) return may;
  const { organisation: office } = by;
  const matters = wish.subjects.map(({ matterNo }) => matterNo);
  const asking = officeOf(policy.access, { office, purpose: wish.purpose, matters });
  if (!asking.ok) return asking;
  const matter = policy.matters.get(wish.matter);
  if (matter === undefined) return refused({ code: "measures.unknown-matter", kind: "invalid" });
  if (!matter.purposes.includes(wish.purpose))
    return refused({ code: "measures.purpose-outside-matter", kind: "invalid", values: { matter: matter.zh } });
  const { duty: id, purpose } = wish;
  const duty = grantByDuty(policy.access, { office, duty: id, purpose, entries: null, day: today });
  if (!duty.ok) return duty;
  const needed = [...entriesFor({ policy, matter: matter.id })].toSorted();
  const opened = new Set(needed.filter((entry) => duty.value.grant.entries.has(entry)));
  return granted({ matter, duty: duty.value, budget: asking.value.subjectsPerDay, needed, opened });
}

interface Asked {
  readonly moment: Moment;
  readonly matter: string;
  readonly opened: ReadonlySet<string>;
}

/** What is known of one subject; null where nobody has sent a word about it. */
interface Found {
  readonly known: KnownSubject | null;
  readonly records: readonly StandingRecord[];
}

interface Read {
  readonly found: ReadonlyMap<string, Found>;
  readonly sources: readonly SourceCoverage[];
}

async function readFor(
  tx: Tx,
  { moment, matter, opened }: Asked,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  const { policy } = moment;
  const lasting = [...lastingEntriesFor({ policy, matter })].filter((one) => opened.has(one));
  const read = (channel: "duty" | "statutory-bar", entries: Iterable<string>): Promise<TriggerRow[]> => {
    const grant = { entries: new Set(entries), fields: null };
    if (grant.entries.size === 0) return Promise.resolve([]);
    return loadTriggers(tx, { ...publicDay(moment), channel, grant, subjects });
  };
  const [known, shared, barred] = await Promise.all([
    loadSubjects(tx, subjects),
    read("duty", opened),
    read("statutory-bar", lasting),
  ]);
  const records = Map.groupBy(
    [...shared.map((row) => standing(row, "shared")), ...barred.map((row) => standing(row, "lasting"))],
    ({ subject }) => subject,
  );
  return new Map(subjects.map((code) => [code, { known: known.get(code) ?? null, records: records.get(code) ?? [] }]));
}

function standing(row: TriggerRow, via: StandingRecord["via"]): StandingRecord & { readonly subject: string } {
  const { subject, id, entry, documentNo, authority, decidedOn, validUntil, shownUntil, marks } = row;
  return {
    subject,
    id,
    entry,
    via,
    fields: row.fields ?? {},
    documentNo,
    authority,
    decidedOn,
    validUntil,
    shownUntil,
    marks,
  };
}

/** Subjects read and written down at once; a larger check goes on where the last part ended. */
const partMax = 500;
/** More than so many stand on the approval of a second person. */
export const aloneMax = 100;

async function check(deps: OpenedDeps, by: Account, wish: CheckWish): Promise<Outcome<CheckAnswer>> {
  const parties = wish.subjects.map(({ uscc, matterNo: matter }) => ({ uscc, matter }));
  const fault = faultOfParties({ subjects: parties, multiParty: wish.multiParty });
  if (fault !== null) return refused(fault);
  const moment = momentOf(deps);
  const right = rightOf(moment, by, wish);
  if (!right.ok) return right;
  const approved = await approvalOf(deps, by, wish);
  if (!approved.ok) return approved;
  return checkParts(deps, by, { moment, right: right.value, wish });
}

/** Part after part is written down; the next one is read meanwhile, so that neither side waits for the other. */
async function checkParts(deps: OpenedDeps, by: Account, whole: Part): Promise<Outcome<CheckAnswer>> {
  const { moment, right, wish } = whole;
  const answers: SubjectCheck[] = [];
  let entries: readonly CheckedEntry[] = [];
  const readFrom = (from: number): Promise<Drafted> =>
    draftPart(deps, { ...whole, wish: { ...wish, subjects: wish.subjects.slice(from, from + partMax) } });
  let ahead = readFrom(0);
  for (let from = 0; from < wish.subjects.length; from += partMax) {
    const drafted = await ahead;
    if (from + partMax < wish.subjects.length) ahead = readFrom(from + partMax);
    // Awaited in the next round, which a refusal leaves out.
    ahead.catch(() => undefined);
    const done = await recordPart(deps, by, { ...whole, drafted });
    if (!done.ok) return done;
    answers.push(...done.value);
    ({ entries } = drafted);
  }
  return granted({ moment, matter: right.matter, entries, answers });
}

/** A large check is approved as a whole, by its digest: nobody can put another subject into it. */
async function approvalOf({ db, clock }: CheckDeps, by: Account, wish: CheckWish): Promise<Outcome<void>> {
  const { approval } = wish;
  if (approval === null) {
    if (wish.subjects.length <= aloneMax) return granted(undefined);
    return refused({ code: "measures.second-person-needed", kind: "forbidden", values: { most: aloneMax } });
  }
  const target = digestOfCheck(wish);
  const stands = await db.read((tx) =>
    approvalStands(tx, by, { proposal: approval, command: "check.batch", target, at: new Date(clock.now()) }),
  );
  return stands ? granted(undefined) : refused({ code: "measures.not-approved", kind: "forbidden" });
}

interface Part {
  readonly moment: Moment;
  readonly right: Right;
  readonly wish: CheckWish;
}

/** What a part will be answered, before it is written down: nothing of it has left. */
interface Drafted {
  readonly entries: readonly CheckedEntry[];
  readonly drafts: readonly Unlogged[];
}

async function draftPart(deps: OpenedDeps, { moment, right, wish }: Part): Promise<Drafted> {
  const [sources, found] = await Promise.all([deps.coverageOn(moment), foundFor(deps, { moment, right, wish })]);
  const context = { moment, right, read: { found, sources } };
  const entries = right.needed.map((entry) => entryOf(entry, context));
  const isWhole = entries.every(({ state }) => state === "checked");
  return { entries, drafts: wish.subjects.map((one) => answerOf(one, { ...context, isWhole })) };
}

async function recordPart(
  deps: OpenedDeps,
  by: Account,
  { right, wish, drafted }: Part & { readonly drafted: Drafted },
): Promise<Outcome<readonly SubjectCheck[]>> {
  const { drafts } = drafted;
  const looks = looksOf(drafts, { wish, right });
  // What a second person approved is bounded by what was approved.
  const budget = wish.approval === null ? right.budget : null;
  const recorded = await deps.looks.record({ by, multiParty: wish.multiParty, budget, looks });
  if (!recorded.ok) return recorded;
  return granted(
    drafts.flatMap((draft, at) => {
      const look = recorded.value[at];
      return look === undefined ? [] : [{ ...draft, look }];
    }),
  );
}

function foundFor({ db, foundOf }: OpenedDeps, { moment, right, wish }: Part): Promise<ReadonlyMap<string, Found>> {
  const asked = { moment, matter: right.matter.id, opened: right.opened };
  const subjects = wish.subjects.map(({ uscc }) => uscc);
  if (subjects.length <= aloneMax) return foundOf(asked, subjects);
  return db.read(async (tx) => {
    const [, found] = await Promise.all([planAnew(tx), readFor(tx, asked, subjects)]);
    return found;
  });
}

interface Context {
  readonly moment: Moment;
  readonly right: Right;
  readonly read: Read;
}

/** Of one entry for everybody asked: whether nothing found means that there is nothing. */
function entryOf(id: string, { moment, right, read }: Context): CheckedEntry {
  const entry = moment.policy.entries.get(id);
  const isOpen = right.opened.has(id) && entry !== undefined && admits("duty", entry);
  const scope = scopeOf(isOpen ? read.sources.filter((source) => source.entry === id) : []);
  const state = stateOf(0, scope) === "not-found" ? "checked" : "unchecked";
  return { entry: id, scope, state: isOpen ? state : "outside" };
}

type Unlogged = Omit<SubjectCheck, "look">;

function answerOf(
  { uscc, matterNo }: CheckWish["subjects"][number],
  { moment, right, read, isWhole }: Context & { readonly isWhole: boolean },
): Unlogged {
  const { known: subject, records } = read.found.get(uscc) ?? { known: null, records: [] };
  const nothing = { outcome: isWhole ? "no-measure" : "not-checked" } as const;
  // Nobody has sent a word about it: there is no record that could apply, and no kind that an incentive could name.
  if (subject === null) return { uscc, matterNo, ...nothing, subject, measures: [], incentives: [] };
  const { policy, today: day } = moment;
  const question = { policy, day, matter: right.matter.id, subjectKind: subject.kind };
  const measures = applicable(question, records);
  const incentives = isWhole ? offered(question, records) : [];
  const found = measures.length > 0 ? ({ outcome: "measures" } as const) : nothing;
  return { uscc, matterNo, ...found, subject, measures, incentives };
}

const lookOutcomes = { measures: "data", "no-measure": "nothing-found", "not-checked": "not-checked" } as const;

function looksOf(answers: readonly Unlogged[], { wish, right }: Pick<Part, "wish" | "right">): readonly Look[] {
  const { duty } = right.duty;
  const basis = { kind: "duty", duty: duty.id, article: articleOf(duty.basis) } as const;
  const entries = [...right.opened].toSorted();
  return answers.map((answer) => ({
    subject: answer.uscc,
    matter: answer.matterNo,
    purpose: wish.purpose,
    basis,
    channel: "duty",
    entries,
    fields: [],
    statements: usedBy(answer),
    outcome: lookOutcomes[answer.outcome],
  }));
}

/** Public ids of the statements that an answer rests on, each once. */
function usedBy({ measures, incentives }: Unlogged): readonly Buffer[] {
  const used = [...measures, ...incentives].flatMap(({ record }) => (record === null ? [] : [record.id]));
  return [...new Map(used.map((id) => [id.toString("hex"), id])).values()];
}
