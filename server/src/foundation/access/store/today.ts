// What an office has looked at today.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { LookOutcome } from "../rules/look.ts";

export interface TodayLook {
  readonly look: Buffer;
  readonly at: Date;
  readonly account: string;
  readonly subject: string;
  readonly matter: string;
  readonly purpose: string;
  readonly basisKind: "duty" | "authorisation";
  readonly entries: readonly string[];
  readonly outcome: LookOutcome;
}

/** Where today's looks go on. */
export type TodayPlace = Pick<TodayLook, "at" | "look">;

/** Today's looks of some accounts. */
export interface TodayFilter {
  readonly organisation: string;
  /** Null: of everybody in the office. */
  readonly account: string | null;
  readonly since: Date;
}

// Accounts stand in the index over `at`; the organisation settles it, since an account may have moved.
const today = `from access.look l
   where l.at >= $1 and l.basis_kind <> 'own' and l.organisation = $2
     and (($3::uuid is not null and l.account = $3)
       or ($3::uuid is null and l.account in (select a.account from accounts.pub_account a where a.organisation = $2)))`;
const selectToday = statement(
  "access.looks-today",
  `select l.look, l.at, l.account, l.subject, l.matter, l.purpose, l.basis_kind as "basisKind", l.entries, l.outcome
   ${today} and ($4::timestamptz is null or (l.at, l.look) < ($4, $5::bytea))
   order by l.at desc, l.look desc limit $6`,
);
const countToday = statement(
  "access.count-looks-today",
  `select count(*)::int as looks, count(distinct l.matter)::int as matters ${today}`,
);

/** Today's looks, newest first. */
export function looksToday(
  tx: Tx,
  { organisation, account, since }: TodayFilter,
  page: { readonly after: TodayPlace | null; readonly limit: number },
): Promise<TodayLook[]> {
  const { after, limit } = page;
  const values = [since, organisation, account, after?.at ?? null, after?.look ?? null, limit];
  return tx.rows<TodayLook>(selectToday, values);
}

/** How many looks there were today, and for how many matters. */
export async function countLooksToday(
  tx: Tx,
  { organisation, account, since }: TodayFilter,
): Promise<{ readonly looks: number; readonly matters: number }> {
  const [row] = await tx.rows<{ looks: number; matters: number }>(countToday, [since, organisation, account]);
  return row ?? { looks: 0, matters: 0 };
}

const selectUsed = statement(
  "access.budget-used",
  "select subjects from access.office_day where organisation = $1 and day = $2",
);

/** Different subjects that an office has looked at on a day. */
export async function budgetUsed(tx: Tx, organisation: string, day: Day): Promise<number> {
  const [row] = await tx.rows<{ subjects: number }>(selectUsed, [organisation, day]);
  return row?.subjects ?? 0;
}
