// Asks the judged queries of the product and of the obvious statement, and says how well each answered.
import { createHash } from "node:crypto";
import { statement } from "../../server/src/platform/database/pool.ts";
import type { Database } from "../../server/src/platform/database/pool.ts";
import type { FoundSubject } from "../../server/src/views/search/index.ts";
import { searchSubjects } from "../../server/src/views/search/index.ts";
import type { JudgedQuery } from "./draw.ts";

/** The first ten, best first, and the milliseconds until they were there. */
export interface Asked {
  readonly query: JudgedQuery;
  readonly found: readonly FoundSubject[];
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

const shown = 10;

/** Stands in for the keyed digest: the real rows hold no individual business. */
export const noKeyDigest = (folded: string): Buffer => createHash("sha256").update(folded).digest().subarray(0, 16);

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const started = performance.now();
  const value = await work();
  return [value, performance.now() - started];
}

export async function askOurs(db: Database, query: JudgedQuery): Promise<Asked> {
  const asked = { text: query.text, limit: shown, after: null, nameDigest: noKeyDigest };
  const [answer, milliseconds] = await timed(() => db.read((tx) => searchSubjects(tx, asked)));
  const found = answer.ok ? answer.value.items : [];
  return { query, found, codes: found.map(({ uscc }) => uscc), milliseconds };
}

// What somebody writes who has an afternoon: any part of a name or code, short names first.
const like = statement(
  "bench.like",
  `select n.subject as uscc from subject.pub_name n
   where n.name like '%' || $1 || '%' or n.subject like '%' || $1 || '%'
   group by n.subject order by min(length(n.name)), n.subject limit ${shown}`,
);

export async function askLike(db: Database, query: JudgedQuery): Promise<Asked> {
  const text = query.text.trim().replace(/[\\%_]/g, "\\$&");
  const [rows, milliseconds] = await timed(() => db.read((tx) => tx.rows<{ uscc: string }>(like, [text])));
  return { query, found: [], codes: rows.map(({ uscc }) => uscc), milliseconds };
}

export interface Score {
  readonly recall1: number;
  readonly recall10: number;
  /** Mean of 1 / place of the first that is meant; nought where none is among the first ten. */
  readonly reciprocalRank: number;
}

/** Of the subjects that a query means, the part that is among the first `most`, of as many as can be. */
function recall({ codes, query: { meant } }: Asked, most: number): number {
  const first = codes.slice(0, most);
  return meant.filter((code) => first.includes(code)).length / Math.min(most, meant.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function scoreOf(asked: readonly Asked[]): Score {
  return {
    recall1: mean(asked.map((one) => recall(one, 1))),
    recall10: mean(asked.map((one) => recall(one, shown))),
    reciprocalRank: mean(
      asked.map(({ codes, query }) => {
        const place = codes.findIndex((code) => query.meant.includes(code));
        return place === -1 ? 0 : 1 / (place + 1);
      }),
    ),
  };
}
