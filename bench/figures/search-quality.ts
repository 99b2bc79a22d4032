// How well search answers what people type: 300 queries drawn from real names, against the statement anybody would write.
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { openDatabase } from "../../server/src/platform/database/pool.ts";
import type { Database } from "../../server/src/platform/database/pool.ts";
import { askLike, askOurs, scoreOf } from "../judged/ask.ts";
import type { Asked, Score } from "../judged/ask.ts";
import { drawQueries, kinds } from "../judged/draw.ts";
import type { JudgedQuery } from "../judged/draw.ts";
import { loadSubjects } from "../judged/load.ts";
import { absentFile, readRegister } from "../judged/register.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { migrations } from "../rig/raw-copy.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { percentile, rounded } from "../rig/statistics.ts";

const database = "xinheng_bench_quality";
/** Names of the sample and of the look-up together, about. */
const allRows = 500_000;
const warmUp = 20;
const p95AimMs = 30;

interface Sides {
  readonly ours: readonly Asked[];
  readonly like: readonly Asked[];
}

async function askBoth(db: Database, queries: readonly JudgedQuery[]): Promise<Sides> {
  const ours: Asked[] = [];
  const like: Asked[] = [];
  for (const query of queries.slice(0, warmUp)) await askOurs(db, query);
  for (const query of queries) {
    ours.push(await askOurs(db, query));
    like.push(await askLike(db, query));
  }
  return { ours, like };
}

const marks = [
  ["recall@1", "recall1", ""],
  ["recall@10", "recall10", "≥ 0.98"],
  ["reciprocal rank", "reciprocalRank", ""],
] as const satisfies readonly (readonly [string, keyof Score, string])[];

/** A baseline that found nothing counts as half of one query, so that the ratio stays a number. */
function scoresOf(label: string, { ours, like }: Sides): readonly Measure[] {
  const [mine, theirs] = [scoreOf(ours), scoreOf(like)];
  return marks.map(([mark, key, aim]) => ({
    label: `${label}, ${mark}`,
    unit: "",
    ours: rounded(mine[key]),
    baseline: rounded(theirs[key]),
    ratio: rounded(mine[key] / Math.max(theirs[key], 0.5 / like.length)),
    aim: label === "all" ? aim : "",
  }));
}

function timesOf({ ours, like }: Sides): readonly Measure[] {
  return ([0.5, 0.95] as const).map((part) => {
    const [mine, theirs] = [ours, like].map((side) =>
      percentile(
        side.map(({ milliseconds }) => milliseconds),
        part,
      ),
    );
    const [first, second] = [mine ?? Number.NaN, theirs ?? Number.NaN];
    return {
      label: `all, p${part * 100}`,
      unit: "ms",
      ours: rounded(first),
      baseline: rounded(second),
      ratio: rounded(second / first),
      aim: part === 0.95 ? `< ${p95AimMs} ms` : "",
    };
  });
}

function measuresOf(sides: Sides): readonly Measure[] {
  const byKind = kinds.flatMap((kind) => {
    const mine = ({ query }: Asked): boolean => query.kind === kind;
    return scoresOf(kind, { ours: sides.ours.filter(mine), like: sides.like.filter(mine) });
  });
  return [...scoresOf("all", sides), ...byKind, ...timesOf(sides)];
}

async function measure(rig: Rig): Promise<FigureEnd> {
  const register = await readRegister(Math.round(allRows * rig.settings.scale));
  const queries = drawQueries(register);
  const url = await createDatabase(rig.server, database);
  await migrate({ url, folder: migrations });
  const db = await openDatabase({ url, poolMax: 1 });
  try {
    await loadSubjects(db, register.subjects);
    await withClient(url, (client) => client.query("vacuum analyze subject.subject, subject.name"));
    const measures = measuresOf(await askBoth(db, queries));
    return { measures, rounds: 1, detail: { names: register.subjects.length, queries: queries.length } };
  } finally {
    await db.close();
  }
}

export const searchQuality: Figure = {
  name: "search-quality",
  run: async (rig) => {
    const absent = absentFile();
    if (absent !== null) return `no ${absent}`;
    try {
      return await measure(rig);
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
