// A repair for whoever changed since the decision: a name is not who one is, and another company's record is not one's own.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const centre = "129901009900397397";
const [renamed, merged, successor] = [firm(411), firm(412), firm(413)];
const newName = "示例市新名称实业有限公司";
const numberOf = (index: number): string => `示市监罚〔2026〕${index}号`;
const proofs = [{ title: "缴款凭证", digest: "ab".repeat(32) }];
const mandate = { title: "委托书和合并协议", digest: "cd".repeat(32) };

let bed: TestApp;
const tokens: Record<string, string> = {};

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly [key: string]: unknown;
}

async function call(path: string, who: string, body?: unknown): Promise<Told> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const said =
    response.headers.get("content-type")?.includes("json") === true ? (JSON.parse(text) as object) : { text };
  return { ...said, status: response.status };
}

async function send(entry: string, body: string): Promise<void> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=${entry}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body,
  });
  expect(await response.json()).toMatchObject({ accepted: body.trim().split("\n").length - 1 });
}

const register = (rows: readonly (readonly string[])[]): Promise<void> =>
  send("registration", csv(rows, ["企业名称", "统一社会信用代码", "成立日期", "登记状态", "核准日期"]));

const publicPage = async (of: { readonly code: string }): Promise<string> =>
  (await bed.ask(`/subjects/${of.code}`)).text();

/** What a search by name brings, as codes. */
async function found(name: string): Promise<string> {
  return (await bed.ask(`/api/v1/subjects?q=${encodeURIComponent(name)}`)).text();
}

/** A promise, given in the portal or registered at a hall. */
async function promised(who: string, documentNo: string, hallFor: string | null): Promise<string> {
  const wish = { receiver: market, kind: "repair", promise: "材料真实，违者承担责任。", documentNo };
  const asked = hallFor === null ? wish : { ...wish, hallFor };
  const { draft, digest } = await call("/api/v1/commitments/drafts", who, asked);
  const paper = { title: "信用修复承诺书", digest: "ef".repeat(32) };
  const hall = hallFor === null ? {} : { hall: { subject: hallFor, paper } };
  const given = await call("/api/v1/commitments", who, { ...wish, draft, digest, ...hall });
  expect(given).toMatchObject({ status: 201 });
  return String(given["commitment"]);
}

/** Taken on and decided by two; the document of the decision as everybody with a right reads it. */
async function decided(repair: Told): Promise<string> {
  const way = `/api/v1/repairs/${String(repair["repair"])}`;
  const proposal = { outcome: "repair", reason: "罚款已缴清，违法行为已纠正。" };
  const accepted = await call(`${way}/steps`, "clerk", { version: 1, kind: "accept" });
  expect(accepted).toMatchObject({ status: 200 });
  expect(await call(`${way}/steps`, "clerk", { version: 2, kind: "propose", proposal })).toMatchObject({ status: 200 });
  const done = await call(`${way}/steps`, "reviewer", { version: 3, kind: "approve" });
  expect(done).toMatchObject({ status: 200, phase: "repaired" });
  const last = (done["documents"] as { document: string }[]).at(-1)?.document ?? "";
  return JSON.stringify(await call(`${way}/documents/${last}`, "clerk"));
}

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["reviewer"] = await bed.tokenOf(market, "reviewer");
  tokens["hall"] = await bed.tokenOf(centre, "hall-clerk");
  for (const one of [renamed, merged, successor])
    tokens[one.code] = await bed.tokenOf({ uscc: one.code, name: one.name }, "enterprise");
  await register([
    [renamed.name, renamed.code, "2020-01-02", "存续", "2026-01-05"],
    [merged.name, merged.code, "2020-01-02", "存续", "2026-01-05"],
    [successor.name, successor.code, "2020-01-02", "存续", "2026-01-05"],
  ]);
  await send("penalty", csv([411, 412].map((index) => penaltyOf(index, { decided: "2026-06-01", severity: "一般" }))));
});
afterAll(() => bed.close());

test("who was renamed since applies by its code, and the decision names it as it is called now", async () => {
  bed.at("2026-09-10T08:00:00");
  await register([[newName, renamed.code, "2020-01-02", "存续", "2026-09-10"]]);
  const { items } = (await call("/api/v1/own/repairs/eligibility", renamed.code)) as unknown as {
    items: { record: string; documentNo: string; refused: unknown }[];
  };
  expect(items).toMatchObject([{ documentNo: numberOf(411), refused: null }]);
  const commitment = await promised(renamed.code, numberOf(411), null);
  const made = await call("/api/v1/own/repairs", renamed.code, { record: items[0]?.record, proofs, commitment });
  expect(made).toMatchObject({ status: 201 });
  expect(await publicPage(renamed)).toContain(numberOf(411));
  const document = await decided(made);
  expect(document).toContain(newName);
  expect(document).toContain(renamed.code);
  expect(await publicPage(renamed)).not.toContain(numberOf(411));
  // By either name one comes to the same subject, and to nothing that ended.
  for (const name of [newName, renamed.name]) {
    const told = await found(name);
    expect(told).toContain(renamed.code);
    expect(told).not.toContain(numberOf(411));
  }
});

test("who took over another company applies for it with paper at a hall, and not as itself", async () => {
  bed.at("2026-09-11T08:00:00");
  await register([[merged.name, merged.code, "2020-01-02", "注销", "2026-09-11"]]);
  const asked = { subject: merged.code, documentNo: numberOf(412) };
  const { items } = (await call("/api/v1/repairs/handed-in", "hall", asked)) as unknown as {
    items: { record: string }[];
  };
  const record = items[0]?.record;
  const own = await promised(successor.code, numberOf(412), null);
  const as = { record, proofs, commitment: own };
  expect(await call("/api/v1/own/repairs", successor.code, as)).toMatchObject({
    status: 404,
    code: "repair.unknown-record",
  });
  // Nor does a promise of its own stand for the company that made none.
  const wrong = await call("/api/v1/repairs", "hall", { ...as, subject: merged.code, paper: mandate });
  expect(wrong).toMatchObject({ status: 409, code: "repair.commitment-other" });
  expect(await call("/api/v1/repairs", "hall", { ...as, subject: successor.code, paper: mandate })).toMatchObject({
    status: 404,
    code: "repair.unknown-record",
  });

  const commitment = await promised("hall", numberOf(412), merged.code);
  const application = { record, proofs, commitment, subject: merged.code, paper: mandate };
  const made = await call("/api/v1/repairs", "hall", application);
  expect(made).toMatchObject({ status: 201, via: "hall" });
  expect(await publicPage(merged)).toContain(numberOf(412));
  expect(await decided(made)).toContain(merged.code);
  expect(await publicPage(merged)).not.toContain(numberOf(412));
});
