import { startOfDay } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Feedback, FeedbackPlace, GivenFeedback, LookedAt, MeasureFigure, Stretch } from "./rules.ts";

const lookOf = statement(
  "feedback.look",
  "select organisation, matter from access.pub_look where subject = $1 and look = $2",
);
const insertOne = statement(
  "feedback.insert",
  `insert into feedback.feedback (subject, look, measure, applied, decision_no, reason, organisation, account, matter, at,
     policy_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex')) on conflict do nothing`,
);
const figuresOf = statement(
  "feedback.figures",
  `select measure, count(*) filter (where applied)::int as applied, count(*) filter (where not applied)::int as "notApplied",
     count(distinct organisation)::int as offices
   from feedback.feedback where at >= $1 and at < $2 group by measure order by measure`,
);

const ofOffice = statement(
  "feedback.of-office",
  `select look, measure, applied, decision_no as "decisionNo", reason, matter, at from feedback.feedback
   where organisation = $1 and ($2::timestamptz is null or (at, look, measure) < ($2, $3::bytea, $4))
   order by at desc, look desc, measure desc limit $5::int`,
);

/** What an office has said, newest first, after a place. */
export function loadOfOffice(
  tx: Tx,
  page: { readonly office: string; readonly after: FeedbackPlace | null; readonly limit: number },
): Promise<GivenFeedback[]> {
  const { office, after, limit } = page;
  return tx.rows(ofOffice, [office, after?.at ?? null, after?.look ?? null, after?.measure ?? null, limit]);
}

/** The look that feedback is about, whoever's it is. */
export async function findLook(tx: Tx, { subject, look }: Feedback): Promise<LookedAt | undefined> {
  return (await tx.rows<LookedAt>(lookOf, [subject, look]))[0];
}

export interface FeedbackRow extends Feedback {
  readonly organisation: string;
  readonly account: string;
  readonly matter: string;
  readonly at: Date;
  /** Hex. */
  readonly policyHash: string;
}

/** @returns whether nothing had been said yet of this measure after this look. */
export async function saveFeedback(tx: Tx, row: FeedbackRow): Promise<boolean> {
  const { subject, look, measure, applied, decisionNo, reason, organisation, account, matter, at, policyHash } = row;
  const said = [subject, look, measure, applied, decisionNo, reason];
  return (await tx.run(insertOne, [...said, organisation, account, matter, at, policyHash])) === 1;
}

export function loadFigures(tx: Tx, { from, until }: Stretch): Promise<MeasureFigure[]> {
  return tx.rows(figuresOf, [new Date(startOfDay(from)), new Date(startOfDay(until))]);
}
