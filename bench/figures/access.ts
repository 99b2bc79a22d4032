// A recorded look against one key read with one group-committed insert, over the same HTTP stack.
import path from "node:path";
import { dayOfInstant } from "../../server/src/kernel/day.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { makeTraces } from "../rig/traces.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Side as Server, Turn } from "../rig/turn.ts";

const sides = ["key", "trace", "look"] as const;
type Side = (typeof sides)[number];

const subjects = 100_000;
const connections = 32;
const seconds = 4;
const defaultRounds = 3;

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
    await makeTraces(client);
    await client.query("select access.provide_month($1::date)", [`${dayOfInstant(Date.now()).slice(0, 7)}-01`]);
    await client.query("vacuum analyze");
  });
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

async function measure(rig: Rig, server: Server): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    const turns = new Map<Side, Turn>();
    for (const side of order) {
      const load = { paths: [`/${side}`], accept: "application/json", connections, seconds: round < 0 ? 1 : seconds };
      turns.set(side, await takeTurn(rig, server, load));
    }
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
      const server = await startSide("bare-looks.ts", [url, String(count)]);
      try {
        return await measure(rig, server);
      } finally {
        await server.stop();
      }
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
