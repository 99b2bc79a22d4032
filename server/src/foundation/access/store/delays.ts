// Delays of disclosure: of looks by duty that come after the confirmation, never of one that was told already. The subject's side reads their effect as `shown_from` of access.pub_look.
import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Looker } from "../rules/look.ts";

export interface DelayRow {
  readonly delay: string;
  readonly organisation: string;
  readonly matter: string;
  readonly rule: string;
  readonly article: string;
  readonly reason: string;
  /** First day on which the subject is told. */
  readonly until: Day;
  /** Who proposed it, as a person is known today. */
  readonly person: string;
  readonly confirmedAt: Date | null;
}

const insertDelay = statement(
  "access.insert-delay",
  `insert into access.delay (delay, organisation, matter, rule, article, reason, until, account, person, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export async function saveDelay(
  tx: Tx,
  row: Omit<DelayRow, "person" | "confirmedAt">,
  { by, at }: { readonly by: Looker; readonly at: Date },
): Promise<void> {
  const { delay, organisation, matter, rule, article, reason, until } = row;
  await tx.run(insertDelay, [delay, organisation, matter, rule, article, reason, until, by.account, by.person, at]);
}

const selectDelay = statement(
  "access.delay",
  `select d.delay, d.organisation, d.matter, d.rule, d.article, d.reason, d.until, coalesce(a.person, d.person) as person,
          c.at as "confirmedAt"
   from access.delay d left join access.delay_confirmation c on c.delay = d.delay
   left join accounts.pub_account a on a.account = d.account where d.delay = $1`,
);

export async function delayBy(tx: Tx, delay: string): Promise<DelayRow | undefined> {
  const [row] = await tx.rows<DelayRow>(selectDelay, [delay]);
  return row;
}

const insertConfirmed = statement(
  "access.confirm-delay",
  "insert into access.delay_confirmation (delay, account, person, at) values ($1, $2, $3, $4) on conflict do nothing",
);

/** Makes a delay act; false where somebody was quicker. */
export async function confirmDelayRow(
  tx: Tx,
  delay: string,
  { by, at }: { readonly by: Looker; readonly at: Date },
): Promise<boolean> {
  return (await tx.run(insertConfirmed, [delay, by.account, by.person, at])) === 1;
}

/** Looks of which their subjects are not told yet, by the article. */
export interface DelayFigures {
  readonly article: string;
  readonly matters: number;
  readonly looks: number;
}

const countDelayed = statement(
  "access.count-delayed",
  `select d.article, count(distinct (d.organisation, d.matter))::int as matters, count(distinct l.look)::int as looks
   from access.delay d
   join access.delay_confirmation c on c.delay = d.delay
   join access.matter m on m.organisation = d.organisation and m.matter = d.matter
   join access.look l on l.subject = m.subject and l.organisation = d.organisation and l.matter = d.matter
     and l.basis_kind = 'duty' and c.at < l.at
   where d.until > $1 group by d.article order by d.article`,
);

export function delayFigures(tx: Tx, today: Day): Promise<DelayFigures[]> {
  return tx.rows<DelayFigures>(countDelayed, [today]);
}
