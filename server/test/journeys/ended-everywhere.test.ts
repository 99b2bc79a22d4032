// What ended is gone, on every path, at once: the list of paths drives it, and a path that is not on it fails.
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveEnd } from "../../src/records/statements/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market, marketName } from "./test-client.ts";
import { outputs } from "./test-outputs.ts";
import type { Probe, Sought } from "./test-outputs.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let bed: TestApp;
let token = "";
beforeAll(async () => {
  bed = await openTestApp();
  token = await bed.tokenOf(market);
});
afterAll(() => bed.close());

/** Sends a file of one row and gives back its batch. */
async function sent(entry: string, body: string): Promise<string> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=${entry}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  const answer = (await response.json()) as { batch: string; accepted: number };
  expect(answer).toMatchObject({ accepted: 1 });
  return answer.batch;
}

interface Given extends Sought {
  readonly batches: readonly string[];
}

/** A penalty that is shown through 2027-06-18 and a permit that is valid through the same day, of one enterprise. */
async function given(index: number): Promise<Given> {
  const { code, name } = firm(index);
  const documents = { penalty: `示市监罚〔2026〕${index}号`, permit: `示市监许〔2026〕${index}号` };
  const permit = {
    subjectName: name,
    counterpart: "法人及非法人组织",
    subjectCode: code,
    documentTitle: "经营许可",
    documentNo: documents.permit,
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
  const batches = [await sent("penalty", csv([penaltyOf(index)])), await sent("permit", JSON.stringify(permit))];
  const listed = (await (await bed.ask(`/api/v1/subjects/${code}/records`)).json()) as {
    items: { id: string; entry: string }[];
  };
  const id = (entry: string): string => listed.items.find((item) => item.entry === entry)?.id ?? "";
  return {
    code,
    name,
    batches,
    penalty: { id: id("penalty"), document: documents.penalty },
    permit: { id: id("permit"), document: documents.permit },
  };
}

const routes = Object.entries(outputs);
const probesOf = (sought: Sought): Probe[] =>
  routes.flatMap(([, output]) => (output.kind === "records" ? output.probes(sought) : []));

interface Asking {
  readonly sought: Sought;
  readonly query?: string;
  readonly etag?: string;
}

/** Who asks: anybody, an officer by duty, or the subject itself. */
async function tokenFor(probe: Probe, { code, name }: Sought): Promise<Record<string, string>> {
  if (probe.as === undefined) return {};
  const organisation = probe.as === "approver" ? market : { uscc: code, name };
  const key = `${probe.as} ${probe.as === "approver" ? market : code}`;
  const token = tokens.get(key) ?? (await bed.tokenOf(organisation, probe.as));
  tokens.set(key, token);
  return { authorization: `Bearer ${token}` };
}
const tokens = new Map<string, string>();

async function asked(probe: Probe, { sought, query, etag }: Asking) {
  const joint = probe.path.includes("?") ? "&" : "?";
  const body = probe.body === undefined ? {} : { method: "POST", body: JSON.stringify(probe.body) };
  return bed.ask(`${probe.path}${query === undefined ? "" : `${joint}${query}`}`, {
    ...body,
    headers: {
      accept: probe.accept ?? "*/*",
      ...(probe.body === undefined ? {} : { "content-type": "application/json" }),
      ...(await tokenFor(probe, sought)),
      ...(etag === undefined ? {} : { "if-none-match": etag }),
    },
  });
}

/** The head of an answer; a body that nobody wants is given up, or it would hold its place among the downloads. */
async function headOf(probe: Probe, sought: Sought, etag?: string): Promise<Response> {
  const response = await asked(probe, etag === undefined ? { sought } : { sought, etag });
  await response.body?.cancel();
  return response;
}

/** What an answer says of records: packed columns are opened, and of all that stands about a subject only its records are read. */
async function wordsOf({ path }: Probe, bytes: ArrayBuffer): Promise<string> {
  if (path.endsWith(".parquet")) {
    const rows: Record<string, unknown>[] = await parquetReadObjects({ file: bytes });
    return rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "string")).join("\n");
  }
  const text = Buffer.from(bytes).toString("utf8");
  if (path !== "/api/v1/own/download") return text;
  // Its own applications and objections stay its own, by the number of what they were about.
  const records = text.split("\n").filter((line) => line.includes('"kind":"record"'));
  return records.join("\n");
}

/** Whether an answer shows the record that its probe looks for. */
async function shows(probe: Probe, sought: Sought, response: Response): Promise<boolean> {
  if (response.status !== 200 && probe.counts !== true) {
    await response.body?.cancel();
    return false;
  }
  const body = await wordsOf(probe, await response.arrayBuffer());
  if (probe.counts === true) {
    const { counts } = JSON.parse(body) as { counts: { entry: string; count: number }[] };
    return counts.some(({ entry, count }) => entry === probe.finds && count > 0);
  }
  const { id, document } = sought[probe.finds];
  return body.includes(id) || body.includes(document);
}

async function shown(sought: Sought, more: { readonly query?: string } = {}): Promise<Record<string, boolean>> {
  const seen: Record<string, boolean> = {};
  for (const probe of probesOf(sought))
    seen[`${probe.path} ${probe.finds}`] = await shows(probe, sought, await asked(probe, { ...more, sought }));
  return seen;
}

const allOf = (sought: Sought, finds: readonly Probe["finds"][], value: boolean): Record<string, boolean> =>
  Object.fromEntries(
    probesOf(sought)
      .filter((probe) => finds.includes(probe.finds))
      .map((probe) => [`${probe.path} ${probe.finds}`, value]),
  );
const all = (sought: Sought, value: boolean): Record<string, boolean> => allOf(sought, ["penalty", "permit"], value);
/** When the term is over, the subject alone still sees what stands about it. */
const afterTerm = (sought: Sought): Record<string, boolean> =>
  Object.fromEntries(probesOf(sought).map((probe) => [`${probe.path} ${probe.finds}`, probe.beyondTerm === true]));

async function end(sought: Sought, kind: "repaired" | "revoked" | "quashed"): Promise<void> {
  await bed.database.admin.write(async (tx) => {
    const rows = await tx.rows<{ decision: Buffer }>(
      statement("test.decisions", "select distinct decision from statements.statement where subject = $1"),
      [sought.code],
    );
    for (const { decision } of rows) {
      await saveEnd(tx, {
        subject: sought.code,
        decision,
        kind,
        effective: "2026-09-09",
        through: null,
        recordedAt: new Date("2026-09-09T00:00:00Z"),
        documentNo: null,
        account: "00000000-0000-4000-8000-000000000000",
      });
    }
  });
}

async function withdraw(sought: Given): Promise<void> {
  for (const batch of sought.batches) {
    const response = await bed.ask(`/api/v1/batches/${batch}/withdrawal`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ reason: "报送有误", documentNo: "示市监函〔2026〕9号" }),
    });
    expect(response.status, await response.clone().text()).toBe(202);
    const { proposal } = (await response.json()) as { proposal: string };
    const approval = await bed.ask(`/api/v1/approvals/${proposal}/approval`, {
      method: "POST",
      headers: { authorization: `Bearer ${await bed.tokenOf(market, "reviewer")}`, "content-type": "application/json" },
      body: "{}",
    });
    expect(approval.status, await approval.clone().text()).toBe(200);
  }
}

test("every route stands in the list of outputs, and the list names no other", () => {
  const registered = new Set(
    bed.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  );
  expect([...registered].toSorted()).toEqual(routes.map(([route]) => route).toSorted());
});

test("what tells of nobody in particular does not", async () => {
  const sought = await given(900);
  for (const [route, output] of routes) {
    if (output.kind !== "nobody" || route.includes(":") || !route.startsWith("GET ")) continue;
    const body = await (await bed.ask(route.slice(4))).text();
    for (const word of [sought.penalty.id, sought.permit.id, sought.penalty.document, sought.permit.document]) {
      expect(body.includes(word), route).toBe(false);
    }
  }
});

interface Step {
  readonly version: number;
}

async function told<T>(path: string, who: string, body?: unknown): Promise<T> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${who}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, `${path} ${await response.clone().text()}`).toBeLessThan(300);
  return (await response.json()) as T;
}

/** Takes steps of a case one after the other, each by whoever it is for. */
async function stepped(path: string, from: Step, steps: readonly (readonly [string, object])[]): Promise<void> {
  let at = from;
  for (const [who, step] of steps) at = await told<Step>(`${path}/steps`, who, { version: at.version, ...step });
}

const ofSubject = (sought: Sought): Promise<string> =>
  bed.tokenOf({ uscc: sought.code, name: sought.name }, "enterprise");

/** By its subject's application, and two officers of the authority that determined. */
async function repair(sought: Given): Promise<void> {
  const [subject, reviewer] = [await ofSubject(sought), await bed.tokenOf(market, "reviewer")];
  const wish = { receiver: market, kind: "repair", promise: "材料真实。", documentNo: sought.penalty.document };
  const drafted = await told<{ draft: string; digest: string }>("/api/v1/commitments/drafts", subject, wish);
  const { draft, digest } = drafted;
  const { commitment } = await told<{ commitment: string }>("/api/v1/commitments", subject, { ...wish, draft, digest });
  const proofs = [{ title: "缴款凭证", digest: "ab".repeat(32) }];
  const application = { record: sought.penalty.id, proofs, commitment };
  const made = await told<Step & { repair: string }>("/api/v1/own/repairs", subject, application);
  const proposal = { outcome: "repair", reason: "罚款已缴清。" };
  await stepped(`/api/v1/repairs/${made.repair}`, made, [
    [token, { kind: "accept" }],
    [token, { kind: "propose", proposal }],
    [reviewer, { kind: "approve" }],
  ]);
}

/** By a court's ruling: for its time alone. */
async function shield(sought: Given): Promise<void> {
  const [subject, reviewer] = [await ofSubject(sought), await bed.tokenOf(market, "reviewer")];
  const court = { documentNo: "（2026）示01破1号", from: "2026-09-01", through: "2026-12-31" };
  const application = { kind: "bankruptcy", record: sought.penalty.id, court };
  const made = await told<Step & { repair: string }>("/api/v1/own/repairs", subject, application);
  const proposal = { outcome: "shield", reason: "法院已批准重整计划。", through: "2026-12-31" };
  await stepped(`/api/v1/repairs/${made.repair}`, made, [
    [token, { kind: "accept" }],
    [token, { kind: "propose", proposal }],
    [reviewer, { kind: "approve" }],
  ]);
}

/** By an objection that it is about somebody else, which its provider upholds by two. */
async function detach(sought: Given): Promise<void> {
  const [subject, centre] = [await ofSubject(sought), await bed.tokenOf("129901009900397397", "operator")];
  const target = { kind: "record", record: sought.penalty.id };
  const filing = { target, ground: "wrong-subject", claim: "决定书写的不是我单位。" };
  const made = await told<Step & { objection: string }>("/api/v1/own/objections", subject, filing);
  const answer = { outcome: "upheld", change: { kind: "detached" } };
  await stepped(`/api/v1/objections/${made.objection}`, made, [
    [centre, { kind: "accept" }],
    [centre, { kind: "forward" }],
    [token, { kind: "answer", words: "归错主体。", answer }],
    [await bed.tokenOf(market, "reviewer"), { kind: "confirm" }],
  ]);
}

interface Ending {
  readonly name: string;
  readonly happen: (sought: Given) => Promise<void>;
  /** What it ends; the other is shown as before. */
  readonly over: readonly Probe["finds"][];
}
const both = ["penalty", "permit"] as const;
const ends: readonly Ending[] = [
  { name: "a repair", happen: (sought) => end(sought, "repaired"), over: both },
  { name: "a revocation", happen: (sought) => end(sought, "revoked"), over: both },
  { name: "a quashing", happen: (sought) => end(sought, "quashed"), over: both },
  { name: "the withdrawal of its batch", happen: withdraw, over: both },
  { name: "a repair that two officers decided", happen: repair, over: ["penalty"] },
  { name: "a shield by a court's ruling", happen: shield, over: ["penalty"] },
  { name: "an objection that it is another's", happen: detach, over: ["penalty"] },
];

const invented = [
  "asOf=2026-09-01",
  "day=2026-09-01",
  "today=2026-09-01",
  "knownAt=2026-09-01",
  "channel=archive",
  "includeEnded=true",
];

describe.each(ends)("after $name", ({ name, happen, over }) => {
  test("no path shows it, no old version stands for the new one, and no parameter brings it back", async () => {
    // Late enough that its minimum term is over.
    bed.at("2026-09-21T08:00:00");
    const sought = await given(910 + ends.findIndex((one) => one.name === name));
    expect(await shown(sought)).toEqual(all(sought, true));
    const held = new Map<Probe, string>();
    for (const probe of probesOf(sought)) held.set(probe, (await headOf(probe, sought)).headers.get("etag") ?? "");
    await happen(sought);
    const left = { ...all(sought, true), ...allOf(sought, over, false) };
    expect(await shown(sought)).toEqual(left);
    for (const [probe, etag] of held) {
      if (over.includes(probe.finds)) expect((await headOf(probe, sought, etag)).status, probe.path).not.toBe(304);
    }
    for (const query of invented) expect(await shown(sought, { query }), query).toEqual(left);
  }, 60_000);
});

test("on its last day it is shown until 23:59:59, and from 00:00:00 on no more", async () => {
  const sought = await given(930);
  bed.at("2027-06-18T23:59:30");
  expect(await shown(sought)).toEqual(all(sought, true));
  const held = new Map<Probe, string>();
  for (const probe of probesOf(sought)) {
    const answer = await headOf(probe, sought);
    held.set(probe, answer.headers.get("etag") ?? "");
    const age = /max-age=(\d+)/u.exec(answer.headers.get("cache-control") ?? "")?.[1];
    expect(Number(age ?? 0), probe.path).toBeLessThanOrEqual(30);
  }
  bed.at("2027-06-19T00:00:00");
  expect(await shown(sought)).toEqual(afterTerm(sought));
  for (const [probe, etag] of held) expect((await headOf(probe, sought, etag)).status, probe.path).not.toBe(304);
}, 60_000);
