// The row that one would write of a look without the rest of the platform: who, whom, when, which matter.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { statement } from "../../server/src/platform/database/pool.ts";
import type { Database } from "../../server/src/platform/database/pool.ts";

/** Makes the table of such rows. */
export async function makeTraces(client: pg.Client): Promise<void> {
  await client.query(
    `create table public.trace (subject text not null, at timestamptz not null, account uuid not null,
       matter text not null, purpose text not null, primary key (subject, at, matter))`,
  );
}

const insertTrace = statement(
  "bench.trace",
  `insert into public.trace (subject, at, account, matter, purpose)
   select k.subject, $2, $3, k.matter, 'administrative-approval' from unnest($1::text[], $4::text[]) k(subject, matter)`,
);

/** The cheapest group commit that keeps its word: one insert a flush, whoever comes meanwhile waits for the next. */
export function openTraces(db: Database): (subject: string, matter: string) => Promise<void> {
  const account = randomUUID();
  let waiting: { subject: string; matter: string; done: PromiseWithResolvers<void> }[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const [subjects, matters] = [group.map((one) => one.subject), group.map((one) => one.matter)];
      await db.write((tx) => tx.run(insertTrace, [subjects, new Date(), account, matters]));
      for (const one of group) one.done.resolve();
    }
    isRunning = false;
  };
  return (subject, matter) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ subject, matter, done });
    if (!isRunning) {
      isRunning = true;
      void run();
    }
    return done.promise;
  };
}
