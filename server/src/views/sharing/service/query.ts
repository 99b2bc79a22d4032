// Looks at what is not public: judged, read in one snapshot, written down, and only then answered.
import type { WorkingCalendar } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { AccessLog, Basis, Look } from "../../../foundation/access/index.ts";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account, RepresentativeOf } from "../../../foundation/accounts/index.ts";
import { keepOnePlan } from "../../../platform/database/plan-mode.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import { confirmSpent, findLive, spend } from "../../../records/authorisation/index.ts";
import { readCoverage, scopeOf } from "../../coverage/index.ts";
import type { AbsenceScope, SourceCoverage } from "../../coverage/index.ts";
import type { Office } from "../../../policy/access-policy.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Moment, Present } from "../../site/index.ts";
import { admits, openPersonal } from "../../visibility/index.ts";
import type { Grant } from "../../visibility/index.ts";
import { faultOfParties, grantByAuthorisation, grantByDuty, officeOf, outcomeOf, stateOf } from "../rules/right.ts";
import type { AnswerOutcome, EntryState } from "../rules/right.ts";
import { countRows, loadRows, loadSubjects } from "../store.ts";
import type { KnownSubject, RecordPlace, SharedRow } from "../rules/told.ts";

export interface SharingDeps extends Present {
  readonly db: Database;
  readonly calendar: WorkingCalendar | null;
  readonly looks: AccessLog;
  readonly keys: Pick<Keys, "keystore">;
  /** Where the register is known: an agent's mandate lapses when it changes. */
  readonly representativeOf?: RepresentativeOf;
}

/** By what right: a duty of the office by its id, or what each subject authorised. */
export type ClaimedBasis = { readonly kind: "duty"; readonly duty: string } | { readonly kind: "authorisation" };

export interface QueryWish {
  readonly purpose: string;
  readonly basis: ClaimedBasis;
  /** Null: all that the basis opens. */
  readonly entries: readonly string[] | null;
  readonly multiParty: boolean;
  /** More records than this are not answered, and nothing is written down or used up; without it there is no bound. */
  readonly recordsMost?: number;
  readonly subjects: readonly { readonly uscc: string; readonly matter: string }[];
}

/** What may be said of one entry. */
export interface EntryAnswer {
  readonly entry: string;
  readonly state: EntryState;
  /** Records that passed, on this page and all others. */
  readonly records: number;
  readonly scope: AbsenceScope;
}

/** The answer about one subject. */
export interface SubjectAnswer {
  readonly uscc: string;
  readonly matter: string;
  /** Id of the look, 32 hex digits. */
  readonly look: string;
  readonly outcome: AnswerOutcome;
  /** Null where nothing may be told of it. */
  readonly subject: KnownSubject | null;
  readonly entries: readonly EntryAnswer[];
  readonly rows: readonly SharedRow[];
  /** Where its records go on. */
  readonly next: NextPage | null;
}

export interface QueryAnswer {
  readonly moment: Moment;
  readonly answers: readonly SubjectAnswer[];
}

/** What a further page of one subject stands on; sealed into a cursor, and judged anew when it comes back. */
export interface NextPage {
  readonly office: string;
  readonly uscc: string;
  readonly matter: string;
  readonly purpose: string;
  readonly basis: ClaimedBasis;
  /** The authorisation that was used; null for a duty. */
  readonly authorisation: string | null;
  readonly entries: readonly string[];
  readonly after: RecordPlace;
}

export interface Sharing {
  moment(): Moment;
  /**
   * Answers about up to a hundred subjects. Refuses `accounts.role`, what `officeOf` and `grantByDuty` refuse,
   * `sharing.unsound-code`, `sharing.twice`, `sharing.many-parties`, and what the access log refuses. A subject without
   * authorisation is an answer of its own, never an empty one.
   */
  query(by: Account, wish: QueryWish): Promise<Outcome<QueryAnswer>>;
  /** A further page of one subject: under the same right, if it still stands, and another look. */
  more(by: Account, page: NextPage): Promise<Outcome<QueryAnswer>>;
}

const recordsMax = 100;
/** An authorisation may be used up between reading and spending it: then it is read once more without it. */
const readingsMax = 2;

/** A subject asked about, with the right to it. */
interface Planned {
  readonly uscc: string;
  readonly matter: string;
  readonly grant: Grant | null;
  readonly basis: Basis;
}

interface Read {
  readonly known: ReadonlyMap<string, KnownSubject>;
  readonly rows: ReadonlyMap<string, readonly SharedRow[]>;
  /** By `subject entry`. */
  readonly counts: ReadonlyMap<string, number>;
  readonly sources: readonly SourceCoverage[];
}

export function openSharing(deps: SharingDeps): Sharing {
  return {
    moment: () => momentOf(deps),
    query: (by, wish) => query(deps, by, wish),
    more: (by, page) => more(deps, by, page),
  };
}

async function query(deps: SharingDeps, by: Account, wish: QueryWish): Promise<Outcome<QueryAnswer>> {
  const fault = faultOfParties(wish);
  if (fault !== null) return refused(fault);
  for (let reading = 1; ; reading += 1) {
    const asked: Asked = { by, wish, after: null, used: null };
    const answered = await answer(deps, asked);
    const raced = !answered.ok && answered.refusal.code.startsWith("authorisation.");
    if (!raced || reading === readingsMax) return answered;
  }
}

function more(deps: SharingDeps, by: Account, page: NextPage): Promise<Outcome<QueryAnswer>> {
  if (page.office !== by.organisation) return Promise.resolve(refused({ code: "http.bad-cursor", kind: "invalid" }));
  const { uscc, matter, purpose, basis, entries, after, authorisation } = page;
  const wish = { purpose, basis, entries, multiParty: false, subjects: [{ uscc, matter }] };
  return answer(deps, { by, wish, after, used: authorisation });
}

interface Asked {
  readonly by: Account;
  readonly wish: QueryWish;
  readonly after: RecordPlace | null;
  /** The authorisation that an earlier page has spent; null on the first page. */
  readonly used: string | null;
}

/** The office that asks, where its account may and the question is stated well. */
function officeFor({ by, wish }: Asked, { policy }: Moment): Outcome<Office> {
  const may = mayDo({ account: by, command: "subject.query", provider: by.organisation });
  if (!may.ok) return may;
  // What is not in the catalogue would stand in the look, for the subject to read, in whatever words it was sent.
  if (wish.entries?.some((entry) => !policy.entries.has(entry)) === true) {
    return refused({ code: "sharing.unknown-entry", kind: "invalid" });
  }
  const matters = wish.subjects.map(({ matter }) => matter);
  return officeOf(policy.access, { office: by.organisation, purpose: wish.purpose, matters });
}

async function answer(deps: SharingDeps, asked: Asked): Promise<Outcome<QueryAnswer>> {
  const { by, wish } = asked;
  const moment = momentOf(deps);
  const office = officeFor(asked, moment);
  if (!office.ok) return office;
  const planned = await deps.db.read(async (tx) => {
    // A few subjects by key: planning anew would cost more than reading.
    await keepOnePlan(tx);
    const plan = await planOf(tx, asked, moment);
    return plan.ok
      ? granted({ plan: plan.value, read: await readPlanned(tx, deps, { ...asked, moment, plan: plan.value }) })
      : plan;
  });
  if (!planned.ok) return planned;
  const { plan, read } = planned.value;
  const most = wish.recordsMost ?? Number.POSITIVE_INFINITY;
  if ([...read.counts.values()].reduce((sum, count) => sum + count, 0) > most) {
    // How many there are would be a look.
    return refused({ code: "sharing.too-many-records", kind: "invalid", values: { most } });
  }
  const drafts = plan.map((one) => ({ planned: one, answered: answerOf(one, read, { asked, moment }) }));
  const looks = drafts.map((draft) => lookOf(draft, { wish, moment }));
  const used = authorisationsOf(plan);
  // A further page spends nothing, and still waits for a revocation that is under way.
  const use = asked.used === null ? spend : confirmSpent;
  const spending = used.length === 0 ? undefined : (tx: Tx) => use(tx, used, new Date(moment.now));
  const entry = { by, multiParty: wish.multiParty, budget: office.value.subjectsPerDay, looks };
  const recorded = await deps.looks.record(entry, spending);
  if (!recorded.ok) return recorded;
  const answers = drafts.flatMap(({ answered }, at) => {
    const look = recorded.value[at];
    return look === undefined ? [] : [{ ...answered, look }];
  });
  return granted({ moment, answers });
}

function authorisationsOf(plan: readonly Planned[]): string[] {
  return plan.flatMap(({ grant, basis }) =>
    grant !== null && basis.kind === "authorisation" ? [basis.authorisation] : [],
  );
}

/** Every subject with the right to it: one duty for all, or what each has authorised. */
async function planOf(tx: Tx, { by, wish, used }: Asked, moment: Moment): Promise<Outcome<readonly Planned[]>> {
  const { policy, today } = moment;
  if (wish.basis.kind === "duty") {
    const { purpose, entries } = wish;
    const { duty: id } = wish.basis;
    const right = grantByDuty(policy.access, { office: by.organisation, duty: id, purpose, entries, day: today });
    if (!right.ok) return right;
    const { duty, grant } = right.value;
    const article = duty.basis.article === null ? duty.basis.source : `${duty.basis.source}#${duty.basis.article}`;
    return granted(wish.subjects.map((one) => ({ ...one, grant, basis: { kind: "duty", duty: duty.id, article } })));
  }
  const subjects = wish.subjects.map(({ uscc }) => uscc);
  const live = await findLive(tx, {
    grantee: by.organisation,
    subjects,
    purpose: wish.purpose,
    entries: wish.entries,
    day: today,
    used,
  });
  return granted(
    wish.subjects.map((one) => {
      const right = live.get(one.uscc);
      const grant = right === undefined ? null : grantByAuthorisation(right, wish);
      const authorisation = grant === null || right === undefined ? "" : right.authorisation;
      return { ...one, grant, basis: { kind: "authorisation", authorisation } };
    }),
  );
}

interface Reading extends Asked {
  readonly moment: Moment;
  readonly plan: readonly Planned[];
}

/** Subjects that open the same are read together. */
async function readPlanned(tx: Tx, deps: SharingDeps, { wish, after, moment, plan }: Reading): Promise<Read> {
  const groups = new Map<string, { readonly grant: Grant; readonly subjects: string[] }>();
  for (const { grant, uscc } of plan) {
    if (grant === null) continue;
    const key = keyOf(grant);
    const group = groups.get(key) ?? { grant, subjects: [] };
    group.subjects.push(uscc);
    groups.set(key, group);
  }
  const channel = wish.basis.kind;
  const asked = [...groups.values()];
  const subjects = asked.flatMap((group) => group.subjects);
  const { policy, today } = moment;
  const limit = recordsMax + 1;
  const [known, sources, rows, counts] = await Promise.all([
    loadSubjects(tx, subjects),
    readCoverage(tx, { policy, today, calendar: deps.calendar, channel }),
    Promise.all(asked.map((group) => loadRows(tx, { ...publicDay(moment), ...group, channel, after, limit }))),
    Promise.all(asked.map((group) => countRows(tx, { ...publicDay(moment), ...group, channel }))),
  ]);
  const opened = await openPersonal(tx, deps.keys.keystore, rows.flat());
  return {
    known,
    sources,
    rows: Map.groupBy(opened, (row) => row.subject),
    counts: new Map(counts.flat().map((one) => [`${one.subject} ${one.entry}`, one.count])),
  };
}

function keyOf({ entries, fields }: Grant): string {
  return JSON.stringify([[...entries], fields === null ? null : [...fields].map(([id, set]) => [id, set && [...set]])]);
}

type Unlogged = Omit<SubjectAnswer, "look">;

function answerOf(
  { uscc, matter, grant, basis }: Planned,
  read: Read,
  { asked, moment }: { readonly asked: Asked; readonly moment: Moment },
): Unlogged {
  if (grant === null) {
    return { uscc, matter, outcome: "not-authorised", subject: null, entries: [], rows: [], next: null };
  }
  const all = read.rows.get(uscc) ?? [];
  const rows = all.slice(0, recordsMax);
  const { wish } = asked;
  const entries = [...grant.entries].map((id) => {
    const entry = moment.policy.entries.get(id);
    const sources =
      entry === undefined || !admits(wish.basis.kind, entry) ? [] : read.sources.filter((one) => one.entry === id);
    const scope = scopeOf(sources);
    const records = read.counts.get(`${uscc} ${id}`) ?? 0;
    return { entry: id, state: stateOf(records, scope), records, scope };
  });
  const last = rows.at(-1);
  const next =
    all.length > rows.length && last !== undefined
      ? {
          office: asked.by.organisation,
          uscc,
          matter,
          purpose: wish.purpose,
          basis: wish.basis,
          authorisation: basis.kind === "authorisation" ? basis.authorisation : null,
          entries: [...grant.entries],
          after: { day: last.decidedOn, id: last.id },
        }
      : null;
  const outcome = outcomeOf(entries.map(({ state }) => state));
  return { uscc, matter, outcome, subject: read.known.get(uscc) ?? null, entries, rows, next };
}

function lookOf(
  { planned, answered }: { readonly planned: Planned; readonly answered: Unlogged },
  { wish, moment }: { readonly wish: QueryWish; readonly moment: Moment },
): Look {
  const entries = planned.grant === null ? (wish.entries ?? []) : [...planned.grant.entries];
  return {
    subject: answered.uscc,
    matter: answered.matter,
    purpose: wish.purpose,
    basis: planned.basis,
    channel: wish.basis.kind,
    entries,
    fields: fieldsOf(planned.grant, moment),
    statements: answered.rows.map(({ id }) => id),
    outcome: answered.outcome,
  };
}

/** `entry.field`, or `entry.*` where every field that the channel carries was open. */
function fieldsOf(grant: Grant | null, { policy }: Moment): string[] {
  if (grant === null) return [];
  return [...grant.entries].flatMap((entry) => {
    const named = grant.fields === null ? null : (grant.fields.get(entry) ?? null);
    if (named === null) return [`${entry}.*`];
    const known = policy.entries.get(entry)?.fields.filter(({ id }) => named.has(id)) ?? [];
    return known.map(({ id }) => `${entry}.${id}`);
  });
}
