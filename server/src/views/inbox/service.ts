// The notices of an organisation, computed when they are asked for; only how far they were read is kept.
import { alertsAtSubject } from "../../foundation/access/index.ts";
import { mayDo, mayReadOwn } from "../../foundation/accounts/index.ts";
import type { Account, RepresentativeOf } from "../../foundation/accounts/index.ts";
import { decidedFor } from "../../foundation/approvals/index.ts";
import { addDays, startOfDay } from "../../kernel/day.ts";
import { granted } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import { listOf } from "../../records/authorisation/index.ts";
import { readMark } from "../../records/notices/index.ts";
import type { NoticePlace } from "../../records/notices/index.ts";
import { momentOf, publicDay } from "../site/index.ts";
import type { Moment, Present } from "../site/index.ts";
import {
  alertNotices,
  authorisationNotices,
  caseNotices,
  inOrder,
  answerNotices,
  lookNotices,
  objectionNotices,
  repairNotices,
  receiptNotices,
  repairsToHandle,
  recallNotices,
  recordNotices,
  unreadOf,
} from "./rules/notices.ts";
import type { Notice, OwedReceipts, RecordFacts } from "./rules/notices.ts";
import { listingNotices, listsForOffice } from "./rules/listings.ts";
import {
  adverseRecords,
  listingDigests,
  lookDigests,
  objectionsToAnswer,
  objectionSteps,
  recalledLooks,
  repairsForAuthority,
  repairSteps,
  toldSteps,
} from "./store.ts";
import type { ToldRecord } from "./store.ts";
import { joinMatters } from "./text.ts";

export interface InboxDeps extends Present {
  readonly db: Database;
  /** Where the register is known: an agent's mandate lapses when it changes. */
  readonly representativeOf?: RepresentativeOf;
  /** What a recipient of statements owes; none is told of it where nobody hands statements out. */
  readonly receiptsOf?: ((tx: Tx, organisation: string, limit: number) => Promise<OwedReceipts>) | undefined;
}

export interface Inbox {
  /** Newest first, of the last year. */
  readonly notices: readonly Notice[];
  readonly unread: number;
  /** How far this account has read. */
  readonly mark: NoticePlace | null;
}

/** Days that notices reach back. */
const DAYS_KEPT = 366;
/** Of each source. */
const sourceMax = 500;

/** What the notices of a record are made of. */
export function factsOf(row: ToldRecord, { policy }: Moment): RecordFacts {
  const entry = policy.entries.get(row.entry);
  return {
    id: row.id.toString("base64url"),
    entryName: entry?.zh ?? row.entry,
    documentNo: row.documentNo,
    adverse: entry?.adverse === true,
    visibleAt: row.visibleAt,
    shownUntil: row.shownUntil,
    repairableFrom: row.repairableFrom,
  };
}

/** Notices, and whether no source had more than is read of it. */
export interface Told {
  readonly notices: readonly Notice[];
  readonly whole: boolean;
}

/** What is read of a source, and whether that is all: it is asked for one more than is told. */
function read<T>(rows: readonly T[]): { readonly rows: readonly T[]; readonly whole: boolean } {
  return { rows: rows.slice(0, sourceMax), whole: rows.length <= sourceMax };
}

async function ofSubject(tx: Tx, subject: string, moment: Moment): Promise<Told> {
  const { today, policy } = moment;
  const first = addDays(today, -DAYS_KEPT);
  // A look is told at most one delay after it was made: older ones need not be read.
  const longestDelay = Math.max(0, ...policy.access.delays.map(({ daysMax }) => daysMax));
  const from = new Date(startOfDay(addDays(first, -longestDelay)));
  const since = new Date(startOfDay(first));
  const limit = sourceMax + 1;
  const digests = read(await lookDigests(tx, { subject, today, since: first, from, limit }));
  const records = read(await adverseRecords(tx, { ...publicDay(moment), subject, limit }));
  const given = read(await listOf(tx, subject, { after: null, limit }));
  const alerts = read(await alertsAtSubject(tx, { subject, since, today, limit }));
  const steps = read(await toldSteps(tx, { subject, since, limit }));
  const objections = read(await objectionSteps(tx, { organisation: subject, since, limit }));
  const repairs = read(await repairSteps(tx, { organisation: subject, since, limit }));
  const nameOf = (list: string): string => policy.lists.get(list)?.zh ?? list;
  return {
    notices: [
      ...lookNotices(digests.rows),
      ...records.rows.flatMap((row) => recordNotices(factsOf(row, moment), today)),
      ...authorisationNotices(given.rows, today),
      ...alertNotices(alerts.rows),
      ...caseNotices(steps.rows, nameOf),
      ...objectionNotices(objections.rows),
      ...repairNotices(repairs.rows),
    ],
    whole: [digests, records, given, alerts, steps, objections, repairs].every(({ whole }) => whole),
  };
}

/** What an office has to answer, and what it was answered with that was wrong from the beginning. */
async function ofOffice(tx: Tx, by: Account, since: Date): Promise<Told> {
  const { organisation } = by;
  const asked = { organisation, since, limit: sourceMax + 1 };
  const answers = mayDo({ account: by, command: "objection.answer", provider: organisation }).ok;
  const looks = mayDo({ account: by, command: "subject.query", provider: organisation }).ok;
  const open = read(answers ? await objectionsToAnswer(tx, asked) : []);
  const recalled = read(looks ? await recalledLooks(tx, asked) : []);
  const handles = mayDo({ account: by, command: "repair.handle", provider: organisation }).ok;
  const repairs = read(handles ? await repairsForAuthority(tx, asked) : []);
  const notices = [...answerNotices(open.rows), ...repairsToHandle(repairs.rows), ...recallNotices(recalled.rows)];
  return { notices, whole: open.whole && recalled.whole && repairs.whole };
}

/** Days on which somebody came onto a list, or off it, that bears on what an office decides. */
async function ofImplementer(tx: Tx, by: Account, { since, moment }: { since: Date; moment: Moment }): Promise<Told> {
  const { organisation } = by;
  const { policy, today } = moment;
  if (!mayDo({ account: by, command: "subject.query", provider: organisation }).ok) return { notices: [], whole: true };
  const lists = listsForOffice(policy, organisation, today);
  const asked = { lists: [...lists.keys()], since, limit: sourceMax + 1 };
  const digests = read(lists.size === 0 ? [] : await listingDigests(tx, asked));
  const nameOf = (list: string): string => policy.lists.get(list)?.zh ?? list;
  return { notices: listingNotices(digests.rows, { lists, nameOf, join: joinMatters }), whole: digests.whole };
}

/** What a recipient of statements owes receipts for. */
async function ofRecipient(tx: Tx, by: Account, receiptsOf: InboxDeps["receiptsOf"]): Promise<Told> {
  const { organisation } = by;
  const receives = mayDo({ account: by, command: "delivery.receive", provider: organisation }).ok;
  const owed = receives ? await receiptsOf?.(tx, organisation, sourceMax) : undefined;
  return { notices: owed === undefined ? [] : receiptNotices(owed), whole: true };
}

/** What one proposed by this account: what one proposed for another organisation is told there. */
async function ofProposer(tx: Tx, { person, account }: Account): Promise<Told> {
  const decided = read(await decidedFor(tx, person, sourceMax + 1));
  const own = decided.rows.filter((proposal) => proposal.account === account);
  const notices = own.flatMap(({ proposal, command, state, decidedAt }): Notice[] => {
    if (decidedAt === null) return [];
    const kind = state === "approved" ? "proposal-approved" : "proposal-refused";
    return [{ kind, notice: `proposal:${proposal}`, at: decidedAt, about: proposal, values: { command } }];
  });
  return { notices, whole: decided.whole };
}

/**
 * All notices that somebody may see, in the caller's snapshot: an enterprise's of its own record, and for everybody what
 * became of his proposals. Refuses what `mayReadOwn` refuses to an enterprise's agent.
 */
export async function noticesOf(
  tx: Tx,
  by: Account,
  {
    moment,
    representativeOf,
    receiptsOf,
  }: Pick<InboxDeps, "representativeOf" | "receiptsOf"> & { readonly moment: Moment },
): Promise<Outcome<Told>> {
  const isSubject = by.role === "enterprise";
  if (isSubject) {
    const may = await mayReadOwn(tx, by, { day: moment.today, representativeOf });
    if (!may.ok) return may;
  }
  const since = new Date(startOfDay(addDays(moment.today, -DAYS_KEPT)));
  const { organisation } = by;
  const own = isSubject
    ? [await ofSubject(tx, organisation, moment)]
    : [
        await ofOffice(tx, by, since),
        await ofImplementer(tx, by, { since, moment }),
        await ofRecipient(tx, by, receiptsOf),
      ];
  const told = [...own, await ofProposer(tx, by)];
  const all = told.flatMap(({ notices }) => notices);
  const notices = inOrder(all, { since, now: new Date(moment.now) });
  return granted({ notices, whole: told.every(({ whole }) => whole) });
}

/** What somebody is told, and how much of it is new to this account. Refuses as `noticesOf`. */
export function openInbox(deps: InboxDeps, by: Account): Promise<Outcome<Inbox>> {
  const moment = momentOf(deps);
  return deps.db.read(async (tx) => {
    const told = await noticesOf(tx, by, { ...deps, moment });
    if (!told.ok) return told;
    const { notices } = told.value;
    const mark = await readMark(tx, by.account);
    return granted({ notices, unread: unreadOf(notices, mark), mark });
  });
}
