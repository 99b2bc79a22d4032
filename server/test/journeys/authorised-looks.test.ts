// A lender looks by what subjects authorised: what was given and no more, so often and no longer, and never after a no.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const bank = { uscc: "91990100MA0XH0034B", name: "示例市商业银行股份有限公司" };
const many = 130;

let bed: TestApp;
let lender = "";
const portals = new Map<number, string>();
beforeAll(async () => {
  bed = await openTestApp();
  lender = await bed.tokenOf(bank, "bank");
  const clerk = await bed.tokenOf(market);
  const rows = [1, 2, 3, 4, 5].map((index) => penaltyOf(index));
  for (let at = 0; at < many; at += 1) rows.push(penaltyOf(9, { document: `示市监罚〔2026〕9-${at}号` }));
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}` },
    body: csv(rows),
  });
  expect(await sent.json()).toMatchObject({ accepted: 5 + many });
});
afterAll(() => bed.close());

async function send(path: string, token: string, body: unknown): Promise<Response> {
  return bed.ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
}

async function portalOf(index: number): Promise<string> {
  const { code, name } = firm(index);
  const token = portals.get(index) ?? (await bed.tokenOf({ uscc: code, name }, "enterprise"));
  portals.set(index, token);
  return token;
}

/** A subject authorises the bank in its portal: the wording first, then the consent to it. */
async function authorise(index: number, over: Record<string, unknown> = {}): Promise<string> {
  const terms = {
    grantee: bank.uscc,
    scope: [{ entry: "penalty", fields: ["documentNo", "content"] }],
    purpose: "financing",
    uses: 1,
    from: "2026-09-09",
    through: "2026-09-30",
    ...over,
  };
  const token = await portalOf(index);
  const drafted = await send("/api/v1/authorisations/drafts", token, terms);
  const draft = (await drafted.json()) as { draft: string; sha256: string };
  expect(drafted.status, JSON.stringify(draft)).toBe(200);
  const given = await send("/api/v1/authorisations", token, { ...terms, draft: draft.draft, consent: draft.sha256 });
  const body = (await given.json()) as { authorisation: string };
  expect(given.status, JSON.stringify(body)).toBe(201);
  return body.authorisation;
}

interface Told {
  readonly outcome: string;
  readonly known: boolean | null;
  readonly records: readonly { readonly id: string; readonly fields: Record<string, string | null> }[];
  readonly next: string | null;
  readonly look: string;
}

async function look(indices: readonly number[], over: Record<string, unknown> = {}) {
  const subjects = indices.map((index) => ({
    uscc: firm(index).code,
    matter: `XDA-2026-${String(index).padStart(6, "0")}`,
  }));
  const asked = { purpose: "financing", basis: { kind: "authorisation" }, subjects, ...over };
  const response = await send("/api/v1/queries", lender, asked);
  const body = (await response.json()) as { answers: readonly Told[]; code?: string };
  return { status: response.status, code: body.code, answers: body.answers };
}

describe("what was given", () => {
  test("the fields that were named, once, and the next time it is said that there is no authorisation", async () => {
    await authorise(1);
    const [told] = (await look([1])).answers;
    expect(told).toMatchObject({ outcome: "data", known: true });
    expect(Object.keys(told?.records[0]?.fields ?? {}).toSorted()).toEqual(["content", "documentNo"]);
    expect((await look([1])).answers[0]).toMatchObject({ outcome: "not-authorised", known: null, records: [] });
  });

  test("for another purpose, another entry or before its day it opens nothing", async () => {
    await authorise(2, { uses: 5 });
    expect((await look([2], { purpose: "contract" })).answers[0]?.outcome).toBe("not-authorised");
    expect((await look([2], { entries: ["permit"] })).answers[0]?.outcome).toBe("not-authorised");
    expect((await look([2], { entries: ["penalty", "permit"] })).answers[0]?.outcome).toBe("not-authorised");
    expect((await look([2])).answers[0]?.outcome).toBe("data");
  });

  test("a batch answers for each subject by itself, and alike for one that exists and one that does not", async () => {
    await authorise(3);
    const { answers } = await look([3, 4, 88]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(["data", "not-authorised", "not-authorised"]);
    const bare = answers.slice(1).map(({ look: _look, ...rest }) => ({ ...rest, uscc: "", matter: "" }));
    expect(bare[0]).toEqual(bare[1]);
  });

  test("of fifty at once on one use, one is given data", { timeout: 60_000 }, async () => {
    await authorise(4);
    const all = await Promise.all(Array.from({ length: 50 }, () => look([4])));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const outcomes = all.map(({ answers }) => answers[0]?.outcome);
    expect(outcomes.filter((one) => one === "data")).toHaveLength(1);
    expect(outcomes.filter((one) => one === "not-authorised")).toHaveLength(49);
  });
});

describe("what is left", () => {
  const delayRow = statement(
    "test.delay",
    `with d as (
       insert into access.delay (delay, organisation, matter, rule, article, reason, until, account, person, at)
       values (gen_random_uuid(), $1, $2, 'r', 's#1', '核查', '2026-09-20', gen_random_uuid(), gen_random_uuid(), $3)
       returning delay
     ) insert into access.delay_confirmation (delay, account, person, at)
       select delay, gen_random_uuid(), gen_random_uuid(), $3 from d`,
  );

  test("is short by as many as the subject is told looks of, also where the matter is delayed", async () => {
    const matter = "XDA-2026-000006";
    await bed.database.admin.write((tx) => tx.run(delayRow, [bank.uscc, matter, new Date("2026-09-08T00:00:00Z")]));
    const id = await authorise(6, { uses: 3 });
    for (const told of [0, 1, 2, 3]) {
      const headers = { authorization: `Bearer ${await portalOf(6)}` };
      const one = (await (await bed.ask(`/api/v1/authorisations/${id}`, { headers })).json()) as { usesLeft: number };
      expect(one.usesLeft).toBe(3 - told);
      const looks = (await (await bed.ask("/api/v1/own/looks", { headers })).json()) as { items: readonly unknown[] };
      expect(looks.items).toHaveLength(told);
      const lines = (await (await bed.ask("/api/v1/own/download", { headers })).text()).split("\n");
      expect(lines.filter((line) => line.startsWith('{"kind":"look"'))).toHaveLength(told);
      expect(lines.filter((line) => line.includes(`"usesLeft":${3 - told}`))).toHaveLength(1);
      if (told < 3) expect((await look([6])).answers[0]?.outcome).toBe("not-checked");
    }
    expect((await look([6])).answers[0]?.outcome).toBe("not-authorised");
  });
});

describe("until it ends", () => {
  test("a revocation acts at once, between two pages too", async () => {
    const id = await authorise(9, { uses: 1 });
    const first = (await look([9])).answers[0];
    expect(first?.records).toHaveLength(100);
    const cursor = first?.next ?? "";
    const second = await send("/api/v1/queries", lender, { cursor });
    const more = (await second.json()) as { answers: readonly Told[] };
    expect(more.answers[0]?.records).toHaveLength(many - 100);
    expect(more.answers[0]?.next).toBeNull();
    expect(new Set([...(first?.records ?? []), ...(more.answers[0]?.records ?? [])].map((one) => one.id)).size).toBe(
      many,
    );
    const revoked = await send(`/api/v1/authorisations/${id}/revocation`, await portalOf(9), {});
    expect(revoked.status).toBe(200);
    const after = (await (await send("/api/v1/queries", lender, { cursor })).json()) as { answers: readonly Told[] };
    expect(after.answers[0]).toMatchObject({ outcome: "not-authorised", records: [] });
  });

  test("a cursor is of no use to another office, and none that was altered to anybody", async () => {
    await authorise(9, { uses: 3 });
    const cursor = (await look([9])).answers[0]?.next ?? "";
    const other = await bed.tokenOf({ uscc: "11990100990012333Y", name: "示例市财政局" }, "approver");
    for (const [token, text] of [
      [other, cursor],
      [lender, `${cursor.slice(0, -2)}AA`],
      [lender, ""],
    ] as const) {
      const response = await send("/api/v1/queries", token, { cursor: text });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, "http.bad-cursor"]);
    }
  });

  test("it ends at midnight of its last day", async () => {
    await authorise(5, { uses: 5, through: "2026-09-30" });
    bed.at("2026-09-30T23:59:30");
    expect((await look([5])).answers[0]?.outcome).toBe("data");
    bed.at("2026-10-01T00:00:00");
    expect((await look([5])).answers[0]?.outcome).toBe("not-authorised");
    bed.at("2026-09-09T08:00:00");
  });
});

describe("a lender never authorises itself", () => {
  test("neither in a subject's name nor through the hall of its own", async () => {
    const terms = { grantee: bank.uscc, scope: [{ entry: "penalty", fields: null }], purpose: "financing", uses: 1 };
    const days = { from: "2026-09-09", through: "2026-09-30" };
    const drafted = await send("/api/v1/authorisations/drafts", lender, { ...terms, ...days });
    expect(drafted.status).toBe(403);
    const hall = await bed.tokenOf(bank, "hall-clerk");
    const atHall = await send("/api/v1/authorisations/drafts", hall, { ...terms, ...days, subject: firm(1).code });
    expect(atHall.status).toBe(403);
    expect(((await atHall.json()) as { code: string }).code).toBe("authorisation.own-grantee");
  });
});
