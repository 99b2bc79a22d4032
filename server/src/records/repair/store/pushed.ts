// What the national entrance pushed, under the number that it gave.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { KeptApplication } from "./application.ts";
import { loadApplication } from "./application.ts";

export interface PushedPlace {
  /** The organisation whose machine pushed it: keys change, it does not. */
  readonly client: string;
  readonly nationalNo: string;
}

const insertOne = statement(
  "repair.insert-pushed",
  "insert into repair.pushed (client, national_no, application, subject) values ($1, $2, $3, $4) on conflict do nothing",
);

/** @returns whether the number was free. */
export async function savePushed(
  tx: Tx,
  { client, nationalNo }: PushedPlace,
  { application, subject }: Pick<KeptApplication, "application" | "subject">,
): Promise<boolean> {
  return (await tx.run(insertOne, [client, nationalNo, application, subject])) === 1;
}

const oneOf = statement(
  "repair.pushed",
  "select application from repair.pushed where client = $1 and national_no = $2",
);

/** The application of a number; undefined where none was pushed under it. */
export async function loadPushed(tx: Tx, place: PushedPlace): Promise<KeptApplication | undefined> {
  const [found] = await tx.rows<{ application: string }>(oneOf, [place.client, place.nationalNo]);
  return found === undefined ? undefined : loadApplication(tx, { side: "centre" }, found.application);
}

const usedOf = statement(
  "repair.evidence-used",
  `select 1 as found from repair.application a
   where a.subject = $1 and a.decision <> $2 and a.via = 'national' and a.proofs @> $3::jsonb limit 1`,
);

/** Whether a paper of this digest came with a pushed application about another decision of the subject. */
export async function isEvidenceUsed(
  tx: Tx,
  one: Pick<KeptApplication, "subject" | "decision"> & { readonly digest: string },
): Promise<boolean> {
  const { subject, decision, digest } = one;
  return (await tx.rows(usedOf, [subject, decision, JSON.stringify([{ digest }])])).length > 0;
}
