// Search by fragments of half a million names and by parts of codes, against the bare statement behind it.
import { request, Agent } from "node:http";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { appRole } from "../../server/src/platform/database/migrate.ts";
import { openDatabase } from "../../server/src/platform/database/pool.ts";
import type { Database } from "../../server/src/platform/database/pool.ts";
import { queryReader } from "../../server/src/views/search/rules.ts";
import { findSubjects } from "../../server/src/views/search/store.ts";
import { nameWords } from "../../server/src/views/search/text.ts";
import { chanceFrom } from "../generated.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import type { Platform } from "../rig/platform.ts";
import { dropDatabase, withClient } from "../rig/server.ts";
import { clocks } from "../rig/settings.ts";
import { percentile, rounded } from "../rig/statistics.ts";
import { loadedRegister } from "./ingest-registry.ts";

const route = "/api/v1/subjects";
const pageLimit = 20;
const askedPerKind = 200;
const warmUp = 20;
const p95AimMs = 30;

type Kind = "2 characters" | "3 characters" | "4 characters" | "code part" | "full code";

interface Asked {
  readonly kind: Kind;
  readonly text: string;
}

interface Answered extends Asked {
  /** Client's milliseconds, through HTTP. */
  readonly http: number;
  readonly sql: number;
}

function fragment(name: string, length: number, chance: (bound: number) => number): string {
  const characters = Array.from(name);
  const from = chance(Math.max(1, characters.length - length + 1));
  return characters.slice(from, from + length).join("");
}

function askedOf(row: { name: string; code: string }, kind: Kind, chance: (bound: number) => number): string {
  if (kind === "full code") return row.code;
  if (kind === "code part") return row.code.slice(0, 8 + chance(6));
  return fragment(row.name, Number(kind.slice(0, 1)), chance);
}

const kinds: readonly Kind[] = ["2 characters", "3 characters", "4 characters", "code part", "full code"];
const readQuery = queryReader(nameWords);

/** Texts as people type them, taken from stored names in an order that repeats itself. Kinds take turns. */
async function askedTexts(url: string): Promise<readonly Asked[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string; code: string }>(
      `select n.name, n.subject as code from subject.name n where n.searchable and length(n.name) >= 4
       order by md5(n.subject) limit ${(askedPerKind + warmUp) * kinds.length * 2}`,
    ),
  );
  const chance = chanceFrom(41);
  const texts = rows.map((row, at): Asked => {
    const kind = kinds[at % kinds.length] ?? "2 characters";
    return { kind, text: askedOf(row, kind, chance) };
  });
  return texts.filter(({ text }) => readQuery(text).ok).slice(0, (askedPerKind + warmUp) * kinds.length);
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function askHttp(platform: Platform, text: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const started = performance.now();
  const path = `${route}?${new URLSearchParams({ q: text, limit: String(pageLimit) }).toString()}`;
  request({ host: "127.0.0.1", port: platform.port, path, agent }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`search answered ${response.statusCode}`));
    response.resume().once("end", () => resolve(performance.now() - started));
  })
    .once("error", reject)
    .end();
  return promise;
}

/** The statement that the server runs, sent by the server's own pool and by nothing else. */
async function askSql(db: Database, text: string): Promise<number> {
  const query = readQuery(text);
  if (!query.ok) throw new Error("a text that search refuses");
  const started = performance.now();
  await db.read((tx) => findSubjects(tx, query.value, { limit: pageLimit + 1, after: null, digest: Buffer.alloc(16) }));
  return performance.now() - started;
}

async function askAll(platform: Platform, db: Database, texts: readonly Asked[]): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const [at, asked] of texts.entries()) {
    // Whoever comes second finds warm pages: so each comes first every other time.
    const first = at % 2 === 0 ? await askHttp(platform, asked.text) : null;
    const sql = await askSql(db, asked.text);
    answered.push({ ...asked, sql, http: first ?? (await askHttp(platform, asked.text)) });
  }
  return answered;
}

/** What the server's own log says each search took, in the order in which they were asked. */
async function serverTimes(logFile: string, expected: number): Promise<readonly number[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const lines = (await readFile(logFile, "utf8")).split("\n").filter((line) => line.includes(`"route":"${route}"`));
    if (lines.length >= expected)
      return lines.map((line) => (JSON.parse(line) as { milliseconds: number }).milliseconds);
    await sleep(100);
  }
  throw new Error("the platform's log does not tell of every search");
}

interface Timed extends Answered {
  readonly server: number;
}

function measuresOf(kind: Kind, timed: readonly Timed[]): readonly Measure[] {
  const mine = timed.filter((one) => one.kind === kind);
  return ([0.5, 0.95] as const).map((part) => {
    const ours = percentile(
      mine.map(({ server }) => server),
      part,
    );
    const baseline = percentile(
      mine.map(({ sql }) => sql),
      part,
    );
    const label = `${kind}, p${part * 100}`;
    return {
      label,
      unit: "ms",
      ours: rounded(ours),
      baseline: rounded(baseline),
      ratio: rounded(baseline / ours),
      aim: part === 0.95 ? `< ${p95AimMs} ms` : "",
    };
  });
}

async function measureSearch(
  rig: Rig,
  register: { database: string; platform: string; origin: string },
): Promise<FigureEnd> {
  const url = rig.server.urlOf(register.database);
  // As a server finds its tables a few minutes after an ingest, when its own vacuum has been there.
  await withClient(url, (client) => client.query("vacuum analyze subject.subject, subject.name"));
  const texts = await askedTexts(url);
  const platform = await startPlatform({
    name: register.platform,
    databaseUrl: url,
    clock: clocks.after,
    profile: rig.settings.profile,
  });
  const db = await openDatabase({ url, role: appRole, poolMax: 1 });
  try {
    const answered = await askAll(platform, db, texts);
    const server = await serverTimes(platform.logFile, answered.length);
    const timed = answered
      .map((one, at): Timed => ({ ...one, server: server[at] ?? Number.NaN }))
      .slice(warmUp * kinds.length);
    const client = Object.fromEntries(
      kinds.map((kind) => [
        kind,
        rounded(
          percentile(
            timed.filter((one) => one.kind === kind).map(({ http }) => http),
            0.95,
          ),
        ),
      ]),
    );
    const detail = { origin: register.origin, perKind: askedPerKind, clientP95: client };
    return { measures: kinds.flatMap((kind) => measuresOf(kind, timed)), rounds: 1, detail };
  } finally {
    await db.close();
    await platform.stop();
  }
}

export const search: Figure = {
  name: "search",
  run: async (rig) => {
    const register = await loadedRegister(rig);
    try {
      return await measureSearch(rig, register);
    } finally {
      rig.register = null;
      await dropDatabase(rig.server, register.database);
      await forgetPlatform(register.platform);
    }
  },
};
