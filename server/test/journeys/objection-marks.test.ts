// What is said beside a decision stands on every path from the moment it is set, and on none from the moment it is lifted.
import { afterAll, beforeAll, expect, test } from "vitest";
import { liftMark, saveMark } from "../../src/records/statements/index.ts";
import type { MarkKind } from "../../src/records/statements/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market, marketName } from "./test-client.ts";
import { outputs } from "./test-outputs.ts";
import type { Probe, Sought } from "./test-outputs.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let bed: TestApp;
let token = "";
const tokens = new Map<string, string>();
beforeAll(async () => {
  bed = await openTestApp();
  token = await bed.tokenOf(market);
});
afterAll(() => bed.close());

async function sent(entry: string, body: string): Promise<void> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=${entry}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  expect(await response.json()).toMatchObject({ accepted: 1 });
}

/** A food penalty, which brings a measure about, and a permit, which is open data. */
async function given(index: number): Promise<Sought> {
  const { code, name } = firm(index);
  const permit = {
    subjectName: name,
    counterpart: "法人及非法人组织",
    subjectCode: code,
    documentTitle: "经营许可",
    documentNo: `示市监许〔2026〕${index}号`,
    permitKind: "普通",
    content: "准予经营",
    decidedOn: "2026-06-18",
    validFrom: "2026-06-18",
    validUntil: "2027-06-18",
    authority: marketName,
    authorityCode: market,
    currentStatus: "有效",
    sourceUnit: marketName,
    sourceUnitCode: market,
  };
  await sent("penalty", csv([penaltyOf(index)]));
  await sent("permit", JSON.stringify(permit));
  const { items } = (await (await bed.ask(`/api/v1/subjects/${code}/records`)).json()) as {
    items: { id: string; entry: string; documentNo: string }[];
  };
  const found = (entry: string): { id: string; document: string } => {
    const item = items.find((one) => one.entry === entry);
    return { id: item?.id ?? "", document: item?.documentNo ?? "" };
  };
  return { code, name, penalty: found("penalty"), permit: found("permit") };
}

async function tokenFor(probe: Probe, { code, name }: Sought): Promise<Record<string, string>> {
  if (probe.as === undefined) return {};
  const key = probe.as === "approver" ? probe.as : code;
  const known =
    tokens.get(key) ?? (await bed.tokenOf(probe.as === "approver" ? market : { uscc: code, name }, probe.as));
  tokens.set(key, known);
  return { authorization: `Bearer ${known}` };
}

async function asked(probe: Probe, sought: Sought, etag?: string): Promise<Response> {
  const body = probe.body === undefined ? {} : { method: "POST", body: JSON.stringify(probe.body) };
  return bed.ask(probe.path, {
    ...body,
    headers: {
      accept: probe.accept ?? "*/*",
      ...(probe.body === undefined ? {} : { "content-type": "application/json" }),
      ...(await tokenFor(probe, sought)),
      ...(etag === undefined ? {} : { "if-none-match": etag }),
    },
  });
}

/** Figures of punctuality name a row of a batch and link to the record, of which they say nothing. */
const isFigure = ({ path }: Probe): boolean => path.includes("/figures/");

/** Paths that show records themselves: a count of them carries no mark. */
const probesOf = (sought: Sought): Probe[] =>
  Object.values(outputs).flatMap((output) =>
    output.kind === "records" ? output.probes(sought).filter((one) => one.counts !== true && !isFigure(one)) : [],
  );

const name = "异议处理中";

async function marked(sought: Sought): Promise<Record<string, boolean>> {
  const seen: Record<string, boolean> = {};
  for (const probe of probesOf(sought)) {
    const response = await asked(probe, sought);
    const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
    seen[`${probe.path} ${probe.finds}`] = response.status === 200 && text.includes(name);
  }
  return seen;
}

const all = (sought: Sought, value: boolean): Record<string, boolean> =>
  Object.fromEntries(probesOf(sought).map((probe) => [`${probe.path} ${probe.finds}`, value]));

const account = "00000000-0000-4000-8000-000000000000";
const at = new Date("2026-09-09T00:00:00Z");
const decisionsOf = statement("test.marked", "select distinct decision from statements.statement where subject = $1");

async function mark(subject: string, kind: MarkKind, pauses = false): Promise<string[]> {
  const common = { subject, kind, pauses, ref: "case", setOn: "2026-09-09" as never, setAt: at, account };
  return bed.database.db.write(async (tx) => {
    const made: string[] = [];
    for (const { decision } of await tx.rows<{ decision: Buffer }>(decisionsOf, [subject]))
      made.push(await saveMark(tx, { ...common, decision, policyHash: Buffer.alloc(32) }));
    return made;
  });
}

async function lift(subject: string, marks: readonly string[]): Promise<void> {
  await bed.database.db.write(async (tx) => {
    for (const one of marks) expect(await liftMark(tx, { subject, mark: one, at, account })).toBe(1);
  });
}

test("a mark stands on every path that shows the record, and on none once it is lifted", async () => {
  const sought = await given(700);
  expect(await marked(sought)).toEqual(all(sought, false));
  const marks = await mark(sought.code, "objection");
  expect(await marked(sought)).toEqual(all(sought, true));
  await lift(sought.code, marks);
  expect(await marked(sought)).toEqual(all(sought, false));
});

test("a copy that somebody keeps no longer holds when a mark is set, and again when it is lifted", async () => {
  const sought = await given(701);
  const held = new Map<Probe, string>();
  const probes = probesOf(sought).filter(({ as }) => as === undefined);
  const fresh = async (): Promise<void> => {
    for (const probe of probes) {
      const response = await asked(probe, sought, held.get(probe));
      expect(response.status, probe.path).toBe(200);
      await response.body?.cancel();
      held.set(probe, response.headers.get("etag") ?? "");
    }
  };
  await fresh();
  for (const probe of probes) expect((await asked(probe, sought, held.get(probe))).status, probe.path).toBe(304);
  const marks = await mark(sought.code, "litigation");
  await fresh();
  await lift(sought.code, marks);
  await fresh();
});

test("marks are told with their meaning, each kind once, to people and to machines", async () => {
  const sought = await given(702);
  await mark(sought.code, "review");
  await mark(sought.code, "litigation");
  await mark(sought.code, "litigation");
  const record = (await (await bed.ask(`/api/v1/subjects/${sought.code}/records/${sought.penalty.id}`)).json()) as {
    marks: { kind: string; means: string }[];
  };
  expect(record.marks.map(({ kind }) => kind)).toEqual(["litigation", "review"]);
  const page = await (await bed.ask(`/subjects/${sought.code}`, { headers: { accept: "text/html" } })).text();
  for (const { means } of record.marks) expect(page).toContain(means);
});

test("where the policy pauses publicity, the public page shows nothing and the subject still sees it", async () => {
  const sought = await given(703);
  await mark(sought.code, "objection", true);
  expect((await bed.ask(`/api/v1/subjects/${sought.code}/records/${sought.penalty.id}`)).status).toBe(404);
  const own = probesOf(sought).filter(({ as }) => as === "enterprise");
  for (const probe of own) expect(await (await asked(probe, sought)).text(), probe.path).toContain(name);
});
