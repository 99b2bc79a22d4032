// What the guard costs: decisions in memory, and a guarded list of records against the same list without any guard.
import { openDatabase } from "../../server/src/platform/database/pool.ts";
import type { Database, Tx } from "../../server/src/platform/database/pool.ts";
import { statement } from "../../server/src/platform/database/pool.ts";
import { keepOnePlan } from "../../server/src/platform/database/plan-mode.ts";
import { appRole, migrate } from "../../server/src/platform/database/migrate.ts";
import { addDays } from "../../server/src/kernel/day.ts";
import type { Day } from "../../server/src/kernel/day.ts";
import { loadPolicy } from "../../server/src/policy/load.ts";
import type { PolicySnapshot } from "../../server/src/policy/snapshot.ts";
import { findLive } from "../../server/src/records/authorisation/index.ts";
import { grantByAuthorisation, grantByDuty } from "../../server/src/views/sharing/rules/right.ts";
import { loadRows } from "../../server/src/views/sharing/store.ts";
import { visible } from "../../server/src/views/visibility/index.ts";
import type { Grant } from "../../server/src/views/visibility/index.ts";
import path from "node:path";
import type { Figure, FigureEnd, Measure, Rig } from "../rig/figure.ts";
import { createDatabase, dropDatabase, withClient } from "../rig/server.ts";
import { repository } from "../rig/settings.ts";
import { median, rounded } from "../rig/statistics.ts";

const name = "guard";
const day = "2026-09-09" as Day;
const bank = "91990100MA0XH0034B";
const subjects = 20_000;
const recordsEach = 20;
const authorisations = 1_000_000;
const listsPerTurn = 400;
const decisionsPerTurn = 1_000_000;
const defaultRounds = 5;
/** Four years of days on which something was decided: some of it is past its term, some is not. */
const decidedDays = Array.from({ length: 1461 }, (_, at) => addDays(day, -3 - at));

function policyOfDemo(): PolicySnapshot {
  const loaded = loadPolicy({ folders: [path.join(repository, "policy")], region: "990100", day });
  if (!loaded.ok) throw new Error("the shipped policy has faults");
  return loaded.snapshot;
}

/** The same policy among so many duties of other offices. */
function crowded(policy: PolicySnapshot, others: number): PolicySnapshot {
  const [sample] = policy.access.duties.values();
  if (sample === undefined) throw new Error("the demo pack has no duty");
  const duties = new Map(policy.access.duties);
  for (let at = 0; at < others; at += 1) {
    duties.set(`other-${at}`, { ...sample, id: `other-${at}`, offices: [`OFFICE${at}`] });
  }
  return { ...policy, access: { ...policy.access, duties } };
}

/** Decisions a second: the duty is judged, and one statement by it. */
function decide(policy: PolicySnapshot): number {
  const asked = {
    office: "11990100990006857Y",
    duty: "permit-review",
    purpose: "administrative-approval",
    entries: ["penalty"],
    day,
  };
  const factsOf = decidedDays.map((decidedOn) => ({
    severity: "general" as const,
    decidedOn,
    validFrom: null,
    validUntil: null,
    providerShownUntil: null,
    receivedOn: addDays(decidedOn, 2),
  }));
  let allowed = 0;
  const started = performance.now();
  for (let at = 0; at < decisionsPerTurn; at += 1) {
    const facts = factsOf[at % factsOf.length];
    if (facts === undefined) break;
    const right = grantByDuty(policy.access, asked);
    if (!right.ok) continue;
    const statementOfTurn = {
      entry: "penalty",
      subjectKind: "enterprise",
      facts,
      newest: at % 7 !== 0,
      paused: false,
    } as const;
    const { grant } = right.value;
    if (visible({ statement: statementOfTurn, channel: "duty", day, policy, ended: at % 5 === 0, grant })) allowed += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  if (allowed === 0 || allowed === decisionsPerTurn) throw new Error("the decisions do not differ");
  return decisionsPerTurn / seconds;
}

const codeOf = "'91' || lpad(n::text, 16, '0')";

async function fill(url: string, scale: number): Promise<void> {
  await migrate({ url, folder: path.join(repository, "server/migrations") });
  await withClient(url, async (client) => {
    const count = Math.round(subjects * scale);
    await client.query(
      `insert into subject.subject (subject, kind, standing, created_at, created_batch)
       select ${codeOf}, 'enterprise', 'registered', '2026-09-01 00:00:00+08', gen_random_uuid() from generate_series(1, $1) n`,
      [count],
    );
    await client.query(
      `insert into statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision,
         decided_on, received_at, batch, row, warnings, policy_hash, commitment, severity)
       select ${codeOf}, 'penalty', '11990100990001378K', decode(lpad(to_hex(r), 32, '0'), 'hex'), 1,
         decode(md5(n || ' ' || r), 'hex'), 1, decode(md5('d' || n || ' ' || r), 'hex'), date '2026-01-01' + r,
         '2026-09-01 00:00:00+08', gen_random_uuid(), 1, '{}', '\\x00', '\\x00', 'general'
       from generate_series(1, $1) n, generate_series(1, $2) r`,
      [count, recordsEach],
    );
    await client.query(
      `insert into statements.body select subject, id, '\\x00',
         jsonb_build_object('documentNo', encode(id, 'hex'), 'content', repeat('x', 200), 'fine', '1.000000',
           'legalRepresentative', 'nobody') from statements.statement`,
    );
    await client.query(
      `insert into authorisation.authorisation
       select '91' || lpad((n % $2 + 1)::text, 16, '0'), md5(n::text), case when n / $2::int % 50 = 0 then $3 else 'BANK' || n / $2::int % 50 end, 'x',
         '[{"entry":"penalty","version":1,"fields":["documentNo","content","fine"]}]', 'financing', 5, '2026-01-01',
         '2026-12-31', 'portal', gen_random_uuid(), gen_random_uuid(), 'x', null, null, null, '\\x00', '\\x00', '\\x00', '\\x00',
         '2026-01-01 00:00:00+08' from generate_series(1, $1) n`,
      [Math.round(authorisations * scale), count, bank],
    );
    await client.query(
      "insert into authorisation.allowance select subject, authorisation, 5 from authorisation.authorisation",
    );
    await client.query("vacuum analyze");
  });
}

interface Side {
  readonly rows: number;
  readonly seconds: number;
}

const unguarded = statement(
  "bench.unguarded",
  `select s.*, b.fields from statements.pub_statement s
   left join statements.pub_body b on b.subject = s.subject and b.id = s.id
   where s.subject = any($1::text[]) order by s.decided_on desc, s.id desc limit $2::int`,
);

async function listUnguarded(db: Database, codes: readonly string[]): Promise<Side> {
  const started = performance.now();
  let rows = 0;
  for (const code of codes) {
    rows += await db.read(async (tx) => {
      await keepOnePlan(tx);
      return (await tx.rows(unguarded, [[code], 101])).length;
    });
  }
  return { rows, seconds: (performance.now() - started) / 1000 };
}

type RightOf = (tx: Tx, code: string) => Promise<Grant | null>;

/** Authorisation found among all, grant made of it. */
const foundRight: RightOf = async (tx, code) => {
  const live = await findLive(tx, { grantee: bank, subjects: [code], purpose: "financing", day, used: null });
  const right = live.get(code);
  return right === undefined ? null : grantByAuthorisation(right, { purpose: "financing", entries: null });
};

/** What those authorisations open, known beforehand. */
const knownRight: RightOf = () =>
  Promise.resolve({
    entries: new Set(["penalty"]),
    fields: new Map([["penalty", new Set(["documentNo", "content", "fine"])]]),
  });

/** Records read through the channel under a right: as a query does it. */
async function listGuarded(
  db: Database,
  codes: readonly string[],
  by: { policy: PolicySnapshot; rightOf: RightOf },
): Promise<Side> {
  const started = performance.now();
  let rows = 0;
  for (const code of codes) {
    rows += await db.read(async (tx) => {
      await keepOnePlan(tx);
      const grant = await by.rightOf(tx, code);
      if (grant === null) return 0;
      const { policy } = by;
      const question = { channel: "authorisation", policy, day, today: day, grant, after: null, limit: 101 } as const;
      return (await loadRows(tx, { ...question, subjects: [code] })).length;
    });
  }
  return { rows, seconds: (performance.now() - started) / 1000 };
}

async function authorisedCodes(url: string): Promise<readonly string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ subject: string }>(
      `select distinct subject from authorisation.authorisation where grantee = $1 order by subject limit ${listsPerTurn}`,
      [bank],
    ),
  );
  return rows.map(({ subject }) => subject);
}

function measureOf(label: string, unit: string, told: { ours: number; baseline: number; aim: string }): Measure {
  return {
    label,
    unit,
    ours: rounded(told.ours),
    baseline: rounded(told.baseline),
    ratio: rounded(told.ours / told.baseline),
    aim: told.aim,
  };
}

async function measure(rig: Rig, url: string): Promise<FigureEnd> {
  const policy = policyOfDemo();
  const among = crowded(policy, 1_000_000);
  const db = await openDatabase({ url, role: appRole });
  const rounds: { few: number; many: number; guarded: number; known: number; unguarded: number }[] = [];
  try {
    const codes = await authorisedCodes(url);
    const wanted = rig.settings.rounds ?? defaultRounds;
    for (let round = -1; round < wanted; round += 1) {
      const few = decide(policy);
      const many = decide(among);
      const bare = await listUnguarded(db, codes);
      const known = await listGuarded(db, codes, { policy, rightOf: knownRight });
      const ours = await listGuarded(db, codes, { policy, rightOf: foundRight });
      const same = ours.rows === bare.rows && known.rows === bare.rows;
      if (!same) throw new Error(`guarded ${ours.rows} and ${known.rows} rows, unguarded ${bare.rows}`);
      const perSecond = (side: Side): number => codes.length / side.seconds;
      const lists = { guarded: perSecond(ours), known: perSecond(known), unguarded: perSecond(bare) };
      const taken = { few, many, ...lists };
      rig.say(`  round ${round + 1}: ${JSON.stringify(taken)}`);
      if (round >= 0) rounds.push(taken);
    }
  } finally {
    await db.close();
  }
  const of = (key: keyof (typeof rounds)[number]): number => median(rounds.map((one) => one[key]));
  return {
    rounds: rounds.length,
    detail: rounds,
    measures: [
      measureOf("decisions among a million other duties", "decisions/s", {
        ours: of("many"),
        baseline: of("few"),
        aim: "≥ 1,000,000/s; ratio 1",
      }),
      measureOf("guarded lists at a million authorisations", "lists/s", {
        ours: of("guarded"),
        baseline: of("known"),
        aim: "≥ 0.9",
      }),
      measureOf("guarded lists, baseline rows that nobody asked about ends, terms and marks", "lists/s", {
        ours: of("guarded"),
        baseline: of("unguarded"),
        aim: "",
      }),
    ],
  };
}

export const guard: Figure = {
  name,
  run: async (rig) => {
    const database = `xinheng_bench_${name}`;
    const url = await createDatabase(rig.server, database);
    try {
      await fill(url, rig.settings.scale);
      return await measure(rig, url);
    } finally {
      await dropDatabase(rig.server, database);
    }
  },
};
