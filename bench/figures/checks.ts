// A check of one subject by code against one key read with one group-committed insert, over the same HTTP stack.
import path from "node:path";
import type pg from "pg";
import { dayOfInstant } from "../../server/src/kernel/day.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { codeAt } from "../generated.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { LIST_NAME } from "../text.ts";
import { makeTraces } from "../rig/traces.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Side as Server, Turn } from "../rig/turn.ts";

const sides = ["trace", "check", "long", "many-trace", "many"] as const;
/** A large check is asked by one officer, and long enough to be asked more than once. */
const loads: Readonly<Record<Side, { readonly connections: number; readonly seconds: number }>> = {
  trace: { connections: 32, seconds: 4 },
  check: { connections: 32, seconds: 4 },
  long: { connections: 32, seconds: 4 },
  "many-trace": { connections: 1, seconds: 10 },
  many: { connections: 1, seconds: 10 },
};
type Side = (typeof sides)[number];
type Round = Readonly<Record<Side, Turn>>;

const subjects = 5_000_000;
const listings = 200_000;
/** Subjects that have many records of other entries. */
const longOnes = 500;
const longHistory = 200;
const defaultRounds = 3;
const part = 50_000;

export async function writeSubjects(client: pg.Client, count: number): Promise<void> {
  for (let from = 0; from < count; from += part) {
    const codes = Array.from({ length: Math.min(part, count - from) }, (_, at) => codeAt(from + at));
    await client.query(
      `insert into subject.subject (subject, kind, standing, created_at, created_batch)
       select code, 'enterprise', 'registered', '2026-09-01 00:00:00+08', gen_random_uuid() from unnest($1::text[]) code`,
      [codes],
    );
  }
}

export interface Records {
  readonly entry: string;
  readonly codes: readonly string[];
  readonly each: number;
  readonly fields: Readonly<Record<string, string>>;
}

export async function writeRecords(client: pg.Client, { entry, codes, each, fields }: Records): Promise<void> {
  for (let from = 0; from < codes.length; from += part) {
    await client.query(
      `with made as (
         insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision,
           document_no, authority, decided_on, valid_until, received_at, batch, row, warnings, policy_hash, commitment, severity)
         select code, $2, '11990100990001378K', decode(md5($2 || r), 'hex'), 1, decode(md5(code || $2 || r), 'hex'), 2,
           decode(md5('d' || code || $2 || r), 'hex'), 'D' || r, 'A', '2026-01-10', '2099-12-31', '2026-02-01 00:00:00+08',
           gen_random_uuid(), 1, '{}', '\\x00', '\\x00', 'serious'
         from unnest($1::text[]) code, generate_series(1, $3::int) r returning subject, id)
       insert into statements.body select subject, id, '\\x00', $4::jsonb from made`,
      [codes.slice(from, from + part), entry, each, JSON.stringify(fields)],
    );
  }
}

async function prepare(url: string, scale: number, listName: string): Promise<{ count: number; long: number }> {
  const count = Math.max(10_000, Math.round(subjects * scale));
  const long = Math.min(longOnes, count);
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  await withClient(url, async (client) => {
    await writeSubjects(client, count);
    const step = Math.max(1, Math.floor(count / Math.max(1, Math.round(listings * scale))));
    const listed = Array.from({ length: Math.floor(count / step) }, (_, at) => codeAt(at * step));
    await writeRecords(client, { entry: "serious-list", codes: listed, each: 1, fields: { listName } });
    const many = Array.from({ length: long }, (_, at) => codeAt(at));
    await writeRecords(client, { entry: "permit", codes: many, each: longHistory, fields: {} });
    await makeTraces(client);
    await client.query("select access.provide_month($1::date)", [`${dayOfInstant(Date.now()).slice(0, 7)}-01`]);
    await client.query("vacuum analyze");
  });
  return { count, long };
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

function wholeRound(turns: Partial<Round>): Round {
  const missing = sides.find((side) => turns[side] === undefined);
  if (missing !== undefined) throw new Error(`no turn of ${missing}`);
  return turns as Round;
}

async function measure(rig: Rig, server: Server): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const turns: { -readonly [side in Side]?: Turn } = {};
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const { connections, seconds } = loads[side];
      const load = { paths: [`/${side}`], accept: "application/json", connections, seconds: round < 0 ? 1 : seconds };
      turns[side] = await takeTurn(rig, server, load);
    }
    if (round < 0) continue;
    rounds.push(wholeRound(turns));
    rig.say(`  round ${round + 1}: ${sides.map((side) => `${side} ${turns[side]?.perSecond ?? 0}/s`).join(", ")}`);
  }
  return {
    measures: [
      measureOf(rounds, "check", { baseline: "trace", label: "check to key read and insert", aim: "≥ 0.8" }),
      measureOf(rounds, "many", {
        baseline: "many-trace",
        label: "10,000 subjects to their keys and rows",
        aim: "none",
      }),
      measureOf(rounds, "long", { baseline: "check", label: "of subjects with 200 other records", aim: "1" }),
    ],
    rounds: wanted,
    detail: { loads, subjects, listings, turns: rounds },
  };
}

export const checks: Figure = {
  name: "checks",
  run: async (rig) => {
    const database = "checks";
    const url = await createDatabase(rig.server, database);
    try {
      const { count, long } = await prepare(url, rig.settings.scale, LIST_NAME);
      const server = await startSide("bare-checks.ts", [url, String(count), String(long)]);
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
