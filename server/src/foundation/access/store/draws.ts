// Draws, and what offices say about the looks that were drawn.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Looker } from "../rules/look.ts";

const insertDraw = statement(
  "access.insert-draw",
  `insert into access.draw (day, seed_hash, sealed_seed, committed_at) values ($1, $2, $3, $4) on conflict do nothing`,
);

export interface DrawRow {
  readonly day: Day;
  readonly seedHash: Buffer;
  /** Wrapped by the instance's key until the day is over. */
  readonly sealedSeed: Buffer;
  readonly committedAt: Date;
}

/** @returns whether the day had no draw until now. */
export async function saveDraw(tx: Tx, { day, seedHash, sealedSeed, committedAt }: DrawRow): Promise<boolean> {
  return (await tx.run(insertDraw, [day, seedHash, sealedSeed, committedAt])) === 1;
}

const selectDraws = statement("access.draws-of", "select day from access.draw where day = any($1::date[])");

/** Those of some days that have a draw. */
export async function drawnDays(tx: Tx, days: readonly Day[]): Promise<ReadonlySet<Day>> {
  return new Set((await tx.rows<{ day: Day }>(selectDraws, [days])).map(({ day }) => day));
}

const selectHidden = statement(
  "access.hidden-draws",
  `select d.day, d.seed_hash as "seedHash", d.sealed_seed as "sealedSeed", d.committed_at as "committedAt"
   from access.draw d left join access.reveal r on r.day = d.day
   where r.day is null and d.day < $1 order by d.day limit 31`,
);

/** Draws of past days whose seed was not told yet, oldest first. */
export function hiddenDraws(tx: Tx, today: Day): Promise<DrawRow[]> {
  return tx.rows<DrawRow>(selectHidden, [today]);
}

const countDay = statement(
  "access.count-day",
  `select count(*)::int as looks from access.look where at >= $1 and at < $2 and basis_kind <> 'own'`,
);
const insertDrawn = statement(
  "access.insert-drawn",
  String.raw`insert into access.drawn (subject, look, at, day, organisation, account, person, due)
   select subject, look, at, $3, organisation, account, person, $6 from access.look
   where at >= $1 and at < $2 and basis_kind <> 'own'
     and '\x00'::bytea || substr(sha256($4::bytea || look), 1, 8) < $5::bytea`,
);

/** A day to draw from. */
export interface Drawing {
  readonly day: Day;
  readonly from: Date;
  readonly until: Date;
  readonly seed: Buffer;
  readonly bound: Buffer;
  readonly due: Day | null;
}

/** Draws the looks of a day, without those of subjects at themselves. */
export async function drawDay(tx: Tx, drawing: Drawing): Promise<{ readonly looks: number; readonly drawn: number }> {
  const { day, from, until, seed, bound, due } = drawing;
  const [counted] = await tx.rows<{ looks: number }>(countDay, [from, until]);
  const drawn = await tx.run(insertDrawn, [from, until, day, seed, bound, due]);
  return { looks: counted?.looks ?? 0, drawn };
}

const insertReveal = statement(
  "access.insert-reveal",
  `insert into access.reveal (day, seed, per_ten_thousand, looks, drawn, due, revealed_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

export interface RevealRow {
  readonly day: Day;
  readonly seed: Buffer;
  readonly perTenThousand: number;
  readonly looks: number;
  readonly drawn: number;
  readonly due: Day | null;
  readonly revealedAt: Date;
}

export async function saveReveal(tx: Tx, row: RevealRow): Promise<void> {
  const { day, seed, perTenThousand, looks, drawn, due, revealedAt } = row;
  await tx.run(insertReveal, [day, seed, perTenThousand, looks, drawn, due, revealedAt]);
}

/** A draw as everybody may see it. */
export interface DrawFigures {
  readonly day: Day;
  readonly seedHash: Buffer;
  readonly committedAt: Date;
  /** What follows is null until the seed is told. */
  readonly seed: Buffer | null;
  readonly perTenThousand: number | null;
  readonly looks: number | null;
  readonly drawn: number | null;
  readonly due: Day | null;
  readonly justified: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly overdue: number;
}

const selectFigures = statement(
  "access.draw-figures",
  `with page as (
     select day, seed_hash, committed_at from access.draw where $1::date is null or day < $1 order by day desc limit $2
   ), said as (
     select d.day, count(j.look)::int as justified, (count(*) filter (where c.sound))::int as confirmed,
            (count(*) filter (where not c.sound))::int as rejected,
            (count(*) filter (where j.look is null and d.due < $3))::int as overdue
     from access.drawn d
     left join access.justification j on j.subject = d.subject and j.look = d.look
     left join access.confirmation c on c.subject = d.subject and c.look = d.look
     where d.day in (select day from page) group by d.day
   )
   select p.day, p.seed_hash as "seedHash", p.committed_at as "committedAt", r.seed,
          r.per_ten_thousand as "perTenThousand", r.looks, r.drawn, r.due, coalesce(s.justified, 0) as justified,
          coalesce(s.confirmed, 0) as confirmed, coalesce(s.rejected, 0) as rejected, coalesce(s.overdue, 0) as overdue
   from page p left join access.reveal r on r.day = p.day left join said s on s.day = p.day order by p.day desc`,
);

/** Draws, newest first. @param before goes on behind this day. */
export function drawFigures(
  tx: Tx,
  { before, today, limit }: { readonly before: Day | null; readonly today: Day; readonly limit: number },
): Promise<DrawFigures[]> {
  return tx.rows<DrawFigures>(selectFigures, [before, limit, today]);
}

/** A drawn look with what was said about it. */
export interface DrawnRow {
  readonly subject: string;
  readonly look: Buffer;
  readonly at: Date;
  readonly day: Day;
  readonly organisation: string;
  readonly account: string;
  /** The looker as a person, as persons are known today. */
  readonly person: string;
  readonly due: Day | null;
  readonly matter: string;
  readonly purpose: string;
  readonly document: string | null;
  readonly reason: string | null;
  readonly justifiedBy: string | null;
  readonly justifiedPerson: string | null;
  readonly sound: boolean | null;
  readonly remark: string | null;
}

const drawnColumns = `d.subject, d.look, d.at, d.day, d.organisation, d.account, coalesce(a.person, d.person) as person,
  d.due, l.matter, l.purpose, j.document, j.reason, j.account as "justifiedBy",
  coalesce(b.person, j.person) as "justifiedPerson", c.sound, c.remark`;
const drawnJoins = `join access.look l on l.subject = d.subject and l.at = d.at and l.look = d.look
  left join access.justification j on j.subject = d.subject and j.look = d.look
  left join access.confirmation c on c.subject = d.subject and c.look = d.look
  left join accounts.pub_account a on a.account = d.account
  left join accounts.pub_account b on b.account = j.account`;

const selectDrawn = statement(
  "access.drawn-looks",
  `select ${drawnColumns} from access.drawn d ${drawnJoins}
   where ($1::text is null or d.organisation = $1)
     and ($2::date is null or (d.day, d.look) < ($2, $3::bytea))
   order by d.day desc, d.look desc limit $4`,
);

/** Where a list of drawn looks goes on. */
export type DrawnPlace = Pick<DrawnRow, "day" | "look">;

/** Drawn looks of an office, or of all where it is null; newest first. */
export function drawnLooks(
  tx: Tx,
  page: { readonly organisation: string | null; readonly after: DrawnPlace | null; readonly limit: number },
): Promise<DrawnRow[]> {
  const { organisation, after, limit } = page;
  return tx.rows<DrawnRow>(selectDrawn, [organisation, after?.day ?? null, after?.look ?? null, limit]);
}

const selectOne = statement(
  "access.drawn-look",
  `select ${drawnColumns} from access.drawn d ${drawnJoins} where d.look = $1`,
);

export async function drawnLook(tx: Tx, look: Buffer): Promise<DrawnRow | undefined> {
  const [row] = await tx.rows<DrawnRow>(selectOne, [look]);
  return row;
}

const insertJustification = statement(
  "access.justify",
  `insert into access.justification (subject, look, document, reason, account, person, at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

/** Says why; false where somebody was quicker. */
export async function saveJustification(
  tx: Tx,
  row: Pick<DrawnRow, "subject" | "look">,
  said: { readonly document: string; readonly reason: string; readonly by: Looker; readonly at: Date },
): Promise<boolean> {
  const { document, reason, by, at } = said;
  const values = [row.subject, row.look, document, reason, by.account, by.person, at];
  return (await tx.run(insertJustification, values)) === 1;
}

const insertConfirmation = statement(
  "access.confirm",
  `insert into access.confirmation (subject, look, sound, remark, account, person, organisation, role, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
);

/** A second person's word; false where somebody was quicker. */
export async function saveConfirmation(
  tx: Tx,
  row: Pick<DrawnRow, "subject" | "look">,
  said: { readonly sound: boolean; readonly remark: string; readonly by: Looker; readonly at: Date },
): Promise<boolean> {
  const { sound, remark, by, at } = said;
  const values = [row.subject, row.look, sound, remark, by.account, by.person, by.organisation, by.role, at];
  return (await tx.run(insertConfirmation, values)) === 1;
}
