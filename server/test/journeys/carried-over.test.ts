// Records of an old platform are taken over with how it kept them: states, receipt days, objections; never its scores.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = { uscc: "11990100990006857Y", name: "示例市生态环境局" };
const head =
  "序号 主体名称 主体代码 文书号 处罚种类 处罚内容 处罚日期 处罚机关 处罚机关代码 入库时间 数据状态 状态日期 状态文书号 异议结果 异议办结日期 企业信用分".split(
    " ",
  );

interface Old {
  readonly at: number;
  readonly state: string;
  readonly on?: string;
  readonly authority?: { readonly uscc: string; readonly name: string };
  readonly document?: string;
  readonly objection?: string;
}

const ownOffice = { uscc: market, name: "示例市市场监督管理局" };
function old({
  at,
  state,
  on = "",
  authority = ownOffice,
  document = `示市监罚〔2026〕${at}号`,
  objection = "",
}: Old): string[] {
  const { name, code } = firm(at);
  const told = [
    "2026-06-20 09:15:00",
    state,
    on,
    on === "" ? "" : `示信修〔2026〕${at}号`,
    objection,
    objection === "" ? "" : "2026-07-01",
  ];
  return [
    String(at),
    name,
    code,
    document,
    "罚款",
    "罚款人民币贰万元整",
    "2026-06-18",
    authority.name,
    authority.uscc,
    ...told,
    "87.35",
  ];
}

let bed: TestApp;
const tokens = new Map<string, string>();
beforeAll(async () => {
  bed = await openTestApp();
  bed.at("2026-09-09T08:00:00");
  for (const role of ["clerk", "reviewer"] as const) tokens.set(role, await bed.tokenOf(market, role));
  tokens.set("environment", await bed.tokenOf(environment.uscc, "clerk"));
});
afterAll(() => bed.close());

interface Told {
  readonly status: number;
  readonly [member: string]: unknown;
}

async function ask(who: string, path: string, json?: unknown): Promise<Told> {
  const response = await bed.ask(path, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${tokens.get(who) ?? ""}`, "content-type": "application/json" },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { ...((await response.json()) as object), status: response.status };
}

interface Sending {
  readonly rows: readonly string[][];
  readonly declared?: string;
  readonly document?: string;
  readonly mapping?: string;
}

async function send({
  rows,
  declared,
  document = "移交〔2026〕1号",
  mapping = "old-platform-penalties",
}: Sending): Promise<Told> {
  const query = new URLSearchParams({ provider: market, entry: "penalty", mapping });
  if (declared !== undefined) query.set("declared", declared);
  if (document !== "") query.set("document", document);
  const response = await bed.ask(`/api/v1/batches?${query.toString()}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.get("clerk") ?? ""}` },
    body: csv(rows, head),
  });
  return { ...((await response.json()) as object), status: response.status };
}

interface Open {
  readonly items: readonly {
    readonly proposal: string;
    readonly command: string;
    readonly target: string;
    readonly payload: object;
  }[];
}
const openFor = async (who: string): Promise<Open["items"]> =>
  ((await ask(who, "/api/v1/approvals?list=inbox")) as unknown as Open).items;

/** Sends, is let through by a second person, and waits for the end. */
async function takeOver(sending: Sending): Promise<Told> {
  const sent = await send(sending);
  expect(sent).toMatchObject({ status: 202, state: "waiting", accepted: 0 });
  const asked = (await openFor("reviewer")).find(({ target }) => target === sent["batch"]);
  expect(asked).toMatchObject({ command: "batch.carry-over" });
  expect(await ask("reviewer", `/api/v1/approvals/${asked?.proposal ?? ""}/approval`, {})).toMatchObject({
    status: 200,
  });
  await expect.poll(async () => (await ask("clerk", `/api/v1/batches/${String(sent["batch"])}`))["state"]).toBe("done");
  return ask("clerk", `/api/v1/batches/${String(sent["batch"])}`);
}

/** Document numbers that the public is shown of a firm. */
async function shownOf(at: number): Promise<unknown[]> {
  const answer = await bed.ask(`/api/v1/subjects/${firm(at).code}/records`, {});
  const { items } = (await answer.json()) as { readonly items: readonly { readonly documentNo: string }[] };
  return items.map(({ documentNo }) => documentNo);
}

async function department(rows: readonly string[][], who = "clerk", provider = market): Promise<Told> {
  const response = await bed.ask(`/api/v1/batches?provider=${provider}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.get(who) ?? ""}` },
    body: csv(rows),
  });
  return { ...((await response.json()) as object), status: response.status };
}

const codesOf = (told: Told): string[] => (told["issues"] as readonly { code: string }[]).map(({ code }) => code);
const number = (at: number): string => `示市监罚〔2026〕${at}号`;

describe("a file of an old platform", () => {
  test.each<[string, Omit<Sending, "rows">, string]>([
    ["without its counts", {}, "ingest.declared-counts"],
    ["without the document of the handover", { declared: "正常=1", document: "" }, "ingest.carry-over-document"],
    ["with counts that are none", { declared: "正常：1" }, "ingest.declared-counts"],
    ["that was cut on its way", { declared: "正常=2" }, "ingest.counts-differ"],
    ["with a state that was not declared", { declared: "已修复=1" }, "ingest.counts-differ"],
  ])("%s is refused whole", async (_, sending, code) => {
    expect(await send({ rows: [old({ at: 300, state: "正常" })], ...sending })).toMatchObject({ status: 422, code });
    expect(await shownOf(300)).toEqual([]);
  });

  test("is not sent under another layout with such words", async () => {
    const sent = await send({ rows: [old({ at: 300, state: "正常" })], declared: "正常=1", mapping: "" });
    expect(sent).toMatchObject({ status: 422, code: "ingest.not-carried-over" });
  });

  test("is not taken in after the day that the rules name", async () => {
    bed.at("2027-01-01T08:00:00");
    expect(await send({ rows: [old({ at: 300, state: "正常" })], declared: "正常=1" })).toMatchObject({
      status: 403,
      code: "ingest.carry-over-closed",
    });
    bed.at("2026-09-09T08:00:00");
  });

  test("waits for a second person, who sees how many of which state", async () => {
    const sent = await send({ rows: [old({ at: 301, state: "正常" })], declared: "正常=1" });
    expect(sent).toMatchObject({ status: 202, state: "waiting" });
    const [asked] = (await openFor("reviewer")).filter(({ target }) => target === sent["batch"]);
    expect(asked?.payload).toMatchObject({ declared: [{ word: "正常", count: 1 }], scores: ["企业信用分"] });
    expect(await ask("clerk", `/api/v1/approvals/${asked?.proposal ?? ""}/approval`, {})).toMatchObject({
      status: 403,
    });
    expect(await shownOf(301)).toEqual([]);
    expect(
      await ask("reviewer", `/api/v1/approvals/${asked?.proposal ?? ""}/refusal`, { reason: "来源不明" }),
    ).toMatchObject({ status: 200 });
    expect(await ask("clerk", `/api/v1/batches/${String(sent["batch"])}`)).toMatchObject({ state: "failed" });
    expect(await shownOf(301)).toEqual([]);
  });

  test("comes with its states: what had ended there is not shown here, and its counts reconcile", async () => {
    const rows = [
      old({ at: 310, state: "正常", objection: "不成立" }),
      old({ at: 311, state: "已修复", on: "2026-08-01" }),
      old({ at: 312, state: "已撤下", on: "2026-08-02" }),
      old({ at: 313, state: "已撤销", on: "2026-08-03" }),
      old({ at: 314, state: "异议中" }),
      old({ at: 315, state: "内部归档" }),
      old({ at: 316, state: "正常", on: "2027-01-01" }),
    ];
    const done = await takeOver({ rows, declared: "正常=2,已修复=1,已撤下=1,已撤销=1,异议中=1,内部归档=1" });
    expect(done).toMatchObject({ received: 7, accepted: 4, quarantined: 3 });
    expect(codesOf(done).toSorted()).toEqual([
      "ingest.carried-day",
      "ingest.carried-disputed",
      "ingest.carried-state-unknown",
    ]);
    expect(done["carriedOver"]).toMatchObject({
      documentNo: "移交〔2026〕1号",
      scores: ["企业信用分"],
      states: expect.arrayContaining([
        { word: "正常", declared: 2, accepted: 1, duplicate: 0, quarantined: 1, rejected: 0 },
        { word: "已修复", declared: 1, accepted: 1, duplicate: 0, quarantined: 0, rejected: 0 },
      ]),
    });
    expect(await shownOf(310)).toEqual([number(310)]);
    for (const at of [311, 312, 313, 314, 315, 316]) expect(await shownOf(at), String(at)).toEqual([]);
  });

  test("brings no score: neither a value nor a field of it stands anywhere", async () => {
    const count = statement(
      "carried-over.test-scores",
      "select count(*)::int as n from statements.body where fields::text like '%87.35%' or fields::text like '%信用分%'",
    );
    expect(await bed.database.db.read((tx) => tx.rows(count))).toEqual([{ n: 0 }]);
    const questions = statement(
      "carried-over.test-score-questions",
      "select count(*)::int as n from ingest.question where candidate::text like '%87.35%'",
    );
    expect(await bed.database.db.read((tx) => tx.rows(questions))).toEqual([{ n: 0 }]);
  });

  test("keeps the day of receipt, the document of a repair and the old objection beside the record", async () => {
    const kept = statement(
      "carried-over.test-kept",
      `select state, received_on as "receivedOn", document_no as "documentNo", objection, objection_on as "objectionOn"
       from statements.pub_carried_over where subject = any($1) order by subject`,
    );
    const codes = [firm(310).code, firm(311).code];
    const rows = await bed.database.db.read((tx) => tx.rows<{ state: string }>(kept, [codes]));
    expect(rows.toSorted((a, b) => (a.state < b.state ? 1 : -1))).toEqual([
      { state: "shown", receivedOn: "2026-06-20", documentNo: null, objection: "不成立", objectionOn: "2026-07-01" },
      {
        state: "repaired",
        receivedOn: "2026-06-20",
        documentNo: "示信修〔2026〕311号",
        objection: null,
        objectionOn: null,
      },
    ]);
  });
});

describe("what ended on the old platform", () => {
  test("does not come back by the department's own file, nor by anybody else's", async () => {
    for (const at of [311, 312, 313]) {
      const again = await department([penaltyOf(at)]);
      expect([at, again["accepted"]]).toEqual([at, 0]);
      expect(codesOf(again)).toContain("ingest.ended-resent");
      const elsewhere = await department(
        [penaltyOf(at, { source: environment.name, sourceCode: environment.uscc })],
        "environment",
        environment.uscc,
      );
      expect([at, elsewhere["accepted"]]).toEqual([at, 0]);
      expect(await shownOf(at)).toEqual([]);
    }
  });

  test("ends here what was taken over before as standing", async () => {
    const done = await takeOver({
      rows: [old({ at: 310, state: "已修复", on: "2026-09-01", objection: "不成立" })],
      declared: "已修复=1",
    });
    expect(done).toMatchObject({ accepted: 1 });
    expect(await shownOf(310)).toEqual([]);
    const same = await takeOver({ rows: [old({ at: 310, state: "已修复", on: "2026-09-02" })], declared: "已修复=1" });
    expect(same).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test("never ends what another office has sent and holds: that is a question", async () => {
    const document = "示环罚〔2026〕320号";
    const parts = { document, authority: environment.name, authorityCode: environment.uscc };
    const theirs = penaltyOf(320, { ...parts, source: environment.name, sourceCode: environment.uscc });
    expect(await department([theirs], "environment", environment.uscc)).toMatchObject({ accepted: 1 });
    const done = await takeOver({
      rows: [old({ at: 320, state: "已修复", on: "2026-08-01", authority: environment, document })],
      declared: "已修复=1",
    });
    expect(codesOf(done)).toEqual(["ingest.carried-ends-others"]);
    expect(await shownOf(320)).toEqual([document]);
  });

  test("that ended here already is taken in as ended, whoever tells it", async () => {
    const done = await takeOver({
      rows: [
        old({ at: 312, state: "已撤下", on: "2026-08-02", document: "示市监罚〔2026〕312号之一" }),
        old({ at: 313, state: "正常" }),
      ],
      declared: "已撤下=1,正常=1",
    });
    expect(done).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await shownOf(313)).toEqual([]);
  });

  test("stands again once the batch is taken back, but for what was quashed", async () => {
    const rows = [
      old({ at: 330, state: "已修复", on: "2026-08-01" }),
      old({ at: 331, state: "已撤销", on: "2026-08-01" }),
    ];
    const done = await takeOver({ rows, declared: "已修复=1,已撤销=1" });
    const asked = await ask("clerk", `/api/v1/batches/${String(done["batch"])}/withdrawal`, {
      reason: "导出错误",
      documentNo: "函9号",
    });
    expect(await ask("reviewer", `/api/v1/approvals/${String(asked["proposal"])}/approval`, {})).toMatchObject({
      status: 200,
    });
    expect(await department([penaltyOf(330)])).toMatchObject({ accepted: 1 });
    expect(await shownOf(330)).toEqual([number(330)]);
    expect(await department([penaltyOf(331)])).toMatchObject({ accepted: 0 });
    expect(await shownOf(331)).toEqual([]);
  });

  test("a question that two persons take in ends what its row says has ended", async () => {
    const done = await takeOver({ rows: [old({ at: 340, state: "已修复", on: "2027-03-01" })], declared: "已修复=1" });
    expect(codesOf(done)).toEqual(["ingest.carried-day"]);
    const asked = await ask("clerk", `/api/v1/batches/${String(done["batch"])}/decisions`, {
      row: 2,
      sheet: null,
      action: "accept",
      subject: null,
      reason: "经核对已于八月修复",
      documentNo: "函3号",
    });
    expect(asked).toMatchObject({ status: 202 });
    expect(await ask("reviewer", `/api/v1/approvals/${String(asked["proposal"])}/approval`, {})).toMatchObject({
      status: 200,
      result: { state: "accepted" },
    });
    expect(await shownOf(340)).toEqual([]);
    expect(await department([penaltyOf(340)])).toMatchObject({ accepted: 0 });
  });
});
