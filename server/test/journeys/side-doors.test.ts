// Side doors: other ways to say a path, a method, a host and a body.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { statement } from "../../src/platform/database/pool.ts";
import { market } from "./test-client.ts";
import { ask, batch, bed, closed, tax, useDoors } from "./test-doors.ts";
import { params, rights } from "./test-rights.ts";
import { firm, plantedId, plantedMobile } from "./test-sheets.ts";

useDoors();

describe("a path that is not for everybody, said otherwise", () => {
  const ways: readonly (readonly [string, (path: string) => string])[] = [
    ["with two strokes before it", (path) => `http://localhost/${path}`],
    ["with two strokes in it", (path) => path.replace("/v1/", "/v1//")],
    ["with a stroke after it", (path) => `${path}/`],
    ["in capitals", (path) => path.toUpperCase()],
    ["with one capital", (path) => path.replace("/api", "/Api")],
    ["with a letter in percent", (path) => path.replace("/api", "/%61pi")],
    ["with a stroke in percent", (path) => path.replace("/v1/", "/v1%2f")],
    ["with a stroke in percent twice", (path) => path.replace("/v1/", "/v1%252f")],
    ["with a dot in percent", (path) => path.replace("/v1/", "/v1/%2e/")],
    ["from below a public path", (path) => `/subjects/%2e%2e${path}`],
    ["with a parameter of the path", (path) => path.replace("/v1/", "/v1;x=y/")],
    ["with a NUL after it", (path) => `${path}%00`],
    ["as a file", (path) => `${path}.json`],
    ["of another host", (path) => `http://evil.example${path}`],
  ];
  test.each(ways)("%s", async (_, way) => {
    for (const [method, path] of closed(() => true)) {
      for (const who of [undefined, "system-admin"]) {
        const asked = await ask(way(path), { method, ...(who === undefined ? {} : { who }) });
        const isOwn = who !== undefined && /\/(?:sessions?|approvals|accounts|notices)$/u.test(path);
        if (!isOwn) expect([401, 403, 404, 422], `${method} ${way(path)}`).toContain(asked.status);
        // Whoever runs the accounts sees who has one, enterprises among them.
        if (!path.endsWith("/accounts")) expect(asked.text).not.toContain(firm(9).code);
      }
    }
  });

  test.each(["HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND"])("by %s", async (method) => {
    for (const [, path] of closed((own) => own === "GET")) {
      if (method === "DELETE" && path.includes("/session")) continue;
      const query = rights[`GET ${path}`]?.query;
      const asked = await ask(query === undefined ? path : `${path}?${query}`, { method });
      expect(asked.status, path).toBe(method === "HEAD" ? 401 : 404);
      expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("a header or a parameter that names another method is not listened to", async () => {
    const who = "market-clerk";
    for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
      const headers = { [name]: "DELETE" };
      expect((await ask(`/api/v1/batches/${batch()}`, { who, headers, json: {} })).status).toBe(404);
      expect((await ask("/api/v1/sessions?_method=DELETE", { who, headers })).status).toBe(200);
    }
    for (const name of ["x-original-url", "x-rewrite-url"]) {
      const asked = await ask("/about", { who: "firm-9", headers: { [name]: "/api/v1/own/records" } });
      expect(asked.text).not.toContain(firm(9).code);
    }
  });
});

test("a forged host stands in no answer", async () => {
  const forged = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" };
  for (const path of [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/sign-in",
    "/sign-in/demo?back=//evil.example",
    "/nothing",
  ]) {
    for (const host of ["http://localhost", "http://evil.example"]) {
      const { text, headers } = await ask(`${host}${path}`, { headers: { ...forged, host: "evil.example" } });
      expect(`${text}${JSON.stringify([...headers])}`, path).not.toContain("evil.example");
    }
  }
});

test("a personal number in a query stands in no frame of a page", async () => {
  for (const path of ["/", "/about", "/coverage", "/figures", "/lists", "/rules", "/guide", "/open-data", "/sign-in"]) {
    for (const number of [plantedId, plantedMobile]) {
      const { status, text } = await ask(`${path}?x=${number}&${number}=1`, { headers: { accept: "text/html" } });
      expect([path, status, text.includes(number)]).toEqual([path, 200, false]);
    }
  }
  expect((await ask("/about?x=1")).text).toContain("/about?x=1");
});

/** A value in place of every member of a body in turn. */
function* mutated(body: Readonly<Record<string, unknown>>): Generator<string> {
  const sound = JSON.stringify(body);
  const wrong = ["[]", "{}", "null", '["x"]', "1e999", "-1", `"${"x".repeat(70_000)}"`, '"\\u0000"', '"\\ud800"'];
  for (const name of Object.keys(body)) {
    for (const value of wrong) {
      const rest = JSON.stringify({ ...body, [name]: undefined });
      yield rest === "{}" ? `{"${name}":${value}}` : `{"${name}":${value},${rest.slice(1)}`;
    }
  }
  yield `${sound.slice(0, -1)},"__proto__":{"role":"auditor"}}`;
  yield `{"constructor":{"prototype":{"role":"auditor"}},${sound.slice(1)}`;
  yield `{"a":${"[".repeat(5000)}${"]".repeat(5000)},${sound.slice(1)}`;
  yield sound.slice(0, -1);
  yield `[${sound}]`;
}

const bodies = Object.entries(rights).flatMap(([route, { body, query }]) =>
  typeof body === "object" && body !== null
    ? [[route, body as Readonly<Record<string, unknown>>, query ?? ""] as const]
    : [],
);

describe("a body that is not what was asked for", () => {
  const first = { system: "system-admin", hall: "hall-clerk", approver: "tax-approver" };
  const whoFor = (path: string): string => {
    if (path.startsWith("/api/v1/accounts")) return first.system;
    if (path.startsWith("/api/v1/mandates")) return first.hall;
    if (path.startsWith("/api/v1/queries") || path.startsWith("/api/v1/access")) return first.approver;
    return path.startsWith("/api/v1/authorisations") ? "firm-1" : "market-clerk";
  };
  const pathOf = (route: string, query: string): string => {
    const path = (route.split(" ")[1] ?? "").replace(/:[a-z]+/gu, (name) => params[name] ?? "");
    return query === "" ? path : `${path}?${query}`;
  };

  test.each(bodies)(
    "%s is refused or taken for no more than it says, and never a fault",
    async (route, body, query) => {
      const path = pathOf(route, query);
      for (const sent of mutated(body)) {
        const { status, text } = await ask(path, { who: whoFor(path), body: sent });
        expect(status, `${path} ${sent.slice(0, 200)}`).toBeLessThan(500);
        expect(text).not.toContain("x".repeat(100));
      }
    },
  );

  test.each(bodies)("%s as a form, as text or as nothing", async (route, body, query) => {
    const path = pathOf(route, query);
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "x"]) {
      const headers = { "content-type": type };
      const { status } = await ask(path, { who: whoFor(path), body: JSON.stringify(body), headers });
      expect([400, 415, 422], `${path} ${type}`).toContain(status);
    }
    expect([400, 404, 422], path).toContain((await ask(path, { who: whoFor(path), method: "POST" })).status);
  });

  test("more members than are asked for change nothing: not the role, the unit, the person or the state", async () => {
    const more = {
      state: "approved",
      decidedBy: randomUUID(),
      organisation: tax,
      person: randomUUID(),
      via: "session",
    };
    const reason = { reason: "报送有误", documentNo: "函1号" };
    const who = "market-clerk";
    const asked = await ask(`/api/v1/batches/${batch()}/withdrawal`, { who, json: { ...more, ...reason } });
    expect(asked.status).toBe(202);
    expect(JSON.parse(asked.text)).toMatchObject({ state: "open", organisation: market, decidedBy: null });
    const mapping = { zh: "表甲", entry: "penalty", columns: { 名称: "subjectName" }, provider: tax };
    await ask("/api/v1/mappings", { who, json: mapping });
    const owner = statement("test.mappings", "select provider from ingest.mapping");
    const owners = await bed().database.admin.read((tx) => tx.rows<{ provider: string }>(owner));
    expect(owners.map((one) => one.provider)).not.toContain(tax);
  });

  test("a member that is said twice counts once, for the check as for the deed", async () => {
    const body = `{"provider":"${tax}","entry":"penalty","through":"2026-09-08","provider":"${market}"}`;
    const turned = `{"provider":"${market}","entry":"penalty","through":"2026-09-08","provider":"${tax}"}`;
    expect((await ask("/api/v1/completeness", { who: "market-clerk", body: turned })).status).toBe(403);
    await ask("/api/v1/completeness", { who: "market-clerk", body });
    const declared = statement("test.declared", "select distinct provider from ingest.completeness");
    const rows = await bed().database.admin.read((tx) => tx.rows<{ provider: string }>(declared));
    expect(rows.map((row) => row.provider)).not.toContain(tax);
  });
});

test("a contract with a body says that it must be there: otherwise another content type would pass unread", async () => {
  const { paths } = JSON.parse((await ask("/api/v1/openapi.json")).text) as {
    paths: Record<string, Record<string, { requestBody?: { required?: boolean } }>>;
  };
  const optional = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).some(({ requestBody }) => requestBody !== undefined && requestBody.required !== true)
      ? [path]
      : [],
  );
  expect(optional).toEqual([]);
});
