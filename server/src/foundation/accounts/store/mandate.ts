import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Mandate } from "../rules/mandate.ts";

const columns = `m.mandate, coalesce(p.same_as, p.person) as person, m.enterprise, m.scope, m.from_day as "from",
  m.until_day as "until", m.representative, m.ended_at as "endedAt"`;

const insert = statement(
  "accounts.insert-mandate",
  `insert into accounts.mandate (mandate, person, enterprise, scope, from_day, until_day, representative, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const byPerson = statement(
  "accounts.mandates",
  `select ${columns} from accounts.mandate m join accounts.person p on p.person = m.person
   where m.enterprise = $1 and (p.person = $2 or p.same_as = $2) and m.ended_at is null
   order by m.until_day desc, m.mandate`,
);
const byId = statement(
  "accounts.mandate",
  `select ${columns} from accounts.mandate m join accounts.person p on p.person = m.person where m.mandate = $1`,
);
const end = statement(
  "accounts.end-mandate",
  "update accounts.mandate set ended_at = $2 where mandate = $1 and ended_at is null",
);

export async function saveMandate(tx: Tx, one: Omit<Mandate, "endedAt">, at: Date): Promise<void> {
  const { mandate, person, enterprise, scope, from, until, representative } = one;
  await tx.run(insert, [mandate, person, enterprise, scope, from, until, representative, at]);
}

/** Mandates of a person for an enterprise that nobody ended, the longest first. */
export function mandatesOf(tx: Tx, enterprise: string, person: string): Promise<Mandate[]> {
  return tx.rows<Mandate>(byPerson, [enterprise, person]);
}

export async function loadMandate(tx: Tx, mandate: string): Promise<Mandate | undefined> {
  return (await tx.rows<Mandate>(byId, [mandate]))[0];
}

/** @returns whether it was not ended until now. */
export async function markMandateEnded(tx: Tx, mandate: string, at: Date): Promise<boolean> {
  return (await tx.run(end, [mandate, at])) === 1;
}
