// What befalls a decision, done over HTTP by whoever may do it: the subject, its authority, the centre.
import { expect } from "vitest";
import { addDays } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { saveEnd } from "../../src/records/statements/index.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { isPresent } from "./test-life.ts";
import type { Deed, DeedKind, Life, LifeSeverity } from "./test-life.ts";
import { csv, firm, penaltyHeads, penaltyOf } from "./test-sheets.ts";

const account = "00000000-0000-4000-8000-000000000000";

/** A life, and what its acts need to know of the platform. */
export interface Lived {
  readonly index: number;
  readonly code: string;
  life: Life;
  content: number;
  /** The file that it came in. */
  batch: string;
  /** The file of its newest version. */
  newest: string;
  token: string;
  commitment: string;
  repair: { readonly id: string; readonly version: number };
  objection: { readonly id: string; readonly version: number };
  evidence: number;
}

/** The platform, the accounts of its offices, and the present day. */
export interface World {
  readonly bed: TestApp;
  readonly tokens: Readonly<Record<string, string>>;
  today: Day;
}

export interface Told {
  readonly status: number;
  readonly proposal?: string;
  readonly [key: string]: unknown;
}

export async function call(world: World, path: string, token: string, body?: unknown): Promise<Told> {
  const response = await world.bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const told = { ...(text === "" ? {} : (JSON.parse(text) as object)), status: response.status };
  if (response.status >= 500) throw new Error(`${path}: ${text}`);
  return told;
}

const SEVERITY: Readonly<Record<LifeSeverity, string>> = { minor: "轻微", general: "一般", serious: "严重" };
const revoked = { penalty: "吊销许可证件", content: "吊销食品经营许可证", fine: "" };

function rowOf({ index, life, content }: Lived): string[] {
  const { severity, decidedOn } = life;
  const parts = {
    severity: SEVERITY[severity],
    decided: decidedOn,
    valid: "2031-06-18",
    facts: `销售不合格食品（第${content}稿）`,
    ...(severity === "serious" ? revoked : {}),
  };
  return [...penaltyOf(index, parts), severity === "serious" ? `食品经营许可证 JY-示例-${index}` : ""];
}

interface Sent {
  readonly batch: string;
  readonly accepted: number;
}

export async function send(world: World, of: readonly Lived[], mends: string | null = null): Promise<Sent> {
  const query = `provider=${market}&entry=penalty&force=true${mends === null ? "" : `&mends=${mends}`}`;
  const response = await world.bed.ask(`/api/v1/batches?${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.tokens["clerk"]}` },
    body: csv(of.map(rowOf), [...penaltyHeads, "暂扣或吊销证照名称及编号"]),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Sent;
}
// The newest version that was not taken back, else the newest.
const recordOf = statement(
  "test.life-record",
  `select s.id, s.decision from statements.pub_statement s where s.subject = $1
   order by exists (select 1 from statements.pub_ended_batch w where w.batch = s.batch), s.version desc limit 1`,
);

async function record(world: World, { code }: Lived): Promise<{ id: string; decision: Buffer }> {
  const [row] = await world.bed.database.admin.read((tx) =>
    tx.rows<{ id: Buffer; decision: Buffer }>(recordOf, [code]),
  );
  return { id: row?.id.toString("base64url") ?? "", decision: row?.decision ?? Buffer.alloc(0) };
}

async function ownToken(world: World, one: Lived): Promise<string> {
  const { code, index } = one;
  if (one.token === "") one.token = await world.bed.tokenOf({ uscc: code, name: firm(index).name }, "enterprise");
  return one.token;
}

async function promise(world: World, one: Lived): Promise<string> {
  if (one.commitment !== "") return one.commitment;
  const token = await ownToken(world, one);
  const documentNo = `示市监罚〔2026〕${one.index}号`;
  const wish = { receiver: market, kind: "repair", promise: "材料真实，违者承担责任。", documentNo };
  const { draft, digest } = await call(world, "/api/v1/commitments/drafts", token, wish);
  const given = await call(world, "/api/v1/commitments", token, { ...wish, draft, digest });
  expect(given.status, JSON.stringify(given)).toBe(201);
  one.commitment = String(given["commitment"]);
  return one.commitment;
}

const digestOf = (number: number): string => String(number).padStart(64, "0");

async function apply(world: World, one: Lived, { kind, day }: Deed): Promise<Told> {
  const { id } = await record(world, one);
  const wish =
    kind === "apply"
      ? { record: id, proofs: [{ title: "缴款凭证", digest: digestOf(1) }], commitment: await promise(world, one) }
      : {
          kind: "bankruptcy",
          record: id,
          court: { documentNo: "（2026）示民破1号", from: day, through: addDays(day, 90) },
        };
  const told = await call(world, "/api/v1/own/repairs", await ownToken(world, one), wish);
  if (told.status === 201) one.repair = { id: String(told["repair"]), version: Number(told["version"]) };
  return told;
}

const REPAIR_STEP: Readonly<Partial<Record<DeedKind, string>>> = {
  accept: "accept",
  "not-accept": "not-accept",
  return: "return",
  approve: "approve",
  "propose-repair": "propose",
  "propose-refuse": "propose",
  "propose-shield": "propose",
  "propose-revoke": "propose",
};

async function stepRepair(world: World, one: Lived, { kind, day, person, ahead }: Deed): Promise<Told> {
  const { id, version } = one.repair;
  if (id === "") return { status: 404 };
  if (kind === "give-up") {
    const told = await call(world, `/api/v1/own/repairs/${id}/steps`, await ownToken(world, one), {
      version,
      kind: "withdraw",
    });
    if (told.status === 200) one.repair = { id, version: Number(told["version"]) };
    return told;
  }
  const outcome = kind.slice("propose-".length);
  const step = REPAIR_STEP[kind];
  const through = outcome === "shield" ? addDays(day, ahead) : null;
  const proposal = step === "propose" ? { outcome, reason: "理由", mend: "补缴", through } : null;
  const words = ["not-accept", "return"].includes(kind) ? "理由" : null;
  const told = await call(world, `/api/v1/repairs/${id}/steps`, world.tokens[person] ?? "", {
    version,
    kind: step,
    words,
    proposal,
  });
  if (told.status === 200) one.repair = { id, version: Number(told["version"]) };
  return told;
}

async function file(world: World, one: Lived): Promise<Told> {
  const { id } = await record(world, one);
  one.evidence += 1;
  const told = await call(world, "/api/v1/own/objections", await ownToken(world, one), {
    target: { kind: "record", record: id },
    ground: "wrong-content",
    claim: "与决定书不一致。",
    fields: [{ field: "content", should: "无" }],
    evidence: [{ title: "决定书", digest: digestOf(100 + one.evidence) }],
  });
  if (told.status === 201) one.objection = { id: String(told["objection"]), version: Number(told["version"]) };
  return told;
}

const evidence = [{ title: "卷宗", digest: digestOf(9) }];
const ANSWER: Readonly<Partial<Record<DeedKind, object>>> = {
  reject: { outcome: "rejected", evidence },
  uphold: { outcome: "upheld", change: { kind: "ended" } },
};
const OBJECTION_STEP: Readonly<Partial<Record<DeedKind, string>>> = {
  hear: "accept",
  forward: "forward",
  reject: "answer",
  uphold: "answer",
  "answer-return": "return",
  confirm: "confirm",
};

async function stepObjection(world: World, one: Lived, { kind, person }: Deed): Promise<Told> {
  const { id, version } = one.objection;
  if (id === "") return { status: 404 };
  const isOwn = kind === "drop";
  const isCentre = kind === "hear" || kind === "forward";
  const token = isOwn ? await ownToken(world, one) : (world.tokens[isCentre ? "operator" : person] ?? "");
  const path = isOwn ? `/api/v1/own/objections/${id}/withdrawal` : `/api/v1/objections/${id}/steps`;
  const answer = ANSWER[kind];
  const words = answer !== undefined || kind === "answer-return" ? { words: "理由" } : {};
  const step = { version, kind: OBJECTION_STEP[kind], ...words, ...(answer === undefined ? {} : { answer }) };
  const told = await call(world, path, token, isOwn ? { version } : step);
  if (told.status === 200) one.objection = { id, version: Number(told["version"]) };
  return told;
}

/** A decision of another body, which reaches the platform by a feed of its own. */
async function end(world: World, one: Lived, kind: "quashed" | "removed", effective: Day): Promise<Told> {
  const { decision } = await record(world, one);
  const recordedAt = new Date(`${world.today}T01:00:00Z`);
  const done = await world.bed.database.db.write((tx) =>
    saveEnd(tx, { subject: one.code, decision, kind, effective, through: null, recordedAt, documentNo: null, account }),
  );
  return { status: done > 0 ? 200 : 409 };
}

async function resend(world: World, one: Lived, isNew: boolean): Promise<Told> {
  if (isNew) one.content += 1;
  // What says something else of the same decision names the file that it mends.
  const { batch, accepted } = await send(world, [one], isNew && isPresent(one.life) ? one.newest : null);
  if (accepted > 0) one.newest = batch;
  return { status: 200 };
}

async function takeBack(world: World, { batch }: Lived): Promise<Told> {
  const reason = { reason: "整批有误", documentNo: "示市监函〔2026〕9号" };
  const asked = await call(world, `/api/v1/batches/${batch}/withdrawal`, world.tokens["clerk"] ?? "", reason);
  if (asked.proposal === undefined) return asked;
  return call(world, `/api/v1/approvals/${asked.proposal}/approval`, world.tokens["one"] ?? "", {});
}

export function act(world: World, one: Lived, deed: Deed): Promise<Told> {
  const { kind, day, ahead } = deed;
  switch (kind) {
    case "apply":
    case "apply-court":
      return apply(world, one, deed);
    case "file":
      return file(world, one);
    case "quash":
      return end(world, one, "quashed", day);
    case "remove":
      return end(world, one, "removed", addDays(day, ahead));
    case "resend":
    case "revise":
      return resend(world, one, kind === "revise");
    case "take-back":
      return takeBack(world, one);
    default:
      return kind === "give-up" || REPAIR_STEP[kind] !== undefined
        ? stepRepair(world, one, deed)
        : stepObjection(world, one, deed);
  }
}
