// The longest answer while a day begins, and while a release takes effect, against the same time without either.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SignedIn } from "../../server/src/foundation/accounts/index.ts";
import { createDraft, proposeRelease, releaseHandlers } from "../../server/src/foundation/releases/index.ts";
import type { ReleasePorts } from "../../server/src/foundation/releases/index.ts";
import type { Day } from "../../server/src/kernel/day.ts";
import type { Outcome } from "../../server/src/kernel/refusal.ts";
import { inOneTransaction } from "../../server/src/platform/database/in-one-transaction.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { openDatabase } from "../../server/src/platform/database/pool.ts";
import { codeAt } from "../generated.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import type { Platform } from "../rig/platform.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { takeTurn } from "../rig/turn.ts";
import type { Turn } from "../rig/turn.ts";
import { writeRecords, writeSubjects } from "./checks.ts";

const name = "policy-switch";
const database = "policy_switch";
const subjects = 5000;
const asked = 40;
const connections = 16;
const seconds = 20;
const defaultRounds = 3;
const [eve, morning] = ["2026-09-09", "2026-09-10"] as const;
/** The platform's clock begins here: some seconds pass until it answers. */
const clock = `${eve}T23:59:30+08:00`;
const midnightAfterMs = 30_000;

async function prepare(url: string, scale: number): Promise<void> {
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  const count = Math.max(asked, Math.round(subjects * scale));
  await withClient(url, async (client) => {
    await writeSubjects(client, count);
    const codes = Array.from({ length: count }, (_, at) => codeAt(at));
    await writeRecords(client, { entry: "permit", codes, each: 20, fields: {} });
    await client.query("vacuum analyze");
  });
}

/** The day of the policy by which the platform answers. */
async function dayOf({ port }: Platform): Promise<string> {
  const { day } = (await (await fetch(`http://127.0.0.1:${port}/api/v1/catalogue`)).json()) as { day: string };
  return day;
}

function load(rig: Rig, platform: Platform): Promise<Turn> {
  const codes = Array.from({ length: asked }, (_, at) => codeAt(at));
  const paths = codes.flatMap((code) => [`/subjects/${code}`, `/api/v1/subjects/${code}`]);
  return takeTurn(rig, platform, { paths, accept: "*/*", connections, seconds });
}

const granted = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

function operator(letter: string): SignedIn {
  const id = `${letter.repeat(8)}-0000-4000-8000-000000000000`;
  const named = {
    organisation: "129901009900397397",
    organisationName: name,
    login: letter,
    role: "operator",
  } as const;
  return { account: id, person: id, ...named, via: "token", session: null, client: null, steppedUpAt: null };
}

/** Releases a relief that holds at once, as two operators do. */
async function release(url: string, round: number): Promise<void> {
  const file = "access/rules.yaml";
  const text = await readFile(path.join(repository, "policy", file), "utf8");
  const files = { [file]: text.replace(/monthsMax: \d+/u, `monthsMax: ${11 - round}`) };
  const db = await openDatabase({ url });
  const ports: ReleasePorts = {
    db,
    clock: { now: () => Date.parse(`${morning}T08:00:00+08:00`), today: () => morning as Day },
    base: { folders: [path.join(repository, "policy")], region: "990100" },
    runCases: () => [],
    onChange: () => undefined,
  };
  try {
    const draft = granted(await createDraft(ports, operator("a"), { title: name, files }));
    const wish = {
      draft: draft.draft,
      version: draft.version,
      effective: morning as Day,
      reason: name,
      documentNo: null,
    };
    const proposal = granted(await proposeRelease(ports, operator("a"), wish));
    const { perform } = releaseHandlers(ports)["policy.release"];
    granted(await inOneTransaction(db, (tx) => perform(tx, proposal, operator("b"))));
  } finally {
    await db.close();
  }
}

interface Round {
  readonly midnight: Turn;
  readonly release: Turn;
  readonly quiet: Turn;
}

async function takeRound(rig: Rig, url: string, round: number): Promise<Round> {
  const started = Date.now();
  const platform = await startPlatform({ name, databaseUrl: url, clock, profile: rig.settings.profile });
  try {
    // The first answers warm everything up; then midnight comes in the middle of the turn.
    await takeTurn(rig, platform, { paths: ["/"], accept: "text/html", connections, seconds: 2 });
    await sleep(Math.max(0, midnightAfterMs - (seconds * 1000) / 2 - (Date.now() - started)));
    if ((await dayOf(platform)) !== eve) throw new Error("the platform was not ready before its midnight");
    const midnight = await load(rig, platform);
    if ((await dayOf(platform)) !== morning) throw new Error("midnight did not come");
    const quiet = await load(rig, platform);
    const [released] = await Promise.all([
      load(rig, platform),
      sleep((seconds * 1000) / 3).then(() => release(url, round)),
    ]);
    return { midnight, release: released, quiet };
  } finally {
    await platform.stop();
  }
}

function measureOf(label: string, rounds: readonly Round[], side: "midnight" | "release"): Measure {
  return {
    label,
    aim: "none",
    unit: "ms, longest",
    ours: median(rounds.map((round) => round[side].longest)),
    baseline: median(rounds.map(({ quiet }) => quiet.longest)),
    ratio: rounded(median(rounds.map((round) => round.quiet.longest / round[side].longest))),
  };
}

async function measure(rig: Rig, url: string): Promise<FigureEnd> {
  const wanted = rig.settings.rounds ?? defaultRounds;
  const rounds: Round[] = [];
  for (let round = 0; round < wanted; round += 1) {
    const one = await takeRound(rig, url, round);
    rounds.push(one);
    const told = (["midnight", "release", "quiet"] as const).map((side) => `${side} ${one[side].longest} ms`);
    rig.say(`  round ${round + 1}: longest ${told.join(", ")}`);
  }
  return {
    measures: [measureOf("midnight", rounds, "midnight"), measureOf("a release", rounds, "release")],
    rounds: wanted,
    detail: { connections, seconds, subjects, rounds },
  };
}

export const policySwitch: Figure = {
  name,
  run: async (rig) => {
    const url = await createDatabase(rig.server, database);
    try {
      await prepare(url, rig.settings.scale);
      return await measure(rig, url);
    } finally {
      await dropDatabase(rig.server, database);
      await forgetPlatform(name);
    }
  },
};
