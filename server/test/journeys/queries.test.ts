// Looks at what is not public, over HTTP: who may, who may not, what is written down, and what the subject sees of it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const court = "11990100990005483P";

let bed: TestApp;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  const rows = [1, 2, 3].map((index) => penaltyOf(index));
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv(rows),
  });
  expect(await sent.json()).toMatchObject({ accepted: 3 });
});
afterAll(() => bed.close());

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly article?: string;
  readonly answers: readonly {
    readonly uscc: string;
    readonly look: string;
    readonly outcome: string;
    readonly known: boolean | null;
    readonly name: string | null;
    readonly entries: readonly { readonly entry: string; readonly state: string; readonly records: number }[];
    readonly records: readonly { readonly fields: Record<string, string | null> }[];
    readonly next: string | null;
  }[];
}

async function post(body: unknown, token: string | undefined = tokens["approver"]): Promise<Answer> {
  const response = await bed.ask("/api/v1/queries", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
}

let matters = 0;
function byDuty(over: Record<string, unknown> = {}, code = firm(1).code): Record<string, unknown> {
  matters += 1;
  return {
    purpose: "administrative-approval",
    basis: { kind: "duty", duty: "permit-review" },
    entries: ["penalty"],
    subjects: [{ uscc: code, matter: `SL-2026-${String(matters).padStart(6, "0")}` }],
    ...over,
  };
}

const countLooks = statement("test.looks", "select count(*)::int as count from access.look where subject = $1");
async function looksAt(code: string): Promise<number> {
  const [row] = await bed.database.admin.read((tx) => tx.rows<{ count: number }>(countLooks, [code]));
  return row?.count ?? 0;
}

describe("by duty", () => {
  test("an officer sees the records, and the look is written down before the answer", async () => {
    const before = await looksAt(firm(1).code);
    const answer = await post(byDuty());
    expect(answer).toMatchObject({
      status: 200,
      answers: [{ outcome: "data", known: true, entries: [{ entry: "penalty", state: "found", records: 1 }] }],
    });
    expect(answer.answers[0]?.look).toMatch(/^[0-9a-f]{32}$/);
    expect(Object.keys(answer.answers[0]?.records[0]?.fields ?? {})).toContain("content");
    expect(JSON.stringify(answer)).not.toContain("legalRepresentative");
    expect(await looksAt(firm(1).code)).toBe(before + 1);
  });

  test("nothing found is only said where every source was checked", async () => {
    const [told] = (await post(byDuty({ entries: ["abnormal-operation"] }))).answers;
    expect(told).toMatchObject({ outcome: "not-checked", entries: [{ state: "unchecked", records: 0 }], records: [] });
  });

  test("a subject that nobody knows is answered and written down like any other", async () => {
    const unknown = firm(77).code;
    const [told] = (await post(byDuty({}, unknown))).answers;
    expect(told).toMatchObject({ outcome: "not-checked", known: false, name: null, records: [] });
    expect(await looksAt(unknown)).toBe(1);
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ["a duty that it does not have", { basis: { kind: "duty", duty: "fund-review" } }, 403, "sharing.no-duty"],
    ["a purpose beside its duty", { purpose: "financing" }, 403, "sharing.purpose-outside-duty"],
    ["an entry beside its duty", { entries: ["penalty", "voluntary"] }, 403, "sharing.entry-outside-duty"],
    ["a purpose that is none", { purpose: "curiosity" }, 422, "sharing.unknown-purpose"],
    ["a matter of another form", { subjects: [{ uscc: firm(1).code, matter: "1" }] }, 422, "sharing.matter-format"],
    ["a name", { subjects: [{ uscc: firm(1).name, matter: "SL-2026-900001" }] }, 422, "sharing.unsound-code"],
    ["a field to sort by", { sort: "legalRepresentative" }, 422, "http.invalid"],
    ["a filter by a field", { fields: { fine: "1.000000" } }, 422, "http.invalid"],
    ["a channel", { channel: "archive" }, 422, "http.invalid"],
    ["another day", { day: "2020-01-01" }, 422, "http.invalid"],
    ["another office", { office: court }, 422, "http.invalid"],
  ])("%s is refused, and no look is written down", async (_, over, status, code) => {
    const before = await looksAt(firm(1).code);
    expect(await post(byDuty(over))).toMatchObject({ status, code });
    expect(await looksAt(firm(1).code)).toBe(before);
  });

  test("one subject twice, or one matter for several that is not declared, is refused", async () => {
    const one = { uscc: firm(1).code, matter: "SL-2026-800001" };
    expect(await post(byDuty({ subjects: [one, one] }))).toMatchObject({ code: "sharing.twice" });
    const both = [one, { ...one, uscc: firm(2).code }];
    expect(await post(byDuty({ subjects: both }))).toMatchObject({ status: 422, code: "sharing.many-parties" });
    expect(await post(byDuty({ subjects: both, multiParty: true }))).toMatchObject({ status: 200 });
  });

  test("a matter that stands for one subject opens no other, in no later request", async () => {
    const matter = "SL-2026-800002";
    expect(await post(byDuty({ subjects: [{ uscc: firm(1).code, matter }] }))).toMatchObject({ status: 200 });
    expect(await post(byDuty({ subjects: [{ uscc: firm(1).code, matter }] }))).toMatchObject({ status: 200 });
    const another = await post(byDuty({ subjects: [{ uscc: firm(2).code, matter }], multiParty: true }));
    expect(another).toMatchObject({ status: 409, code: "access.matter-taken" });
  });

  test("a hundred subjects may be asked about and no more", async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        uscc: firm(100 + at).code,
        matter: `SL-2026-7${String(at).padStart(5, "0")}`,
      }));
    expect(await post(byDuty({ subjects: many(101) }))).toMatchObject({ status: 422 });
    const answered = await post(byDuty({ subjects: many(100) }));
    expect(answered.answers).toHaveLength(100);
  });
});

describe("who may not", () => {
  test.each<[string, string]>([
    [environment, "clerk"],
    [environment, "reviewer"],
    [environment, "leader"],
    [environment, "auditor"],
    [environment, "system-admin"],
    [environment, "security-admin"],
    [environment, "subscriber"],
  ])("an account of %s as %s", async (organisation, role) => {
    const token = await bed.tokenOf(organisation, role as "clerk");
    expect(await post(byDuty(), token)).toMatchObject({ status: 403, code: "accounts.role" });
  });

  test("an enterprise, about others and about itself", async () => {
    const token = await bed.tokenOf({ uscc: firm(4).code, name: firm(4).name }, "enterprise");
    expect(await post(byDuty({}, firm(1).code), token)).toMatchObject({ status: 403, code: "accounts.role" });
    expect(await post(byDuty({}, firm(4).code), token)).toMatchObject({ status: 403, code: "accounts.role" });
  });

  test("an office that is not registered to ask", async () => {
    const token = await bed.tokenOf(court, "approver");
    expect(await post(byDuty(), token)).toMatchObject({ status: 403, code: "sharing.no-office" });
  });

  test("nobody without a token, or with an invented one", async () => {
    expect(await post(byDuty(), "")).toMatchObject({ status: 401 });
    expect(await post(byDuty(), "x".repeat(43))).toMatchObject({ status: 401 });
  });
});

describe("the subject's own side", () => {
  test("it reads its own record and who looked at it, by office and post and never by person", async () => {
    const { code, name } = firm(3);
    await post(byDuty({ entries: ["penalty", "permit"] }, code));
    const token = await bed.tokenOf({ uscc: code, name }, "enterprise");
    const headers = { authorization: `Bearer ${token}` };
    const records = (await (await bed.ask("/api/v1/own/records", { headers })).json()) as { items: unknown[] };
    expect(records.items).toHaveLength(1);
    const told = await (await bed.ask("/api/v1/own/looks", { headers })).json();
    expect(told).toMatchObject({
      items: [
        {
          organisation: environment,
          post: "approver",
          purpose: "administrative-approval",
          basis: "duty",
          basisRef: "permit-review",
          article: "opinions-2025#7",
          entries: ["penalty", "permit"],
          fields: ["penalty.*", "permit.*"],
          outcome: "data",
        },
      ],
      next: null,
    });
    expect(JSON.stringify(told)).not.toMatch(/account|person|login/);
  });

  test("also while its account is frozen: that stops looks at others, never a right of its own", async () => {
    const { code, name } = firm(3);
    const token = await bed.tokenOf({ uscc: code, name }, "enterprise");
    const freezeAll = statement(
      "test.freeze",
      "update accounts.account set frozen_at = '2026-09-09', frozen_why = 'test' where organisation = $1",
    );
    await bed.database.admin.write((tx) => tx.run(freezeAll, [code]));
    const headers = { authorization: `Bearer ${token}` };
    expect((await bed.ask("/api/v1/own/records", { headers })).status).toBe(200);
    expect((await bed.ask("/api/v1/own/looks", { headers })).status).toBe(200);
    expect(await post(byDuty(), token)).toMatchObject({ code: "accounts.frozen" });
  });

  test("an agent whose mandate has ended reads nothing of it", async () => {
    const { code, name } = firm(2);
    const token = await bed.tokenOf({ uscc: code, name }, "enterprise");
    const headers = { authorization: `Bearer ${token}` };
    expect((await bed.ask("/api/v1/own/records", { headers })).status).toBe(200);
    const endAll = statement(
      "test.end-mandates",
      "update accounts.mandate set ended_at = '2026-09-09' where enterprise = $1",
    );
    await bed.database.admin.write((tx) => tx.run(endAll, [code]));
    const refusal = await bed.ask("/api/v1/own/records", { headers });
    expect([refusal.status, ((await refusal.json()) as { code: string }).code]).toEqual([
      403,
      "accounts.mandate-lapsed",
    ]);
  });

  test("no other may read it", async () => {
    for (const path of ["/api/v1/own/records", "/api/v1/own/looks"]) {
      expect((await bed.ask(path)).status).toBe(401);
      const headers = { authorization: `Bearer ${tokens["approver"]}` };
      expect((await bed.ask(path, { headers })).status).toBe(403);
    }
  });
});

describe("when a look cannot be written down", () => {
  const rename = (from: string, to: string) =>
    bed.database.admin.write((tx) =>
      tx.run(statement(`test.rename-${to}`, `alter table access.${from} rename to ${to}`)),
    );

  test("nothing is answered, and public pages live on", async () => {
    await rename("look", "look_away");
    try {
      const refusal = await post(byDuty());
      expect(refusal).toMatchObject({ status: 503, code: "audit.unavailable" });
      expect(JSON.stringify(refusal)).not.toContain("content");
      expect((await bed.ask(`/subjects/${firm(1).code}`)).status).toBe(200);
      expect((await bed.ask(`/api/v1/subjects/${firm(1).code}/records`)).status).toBe(200);
    } finally {
      await rename("look_away", "look");
    }
    expect(await post(byDuty())).toMatchObject({ status: 200 });
  });
});

test("anybody may read by what right offices look: purposes, the duties that stand today with their articles, who may ask", async () => {
  const response = await bed.ask("/api/v1/access/rules");
  expect([response.status, response.headers.get("cache-control")]).toEqual([
    200,
    expect.stringMatching(/^public, max-age=\d+$/),
  ]);
  const rules = (await response.json()) as {
    day: string;
    purposes: { purpose: string }[];
    duties: {
      duty: string;
      offices: string[];
      purposes: string[];
      articleText: string;
      from: string;
      until: string | null;
    }[];
    offices: { uscc: string; matterFormat: string }[];
  };
  const duty = rules.duties.find((one) => one.duty === "permit-review");
  expect(duty?.offices).toContain(environment);
  expect(duty?.articleText).toMatch(/《.+》/u);
  expect(rules.purposes.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(duty?.purposes ?? []));
  expect(rules.offices.find(({ uscc }) => uscc === environment)?.matterFormat).toBe("SL-####-######");
  for (const { from, until } of rules.duties) {
    expect([from <= rules.day, until === null || until > rules.day]).toEqual([true, true]);
  }
});

test("an entry that is not in the catalogue is refused whole, and stands in no look", async () => {
  const before = await looksAt(firm(1).code);
  for (const entry of ["no-such", "某人某事", "penalty\u0000"]) {
    const answer = await post(byDuty({ entries: ["penalty", entry] }));
    expect([answer.status, answer.code]).toEqual([422, "sharing.unknown-entry"]);
  }
  expect(await looksAt(firm(1).code)).toBe(before);
});
