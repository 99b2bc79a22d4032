// Two hundred connections that read home, subjects and searches, against bare routes of the same reads and bytes.
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import path from "node:path";
import type { Told } from "../bare-crowd.ts";
import type { Load } from "../load-client.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { loadOnce } from "../rig/ingest.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import { dropDatabase, withClient } from "../rig/server.ts";
import { clocks, workFolder } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Side, Stoppable, Turn } from "../rig/turn.ts";
import { fileOf, forgetFiles } from "./ingest-dual-publicity.ts";
import { chooseSubjects } from "./pages.ts";

const subjects = 1000;
const statementsEach = 34;
const connections = 200;
const seconds = 6;
const defaultRounds = 3;
const accept = "text/html";
/** As bytes lie in the page, and as browsers ask for them. */
const forms = { plain: undefined, gzip: "gzip" } as const;
type Form = keyof typeof forms;
/** Headers that belong to one answer or one connection. */
const ownHeaders = new Set(["connection", "content-length", "date", "keep-alive", "transfer-encoding"]);

/** A page of the mix and what a bare route reads for it. */
interface Asked {
  readonly path: string;
  readonly reads: Told["reads"];
}

interface Fetched {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** An answer as it came over the wire, packed where it was packed. Throws for anything but 200. */
export async function fetchRaw(port: number, asked: string, encoding?: string): Promise<Fetched> {
  const headers = { accept, ...(encoding === undefined ? {} : { "accept-encoding": encoding }) };
  const sent = request({ port, host: "127.0.0.1", path: asked, headers }).end();
  const [answer] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  if (answer.statusCode !== 200) throw new Error(`${asked} answered ${answer.statusCode}`);
  return { headers: answer.headers, bytes: Buffer.concat(parts) };
}

/** The same answer for a bare route to send. */
export async function record(side: Side, { path: asked, reads }: Asked, encoding?: string): Promise<Told> {
  const { headers, bytes } = await fetchRaw(side.port, asked, encoding);
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    ownHeaders.has(name) || typeof value !== "string" ? [] : [[name, value] as const],
  );
  return { path: asked, reads, headers: Object.fromEntries(kept), body: { base64: bytes.toString("base64") } };
}

async function searchOf(side: Side, code: string): Promise<Asked> {
  const about = JSON.parse((await fetchRaw(side.port, `/api/v1/subjects/${code}`)).bytes.toString()) as {
    name: string;
  };
  // Four characters from the middle of a name: some tens of names share them.
  const query = new URLSearchParams({ q: about.name.slice(2, 6) }).toString();
  const { bytes } = await fetchRaw(side.port, `/api/v1/subjects?${query}`);
  const { items } = JSON.parse(bytes.toString()) as { items: readonly { uscc: string }[] };
  return { path: `/subjects?${query}`, reads: { names: items.map(({ uscc }) => uscc) } };
}

/** Home, a subject, a search, and so on: each a third. */
async function mixOf(side: Side, chosen: readonly { code: string; shown: number }[]): Promise<readonly Asked[]> {
  const mix: Asked[] = [];
  for (const { code, shown } of chosen) {
    mix.push({ path: "/", reads: null });
    mix.push({ path: `/subjects/${code}`, reads: { subject: code, statements: shown } });
    mix.push(await searchOf(side, code));
  }
  return mix;
}

/** Bare routes over a database that answer with what they were told, in a process of their own. */
export async function startBareCrowd(url: string, told: readonly Told[]): Promise<Stoppable> {
  const file = path.join(workFolder, "told.json");
  await writeFile(file, JSON.stringify(told));
  return startSide("bare-crowd.ts", [url, file]);
}

interface Turns {
  readonly ours: Turn;
  readonly bare: Turn;
}

function measuresOf(form: Form, rounds: readonly Turns[]): readonly Measure[] {
  const of = (side: keyof Turns, what: "perSecond" | "p50" | "p95" | "p99"): number =>
    median(rounds.map((round) => round[side][what]));
  const slower = (["p50", "p95", "p99"] as const).map((what) => ({
    label: `${form} ${what}`,
    unit: "ms",
    aim: what === "p99" ? "< 1000 ms" : "—",
    ours: of("ours", what),
    baseline: of("bare", what),
    ratio: rounded(median(rounds.map(({ ours, bare }) => bare[what] / ours[what]))),
  }));
  const ratio = rounded(median(rounds.map(({ ours, bare }) => ours.perSecond / bare.perSecond)));
  const rate = { ours: of("ours", "perSecond"), baseline: of("bare", "perSecond"), ratio };
  return [{ label: form, unit: "requests/s", aim: form === "plain" ? "≥ 0.5" : "—", ...rate }, ...slower];
}

interface Sides {
  readonly ours: Side;
  readonly bare: Side;
}

async function takeRound(rig: Rig, sides: Sides, load: Omit<Load, "port">): Promise<Turns> {
  const bare = await takeTurn(rig, sides.bare, load);
  const ours = await takeTurn(rig, sides.ours, load);
  return { ours, bare };
}

async function measureForm(
  rig: Rig,
  url: string,
  asked: { readonly ours: Side; readonly mix: readonly Asked[]; readonly form: Form },
): Promise<readonly Turns[]> {
  const { ours, mix, form } = asked;
  const encoding = forms[form];
  const told: Told[] = [];
  for (const one of mix) told.push(await record(ours, one, encoding));
  const bare = await startBareCrowd(url, told);
  const load = {
    accept,
    connections,
    paths: mix.map((one) => one.path),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const rounds: Turns[] = [];
  try {
    // The first round only warms both up.
    await takeRound(rig, { ours, bare }, { ...load, seconds: 2 });
    while (rounds.length < (rig.settings.rounds ?? defaultRounds)) {
      const turns = await takeRound(rig, { ours, bare }, { ...load, seconds });
      rounds.push(turns);
      const [a, b] = [turns.ours, turns.bare];
      rig.say(`  ${form}: ours ${a.perSecond}/s p99 ${a.p99} ms, bare ${b.perSecond}/s p99 ${b.p99} ms`);
    }
  } finally {
    await bare.stop();
  }
  return rounds;
}

async function measureCrowd(rig: Rig, ours: Side, database: string): Promise<FigureEnd> {
  const mix = await mixOf(ours, await chooseSubjects(rig, database, ours));
  const url = rig.server.urlOf(database);
  const plain = await measureForm(rig, url, { ours, mix, form: "plain" });
  const gzip = await measureForm(rig, url, { ours, mix, form: "gzip" });
  return {
    measures: [...measuresOf("plain", plain), ...measuresOf("gzip", gzip)],
    rounds: plain.length,
    detail: { connections, plain, gzip },
  };
}

/** A platform over subjects with some twenty shown records each, for the time of `work`. */
export async function withShownSubjects(
  rig: Rig,
  name: string,
  work: (ours: Side, database: string) => Promise<FigureEnd>,
): Promise<FigureEnd> {
  const each = (subjects * statementsEach) / 2;
  const files = [
    await fileOf({ entry: "permit", rows: each, subjects, seed: 17 }),
    await fileOf({ entry: "penalty", rows: each, subjects, seed: 18 }),
  ];
  const { database, platform } = await loadOnce(rig, { name, files });
  try {
    const databaseUrl = rig.server.urlOf(database);
    await withClient(databaseUrl, (client) => client.query("vacuum analyze"));
    const wish = { name: platform, databaseUrl, clock: clocks.after, profile: rig.settings.profile };
    const ours = await startPlatform(wish);
    try {
      return await work(ours, database);
    } finally {
      await ours.stop();
    }
  } finally {
    await dropDatabase(rig.server, database);
    await forgetPlatform(platform);
    await forgetFiles();
  }
}

export const crowd: Figure = {
  name: "crowd",
  run: (rig) => withShownSubjects(rig, "crowd", (ours, database) => measureCrowd(rig, ours, database)),
};
