// Ten recipients catch up from zero against bare rows by key over the same HTTP stack; digests of sets against bare hashes; how
// long a decision takes from its commit into every feed.
import { hash } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
/** Statements of one more recipient, whose set is compared as a whole. */
const ownSet = 10_000_000;
const part = 500_000;
/** Decisions that end one after the other, and how long each may take into the feeds before the figure fails. */
const ended = 40;
const patienceMs = 30_000;
const claimMs = 1000;
const defaultRounds = 3;

const nameOf = (recipient: number): string => `R${String(recipient).padStart(17, "0")}`;
const largeOne = nameOf(recipients);

/** The statement `n` is of the same decision for each recipient, and has an own id at each. */
async function receive(client: pg.Client, recipient: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += part) {
    await client.query(
      `insert into withdrawals.received (subscriber, own_id, subject, statement, decision, batch, entry, provider, source_key,
         version, delivery, received_at, shown_until, content, ends, marks, paused)
       select $1, decode(md5($1 || n), 'hex'), 'S' || n, decode(md5('s' || n), 'hex'), decode(md5('d' || n), 'hex'),
         '00000000-0000-4000-8000-000000000000', (array['penalty', 'permit', 'serious-list'])[1 + n % 3], 'P', '\\x00', 1,
         '\\x00', '2026-09-09 00:00:00+08', '2099-12-31', sha256(decode(md5('c' || n), 'hex')), '{}', '{}', false
       from generate_series($2::int, $3::int) n`,
      [recipient, from, Math.min(from + part - 1, count)],
    );
  }
}

async function fill(client: pg.Client, each: number, own: number): Promise<void> {
  for (let recipient = 0; recipient < recipients; recipient += 1) {
    await receive(client, nameOf(recipient), each);
    await client.query(
      `insert into withdrawals.event (subscriber, position, own_id, at, kind, ends, marks, paused)
       select $1, n - 1, decode(md5($1 || n), 'hex'), '2026-09-09 00:00:00+08', 'ended', '{[2026-09-09,)}', '{}', false
       from generate_series(1, $2::int) n`,
      [nameOf(recipient), each],
    );
    await client.query("insert into withdrawals.subscriber values ($1, 0, $2)", [nameOf(recipient), each]);
  }
  await receive(client, largeOne, own);
  await client.query("insert into withdrawals.subscriber values ($1, 0, 0)", [largeOne]);
  await client.query("vacuum analyze");
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: number;
}

async function ask<T>(port: number, wanted: string, method = "GET"): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}${wanted}`, { method });
  if (!response.ok) throw new Error(`${wanted}: ${response.status}`);
  return (await response.json()) as T;
}

async function walk(port: number, side: "feed" | "rows", recipient: number): Promise<number> {
  for (let [from, seen] = [0, 0]; ;) {
    const page = await ask<Page>(port, `/${side}?of=${nameOf(recipient)}&from=${from}`);
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
async function compare(
  port: number,
  side: "digest" | "hash",
  names: readonly string[],
  copies: number,
): Promise<number> {
  const begun = performance.now();
  for (const name of names) await ask(port, `/${side}?of=${name}`);
  return rounded((copies * 1000) / (performance.now() - begun));
}

/** Milliseconds from the answer that the decision `n` has ended until each of its recipients is told so. */
async function carried(port: number, n: number, place: number): Promise<number> {
  await ask(port, `/end?subject=S${n}&decision=${hash("md5", `d${n}`)}`, "POST");
  const begun = performance.now();
  const told = async (recipient: number): Promise<void> => {
    while ((await ask<Page>(port, `/feed?of=${nameOf(recipient)}&from=${place}`)).items.length === 0) {
      if (performance.now() - begun > patienceMs) throw new Error(`decision ${n} did not come into the feeds`);
      await sleep(2);
    }
  };
  await Promise.all(Array.from({ length: recipients }, (_, recipient) => told(recipient)));
  return performance.now() - begun;
}

async function carryAll(port: number, each: number): Promise<readonly number[]> {
  const waited: number[] = [];
  for (let at = 0; at < ended; at += 1) {
    // Otherwise each would end just after a round of the sequencer.
    await sleep((at * 67) % 400);
    waited.push(rounded(await carried(port, 1 + ((at * 7919) % each), each + at)));
  }
  return waited;
}

interface Round {
  readonly feed: number;
  readonly rows: number;
  readonly digest: number;
  readonly hash: number;
  readonly "large-digest": number;
  readonly "large-hash": number;
}

interface Sizes {
  readonly each: number;
  readonly own: number;
}

async function takeRound(port: number, { each, own }: Sizes, isEven: boolean): Promise<Round> {
  const names = Array.from({ length: recipients }, (_, recipient) => nameOf(recipient));
  const turns: readonly (readonly [keyof Round, () => Promise<number>])[] = [
    ["feed", () => catchUp(port, "feed", each)],
    ["rows", () => catchUp(port, "rows", each)],
    ["digest", () => compare(port, "digest", names, each * recipients)],
    ["hash", () => compare(port, "hash", names, each * recipients)],
    ["large-digest", () => compare(port, "digest", [largeOne], own)],
    ["large-hash", () => compare(port, "hash", [largeOne], own)],
  ];
  const round: Partial<Record<keyof Round, number>> = {};
  // Each round begins with the other side.
  for (const [name, turn] of isEven ? turns : turns.toReversed()) round[name] = await turn();
  return round as Round;
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

/** What is claimed is a bound, so the slowest of them all is held against it. */
function delayOf(waited: readonly number[]): Measure {
  const longest = Math.max(...waited);
  const told = { label: "decision to every feed, longest", aim: "< 1000 ms", unit: "ms" };
  return { ...told, ours: longest, baseline: claimMs, ratio: rounded(claimMs / longest) };
}

async function measure(rig: Rig, port: number, sizes: Sizes): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const one = await takeRound(port, sizes, round % 2 === 0);
    if (round < 0) continue;
    rounds.push(one);
    const told = Object.entries(one).map(([name, perSecond]) => `${name} ${perSecond}/s`);
    rig.say(`  round ${round + 1}: ${told.join(", ")}`);
  }
  const waited = await carryAll(port, sizes.each);
  rig.say(`  into every feed: ${median(waited)} ms, longest ${Math.max(...waited)} ms`);
  return {
    measures: [
      measureOf(rounds, { ours: "feed", baseline: "rows", label: "catch-up to rows by key", unit: "events/s" }),
      measureOf(rounds, { ours: "digest", baseline: "hash", label: "digest to bare hash", unit: "copies/s" }),
      measureOf(rounds, {
        ours: "large-digest",
        baseline: "large-hash",
        label: "digest of one set of 10,000,000",
        unit: "copies/s",
      }),
      delayOf(waited),
    ],
    rounds: wanted,
    detail: { recipients, events: sizes.each * recipients, own: sizes.own, turns: rounds, waited },
  };
}

export const feed: Figure = {
  name: "feed",
  run: async (rig) => {
    const database = "feed";
    const url = await createDatabase(rig.server, database);
    try {
      const each = Math.max(2000, Math.round((events * rig.settings.scale) / recipients));
      const own = Math.max(2000, Math.round(ownSet * rig.settings.scale));
      await migrate({ url, folder: path.join(repository, "server/migrations") });
      await withClient(url, (client) => fill(client, each, own));
      const side = await startSide("bare-feed.ts", [url]);
      try {
        return await measure(rig, side.port, { each, own });
      } finally {
        await side.stop();
      }
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
