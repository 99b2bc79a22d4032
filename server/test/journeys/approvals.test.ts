// What needs a second person, over HTTP: proposals, their decisions, and who never learns of them.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditTrail } from "../../src/foundation/audit/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const market = "11990100990001378K";
const tax = "11990100990002741Q";
const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };

let bed: TestApp;
const tokens = new Map<string, string>();
const token = (name: string): string => tokens.get(name) ?? "";
beforeAll(async () => {
  bed = await openTestApp();
  for (const name of ["clerk", "clerk-2", "reviewer", "reviewer-2"] as const) {
    tokens.set(name, await bed.tokenOf(market, name.startsWith("clerk") ? "clerk" : "reviewer"));
  }
  for (const role of ["clerk", "reviewer"] as const) tokens.set(`tax-${role}`, await bed.tokenOf(tax, role));
  for (const role of ["operator", "system-admin", "security-admin", "auditor"] as const) {
    tokens.set(role, await bed.tokenOf(centre, role));
  }
});
afterAll(() => bed.close());

interface Told {
  readonly status: number;
  readonly [member: string]: unknown;
}

async function ask(who: string, path: string, json?: unknown): Promise<Told> {
  const response = await bed.ask(path, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${token(who)}`, "content-type": "application/json" },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { ...((await response.json()) as object), status: response.status };
}

let sent = 9000;
async function batch(): Promise<string> {
  sent += 1;
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${token("clerk")}` },
    body: csv([penaltyOf(sent)]),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { batch: string }).batch;
}

async function withdrawal(who = "clerk", of?: string): Promise<Told> {
  const id = of ?? (await batch());
  return ask(who, `/api/v1/batches/${id}/withdrawal`, { reason: "报送有误", documentNo: "函1号" });
}

const at = (proposal: unknown, act = ""): string => `/api/v1/approvals/${String(proposal)}${act}`;
const approve = (who: string, proposal: unknown): Promise<Told> => ask(who, at(proposal, "/approval"), {});
const stateOf = async (id: unknown): Promise<unknown> => (await ask("clerk", `/api/v1/batches/${String(id)}`))["state"];

describe("a proposal", () => {
  test("changes nothing until a second person approves it, and then at once", async () => {
    const id = await batch();
    const asked = await withdrawal("clerk", id);
    expect(asked).toMatchObject({ status: 202, state: "open", target: id, organisation: market, mayDecide: false });
    expect(await stateOf(id)).toBe("done");
    expect(await approve("reviewer", asked["proposal"])).toMatchObject({
      status: 200,
      proposal: { state: "approved" },
      result: { state: "withdrawn" },
    });
    expect(await stateOf(id)).toBe("withdrawn");
    const trail = await bed.database.db.read((tx) => auditTrail(tx, String(asked["proposal"])));
    expect(trail.map(({ action }) => action)).toEqual(["approval.propose", "approval.approved"]);
  });

  test("is not approved by its proposer, by a role that may not, by another unit, by an administrator", async () => {
    const { proposal } = await withdrawal("reviewer");
    expect(await approve("reviewer", proposal)).toMatchObject({ status: 403, code: "approvals.second-person" });
    expect(await approve("clerk", proposal)).toMatchObject({ status: 403, code: "approvals.role" });
    for (const who of ["tax-reviewer", "operator", "system-admin", "security-admin", "auditor"]) {
      expect(await approve(who, proposal), who).toMatchObject({ status: 404, code: "approvals.unknown" });
    }
    expect(await approve("reviewer-2", proposal)).toMatchObject({ status: 200 });
  });

  test("that two approve at once is carried out once", async () => {
    const id = await batch();
    const { proposal } = await withdrawal("clerk", id);
    const done = await Promise.all(
      ["reviewer", "reviewer-2", "reviewer", "reviewer-2"].map((who) => approve(who, proposal)),
    );
    expect(done.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409", "409", "409"]);
    const trail = await bed.database.db.read((tx) => auditTrail(tx, id));
    expect(trail.filter(({ action }) => action === "ingest.withdraw")).toHaveLength(1);
  });

  test("lapses, is refused or taken back, and may then be made anew", async () => {
    const id = await batch();
    const first = await withdrawal("clerk", id);
    expect(await withdrawal("clerk-2", id)).toMatchObject({ status: 409, code: "approvals.already-open" });
    expect(await ask("clerk-2", at(first["proposal"], "/withdrawal"), {})).toMatchObject({
      code: "approvals.not-yours",
    });
    expect(await ask("clerk", at(first["proposal"], "/withdrawal"), {})).toMatchObject({ state: "withdrawn" });
    const second = await withdrawal("clerk", id);
    expect(await ask("reviewer", at(second["proposal"], "/refusal"), { reason: " " })).toMatchObject({ status: 422 });
    expect(await ask("reviewer", at(second["proposal"], "/refusal"), { reason: "批次无误" })).toMatchObject({
      state: "refused",
      decisionReason: "批次无误",
    });
    expect(await approve("reviewer", second["proposal"])).toMatchObject({ status: 409, code: "approvals.decided" });
    const third = await withdrawal("clerk", id);
    bed.at("2026-10-09T07:59:59");
    expect(await ask("reviewer", at(third["proposal"]))).toMatchObject({ state: "open", mayDecide: true });
    bed.at("2026-10-09T08:00:00");
    expect(await ask("reviewer", at(third["proposal"]))).toMatchObject({ state: "lapsed", mayDecide: false });
    expect(await approve("reviewer", third["proposal"])).toMatchObject({ status: 409, code: "approvals.lapsed" });
    const fourth = await withdrawal("clerk", id);
    expect(fourth).toMatchObject({ status: 202 });
    expect(await approve("reviewer", fourth["proposal"])).toMatchObject({ status: 200 });
    bed.at("2026-09-09T08:00:00");
  });

  test("whose command is refused stays open, and nothing of the approval stands", async () => {
    const id = await batch();
    const { proposal } = await withdrawal("clerk", id);
    const admin = bed.database.admin;
    const mark = (state: string): Promise<number> =>
      admin.write((tx) =>
        tx.run(statement("test.batch-state", "update ingest.batch set state = $2 where batch = $1"), [id, state]),
      );
    await mark("failed");
    expect(await approve("reviewer", proposal)).toMatchObject({ status: 409, code: "ingest.wrong-state" });
    expect(await ask("clerk", at(proposal))).toMatchObject({ state: "open" });
    await mark("done");
    expect(await approve("reviewer", proposal)).toMatchObject({ status: 200 });
  });

  test("that was altered behind the platform's back is not carried out, and the server cannot alter one", async () => {
    const { proposal } = await withdrawal();
    const alter = statement("test.alter", "update approvals.proposal set reason = 'x' where proposal = $1");
    await expect(bed.database.db.write((tx) => tx.run(alter, [proposal]))).rejects.toThrow(/permission denied/);
    await bed.database.admin.write((tx) => tx.run(alter, [proposal]));
    expect(await approve("reviewer", proposal)).toMatchObject({ status: 409, code: "approvals.altered" });
  });

  test("of another unit is absent in the same words as one that never was", async () => {
    const { proposal } = await withdrawal();
    const never = randomUUID();
    const acts: readonly (readonly [string, unknown?])[] = [
      [""],
      ["/approval", {}],
      ["/refusal", { reason: "不同意" }],
      ["/withdrawal", {}],
    ];
    for (const [act, json] of acts) {
      for (const who of ["tax-clerk", "tax-reviewer", "operator", "auditor"]) {
        const theirs = await ask(who, at(proposal, act), json);
        expect(theirs, `${who} ${act}`).toEqual(await ask(who, at(never, act), json));
        expect(theirs.status).toBe(404);
      }
    }
  });
});

test("one human being with two accounts is one person, also where that comes out later", async () => {
  const { proposal } = await withdrawal("clerk");
  const join = statement(
    "test.join",
    `update accounts.person set same_as = (select person from accounts.account where login = 'test-1')
     where person = (select person from accounts.account where login = 'test-4')`,
  );
  expect(await ask("reviewer-2", at(proposal))).toMatchObject({ mayDecide: true });
  await bed.database.admin.write((tx) => tx.run(join));
  expect(await ask("reviewer-2", at(proposal))).toMatchObject({ mayDecide: false });
  expect(await approve("reviewer-2", proposal)).toMatchObject({ status: 403, code: "approvals.second-person" });
  const inbox = (await ask("reviewer-2", "/api/v1/approvals"))["items"] as { proposal: string }[];
  expect(inbox.map((one) => one.proposal)).not.toContain(proposal);
  const mine = (await ask("reviewer-2", "/api/v1/approvals?list=mine"))["items"] as { proposal: string }[];
  expect(mine.map((one) => one.proposal)).toContain(proposal);
  const undo = statement("test.unjoin", "update accounts.person set same_as = null where same_as is not null");
  await bed.database.admin.write((tx) => tx.run(undo));
});

describe("a question", () => {
  const question = async (): Promise<{ readonly id: string; readonly code: string }> => {
    sent += 1;
    const { code } = firm(sent);
    const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
      method: "POST",
      headers: { authorization: `Bearer ${token("clerk")}` },
      body: csv([penaltyOf(sent, { code: code.toLowerCase() })]),
    });
    return { id: ((await response.json()) as { batch: string }).batch, code };
  };
  const accept = (who: string, { id, code }: { id: string; code: string }, more: object = {}): Promise<Told> =>
    ask(who, `/api/v1/batches/${id}/decisions`, {
      row: 2,
      action: "accept",
      subject: code,
      reason: "执照核对",
      documentNo: "证1号",
      ...more,
    });

  test("proposed by the centre is decided at the provider, and never by who sent it", async () => {
    const one = await question();
    const asked = await accept("operator", one);
    expect(asked).toMatchObject({ status: 202, organisation: market });
    expect(await approve("operator", asked["proposal"])).toMatchObject({ code: "approvals.second-person" });
    expect(await approve("clerk", asked["proposal"])).toMatchObject({ code: "approvals.second-person" });
    expect(await approve("reviewer", asked["proposal"])).toMatchObject({ status: 200, result: { state: "accepted" } });
  });

  test("that a second person proposes still needs one who is not its sender", async () => {
    const one = await question();
    const asked = await accept("reviewer", one);
    for (const who of ["clerk", "reviewer"]) {
      expect(await approve(who, asked["proposal"]), who).toMatchObject({ code: "approvals.second-person" });
    }
    expect(await approve("reviewer-2", asked["proposal"])).toMatchObject({ status: 200 });
  });

  test("given back meanwhile is taken in by no approval", async () => {
    const one = await question();
    const asked = await accept("clerk", one);
    expect(
      await ask("clerk", `/api/v1/batches/${one.id}/decisions`, { row: 2, action: "reject", reason: "原件有误" }),
    ).toMatchObject({ status: 200, state: "rejected" });
    expect(await approve("reviewer", asked["proposal"])).toMatchObject({
      status: 409,
      code: "ingest.question-decided",
    });
  });
});

describe("an account", () => {
  const wanted = {
    organisation: market,
    name: "示例市市场监督管理局",
    role: "clerk",
    login: "li.si",
    reason: "新任经办",
  };

  test("is asked for by a system administrator and granted by a security administrator, by neither alone", async () => {
    for (const who of ["security-admin", "auditor", "operator", "clerk"]) {
      expect(await ask(who, "/api/v1/accounts", wanted), who).toMatchObject({ status: 403, code: "approvals.role" });
    }
    const asked = await ask("system-admin", "/api/v1/accounts", wanted);
    expect(asked).toMatchObject({ status: 202 });
    expect(await approve("system-admin", asked["proposal"])).toMatchObject({ code: "approvals.second-person" });
    expect(await approve("auditor", asked["proposal"])).toMatchObject({ status: 404 });
    const made = await approve("security-admin", asked["proposal"]);
    expect(made).toMatchObject({ status: 200, result: { login: "li.si" } });
    expect(JSON.stringify(made)).not.toContain("token");
    const again = await ask("system-admin", "/api/v1/accounts", wanted);
    expect(await approve("security-admin", again["proposal"])).toMatchObject({
      status: 409,
      code: "accounts.login-taken",
    });
  });

  test("takes no more than it is asked for", async () => {
    for (const more of [{ token: "x" }, { disabled: true }, { proposal: randomUUID() }]) {
      expect(await ask("system-admin", "/api/v1/accounts", { ...wanted, ...more })).toMatchObject({ status: 422 });
    }
  });

  test("gets another role the same way; an administrator's never beside another", async () => {
    const asked = await ask("system-admin", "/api/v1/accounts", { ...wanted, login: "wang.wu" });
    const { result } = (await approve("security-admin", asked["proposal"])) as unknown as {
      result: { account: string };
    };
    const role = await ask("system-admin", `/api/v1/accounts/${result.account}/role`, {
      role: "reviewer",
      reason: "升任",
    });
    expect(await approve("security-admin", role["proposal"])).toMatchObject({
      status: 200,
      result: { role: "reviewer" },
    });
  });
});

test("the inbox holds what waits for the caller and nothing else, newest first, by pages", async () => {
  const before = ((await ask("reviewer", "/api/v1/approvals"))["items"] as unknown[]).length;
  const { proposal } = await withdrawal("clerk");
  const items = (await ask("reviewer", "/api/v1/approvals"))["items"] as { proposal: string; mayDecide: boolean }[];
  expect(items).toHaveLength(before + 1);
  expect(items.every((one) => one.mayDecide)).toBe(true);
  expect(items.map((one) => one.proposal)).toContain(proposal);
  for (const who of ["clerk", "tax-reviewer", "auditor"]) {
    expect((await ask(who, "/api/v1/approvals"))["items"], who).toEqual([]);
  }
  expect(await ask("reviewer", "/api/v1/approvals?cursor=x.y")).toMatchObject({ status: 422, code: "http.bad-cursor" });
});
