// The page and the JSON of a subject with some twenty records, against a bare route of the same reads and bytes.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Recorded } from "../bare-server.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { loadOnce } from "../rig/ingest.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import { dropDatabase, withClient } from "../rig/server.ts";
import { clocks, workFolder } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Side, Stoppable, Turn } from "../rig/turn.ts";
import { fileOf, forgetFiles } from "./ingest-dual-publicity.ts";

const subjects = 1000;
const statementsEach = 34;
const shownWanted = 20;
const subjectsAsked = 40;
const connections = 16;
const seconds = 4;
const defaultRounds = 3;
const kinds = {
  page: { prefix: "/subjects/", accept: "text/html" },
  json: { prefix: "/api/v1/subjects/", accept: "application/json" },
} as const;
type Kind = keyof typeof kinds;
/** Headers that belong to one answer or one connection. */
const ownHeaders = new Set(["connection", "content-length", "date", "keep-alive", "transfer-encoding"]);

async function recordAnswer(side: Side, kind: Kind, code: string): Promise<Recorded> {
  const asked = `${kinds[kind].prefix}${code}`;
  const response = await fetch(`http://127.0.0.1:${side.port}${asked}`, {
    headers: { accept: kinds[kind].accept, "accept-encoding": "identity" },
  });
  if (response.status !== 200) throw new Error(`${asked} answered ${response.status}`);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.has(name)));
  return { path: asked, code, shown: 0, headers, body: await response.text() };
}

/** Subjects whose public records number nearly twenty, with how many each shows. */
export async function chooseSubjects(
  rig: Rig,
  database: string,
  side: Side,
): Promise<readonly { code: string; shown: number }[]> {
  const { rows } = await withClient(rig.server.urlOf(database), (client) =>
    client.query<{ code: string }>(
      "select subject as code from statements.statement group by subject order by abs(count(*) - $1), subject limit $2",
      [statementsEach, subjectsAsked * 4],
    ),
  );
  const found: { code: string; shown: number }[] = [];
  for (const { code } of rows) {
    const { body } = await recordAnswer(side, "json", code);
    const { counts } = JSON.parse(body) as { counts: readonly { count: number }[] };
    found.push({ code, shown: counts.reduce((sum, { count }) => sum + count, 0) });
  }
  const away = (one: { shown: number }): number => Math.abs(one.shown - shownWanted);
  return found.toSorted((a, b) => away(a) - away(b)).slice(0, subjectsAsked);
}

async function recordAll(side: Side, chosen: readonly { code: string; shown: number }[]): Promise<readonly Recorded[]> {
  const answers: Recorded[] = [];
  for (const kind of ["page", "json"] as const) {
    for (const { code, shown } of chosen) answers.push({ ...(await recordAnswer(side, kind, code)), shown });
  }
  return answers;
}

async function startBare(rig: Rig, database: string, answers: readonly Recorded[]): Promise<Stoppable> {
  const file = path.join(workFolder, "answers.json");
  await writeFile(file, JSON.stringify(answers));
  return startSide("bare-server.ts", [rig.server.urlOf(database), file]);
}

type Turns = { readonly ours: Turn; readonly bare: Turn };

function measureOf(kind: Kind, rounds: readonly Turns[]): Measure {
  return {
    label: kind,
    unit: "requests/s",
    aim: "≥ 0.6",
    ours: median(rounds.map(({ ours }) => ours.perSecond)),
    baseline: median(rounds.map(({ bare }) => bare.perSecond)),
    ratio: rounded(median(rounds.map(({ ours, bare }) => ours.perSecond / bare.perSecond))),
  };
}

async function measureSides(rig: Rig, sides: { ours: Side; bare: Side }, codes: readonly string[]): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Record<Kind, Turns[]> = { page: [], json: [] };
  // The first round only warms both up.
  for (let round = -1; round < wanted; round += 1) {
    for (const kind of ["page", "json"] as const) {
      const load = {
        paths: codes.map((code) => kinds[kind].prefix + code),
        accept: kinds[kind].accept,
        connections,
        seconds: round < 0 ? 1 : seconds,
      };
      const first = round % 2 === 0 ? await takeTurn(rig, sides.ours, load) : null;
      const bare = await takeTurn(rig, sides.bare, load);
      const ours = first ?? (await takeTurn(rig, sides.ours, load));
      if (round >= 0) rounds[kind].push({ ours, bare });
      if (round >= 0) rig.say(`  round ${round + 1}: ${kind} ours ${ours.perSecond}/s, bare ${bare.perSecond}/s`);
    }
  }
  return {
    measures: [measureOf("page", rounds.page), measureOf("json", rounds.json)],
    rounds: wanted,
    detail: { connections, ...rounds },
  };
}

async function measurePages(rig: Rig, loaded: { database: string; platform: string }): Promise<FigureEnd> {
  const url = rig.server.urlOf(loaded.database);
  await withClient(url, (client) => client.query("vacuum analyze"));
  const ours = await startPlatform({
    name: loaded.platform,
    databaseUrl: url,
    clock: clocks.after,
    profile: rig.settings.profile,
  });
  try {
    const chosen = await chooseSubjects(rig, loaded.database, ours);
    const answers = await recordAll(ours, chosen);
    const bare = await startBare(rig, loaded.database, answers);
    try {
      const end = await measureSides(
        rig,
        { ours, bare },
        chosen.map(({ code }) => code),
      );
      const bytes = (kind: Kind): number =>
        Math.round(
          median(
            answers.filter((one) => one.path.startsWith(kinds[kind].prefix)).map(({ body }) => Buffer.byteLength(body)),
          ),
        );
      const about = {
        shown: median(chosen.map(({ shown }) => shown)),
        pageBytes: bytes("page"),
        jsonBytes: bytes("json"),
      };
      return { ...end, detail: { ...about, turns: end.detail } };
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
}

export const pages: Figure = {
  name: "pages",
  run: async (rig) => {
    const each = (subjects * statementsEach) / 2;
    const files = [
      await fileOf({ entry: "permit", rows: each, subjects, seed: 17 }),
      await fileOf({ entry: "penalty", rows: each, subjects, seed: 18 }),
    ];
    const loaded = await loadOnce(rig, { name: "pages", files });
    try {
      return await measurePages(rig, loaded);
    } finally {
      await dropDatabase(rig.server, loaded.database);
      await forgetPlatform(loaded.platform);
      await forgetFiles();
    }
  },
};
