// A mandate holds as long as the enterprise is represented by who gave it: the register says so, in a name that is sealed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAccount } from "../../src/foundation/accounts/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm } from "./test-sheets.ts";

const giver = "欧阳委托甲";
const successor = "欧阳继任乙";
const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const own = firm(1);
let bed: TestApp;
let clerk = "";
let agent = "";
let machine = "";

async function post(path: string, token: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return bed.ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** A registration that tells something newer bears a later day of approval. */
async function register(representative: string, approved: string): Promise<void> {
  const heads = ["企业名称", "统一社会信用代码", "成立日期", "法定代表人", "核准日期"];
  const sent = await bed.ask(`/api/v1/batches?provider=${market}&entry=registration`, {
    method: "POST",
    headers: { authorization: `Bearer ${clerk}` },
    body: csv([[own.name, own.code, "2020-01-02", representative, approved]], heads),
  });
  expect(await sent.json()).toMatchObject({ accepted: 1 });
}

/** What an agent is answered where it asks for the enterprise's own record. */
async function asked(token: string, path = "/api/v1/own/records"): Promise<string> {
  const response = await bed.ask(path, { headers: { authorization: `Bearer ${token}` } });
  return response.ok ? "told" : ((await response.json()) as { code: string }).code;
}

beforeAll(async () => {
  bed = await openTestApp();
  clerk = await bed.tokenOf(market);
  const organisation = { uscc: own.code, name: own.name };
  machine = await bed.tokenOf(organisation, "enterprise");
  const wanted = { at: new Date("2026-09-01T00:00:00Z"), by: null, organisation, login: "agent" };
  const made = await bed.database.db.write((tx) => addAccount(tx, { ...wanted, role: "enterprise" }));
  if (!made.ok) throw new Error(made.refusal.code);
  agent = made.value.token;
  const given = await post("/api/v1/mandates", await bed.tokenOf(centre, "hall-clerk"), {
    person: made.value.account.person,
    enterprise: own.code,
    scope: ["own-record", "authorisation"],
    from: "2026-09-09",
    until: "2027-09-09",
    representative: giver,
  });
  expect(given.status).toBe(201);
});
afterAll(() => bed.close());

test("while the register does not say, and while it names who gave it, a mandate stands", async () => {
  expect(await asked(agent)).toBe("told");
  await register(giver, "2026-09-01");
  expect(await asked(agent)).toBe("told");
  bed.at("2026-09-10T08:00:00");
  await register(giver, "2026-09-10");
  expect(await asked(agent)).toBe("told");
});

test("another representative in the register ends it, everywhere and without a deed; the first again lets it stand", async () => {
  bed.at("2026-09-11T08:00:00");
  await register(successor, "2026-09-11");
  for (const path of ["records", "looks", "download", "notices"]) {
    expect(await asked(agent, `/api/v1/own/${path}`), path).toBe("accounts.mandate-lapsed");
  }
  expect(await asked(agent, "/api/v1/authorisations")).toBe("accounts.mandate-lapsed");
  // Who it is that gave it was never said of a mandate that was made on the server's own machine: it ends by its term.
  expect(await asked(machine)).toBe("told");
  bed.at("2026-09-12T08:00:00");
  await register(giver, "2026-09-12");
  expect(await asked(agent)).toBe("told");
});

test("no name stands beside the mandate, and the digest tells none", async () => {
  const rows = await bed.database.admin.read((tx) =>
    tx.rows<{ row: string }>(statement("test.mandates", "select m::text as row from accounts.mandate m")),
  );
  expect(rows).toHaveLength(2);
  for (const name of [giver, successor]) expect(JSON.stringify(rows)).not.toContain(name);
});
