// How long a decision that repairs takes until it is answered: by then it has left every path of this instance. Against one key
// read and one committed row over the same kind of connection.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { addMonths } from "../../server/src/kernel/day.ts";
import type { Day } from "../../server/src/kernel/day.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { AUTHORITY_CODE, codeAt } from "../generated.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { forgetPlatform, startPlatform } from "../rig/platform.ts";
import type { Platform } from "../rig/platform.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { clocks, repository, workFolder } from "../rig/settings.ts";
import { percentile, rounded } from "../rig/statistics.ts";
import { makeTraces } from "../rig/traces.ts";
import { startSide, takeTurn } from "../rig/turn.ts";
import type { Turn } from "../rig/turn.ts";
import { WORDS } from "../text.ts";
import { writeSubjects } from "./checks.ts";

const name = "repair";
/** Decisions of each side of the figure: by one officer after the other, and by eight at once. */
const decisionsEach = 1000;
const fewest = 40;
const atOnce = 8;
const seconds = 5;
/** Months before the platform's day on which everything was decided: still shown, and past the minimum term of the pack. */
const monthsAgo = 6;
const heldYears = 3;

const noOf = (at: number): string => WORDS.penaltyNumber.replace("{year}", "2025").replace("{n}", String(at));

async function prepare(url: string, count: number): Promise<void> {
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  const decided = addMonths(clocks.ingest.slice(0, 10) as Day, -monthsAgo);
  await withClient(url, async (client) => {
    await writeSubjects(client, count);
    const codes = Array.from({ length: count }, (_, at) => codeAt(at));
    await client.query(
      `with made as (
         insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision,
           document_no, authority, authority_code, decided_on, valid_until, received_at, batch, row, warnings, policy_hash,
           commitment, severity)
         select code, 'penalty', $2, decode(md5(no), 'hex'), 1, decode(md5('i' || code), 'hex'), 2,
           decode(md5('d' || code), 'hex'), no, $3, $2, $4::date, $4::date + 365 * $5::int, '2026-02-01 00:00:00+08',
           gen_random_uuid(), 1, '{}', '\\x00', '\\x00', 'general'
         from unnest($1::text[], $6::text[]) made(code, no) returning subject, id)
       insert into statements.body select subject, id, '\\x00', '{}' from made`,
      [codes, AUTHORITY_CODE, WORDS.authority, decided, heldYears, codes.map((_, at) => noOf(at))],
    );
    await client.query(
      `insert into subject.subject (subject, kind, standing, created_at, created_batch)
       select 'S' || lpad(n::text, 17, '0'), 'enterprise', 'registered', '2026-09-09 00:00:00+08', gen_random_uuid()
       from generate_series(0, $1 - 1) n`,
      [count],
    );
    await makeTraces(client);
    await client.query("vacuum analyze");
  });
}

interface Desk {
  readonly port: number;
  readonly tokens: ReadonlyMap<string, string>;
}

async function openDesk({ port }: Platform): Promise<Desk> {
  const file = await readFile(path.join(workFolder, name, "demo-accounts.json"), "utf8");
  const accounts = JSON.parse(file) as readonly { readonly role: string; readonly token: string }[];
  return { port, tokens: new Map(accounts.map(({ role, token }) => [role, token])) };
}

async function ask<T>(desk: Desk, wanted: string, wish: { readonly as: string; readonly json: object }): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${desk.port}${wanted}`, {
    method: "POST",
    headers: { authorization: `Bearer ${desk.tokens.get(wish.as)}`, "content-type": "application/json" },
    body: JSON.stringify(wish.json),
  });
  if (!response.ok) throw new Error(`${wanted}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

interface Applied {
  readonly subject: string;
  readonly documentNo: string;
  readonly repair: string;
  readonly version: number;
}

const digestOf = (at: number, letter: string): string => letter.repeat(32) + String(at).padStart(32, "0");

/** An application on paper at a hall, taken on and proposed: all but the decision. */
async function bringOne(desk: Desk, at: number): Promise<Applied> {
  const hall = (wanted: string, json: object): Promise<Record<string, unknown>> =>
    ask(desk, wanted, { as: "hall-clerk", json });
  const subject = codeAt(at);
  const { items } = await hall("/api/v1/repairs/handed-in", { subject, documentNo: noOf(at) });
  const [{ record, documentNo }] = items as [{ record: string; documentNo: string }];
  const promised = { receiver: AUTHORITY_CODE, kind: "repair", promise: WORDS.promise, documentNo };
  const { draft, digest } = await hall("/api/v1/commitments/drafts", { ...promised, hallFor: subject });
  const paper = { title: WORDS.proof, digest: digestOf(at, "a") };
  const given = { ...promised, draft, digest, hall: { subject, paper } };
  const { commitment } = await hall("/api/v1/commitments", given);
  const proofs = [{ title: WORDS.proof, digest: digestOf(at, "b") }];
  const mandate = { title: WORDS.proof, digest: digestOf(at, "c") };
  const made = await hall("/api/v1/repairs", { record, proofs, commitment, subject, paper: mandate });
  const way = `/api/v1/repairs/${String(made["repair"])}/steps`;
  const proposal = { outcome: "repair", reason: WORDS.paid };
  let version = Number(made["version"]);
  for (const step of [{ kind: "accept" }, { kind: "propose", proposal }])
    ({ version } = await ask<{ version: number }>(desk, way, { as: "clerk", json: { version, ...step } }));
  return { subject, documentNo, repair: String(made["repair"]), version };
}

/** Throws unless the page of the subject and its data agree on whether the decision is shown, and it is as expected. */
async function expectShown({ port }: Desk, { subject, documentNo }: Applied, shown: boolean): Promise<void> {
  const at = `http://127.0.0.1:${port}`;
  for (const wanted of [`${at}/subjects/${subject}`, `${at}/api/v1/subjects/${subject}/records`]) {
    const response = await fetch(wanted);
    if (!response.ok) throw new Error(`${wanted}: ${response.status}`);
    if ((await response.text()).includes(documentNo) !== shown)
      throw new Error(`${wanted} ${shown ? "does not show what is decided" : "shows what is repaired"}`);
  }
}

/** Milliseconds of each decision. */
async function decide(desk: Desk, from: number, wish: { count: number; lanes: number }): Promise<readonly number[]> {
  const applied: Applied[] = [];
  for (let at = from; at < from + wish.count; at += 1) applied.push(await bringOne(desk, at));
  const taken: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < applied.length) {
      const one = applied[next];
      next += 1;
      if (one === undefined) return;
      await expectShown(desk, one, true);
      const begun = performance.now();
      const json = { version: one.version, kind: "approve" };
      await ask(desk, `/api/v1/repairs/${one.repair}/steps`, { as: "reviewer", json });
      taken.push(performance.now() - begun);
      await expectShown(desk, one, false);
    }
  };
  await Promise.all(Array.from({ length: wish.lanes }, lane));
  return taken;
}

interface Side {
  readonly label: string;
  readonly ours: readonly number[];
  readonly bare: Turn;
}

function measuresOf({ label, ours, bare }: Side): readonly Measure[] {
  const told = { unit: "ms", aim: "none" };
  const [half, most] = [rounded(percentile(ours, 0.5)), rounded(percentile(ours, 0.99))];
  return [
    { ...told, label: `${label}, p50`, ours: half, baseline: bare.p50, ratio: rounded(bare.p50 / half) },
    { ...told, label: `${label}, p99`, ours: most, baseline: bare.p99, ratio: rounded(bare.p99 / most) },
  ];
}

async function measure(rig: Rig, url: string, count: number): Promise<FigureEnd> {
  const platform = await startPlatform({
    name,
    databaseUrl: url,
    clock: clocks.ingest,
    profile: rig.settings.profile,
  });
  const bare = await startSide("bare-looks.ts", [url, String(count)]);
  try {
    const desk = await openDesk(platform);
    await decide(desk, 0, { count: fewest, lanes: atOnce });
    const sides: Side[] = [];
    let from = fewest;
    for (const [label, lanes] of [
      ["repaired and gone, one at a time", 1],
      ["repaired and gone, eight at once", atOnce],
    ] as const) {
      const wanted = Math.floor((count - fewest) / 2);
      const ours = await decide(desk, from, { count: wanted, lanes });
      from += wanted;
      const load = { paths: ["/trace"], accept: "application/json", connections: lanes, seconds };
      const side = { label, ours, bare: await takeTurn(rig, bare, load) };
      sides.push(side);
      const [{ ours: half }, { ours: most }] = measuresOf(side) as [Measure, Measure];
      rig.say(`  ${label}: p50 ${half} ms, p99 ${most} ms; bare ${side.bare.p50} ms, ${side.bare.p99} ms`);
    }
    const longest = sides.map(({ label, ours }) => [label, rounded(Math.max(...ours))]);
    return { measures: sides.flatMap(measuresOf), rounds: 1, detail: { decisions: count, longest } };
  } finally {
    await bare.stop();
    await platform.stop();
  }
}

export const repair: Figure = {
  name,
  run: async (rig) => {
    const url = await createDatabase(rig.server, name);
    const count = fewest + 2 * Math.max(fewest, Math.round(decisionsEach * rig.settings.scale));
    try {
      await prepare(url, count);
      return await measure(rig, url, count);
    } finally {
      await dropDatabase(rig.server, name);
      await forgetPlatform(name);
    }
  },
};
