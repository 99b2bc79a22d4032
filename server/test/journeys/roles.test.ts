// The matrix of routes and roles: who may ask at all. A route that is not for everybody and has no row here fails.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../src/foundation/accounts/index.ts";
import type { Role } from "../../src/foundation/accounts/index.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { outputs } from "./test-outputs.ts";
import { params, rights, signedIn, signingIn, uuid } from "./test-rights.ts";
import type { Right } from "./test-rights.ts";
import { firm } from "./test-sheets.ts";

const subject = { uscc: firm(1).code, name: firm(1).name };
let bed: TestApp;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  bed = await openTestApp();
  for (const role of ROLES) tokens.set(role, await bed.tokenOf(role === "enterprise" ? subject : market, role));
});
afterAll(() => bed.close());

async function ask(route: string, { body, query }: Partial<Right>, token?: string) {
  const [method = "GET", pattern = ""] = route.split(" ");
  const path = pattern.replace(/:[a-z]+/gu, (name) => params[name] ?? uuid);
  const isText = typeof body === "string";
  const response = await bed.ask(`${path}${query === undefined ? "" : `?${query}`}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === "PATCH" ? { "upload-offset": "0", "content-type": "application/octet-stream" } : {}),
      ...(body === undefined || isText ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as { code?: string };
  return { status: response.status, code: answer.code ?? "" };
}

const anything = {
  code: firm(1).code,
  name: firm(1).name,
  penalty: { id: "", document: "" },
  permit: { id: "", document: "" },
};

const closed = Object.entries(outputs).flatMap(([route, output]) => {
  const isPublic =
    output.kind === "nobody" ||
    (output.kind === "records" && !JSON.stringify(output.probes(anything)).includes('"as"'));
  return isPublic || signingIn.test(route) ? [] : [route];
});

test("every route that is not for everybody says who may ask", () => {
  const rows = [...Object.keys(rights), ...signedIn];
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.toSorted()).toEqual([...new Set(closed)].toSorted());
});

describe.each(Object.entries(rights))("%s", (route, right) => {
  test("nobody without having signed in", async () => {
    expect((await ask(route, right)).status).toBe(401);
    expect((await ask(route, right, "x".repeat(43))).status).toBe(401);
  });

  test.each(ROLES.map((role) => [role, right.roles.includes(role)] as const))("%s: %s", async (role, may) => {
    const { status, code } = await ask(route, right, tokens.get(role));
    const byRole = status === 403 && /^(accounts|approvals|access|authorisation)\.(role|person-needed)$/u.test(code);
    expect({ role, status, code, refused: byRole || (!may && status === 404) }).toEqual({
      role,
      status,
      code,
      refused: !may,
    });
    expect(status).toBeLessThan(500);
  });
});

test.each(signedIn)("%s: nobody without having signed in", async (route) => {
  expect((await ask(route, /(?:refusal|approval)$/u.test(route) ? { body: { reason: "核对" } } : {})).status).toBe(401);
});
