// From which day each adverse decision of a city may be repaired: read and judged, against reading the same decisions bare.
import path from "node:path";
import { addDays } from "../../server/src/kernel/day.ts";
import type { Day } from "../../server/src/kernel/day.ts";
import { migrate } from "../../server/src/platform/database/migrate.ts";
import { keepOnePlan } from "../../server/src/platform/database/plan-mode.ts";
import { openDatabase, statement } from "../../server/src/platform/database/pool.ts";
import { loadPolicy } from "../../server/src/policy/load.ts";
import type { PolicySnapshot } from "../../server/src/policy/snapshot.ts";
import { judgeApplying } from "../../server/src/records/repair/rules/eligible.ts";
import type { DecisionFacts } from "../../server/src/records/repair/rules/eligible.ts";
import { findDecisions } from "../../server/src/records/repair/store/decision.ts";
import { codeAt } from "../generated.ts";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";
import { writeSubjects } from "./checks.ts";

const name = "eligibility";
const day = "2026-09-09" as Day;
const subjects = 3_000_000;
/** Every tenth subject has been punished, and each of those twice. */
const punishedEvery = 10;
const decisionsEach = 2;
/** Subjects that are asked about in a turn, and how many at once. */
const askedPerTurn = 20_000;
const atOnce = 8;
const judgedPerTurn = 2_000_000;
const defaultRounds = 3;
const part = 50_000;

const bare = statement(
  "bench.decisions",
  `select id, decision, entry, document_no, authority_code, authority, decided_on, valid_until, severity
   from statements.statement where subject = $1 and entry = any($2::text[]) order by decided_on desc, id`,
);

function policyOfDemo(): PolicySnapshot {
  const loaded = loadPolicy({ folders: [path.join(repository, "policy")], region: "990100", day });
  if (!loaded.ok) throw new Error("the shipped policy has faults");
  return loaded.snapshot;
}

async function prepare(url: string, count: number): Promise<void> {
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  await withClient(url, async (client) => {
    await writeSubjects(client, count);
    const punished = Array.from({ length: Math.floor(count / punishedEvery) }, (_, at) => codeAt(at * punishedEvery));
    for (let from = 0; from < punished.length; from += part) {
      await client.query(
        `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision,
           document_no, authority, decided_on, received_at, batch, row, warnings, policy_hash, commitment, severity)
         select code, 'penalty', '11990100990001378K', decode(md5(code || r), 'hex'), 1, decode(md5('i' || code || r), 'hex'),
           2, decode(md5('d' || code || r), 'hex'), 'D' || r, 'A', date '2026-09-09' - 30 * (r + length(code) % 7) - 40,
           '2026-09-01 00:00:00+08', gen_random_uuid(), 1, '{}', '\\x00', '\\x00',
           (array['minor', 'general', 'serious'])[1 + r % 3]
         from unnest($1::text[]) code, generate_series(1, $2::int) r`,
        [punished.slice(from, from + part), decisionsEach],
      );
    }
    await client.query("vacuum analyze");
  });
}

/** Decisions a second, asked subject by subject as the product asks, some at once. */
async function turn(count: number, one: (code: string) => Promise<number>): Promise<number> {
  const punished = Math.floor(count / punishedEvery);
  let [at, decisions] = [0, 0];
  const started = performance.now();
  const ask = async (): Promise<void> => {
    while (at < askedPerTurn) {
      const code = codeAt(((at * 7919) % punished) * punishedEvery);
      at += 1;
      const found = await one(code);
      decisions += found;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  if (decisions !== askedPerTurn * decisionsEach) throw new Error(`${decisions} decisions were found`);
  return (decisions * 1000) / (performance.now() - started);
}

function judgedOf(policy: PolicySnapshot, facts: DecisionFacts): boolean {
  return judgeApplying({ ...facts, kind: "repair" }, policy, day).ok;
}

/** Decisions a second that the rule judges by itself. */
function judge(policy: PolicySnapshot): number {
  const severities = ["minor", "general", "serious"] as const;
  const known = Array.from({ length: 1461 }, (_, at): DecisionFacts => ({
    entry: "penalty",
    list: null,
    severity: severities[at % severities.length] ?? "general",
    decidedOn: addDays(day, -3 - at),
    ended: at % 5 === 0,
    shownUntil: null,
    open: false,
  }));
  let may = 0;
  const started = performance.now();
  for (let at = 0; at < judgedPerTurn; at += 1) {
    const facts = known[at % known.length];
    if (facts !== undefined && judgedOf(policy, facts)) may += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  if (may === 0 || may === judgedPerTurn) throw new Error("the decisions do not differ");
  return judgedPerTurn / seconds;
}

interface Round {
  readonly judged: number;
  readonly bare: number;
  readonly rule: number;
}

async function measure(rig: Rig, url: string, count: number): Promise<FigureEnd> {
  const policy = policyOfDemo();
  const entries = [...new Set((policy.repair?.scope ?? []).map(({ entry }) => entry))];
  const db = await openDatabase({ url });
  const read = (code: string): Promise<number> =>
    db.read(async (tx) => {
      const rows = await findDecisions(tx, code, { entries, limit: 500 });
      return rows.filter((row) => {
        judgedOf(policy, { ...row, list: null, shownUntil: row.validUntil });
        return true;
      }).length;
    });
  const readBare = (code: string): Promise<number> =>
    db.read(async (tx) => {
      await keepOnePlan(tx);
      return (await tx.rows(bare, [code, entries])).length;
    });
  try {
    const wanted = rig.settings.rounds ?? defaultRounds;
    const rounds: Round[] = [];
    // The first round only warms both up.
    for (let round = -1; round < wanted; round += 1) {
      const one = {
        judged: await turn(count, read),
        bare: await turn(count, readBare),
        rule: judge(policy),
      };
      if (round < 0) continue;
      rounds.push(one);
      const [judged, rows, rule] = [one.judged, one.bare, one.rule].map(Math.round);
      rig.say(`  round ${round + 1}: read and judged ${judged}/s, bare ${rows}/s, the rule alone ${rule}/s`);
    }
    return { measures: measuresOf(rounds), rounds: wanted, detail: { subjects: count, decisionsEach, atOnce, rounds } };
  } finally {
    await db.close();
  }
}

function measuresOf(rounds: readonly Round[]): Measure[] {
  const ours = Math.round(median(rounds.map(({ judged }) => judged)));
  const baseline = Math.round(median(rounds.map((round) => round.bare)));
  const rule = Math.round(median(rounds.map((round) => round.rule)));
  return [
    {
      label: "decisions, read and judged",
      unit: "decisions/s",
      aim: "none",
      ours,
      baseline,
      ratio: rounded(ours / baseline),
    },
    {
      label: "decisions by the rule alone",
      unit: "decisions/s",
      aim: "none",
      ours: rule,
      baseline,
      ratio: rounded(rule / baseline),
    },
  ];
}

export const eligibility: Figure = {
  name,
  run: async (rig) => {
    const url = await createDatabase(rig.server, name);
    const count = Math.max(askedPerTurn * punishedEvery, Math.round(subjects * rig.settings.scale));
    try {
      await prepare(url, count);
      return await measure(rig, url, count);
    } finally {
      await dropDatabase(rig.server, name);
    }
  },
};
