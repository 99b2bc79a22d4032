// What a workbench lists: one's own unit's work, the operator's oversight without subjects, traces for the auditor.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const centre = { uscc: "129901009900397397", name: "示例市信用中心" };

let bed: TestApp;
const tokens: Record<string, string> = {};
const batches: string[] = [];

interface Listed {
  readonly status: number;
  readonly code?: string;
  readonly items: readonly Record<string, unknown>[];
  readonly counts: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly proposal?: string;
  readonly budget?: unknown;
  readonly looks?: number;
  readonly matters?: number;
  readonly reach?: string;
}

async function call(who: string, path: string, json?: unknown): Promise<Listed> {
  const response = await bed.ask(path, {
    method: json === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body = (await response.json().catch(() => ({}))) as Omit<Listed, "status">;
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { ...body, status: response.status };
}

async function send(rows: readonly (readonly string[])[]): Promise<string> {
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens["clerk"]}` },
    body: csv(rows),
  });
  return ((await sent.json()) as { batch: string }).batch;
}

/** A row whose code fails its check digit waits for a person. */
function questionable(index: number): string[] {
  const { code } = firm(index);
  const wrong = `${code.slice(0, 17)}${code.endsWith("0") ? "1" : "0"}`;
  return penaltyOf(index).map((cell) => (cell === code ? wrong : cell));
}

beforeAll(async () => {
  bed = await openTestApp();
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["leader"] = await bed.tokenOf(market, "leader");
  tokens["other"] = await bed.tokenOf(environment);
  tokens["approver"] = await bed.tokenOf(environment, "approver");
  tokens["colleague"] = await bed.tokenOf(environment, "approver");
  tokens["reviewer"] = await bed.tokenOf(environment, "reviewer");
  for (const role of ["operator", "system-admin", "security-admin", "auditor"] as const) {
    tokens[role] = await bed.tokenOf(centre, role);
  }
  batches.push(await send([penaltyOf(1), questionable(2)]));
  bed.at("2026-09-10T08:00:00");
  batches.push(await send([penaltyOf(3)]));
});
afterAll(() => bed.close());

describe("batches", () => {
  test("a clerk lists his unit's, newest first, and another unit none of them", async () => {
    const { items, next } = await call("clerk", "/api/v1/batches");
    expect(items.map(({ batch }) => batch)).toEqual(batches.toReversed());
    expect(items[1]).toMatchObject({ own: true, state: "done", received: 2, accepted: 1, openQuestions: 1 });
    expect(next).toBeNull();
    expect((await call("other", "/api/v1/batches")).items).toEqual([]);
    expect(await call("other", `/api/v1/batches?provider=${market}`)).toMatchObject({
      status: 403,
      code: "accounts.other-organisation",
    });
    expect(await call("leader", "/api/v1/batches")).toMatchObject({ status: 403, code: "accounts.role" });
  });

  test("an operator sees how all stand, without a subject", async () => {
    const { items } = await call("operator", "/api/v1/batches");
    expect(items.map(({ batch, own }) => [batch, own])).toEqual(batches.toReversed().map((batch) => [batch, false]));
    const text = JSON.stringify(items);
    for (const index of [1, 2, 3]) {
      expect(text).not.toContain(firm(index).name);
      expect(text).not.toContain(firm(index).code.slice(0, 17));
    }
  });

  test.each([
    ["from=2026-09-10", 1],
    ["to=2026-09-09", 1],
    ["from=2026-09-09&to=2026-09-10&entry=penalty&state=done", 2],
    ["entry=permit", 0],
    ["state=withdrawn", 0],
  ])("%s finds %i", async (query, count) => {
    expect((await call("clerk", `/api/v1/batches?${query}`)).items).toHaveLength(count);
  });

  test.each(["from=2026-02-30", "state=gone", "cursor=x"])("%s is refused", async (query) => {
    expect((await call("clerk", `/api/v1/batches?${query}`)).status).toBe(422);
  });
});

describe("questions", () => {
  test("one's own with the evidence; an operator learns how many", async () => {
    const own = await call("clerk", "/api/v1/questions");
    expect(own.items).toMatchObject([{ batch: batches[0], entry: "penalty", state: "open" }]);
    expect(own.counts).toMatchObject([{ provider: market, entry: "penalty", open: 1 }]);
    const seen = await call("operator", "/api/v1/questions");
    expect(seen.items).toEqual([]);
    expect(seen.counts).toEqual(own.counts);
    expect(await call("other", "/api/v1/questions")).toMatchObject({ items: [], counts: [] });
  });
});

describe("accounts", () => {
  const idOf = async (state: string, role: string): Promise<string> => {
    const { items } = await call("security-admin", `/api/v1/accounts?state=${state}&role=${role}`);
    return String(items[0]?.["account"]);
  };

  test("a clerk sees his own unit's, an administrator everybody's, nobody a secret", async () => {
    const own = await call("clerk", "/api/v1/accounts");
    expect(own.items.map(({ role }) => String(role)).toSorted()).toEqual(["clerk", "leader"]);
    expect(Object.keys(own.items[0] ?? {}).toSorted()).toEqual(
      ["account", "name", "organisation", "organisationName", "role", "signedInOn", "state"].toSorted(),
    );
    expect((await call("clerk", `/api/v1/accounts?organisation=${environment}`)).code).toBe(
      "accounts.other-organisation",
    );
    expect((await call("system-admin", "/api/v1/accounts")).items).toHaveLength(10);
    expect((await call("system-admin", `/api/v1/accounts?organisation=${environment}`)).items).toHaveLength(4);
  });

  test("frozen at once by one, let in again by two, closed for good by two", async () => {
    const leader = await idOf("active", "leader");
    expect((await call("system-admin", `/api/v1/accounts/${leader}/freezing`, { reason: "核查" })).status).toBe(403);
    expect((await call("security-admin", `/api/v1/accounts/${leader}/freezing`, { reason: "核查" })).status).toBe(204);
    expect(await call("leader", "/api/v1/approvals")).toMatchObject({ status: 403, code: "accounts.frozen" });
    expect(await idOf("frozen", "leader")).toBe(leader);
    expect((await call("security-admin", `/api/v1/accounts/${leader}/unfreezing`, { reason: "x" })).status).toBe(403);
    const asked = await call("system-admin", `/api/v1/accounts/${leader}/unfreezing`, { reason: "核查完毕" });
    expect(asked.status).toBe(202);
    expect((await call("system-admin", `/api/v1/approvals/${asked.proposal}/approval`, {})).status).toBe(403);
    expect((await call("security-admin", `/api/v1/approvals/${asked.proposal}/approval`, {})).status).toBe(200);
    expect((await call("leader", "/api/v1/approvals")).status).toBe(200);
    const closing = await call("system-admin", `/api/v1/accounts/${leader}/closing`, { reason: "离岗" });
    expect((await call("security-admin", `/api/v1/approvals/${closing.proposal}/approval`, {})).status).toBe(200);
    expect(await call("leader", "/api/v1/approvals")).toMatchObject({ status: 401, code: "accounts.disabled" });
    expect(await idOf("closed", "leader")).toBe(leader);
  });

  test("nobody freezes himself, nor somebody who is not there", async () => {
    const own = await idOf("active", "security-admin");
    expect((await call("security-admin", `/api/v1/accounts/${own}/freezing`, { reason: "核查" })).code).toBe(
      "accounts.second-person",
    );
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect((await call("security-admin", `/api/v1/accounts/${nobody}/freezing`, { reason: "核查" })).code).toBe(
      "accounts.unknown-account",
    );
  });

  test("a frozen enterprise keeps its rights", async () => {
    tokens["firm"] = await bed.tokenOf({ uscc: firm(1).code, name: firm(1).name }, "enterprise");
    const account = await idOf("active", "enterprise");
    await call("security-admin", `/api/v1/accounts/${account}/freezing`, { reason: "核查" });
    expect((await call("firm", "/api/v1/own/records")).status).toBe(200);
    expect((await call("firm", "/api/v1/accounts")).code).toBe("accounts.frozen");
  });
});

describe("the trail", () => {
  test("the auditor sees who did what, and no subject; his own look stands in it", async () => {
    const first = await call("auditor", "/api/v1/audit/looks", { purpose: "月度审计", action: "ingest." });
    expect(first.status).toBe(200);
    expect(first.items.length).toBeGreaterThan(3);
    expect(first.items.every(({ action }) => String(action).startsWith("ingest."))).toBe(true);
    const all = await call("auditor", "/api/v1/audit/looks", { purpose: "月度审计" });
    expect(all.items[0]).toMatchObject({ action: "audit.look", role: "auditor", count: first.items.length });
    const text = JSON.stringify(all.items);
    expect(text).not.toContain("核查完毕");
    for (const index of [1, 2, 3]) {
      expect(text).not.toContain(firm(index).name);
      expect(text).not.toContain(firm(index).code);
    }
    expect((await call("security-admin", "/api/v1/audit/looks", { purpose: "好奇" })).code).toBe("accounts.role");
    expect((await call("auditor", "/api/v1/audit/looks", {})).status).toBe(422);
    expect((await call("auditor", "/api/v1/audit/looks", { purpose: "审计", target: firm(1).code })).status).toBe(422);
  });

  test("an office is found by its code, a subject is not", async () => {
    const sought = (organisation: string): Promise<Listed> =>
      call("auditor", "/api/v1/audit/looks", { purpose: "审计", organisation });
    const [notice] = (await call("firm", "/api/v1/own/notices")).items;
    const read = await call("firm", "/api/v1/own/notices/read", { through: notice?.["position"] });
    expect(read.status).toBe(200);
    const asFirm = await call("auditor", "/api/v1/audit/looks", { purpose: "审计", action: "notices.read" });
    expect(asFirm.items).toMatchObject([{ role: "enterprise", organisation: null, organisationName: null }]);
    expect((await sought(firm(1).code)).items).toEqual([]);
    expect((await sought(market)).items.length).toBeGreaterThan(0);
  });

  test("days and outcomes", async () => {
    const refused = await call("auditor", "/api/v1/audit/looks", { purpose: "审计", from: "2026-09-11" });
    expect(refused.items).toEqual([]);
    const closed = await call("auditor", "/api/v1/audit/looks", { purpose: "审计", action: "account.disable" });
    expect(closed.items).toMatchObject([{ action: "account.disable", outcome: "done", reasoned: true, count: 1 }]);
  });
});

describe("today's looks", () => {
  const look = (who: string, index: number, matter: string): Promise<Listed> =>
    call(who, "/api/v1/queries", {
      purpose: "administrative-approval",
      basis: { kind: "duty", duty: "permit-review" },
      entries: ["penalty"],
      subjects: [{ uscc: firm(index).code, matter }],
    });

  test("an officer sees his own and what is left of the day; his reviewer the office's, without subjects", async () => {
    await look("approver", 1, "SL-2026-000001");
    await look("approver", 3, "SL-2026-000002");
    await look("colleague", 3, "SL-2026-000002");
    const own = await call("approver", "/api/v1/access/looks/mine");
    expect(own).toMatchObject({ reach: "own", looks: 2, matters: 2 });
    expect(new Set(own.items.map(({ subject }) => subject))).toEqual(new Set([firm(1).code, firm(3).code]));
    const budget = own.budget as { subjects: number; used: number; left: number };
    expect([budget.used, budget.left]).toEqual([2, budget.subjects - 2]);
    const office = await call("reviewer", "/api/v1/access/looks/mine");
    expect(office).toMatchObject({ reach: "office", looks: 3, matters: 2, budget });
    expect(office.items.every(({ subject }) => subject === null)).toBe(true);
    expect((await call("clerk", "/api/v1/access/looks/mine")).code).toBe("accounts.role");
    expect(await call("operator", "/api/v1/access/looks/mine")).toMatchObject({ looks: 0, budget: { used: 0 } });
    bed.at("2026-09-11T08:00:00");
    expect(await call("approver", "/api/v1/access/looks/mine")).toMatchObject({
      looks: 0,
      items: [],
      budget: { used: 0 },
    });
  });
});
