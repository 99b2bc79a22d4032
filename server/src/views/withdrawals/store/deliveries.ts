import type { Day } from "../../../kernel/day.ts";
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { FieldValue } from "../../../records/statements/index.ts";
import { compileChannel, nameByText } from "../../visibility/index.ts";
import type { CompileQuestion, VisibleRow } from "../../visibility/index.ts";

/** A statement that may be handed out, with what its subscriber knows of it already. */
export interface DeliverableRow extends VisibleRow {
  readonly name: string | null;
  readonly fields: Readonly<Record<string, FieldValue>> | null;
  readonly decision: Buffer;
  readonly batch: string;
  readonly sourceKey: Buffer;
  /** Its own id, where the subscriber has received it before. */
  readonly ownId: Buffer | null;
  /** Own id of the version that it mends, where the subscriber has received that. */
  readonly replaces: Buffer | null;
}

/** Where a pull goes on: by subject and statement. */
export interface DeliveryPlace {
  readonly subject: string;
  readonly id: Buffer;
}

export interface DeliveryQuestion extends Pick<CompileQuestion, "policy" | "day" | "today" | "grant"> {
  readonly subscriber: string;
  /** 16 bytes that the subscriber gave its pull: asked twice, it brings the same. */
  readonly delivery: Buffer;
  /** Also what it received by other pulls. */
  readonly again: boolean;
  readonly after: DeliveryPlace | null;
  readonly limit: number;
}

const named = nameByText("withdrawals");

/** A subject that is not known here has no kind, so nothing shows that it is no person: its statements stay out. */
export async function loadDeliverable(tx: Tx, question: DeliveryQuestion): Promise<DeliverableRow[]> {
  const { policy, day, today, grant = null, subscriber, delivery, again, after, limit } = question;
  const compiled = compileChannel({ policy, day, today, grant, channel: "subscriber", offset: 6 });
  const { where, select, values, fields, fieldValues } = compiled;
  const text = `select s.*, m.name, case when b.id is null then null else ${fields} end as fields,
      (select o.own_id from withdrawals.received o where o.subscriber = $1 and o.subject = s.subject and o.entry = s.entry
         and o.provider = s.provider and o.source_key = s."sourceKey" and o.version < s.version
       order by o.version desc limit 1) as replaces
    from (
      select ${select}, s.decision, s.batch, s.source_key as "sourceKey", r.own_id as "ownId"
      from statements.pub_statement s join subject.pub_subject p on p.subject = s.subject
      left join withdrawals.received r on r.subscriber = $1 and r.subject = s.subject and r.statement = s.id
      where s.subject >= $2 and (s.subject, s.id) > ($2, $3::bytea)
        and (r.own_id is null or r.delivery = $4::bytea or $5::boolean) and ${where}
      order by s.subject, s.id limit $6::int) s
    left join lateral (
      select a.name from subject.pub_name a where a.subject = s.subject
      order by a.known_until is not null, a.registered desc, a.known_until desc, a.known_from desc, a.folded limit 1
    ) m on true
    left join statements.pub_body b on b.subject = s.subject and b.id = s.id
    order by s.subject, s.id`;
  const place = [after?.subject ?? "", after?.id ?? Buffer.alloc(0)];
  return tx.rows(named("deliverable", text), [subscriber, ...place, delivery, again, limit, ...values, ...fieldValues]);
}

/** A statement that is handed out, as it is remembered. */
export interface HandedOut {
  readonly row: DeliverableRow;
  readonly ownId: Buffer;
  /** SHA-256 of its content. */
  readonly content: Buffer;
}

const insertReceived = statement(
  "withdrawals.insert-received",
  `insert into withdrawals.received (subscriber, own_id, subject, statement, decision, batch, entry, provider, source_key, version,
     delivery, received_at, shown_until, content, ends, marks, paused)
   select $1, k.own_id, k.subject, k.statement, k.decision, k.batch, k.entry, k.provider, k.source_key, k.version, $2, $3,
     k.shown_until, k.content, '{}', string_to_array(k.marks, ','), false
   from unnest($4::bytea[], $5::text[], $6::bytea[], $7::bytea[], $8::uuid[], $9::text[], $10::text[], $11::bytea[], $12::int[],
       $13::date[], $14::bytea[], $15::text[])
     k(own_id, subject, statement, decision, batch, entry, provider, source_key, version, shown_until, content, marks)
   on conflict do nothing`,
);
const selectOwn = statement(
  "withdrawals.own-ids",
  `select r.own_id as "ownId", r.statement from unnest($2::text[], $3::bytea[]) k(subject, statement)
   join withdrawals.received r on r.subscriber = $1 and r.subject = k.subject and r.statement = k.statement`,
);

/** Remembers what is handed out, once each. The caller holds the feed. @returns the own ids that stand, by statement in hex. */
export async function saveReceived(
  tx: Tx,
  by: { readonly subscriber: string; readonly delivery: Buffer; readonly at: Date },
  handed: readonly HandedOut[],
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = handed.map(({ row }) => row);
  const subjects = rows.map((row) => row.subject);
  const statements = rows.map((row) => row.id);
  await tx.run(insertReceived, [
    by.subscriber,
    by.delivery,
    by.at,
    handed.map(({ ownId }) => ownId),
    subjects,
    statements,
    rows.map((row) => row.decision),
    rows.map((row) => row.batch),
    rows.map((row) => row.entry),
    rows.map((row) => row.provider),
    rows.map((row) => row.sourceKey),
    rows.map((row) => row.version),
    rows.map((row): Day | null => row.shownUntil),
    handed.map(({ content }) => content),
    rows.map((row) => row.marks.join(",")),
  ]);
  const own = await tx.rows<{ ownId: Buffer; statement: Buffer }>(selectOwn, [by.subscriber, subjects, statements]);
  return new Map(own.map((row) => [row.statement.toString("hex"), row.ownId]));
}
