import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { NoticePlace } from "./rules.ts";

const insertMark = statement(
  "notices.insert-mark",
  `insert into notices.read_mark (account, through, notice, at) values ($1, $2, $3, $4) on conflict do nothing`,
);
const newestMark = statement(
  "notices.newest-mark",
  `select through as at, notice from notices.read_mark where account = $1
   order by through desc, notice collate "C" desc limit 1`,
);

/** @returns whether this place was not marked before. */
export async function saveMark(
  tx: Tx,
  mark: { readonly account: string; readonly place: NoticePlace; readonly at: Date },
): Promise<boolean> {
  const { account, place, at } = mark;
  return (await tx.run(insertMark, [account, place.at, place.notice, at])) === 1;
}

/** The furthest place that an account has read to; null where it never marked one. */
export async function readMark(tx: Tx, account: string): Promise<NoticePlace | null> {
  return (await tx.rows<NoticePlace>(newestMark, [account]))[0] ?? null;
}
