// Ten recipients catch up from zero against bare rows by key over the same HTTP stack; the digest of a set against a bare hash.
import path from "node:path";
import type pg from "pg";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { startSide } from "../rig/turn.ts";

const recipients = 10;
/** Of all recipients together. */
const events = 1_000_000;
const defaultRounds = 3;

const nameOf = (recipient: number): string => `R${String(recipient).padStart(17, "0")}`;

async function fill(client: pg.Client, each: number): Promise<void> {
  for (let recipient = 0; recipient < recipients; recipient += 1) {
    await client.query(
      `insert into withdrawals.received (subscriber, own_id, subject, statement, decision, batch, entry, provider, source_key,
         version, delivery, received_at, shown_until, content, ends, marks, paused)
       select $1, decode(md5($1 || n), 'hex'), 'S' || n, decode(md5('s' || n), 'hex'), decode(md5('d' || n), 'hex'),
         '00000000-0000-4000-8000-000000000000', 'penalty', 'P', '\\x00', 1, '\\x00', '2026-09-09 00:00:00+08', '2099-12-31',
         sha256(decode(md5('c' || n), 'hex')), '{}', '{}', false
       from generate_series(1, $2::int) n`,
      [nameOf(recipient), each],
    );
    await client.query(
      `insert into withdrawals.event (subscriber, position, own_id, at, kind, ends, marks, paused)
       select $1, n - 1, decode(md5($1 || n), 'hex'), '2026-09-09 00:00:00+08', 'ended', '{[2026-09-09,)}', '{}', false
       from generate_series(1, $2::int) n`,
      [nameOf(recipient), each],
    );
    await client.query("insert into withdrawals.subscriber values ($1, 0, $2)", [nameOf(recipient), each]);
  }
  await client.query("vacuum analyze");
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: number;
}

async function get<T>(port: number, wanted: string): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}${wanted}`);
  if (!response.ok) throw new Error(`${wanted}: ${response.status}`);
  return (await response.json()) as T;
}

async function walk(port: number, side: "feed" | "rows", recipient: number): Promise<number> {
  for (let [from, seen] = [0, 0]; ;) {
    const page = await get<Page>(port, `/${side}?of=${nameOf(recipient)}&from=${from}`);
    if (page.items.length === 0) return seen;
    seen += page.items.length;
    from = page.next;
  }
}

/** Events a second, all recipients at once. */
async function catchUp(port: number, side: "feed" | "rows", each: number): Promise<number> {
  const begun = performance.now();
  const seen = await Promise.all(Array.from({ length: recipients }, (_, recipient) => walk(port, side, recipient)));
  if (seen.some((count) => count !== each)) throw new Error(`${side}: a recipient did not get all of its events`);
  return rounded((each * recipients * 1000) / (performance.now() - begun));
}

/** Copies a second, one recipient after the other. */
async function compare(port: number, side: "digest" | "hash", each: number): Promise<number> {
  const begun = performance.now();
  for (let recipient = 0; recipient < recipients; recipient += 1) await get(port, `/${side}?of=${nameOf(recipient)}`);
  return rounded((each * recipients * 1000) / (performance.now() - begun));
}

interface Round {
  readonly feed: number;
  readonly rows: number;
  readonly digest: number;
  readonly hash: number;
}

async function takeRound(port: number, each: number, isEven: boolean): Promise<Round> {
  // Each round begins with the other side.
  if (isEven) {
    const [feed, rows] = [await catchUp(port, "feed", each), await catchUp(port, "rows", each)];
    return { feed, rows, digest: await compare(port, "digest", each), hash: await compare(port, "hash", each) };
  }
  const [rows, feed] = [await catchUp(port, "rows", each), await catchUp(port, "feed", each)];
  return { feed, rows, hash: await compare(port, "hash", each), digest: await compare(port, "digest", each) };
}

function measureOf(
  rounds: readonly Round[],
  wish: { readonly ours: keyof Round; readonly baseline: keyof Round; readonly label: string; readonly unit: string },
): Measure {
  const { ours, baseline, label, unit } = wish;
  return {
    label,
    aim: "≥ 0.5",
    unit,
    ours: median(rounds.map((round) => round[ours])),
    baseline: median(rounds.map((round) => round[baseline])),
    ratio: rounded(median(rounds.map((round) => round[ours] / round[baseline]))),
  };
}

async function measure(rig: Rig, port: number, each: number): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const taken = await takeRound(port, each, round % 2 === 0);
    if (round < 0) continue;
    rounds.push(taken);
    rig.say(
      `  round ${round + 1}: feed ${taken.feed}/s, rows ${taken.rows}/s, digest ${taken.digest}/s, hash ${taken.hash}/s`,
    );
  }
  return {
    measures: [
      measureOf(rounds, { ours: "feed", baseline: "rows", label: "catch-up to rows by key", unit: "events/s" }),
      measureOf(rounds, { ours: "digest", baseline: "hash", label: "digest to bare hash", unit: "copies/s" }),
    ],
    rounds: wanted,
    detail: { recipients, events: each * recipients, turns: rounds },
  };
}

export const feed: Figure = {
  name: "feed",
  run: async (rig) => {
    const database = "feed";
    const url = await createDatabase(rig.server, database);
    try {
      const each = Math.max(2000, Math.round((events * rig.settings.scale) / recipients));
      await migrate({ url, folder: path.join(repository, "server/migrations") });
      await withClient(url, (client) => fill(client, each));
      const side = await startSide("bare-feed.ts", [url]);
      try {
        return await measure(rig, side.port, each);
      } finally {
        await side.stop();
      }
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
