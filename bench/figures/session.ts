// Signing in through the bundled identity provider, and asking with the session that came of it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openBrowser } from "../../house/visitor.ts";
import type { Browser } from "../../house/visitor.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { clocks, workFolder } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Side, Turn } from "../rig/turn.ts";

const name = "session";
const connections = 32;
const seconds = 4;
const defaultRounds = 3;
/** Sign-ins of one turn, and how many go on at once. */
const signIns = 48;
const atOnce = 8;
/** Subjects of the bare key read. */
const subjects = 10_000;
const cookieName = "xinheng";

interface Demo {
  readonly login: string;
  readonly password: string;
}

async function demoAccounts(): Promise<readonly Demo[]> {
  return JSON.parse(await readFile(path.join(workFolder, name, "demo-accounts.json"), "utf8")) as Demo[];
}

/** Asks the platform whatever host an address names. */
function browserOf(side: Side): Browser {
  return openBrowser({
    ask: async (address, init) => {
      const { pathname, search } = new URL(address, "http://localhost");
      return fetch(`http://127.0.0.1:${side.port}${pathname}${search}`, { ...init, redirect: "manual" });
    },
  });
}

/** From the sign-in page to a session; answers with its cookie. */
async function signIn(side: Side, { login, password }: Demo): Promise<string> {
  const browser = browserOf(side);
  const form = await browser.follow("/sign-in/demo?back=/");
  const done = await browser.submit(form.address, { login, password });
  const cookie = browser.jar.get(cookieName);
  if (done.status !== 200 || cookie === undefined) throw new Error(`signing in answered ${done.status}`);
  return `${cookieName}=${cookie}`;
}

/** Signs in so many times, some at once. @returns sign-ins a second, and the cookies. */
async function signInMany(side: Side, accounts: readonly Demo[]): Promise<{ perSecond: number; cookies: string[] }> {
  const cookies: string[] = [];
  let begun = 0;
  const started = performance.now();
  const line = async (): Promise<void> => {
    for (let at = begun; at < signIns; at = begun) {
      begun += 1;
      const account = accounts[at % accounts.length];
      if (account !== undefined) cookies.push(await signIn(side, account));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return { perSecond: (signIns * 1000) / (performance.now() - started), cookies };
}

interface Round {
  readonly signIns: number;
  readonly key: Turn;
  readonly session: Turn;
}

async function measure(rig: Rig, sides: { readonly ours: Side; readonly bare: Side }): Promise<FigureEnd> {
  const accounts = await demoAccounts();
  const rounds: Round[] = [];
  const wanted = rig.settings.rounds ?? defaultRounds;
  const json = { accept: "application/json", connections };
  // The first round only warms everything up.
  for (let round = -1; round < wanted; round += 1) {
    const { perSecond, cookies } = await signInMany(sides.ours, accounts);
    const load = { ...json, seconds: round < 0 ? 1 : seconds };
    const key = await takeTurn(rig, sides.bare, { ...load, paths: ["/key"] });
    const session = await takeTurn(rig, sides.ours, { ...load, paths: ["/api/v1/session"], cookies });
    if (round < 0) continue;
    rounds.push({ signIns: rounded(perSecond), key, session });
    rig.say(
      `  round ${round + 1}: ${rounded(perSecond)} sign-ins/s, session ${session.perSecond}/s, key ${key.perSecond}/s`,
    );
  }
  return { rounds: wanted, detail: { connections, signIns, atOnce, turns: rounds }, measures: measuresOf(rounds) };
}

function measuresOf(rounds: readonly Round[]): readonly Measure[] {
  const of = (pick: (round: Round) => number): number => rounded(median(rounds.map(pick)));
  const baseline = of(({ key }) => key.perSecond);
  return [
    {
      label: "session of a browser to key read",
      unit: "requests/s",
      ours: of(({ session }) => session.perSecond),
      baseline,
      ratio: of(({ session, key }) => session.perSecond / key.perSecond),
      aim: "—",
    },
    {
      label: "signing in, six steps, to key read",
      unit: "sign-ins/s",
      ours: of((round) => round.signIns),
      baseline,
      ratio: of((round) => round.signIns / round.key.perSecond),
      aim: "—",
    },
  ];
}

export const session: Figure = {
  name,
  run: async (rig) => {
    const url = await createDatabase(rig.server, name);
    try {
      const ours = await startPlatform({ name, databaseUrl: url, clock: clocks.ingest, profile: rig.settings.profile });
      await withClient(url, (client) =>
        client.query(
          `insert into subject.subject (subject, kind, standing, created_at, created_batch)
           select 'S' || lpad(n::text, 17, '0'), 'enterprise', 'registered', '2026-09-09 00:00:00+08', gen_random_uuid()
           from generate_series(0, $1 - 1) n`,
          [subjects],
        ),
      );
      const bare = await startSide("bare-looks.ts", [url, String(subjects)]);
      try {
        return await measure(rig, { ours, bare });
      } finally {
        await bare.stop();
        await ours.stop();
      }
    } finally {
      await dropDatabase(rig.server, name);
      await forgetPlatform(name);
    }
  },
};
