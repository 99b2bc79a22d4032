// Before an officer decides: what applies in a matter, by which article; who may ask, and what is left of it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyHeads, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const human = "11990100990009599X";
const finance = "11990100990012333Y";

let bed: TestApp;
const tokens: Record<string, string> = {};

async function send(entry: string, rows: string): Promise<void> {
  const provider = market;
  const sent = await bed.ask(`/api/v1/batches?provider=${provider}&entry=${entry}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: rows,
  });
  expect(await sent.json()).toMatchObject({ quarantined: 0, rejected: 0 });
}

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["second"] = await bed.tokenOf(environment, "reviewer");
  tokens["finance"] = await bed.tokenOf(finance, "approver");
  tokens["market"] = await bed.tokenOf(market, "approver");
  tokens["stranger"] = await bed.tokenOf(human, "approver");
  await send("penalty", csv([penaltyOf(1), penaltyOf(2, { basis: "《产品质量法》第四十九条" })]));
  const revoked = penaltyOf(3, {
    penalty: "吊销许可证件",
    content: "吊销食品经营许可证",
    fine: "",
    severity: "严重",
    valid: "2031-06-18",
  });
  const permitName = "食品经营许可证 JY-示例-3";
  await send("penalty", csv([[...revoked, permitName]], [...penaltyHeads, "暂扣或吊销证照名称及编号"]));
});
afterAll(() => bed.close());

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly entries: readonly { readonly entry: string; readonly state: string }[];
  readonly answers: readonly {
    readonly look: string;
    readonly outcome: string;
    readonly known: boolean;
    readonly measures: readonly { readonly measure: string; readonly until: string | null; readonly record: string }[];
    readonly incentives: readonly { readonly measure: string }[];
  }[];
}

async function post(path: string, body: unknown, who = "approver"): Promise<Told> {
  const response = await bed.ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens[who]}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, ...((text === "" ? {} : JSON.parse(text)) as Omit<Told, "status">) };
}

let numbers = 0;
const numbered = (): string => `SL-2026-${String((numbers += 1)).padStart(6, "0")}`;
function wish(index: number, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    matter: "supervision-check",
    purpose: "supervision",
    duty: "permit-review",
    subjects: [{ uscc: firm(index).code, matterNo: numbered() }],
    ...over,
  };
}

const countLooks = statement("test.check-looks", "select count(*)::int as count from access.look where subject = $1");
async function looksAt(code: string): Promise<number> {
  const [row] = await bed.database.admin.read((tx) => tx.rows<{ count: number }>(countLooks, [code]));
  return row?.count ?? 0;
}

describe("a check", () => {
  test("tells the measures of this matter with their decision, and leaves a look behind", async () => {
    const before = await looksAt(firm(1).code);
    const told = await post("/api/v1/checks", wish(1));
    expect(told).toMatchObject({
      status: 200,
      matter: { id: "supervision-check" },
      answers: [
        {
          outcome: "measures",
          measures: [
            {
              measure: "food-inspection-frequency",
              measureClass: 2,
              documentNo: "示市监罚〔2026〕1号",
              until: "2027-06-18",
              basis: [{ article: "food-safety-law#一百一十三" }],
            },
          ],
        },
      ],
    });
    expect(await looksAt(firm(1).code)).toBe(before + 1);
  });
  test("tells nothing of a penalty that is not relevant to the matter", async () => {
    const told = await post("/api/v1/checks", wish(2));
    expect(told.answers[0]).toMatchObject({ known: true, measures: [] });
    expect(JSON.stringify(told)).not.toContain("示市监罚〔2026〕2号");
  });
  test("says that nothing was checked rather than that nothing applies where a source is silent", async () => {
    const told = await post("/api/v1/checks", wish(2));
    expect(told.answers[0]?.outcome).toBe("not-checked");
    expect(told.entries).toEqual([expect.objectContaining({ entry: "penalty", state: "unchecked" })]);
    const unknown = await post("/api/v1/checks", wish(77));
    expect(unknown.answers[0]).toMatchObject({ outcome: "not-checked", known: false, measures: [], incentives: [] });
  });
  test("names entries that the duty does not open", async () => {
    const asked = { matter: "bidding", purpose: "public-procurement", duty: "fund-review" };
    const subjects = [{ uscc: firm(2).code, matterNo: "CZ-2026-0001" }];
    const told = await post("/api/v1/checks", { ...asked, subjects }, "finance");
    expect(told.entries).toContainEqual(expect.objectContaining({ entry: "abnormal-operation", state: "outside" }));
    expect(told.answers[0]?.outcome).toBe("not-checked");
  });
  test("offers nothing easier where it is not known what stands against it", async () => {
    const asked = { matter: "licence-acceptance", purpose: "administrative-approval" };
    expect((await post("/api/v1/checks", wish(2, asked))).answers[0]?.incentives).toEqual([]);
  });
  test("a bar by statute stands after repair, to its own end", async () => {
    const asked = { matter: "food-licence", purpose: "administrative-approval" };
    const bar = { measure: "food-licence-bar", until: "2031-06-18" };
    const before = await post("/api/v1/checks", wish(3, asked));
    expect(before.answers[0]).toMatchObject({ outcome: "measures", measures: [bar] });
    await bed.database.admin.write((tx) => tx.run(repair, [firm(3).code]));
    const after = await post("/api/v1/checks", wish(3, asked));
    expect(after.answers[0]).toMatchObject({ outcome: "measures", measures: [bar] });
    const inspected = await post("/api/v1/checks", wish(3));
    expect(inspected.answers[0]?.measures).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ["a matter that is none", { matter: "parking" }, 422, "measures.unknown-matter"],
    ["a purpose beside the matter", { purpose: "administrative-approval" }, 422, "measures.purpose-outside-matter"],
    ["a duty that it does not have", { duty: "fund-review" }, 403, "sharing.no-duty"],
    [
      "a matter number of another form",
      { subjects: [{ uscc: firm(1).code, matterNo: "1" }] },
      422,
      "sharing.matter-format",
    ],
    ["a name", { subjects: [{ uscc: firm(1).name, matterNo: "SL-2026-900001" }] }, 422, "sharing.unsound-code"],
    ["another day", { day: "2020-01-01" }, 422, "http.invalid"],
    ["entries of its own choice", { entries: ["honour"] }, 422, "http.invalid"],
  ])("%s is refused, and no look is written down", async (_, over, status, code) => {
    const before = await looksAt(firm(1).code);
    expect(await post("/api/v1/checks", wish(1, over))).toMatchObject({ status, code });
    expect(await looksAt(firm(1).code)).toBe(before);
  });
});

const repair = statement(
  "test.repair",
  `insert into statements.ended (subject, decision, kind, effective, recorded_at, document_no, account)
   select subject, decision, 'repaired', '2026-09-09', '2026-09-09T00:00:00Z', null, '00000000-0000-4000-8000-000000000000'
   from statements.statement where subject = $1`,
);

describe("more than a hundred", () => {
  const many = (from: number, count = 120): { uscc: string; matterNo: string }[] =>
    Array.from({ length: count }, (_, at) => ({
      uscc: firm(from + at).code,
      matterNo: `SL-2026-${String(700_000 + from + at)}`,
    }));
  test("stand on a second person's approval of exactly these", { timeout: 60_000 }, async () => {
    const large = wish(1, { subjects: many(200) });
    expect(await post("/api/v1/checks", large)).toMatchObject({ status: 403, code: "measures.second-person-needed" });
    const proposed = (await post("/api/v1/checks/proposals", { ...large, reason: "年度复核" })) as unknown as {
      status: number;
      proposal: string;
    };
    expect(proposed.status).toBe(202);
    const { proposal: approval } = proposed;
    expect(await post("/api/v1/checks", { ...large, approval })).toMatchObject({ code: "measures.not-approved" });
    expect((await post(`/api/v1/approvals/${approval}/approval`, {})).status).toBe(403);
    expect((await post(`/api/v1/approvals/${approval}/approval`, {}, "second")).status).toBe(200);
    const others = { ...large, subjects: many(400), approval };
    expect(await post("/api/v1/checks", others)).toMatchObject({ status: 403, code: "measures.not-approved" });
    const elsewhere = await post("/api/v1/checks", { ...large, approval }, "market");
    expect(elsewhere).toMatchObject({ status: 403, code: "measures.not-approved" });
    const told = await post("/api/v1/checks", { ...large, approval });
    expect(told.answers).toHaveLength(120);
    expect(await looksAt(firm(319).code)).toBe(1);
  });

  async function approved(subjects: ReturnType<typeof many>): Promise<Record<string, unknown>> {
    const large = wish(1, { subjects });
    const proposed = await post("/api/v1/checks/proposals", { ...large, reason: "年度复核" });
    const { proposal: approval } = proposed as unknown as { proposal: string };
    expect((await post(`/api/v1/approvals/${approval}/approval`, {}, "second")).status).toBe(200);
    return { ...large, approval };
  }

  test("are answered in the order in which they were asked, however many", { timeout: 60_000 }, async () => {
    const subjects = many(1000, 1200);
    const told = await post("/api/v1/checks", await approved(subjects));
    expect(told.answers).toMatchObject(subjects);
    expect(await looksAt(firm(2199).code)).toBe(1);
  });

  test("are looked at no further than to the one that is refused", { timeout: 60_000 }, async () => {
    const subjects = many(3000, 1200);
    const taken = subjects[600]?.matterNo;
    expect(
      await post("/api/v1/checks", wish(1, { subjects: [{ uscc: firm(1).code, matterNo: taken }] })),
    ).toMatchObject({
      status: 200,
    });
    const told = await post("/api/v1/checks", await approved(subjects));
    expect(told).toMatchObject({ status: 409, code: "access.matter-taken" });
    expect(await Promise.all([3000, 3600, 4199].map((index) => looksAt(firm(index).code)))).toEqual([1, 0, 0]);
  });
});

describe("feedback", () => {
  const said = (look: string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
    uscc: firm(1).code,
    look,
    measure: "food-inspection-frequency",
    applied: true,
    decisionNo: "示环检〔2026〕8号",
    reason: "列入季度检查计划",
    ...over,
  });
  test("is given once, by the office that asked, with the decision", async () => {
    const [answer] = (await post("/api/v1/checks", wish(1))).answers;
    const look = answer?.look ?? "";
    const give = (over?: Record<string, unknown>, who?: string): Promise<Told> =>
      post("/api/v1/checks/feedback", said(look, over), who);
    expect(await give({ decisionNo: null })).toMatchObject({ status: 422, code: "feedback.decision-needed" });
    expect(await give({ measure: "parking-ban" })).toMatchObject({ status: 422, code: "feedback.unknown-measure" });
    expect(await give({ reason: "致电13900000000" })).toMatchObject({ status: 422 });
    expect(await give({}, "stranger")).toMatchObject({ status: 404, code: "feedback.unknown-look" });
    expect(await give({ look: "0".repeat(32) })).toMatchObject({ status: 404, code: "feedback.unknown-look" });
    expect(await give({ uscc: firm(2).code })).toMatchObject({ status: 404, code: "feedback.unknown-look" });
    expect(await give()).toMatchObject({ status: 204 });
    expect(await give({ applied: false })).toMatchObject({ status: 409, code: "feedback.given" });
  });
  test("is read again by its own office alone, without saying of whom", async () => {
    const read = async (who: string): Promise<string> => {
      const response = await bed.ask("/api/v1/checks/feedback", {
        headers: { authorization: `Bearer ${tokens[who]}` },
      });
      return response.text();
    };
    expect(JSON.parse(await read("approver"))).toMatchObject({
      items: [
        { measure: "food-inspection-frequency", applied: true, decisionNo: "示环检〔2026〕8号", basisLapsed: false },
      ],
      next: null,
    });
    expect(await read("approver")).not.toContain(firm(1).code);
    expect(JSON.parse(await read("stranger"))).toEqual({ items: [], next: null });
    expect(JSON.parse(await read("clerk"))).toMatchObject({ code: "accounts.role" });
  });
  test("is published in counts, of which few are not told", async () => {
    const read = await bed.ask("/api/v1/measures/figures?month=2026-09");
    expect(await read.json()).toMatchObject({
      measures: [{ measure: "food-inspection-frequency", applied: null, notApplied: 0, offices: null }],
    });
  });
});

test("anybody may read the registry, templates and their state with it", async () => {
  const read = await bed.ask("/api/v1/measures");
  const { measures } = (await read.json()) as {
    measures: readonly { id: string; state: string; measureClass: number }[];
  };
  expect(measures).toContainEqual(expect.objectContaining({ id: "wage-arrears-public-trade", state: "live" }));
  expect(measures).toContainEqual(expect.objectContaining({ id: "list-item-2", state: "template" }));
});
