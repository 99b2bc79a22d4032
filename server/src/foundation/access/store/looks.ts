// The log itself, and the books of matters and budgets.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { dayKey, matterKey, seenKey } from "../rules/books.ts";
import type { Booked, Books, Wish } from "../rules/books.ts";
import type { LookRow } from "../rules/look.ts";

const lockOffices = statement(
  "access.lock-offices",
  `select set_config('enable_seqscan', 'off', true), pg_advisory_xact_lock(k.key) from (
     select distinct hashtextextended('access.office ' || o.organisation, 0) as key
     from unnest($1::text[]) o(organisation) order by 1
   ) k`,
);

/**
 * Holds the books of some offices until the transaction ends, always in the same order. The books are read by a later
 * statement, so that they are seen as whoever held them before has left them. That one probes indexes whatever the
 * planner believes: its plan is kept from a time when the books were empty.
 */
export async function holdOffices(tx: Tx, organisations: readonly string[]): Promise<void> {
  await tx.rows(lockOffices, [organisations]);
}

interface BookRow {
  readonly kind: "matter" | "seen" | "count";
  readonly organisation: string;
  readonly day: Day | null;
  readonly ref: string;
  readonly subject: string;
  readonly multiParty: boolean;
  readonly subjects: number;
}

const selectBooks = statement(
  "access.books",
  `select 'matter' as kind, k.organisation, null::date as day, k.matter as ref, m.subject, m.multi_party as "multiParty",
          0 as subjects
   from unnest($1::text[], $2::text[]) k(organisation, matter)
   cross join lateral (
     select a.subject, a.multi_party from access.matter a
     where a.organisation = k.organisation and a.matter = k.matter limit 1
   ) m
   union all
   select 'seen', k.organisation, k.day, '', k.subject, false, 0
   from unnest($3::text[], $4::date[], $5::text[]) k(organisation, day, subject)
   cross join lateral (
     select 1 from access.seen a
     where a.organisation = k.organisation and a.day = k.day and a.subject = k.subject limit 1
   ) s
   union all
   select 'count', d.organisation, d.day, '', '', false, d.subjects
   from unnest($6::text[], $7::date[]) k(organisation, day)
   join access.office_day d on d.organisation = k.organisation and d.day = k.day`,
);

/** What stands in the books about the matters, subjects and days of some requests. */
export async function loadBooks(tx: Tx, wishes: readonly Wish[]): Promise<Books> {
  const matters = new Map<string, readonly [string, string]>();
  const seen = new Map<string, readonly [string, Day, string]>();
  const days = new Map<string, readonly [string, Day]>();
  for (const { organisation, day, looks } of wishes) {
    days.set(dayKey(organisation, day), [organisation, day]);
    for (const { matter, subject } of looks) {
      matters.set(matterKey(organisation, matter), [organisation, matter]);
      seen.set(seenKey(organisation, day, subject), [organisation, day, subject]);
    }
  }
  const rows = await tx.rows<BookRow>(selectBooks, [
    ...columns([...matters.values()], 2),
    ...columns([...seen.values()], 3),
    ...columns([...days.values()], 2),
  ]);
  return booksOf(rows);
}

function booksOf(rows: readonly BookRow[]): Books {
  const books: Books = { matters: new Map(), seen: new Set(), counts: new Map() };
  for (const { kind, organisation, day, ref, subject, multiParty, subjects } of rows) {
    if (kind === "matter") books.matters.set(matterKey(organisation, ref), { subject, multiParty });
    else if (day !== null && kind === "seen") books.seen.add(seenKey(organisation, day, subject));
    else if (day !== null) books.counts.set(dayKey(organisation, day), subjects);
  }
  return books;
}

function columns(rows: readonly (readonly unknown[])[], count: number): unknown[][] {
  return Array.from({ length: count }, (_, at) => rows.map((row) => row[at]));
}

const insertLooks = statement(
  "access.insert-looks",
  `insert into access.look (subject, at, look, account, person, organisation, organisation_name, role, matter, purpose,
     basis_kind, basis_ref, basis_article, channel, entries, fields, statements, outcome, seed, commitment)
   select x.subject, x.at, x.look, x.account, x.person, x.organisation, x."organisationName", x.role, x.matter, x.purpose,
     x."basisKind", x."basisRef", x."basisArticle", x.channel, x.entries, x.fields, x.statements, x.outcome, x.seed,
     x.commitment
   from json_to_recordset($1::json) as x(subject text, at timestamptz, look bytea, account uuid, person uuid,
     organisation text, "organisationName" text, role text, matter text, purpose text, "basisKind" text, "basisRef" text,
     "basisArticle" text, channel text, entries text[], fields text[], statements bytea[], outcome text, seed bytea,
     commitment bytea)`,
);

const bytea = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;

/** One statement however many rows. */
export async function saveLooks(tx: Tx, rows: readonly LookRow[]): Promise<void> {
  const written = rows.map((row) => ({
    ...row,
    look: bytea(row.look),
    statements: row.statements.map(bytea),
    seed: bytea(row.seed),
    commitment: bytea(row.commitment),
  }));
  await tx.run(insertLooks, [JSON.stringify(written)]);
}

const findLanded = statement(
  "access.find-landed",
  "select 1 as landed from access.look where subject = $1 and at = $2 and look = $3",
);

/** Whether a look that was tried before stands in the log after all. */
export async function hasLanded(tx: Tx, { subject, at, look }: LookRow): Promise<boolean> {
  return (await tx.rows(findLanded, [subject, at, look])).length > 0;
}

const insertBooks = statement(
  "access.insert-books",
  `with outbox as (
     insert into access.outbox (flush, at, subjects, ats, looks, commitments)
     select $1::uuid, $2::timestamptz, $3::text[], $4::timestamptz[], $5::bytea[], $6::bytea[]
     where cardinality($3::text[]) > 0
   ), matters as (
     insert into access.matter (organisation, matter, subject, multi_party, at)
     select k.organisation, k.matter, k.subject, k.multi_party, $2
     from unnest($7::text[], $8::text[], $9::text[], $10::boolean[]) k(organisation, matter, subject, multi_party)
     on conflict do nothing
   ), seen as (
     insert into access.seen (organisation, day, subject)
     select k.organisation, k.day, k.subject from unnest($11::text[], $12::date[], $13::text[]) k(organisation, day, subject)
   ), refused as (
     insert into access.refused (account, minute, refusals)
     select k.account, $14, k.refusals from unnest($15::uuid[], $16::integer[]) k(account, refusals) order by k.account
     on conflict (account, minute) do update set refusals = refused.refusals + excluded.refusals
   )
   insert into access.office_day (organisation, day, subjects)
   select k.organisation, k.day, k.subjects from unnest($17::text[], $18::date[], $19::integer[]) k(organisation, day, subjects)
   on conflict (organisation, day) do update set subjects = excluded.subjects`,
);

/** What a flush leaves behind beside its looks. */
export interface Bookkeeping {
  readonly flush: string;
  readonly at: Date;
  readonly rows: readonly LookRow[];
  readonly booked: readonly Booked[];
  readonly books: Books;
  /** Refusals by account. */
  readonly refusals: ReadonlyMap<string, number>;
}

const MINUTE_MS = 60_000;

/** Enters a flush into the books, whole. One statement, since none of its tables is distributed. */
export async function saveBooks(tx: Tx, { flush, at, rows, booked, books, refusals }: Bookkeeping): Promise<void> {
  const matters = booked.flatMap((one) => one.matters);
  const seen = booked.flatMap((one) => one.seen);
  const days = new Map(seen.map(({ organisation, day }) => [dayKey(organisation, day), { organisation, day }]));
  await tx.run(insertBooks, [
    flush,
    at,
    ...columns(
      rows.map((row) => [row.subject, row.at, row.look, row.commitment]),
      4,
    ),
    ...columns(
      matters.map((row) => [row.organisation, row.matter, row.subject, row.multiParty]),
      4,
    ),
    ...columns(
      seen.map((row) => [row.organisation, row.day, row.subject]),
      3,
    ),
    new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS),
    ...columns([...refusals], 2),
    ...columns(
      [...days].map(([key, { organisation, day }]) => [organisation, day, books.counts.get(key) ?? 0]),
      3,
    ),
  ]);
}

const provideMonth = statement("access.provide-month", "select access.provide_month($1::date) as made");

/** Makes the partition of a month ahead. @param month its first day. @returns whether it was made now. */
export async function makeMonth(tx: Tx, month: Day): Promise<boolean> {
  const [row] = await tx.rows<{ made: boolean }>(provideMonth, [month]);
  return row?.made === true;
}

const deleteDays = statement(
  "access.forget-days",
  `with seen as (delete from access.seen where day < $1), refused as (delete from access.refused where minute < $2)
   delete from access.office_day where day < $1`,
);

/** Forgets what is counted no more: the subjects of days before `day`, and refusals before `minute`. */
export async function forgetDays(tx: Tx, day: Day, minute: Date): Promise<void> {
  await tx.run(deleteDays, [day, minute]);
}
