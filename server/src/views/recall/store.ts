import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Recall } from "./rules.ts";

/** Ends that reach back to the beginning: what was answered with such a record was answered with what never was. */
const FROM_BEGINNING = "('revoked', 'quashed')";

const cursorOf = statement("recall.cursor", "select next::text from recall.cursor where one");
const openCursor = statement(
  "recall.open-cursor",
  "insert into recall.cursor (one, next) values (true, 0) on conflict do nothing",
);
const moveCursor = statement("recall.move-cursor", "update recall.cursor set next = $1 where one and next <= $1");

/** First place in the order of changes that was not read yet. */
export async function loadCursor(tx: Tx): Promise<number> {
  await tx.run(openCursor);
  const [row] = await tx.rows<{ next: string }>(cursorOf);
  return Number(row?.next ?? 0);
}

export async function saveCursor(tx: Tx, next: number): Promise<void> {
  await tx.run(moveCursor, [next]);
}

const lastOf = statement(
  "recall.last",
  `with next as (select position, at from statements.pub_change where position >= $1 order by position limit $2)
   select max(position)::text as last from next where position < all (select position from next where at > $3)`,
);

/** Last place of the next changes, at most so many, up to one of after `settled`; null where there are none. */
export async function lastPlace(
  tx: Tx,
  { from, settled, limit }: { readonly from: number; readonly settled: Date; readonly limit: number },
): Promise<number | null> {
  const [row] = await tx.rows<{ last: string | null }>(lastOf, [from, limit, settled]);
  return row?.last == null ? null : Number(row.last);
}

const tellLooks = statement(
  "recall.tell",
  `insert into recall.told (subject, position, look, at, organisation, account, matter, what, document_no)
   select c.subject, c.position, l.look, $3, l.organisation, l.account, l.matter, c.what,
     (select max(s.document_no) from statements.pub_statement s where s.subject = c.subject and s.decision = c.decision)
   from statements.pub_change c
   join access.pub_look_use l on l.subject = c.subject and l.at <= c.at + make_interval(secs => $4)
   where c.position between $1 and $2 and c.kind = 'ended' and c.what in ${FROM_BEGINNING}
     and l.statements && array(select s.id from statements.pub_statement s
       where s.subject = c.subject and s.decision = c.decision)
   on conflict do nothing`,
);

/**
 * Notes who used what was wrong from the beginning, in some places of the order: also an answer that was written down up to
 * `onItsWay` seconds later, because it was read before. @returns how many looks are new.
 */
export function tell(
  tx: Tx,
  asked: { readonly from: number; readonly through: number; readonly at: Date; readonly onItsWay: number },
): Promise<number> {
  return tx.run(tellLooks, [asked.from, asked.through, asked.at, asked.onItsWay]);
}

const toldOf = statement(
  "recall.told-of",
  `select t.position::float8 as position, t.look, t.at, t.matter, t.what, t.document_no as "documentNo" from recall.told t
   where t.organisation = $1 and ($2::bigint is null or (t.position, t.look) > ($2, $3::bytea))
   order by t.position, t.look limit $4::int`,
);

/** What an organisation was told of one answer. */
export interface ToldLook {
  readonly position: number;
  readonly look: Buffer;
  readonly at: Date;
  readonly matter: string;
  readonly what: string;
  readonly documentNo: string | null;
}

/** In the order of the changes, after a place. */
export function loadTold(
  tx: Tx,
  asked: {
    readonly organisation: string;
    readonly after: Pick<ToldLook, "position" | "look"> | null;
    readonly limit: number;
  },
): Promise<ToldLook[]> {
  const { organisation, after, limit } = asked;
  return tx.rows<ToldLook>(toldOf, [organisation, after?.position ?? null, after?.look ?? null, limit]);
}

const listOf = statement(
  "recall.list",
  `select t.position::float8 as position, min(t.at) as at, min(t.what) as what, count(*)::int as told,
     count(*) filter (where exists (
       select from notices.pub_read_mark m join accounts.pub_account a on a.account = m.account
       where a.organisation = t.organisation
         and (m.through, m.notice collate "C") >= (t.at, ('recall:' || t.position || ':' || encode(t.look, 'hex')) collate "C")
     ))::int as read
   from recall.told t where $1::bigint is null or t.position < $1
   group by t.position order by t.position desc limit $2`,
);

/** The newest first, after a place. */
export function loadRecalls(
  tx: Tx,
  page: { readonly after: number | null; readonly limit: number },
): Promise<Recall[]> {
  return tx.rows<Recall>(listOf, [page.after, page.limit]);
}
