// What accounts did lately, in counts, and the alerts that followed.
import type { Day } from "../../../kernel/day.ts";
import type { WatchResponse } from "../../../policy/access-policy.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Looker } from "../rules/look.ts";
import type { Counts, Raised } from "../rules/watch.ts";

// Everything that is asked for lies in the index over `at`: no row of the log is opened.
const countLooks = statement(
  "access.count-looks",
  `select account, count(distinct subject)::int as subjects,
          (count(*) filter (where outcome = 'not-authorised'))::int as "notAuthorised",
          (count(*) filter (where outcome = 'nothing-found'))::int as "nothingFound",
          (count(*) filter (where not (
            extract(hour from at at time zone 'Asia/Shanghai') >= $3 and extract(hour from at at time zone 'Asia/Shanghai') < $4
          )))::int as "outsideHours"
   from access.look where at > $1 and at <= $2 and basis_kind <> 'own' group by account`,
);
const countRefusals = statement(
  "access.count-refusals",
  "select account, sum(refusals)::int as refusals from access.refused where minute > $1 and minute <= $2 group by account",
);

interface LookCounts {
  readonly account: string;
  readonly subjects: number;
  readonly notAuthorised: number;
  readonly nothingFound: number;
  readonly outsideHours: number;
}

const nothing: Counts = { subjects: 0, "not-authorised": 0, "nothing-found": 0, refusals: 0, "outside-hours": 0 };

export interface Window {
  /** Exclusive. */
  readonly since: Date;
  readonly until: Date;
  /** Hours of work, Asia/Shanghai. */
  readonly hours: { readonly from: number; readonly until: number };
}

/** What each account did within a window; refusals by whole minutes. Without looks of subjects at themselves. */
export async function countAccounts(tx: Tx, { since, until, hours }: Window): Promise<ReadonlyMap<string, Counts>> {
  const looks = await tx.rows<LookCounts>(countLooks, [since, until, hours.from, hours.until]);
  const refusals = await tx.rows<{ account: string; refusals: number }>(countRefusals, [since, until]);
  const counts = new Map<string, Counts>();
  for (const { account, subjects, notAuthorised, nothingFound, outsideHours } of looks) {
    counts.set(account, {
      ...nothing,
      subjects,
      "not-authorised": notAuthorised,
      "nothing-found": nothingFound,
      "outside-hours": outsideHours,
    });
  }
  for (const { account, refusals: count } of refusals) {
    counts.set(account, { ...(counts.get(account) ?? nothing), refusals: count });
  }
  return counts;
}

const selectRaised = statement(
  "access.raised",
  `select a.rule, a.account, a.at, c.alert is null as "isOpen"
   from access.alert a left join access.alert_closing c on c.alert = a.alert
   where a.account = any($1::uuid[]) and (c.alert is null or a.at > $2)`,
);

/** Alerts of some accounts that are open or were raised after an instant. */
export function raisedFor(tx: Tx, accounts: readonly string[], since: Date): Promise<Raised[]> {
  return tx.rows<Raised>(selectRaised, [accounts, since]);
}

export interface AlertRow {
  readonly alert: string;
  readonly rule: string;
  readonly account: string;
  readonly at: Date;
  readonly counted: number;
  readonly more: number;
  readonly minutes: number;
  readonly response: WatchResponse;
}

const insertAlert = statement(
  "access.insert-alert",
  `insert into access.alert (alert, rule, account, at, counted, more, minutes, response)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function saveAlert(tx: Tx, row: AlertRow): Promise<void> {
  const { alert, rule, account, at, counted, more, minutes, response } = row;
  await tx.run(insertAlert, [alert, rule, account, at, counted, more, minutes, response]);
}

/** An alert with whom it is about and how it was closed. */
export interface AlertFacts extends AlertRow {
  /** Null where the account is not known any more. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly role: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly closedWhy: string | null;
}

const alertColumns = `a.alert, a.rule, a.account, a.at, a.counted, a.more, a.minutes, a.response, p.person, p.organisation,
  p.organisation_name as "organisationName", p.role, c.at as "closedAt", c.account as "closedBy", c.reason as "closedWhy"`;
const alertJoins = `left join access.alert_closing c on c.alert = a.alert
  left join accounts.pub_account p on p.account = a.account`;
const selectAlerts = statement(
  "access.alerts",
  `select ${alertColumns} from access.alert a ${alertJoins}
   where $1::timestamptz is null or (a.at, a.alert) < ($1, $2::uuid) order by a.at desc, a.alert desc limit $3`,
);
const selectAlert = statement(
  "access.alert",
  `select ${alertColumns} from access.alert a ${alertJoins} where a.alert = $1`,
);

/** Where a list of alerts goes on. */
export type AlertPlace = Pick<AlertRow, "at" | "alert">;

/** Alerts, newest first. */
export function alertsAfter(tx: Tx, after: AlertPlace | null, limit: number): Promise<AlertFacts[]> {
  return tx.rows<AlertFacts>(selectAlerts, [after?.at ?? null, after?.alert ?? null, limit]);
}

export async function alertBy(tx: Tx, alert: string): Promise<AlertFacts | undefined> {
  const [row] = await tx.rows<AlertFacts>(selectAlert, [alert]);
  return row;
}

const insertClosing = statement(
  "access.close-alert",
  `insert into access.alert_closing (alert, at, account, person, reason) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);

/** Closes an alert; false where somebody was quicker. */
export async function saveClosing(
  tx: Tx,
  alert: string,
  { at, by, reason }: { readonly at: Date; readonly by: Looker; readonly reason: string },
): Promise<boolean> {
  return (await tx.run(insertClosing, [alert, at, by.account, by.person, reason])) === 1;
}

/** An alert about an account that had looked at a subject: which office, and when the subject may know of it. */
export interface AlertAtSubject {
  readonly alert: string;
  readonly at: Date;
  readonly organisation: string;
  readonly organisationName: string;
}

// A look that is told later tells of its alert no sooner.
const selectAtSubject = statement(
  "access.alerts-at-subject",
  `select a.alert, min(greatest(a.at, v.shown_from::timestamp at time zone 'Asia/Shanghai')) as at,
     v.organisation, v.organisation_name as "organisationName"
   from access.look l
   join access.alert a on a.account = l.account and l.at <= a.at and l.at > a.at - make_interval(mins => a.minutes)
   join access.pub_look v on v.subject = l.subject and v.at = l.at and v.look = l.look
   where l.subject = $1 and l.at >= $2 and l.basis_kind <> 'own' and v.shown_from <= $3::date
   group by a.alert, v.organisation, v.organisation_name
   order by 2 desc, a.alert limit $4`,
);

/** Alerts that a subject may know of, newest first: the account that raised one had looked at it in the time that was counted. */
export function alertsAtSubject(
  tx: Tx,
  asked: { readonly subject: string; readonly since: Date; readonly today: Day; readonly limit: number },
): Promise<AlertAtSubject[]> {
  return tx.rows<AlertAtSubject>(selectAtSubject, [asked.subject, asked.since, asked.today, asked.limit]);
}
