// A recorded look against one key read with one group-committed insert, over the same HTTP stack.
import { once } from "node:events";
import path from "node:path";
import type { Loaded } from "../load-client.ts";
import { dayOfInstant } from "../../server/src/kernel/day.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { endChild, runChild, startChild } from "../rig/children.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { benchFolder, repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { cpuOf, cpuOfFamily } from "../rig/usage.ts";

const sides = ["key", "trace", "look"] as const;
type Side = (typeof sides)[number];

const subjects = 100_000;
const connections = 32;
const seconds = 4;
const defaultRounds = 3;

interface Turn {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** CPU microseconds a request, of the server and of the database. */
  readonly serverMicros: number | null;
  readonly databaseMicros: number | null;
}

type Round = Readonly<Record<Side, Turn>>;

async function prepare(url: string, count: number): Promise<void> {
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  await withClient(url, async (client) => {
    await client.query(
      `insert into subject.subject (subject, kind, standing, created_at, created_batch)
       select 'S' || lpad(n::text, 17, '0'), 'enterprise', 'registered', '2026-09-09 00:00:00+08', gen_random_uuid()
       from generate_series(0, $1 - 1) n`,
      [count],
    );
    // The row that one would write without the rest: who, whom, when, which matter.
    await client.query(
      `create table public.trace (subject text not null, at timestamptz not null, account uuid not null,
         matter text not null, purpose text not null, primary key (subject, at, matter))`,
    );
    await client.query("select access.provide_month($1::date)", [`${dayOfInstant(Date.now()).slice(0, 7)}-01`]);
    await client.query("vacuum analyze");
  });
}

async function takeTurn(
  rig: Rig,
  server: { port: number; pid: number },
  wish: { side: Side; seconds: number },
): Promise<Turn> {
  const read = async (): Promise<readonly [number | null, number | null]> => [
    await cpuOf(server.pid),
    rig.server.pid === null ? null : await cpuOfFamily(rig.server.pid),
  ];
  const load = {
    port: server.port,
    paths: [`/${wish.side}`],
    accept: "application/json",
    connections,
    seconds: wish.seconds,
  };
  const before = await read();
  const loaded = JSON.parse(
    await runChild(process.execPath, [path.join(benchFolder, "load-client.ts"), JSON.stringify(load)]),
  ) as Loaded;
  const after = await read();
  const micros = (at: 0 | 1): number | null => {
    const [from, to] = [before[at], after[at]];
    return from === null || to === null ? null : rounded(((to - from) * 1e6) / loaded.requests);
  };
  return {
    perSecond: rounded(loaded.requests / loaded.seconds),
    p50: rounded(loaded.p50),
    p95: rounded(loaded.p95),
    p99: rounded(loaded.p99),
    serverMicros: micros(0),
    databaseMicros: micros(1),
  };
}

function measureOf(
  rounds: readonly Round[],
  ours: Side,
  wish: { baseline: Side; label: string; aim: string },
): Measure {
  const { baseline, label, aim } = wish;
  return {
    label,
    aim,
    unit: "requests/s",
    ours: median(rounds.map((round) => round[ours].perSecond)),
    baseline: median(rounds.map((round) => round[baseline].perSecond)),
    ratio: rounded(median(rounds.map((round) => round[ours].perSecond / round[baseline].perSecond))),
  };
}

async function measure(rig: Rig, server: { port: number; pid: number }): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    const turns = new Map<Side, Turn>();
    for (const side of order) turns.set(side, await takeTurn(rig, server, { side, seconds: round < 0 ? 1 : seconds }));
    const of = (side: Side): Turn => {
      const turn = turns.get(side);
      if (turn === undefined) throw new Error(`no turn of ${side}`);
      return turn;
    };
    const taken: Round = { key: of("key"), trace: of("trace"), look: of("look") };
    if (round < 0) continue;
    rounds.push(taken);
    rig.say(`  round ${round + 1}: ${sides.map((side) => `${side} ${taken[side].perSecond}/s`).join(", ")}`);
  }
  return {
    measures: [
      measureOf(rounds, "look", { baseline: "trace", label: "look to bare trace", aim: "≥ 0.7" }),
      measureOf(rounds, "look", { baseline: "key", label: "look to key read", aim: "≥ 0.4" }),
      measureOf(rounds, "trace", { baseline: "key", label: "bare trace to key read", aim: "0.51–0.73" }),
    ],
    rounds: wanted,
    detail: { connections, subjects, turns: rounds },
  };
}

export const access: Figure = {
  name: "access",
  run: async (rig) => {
    const database = "access";
    const url = await createDatabase(rig.server, database);
    try {
      const count = Math.max(1000, Math.round(subjects * rig.settings.scale));
      await prepare(url, count);
      const child = startChild(process.execPath, [path.join(benchFolder, "bare-looks.ts"), url, String(count)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      try {
        if (child.stdout === null) throw new Error("the server cannot be heard");
        const [port] = (await once(child.stdout, "data")) as [Buffer];
        return await measure(rig, { port: Number(port.toString()), pid: child.pid ?? 0 });
      } finally {
        await endChild(child, "SIGTERM", 5000);
      }
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
