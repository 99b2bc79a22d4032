import { expect, test } from "vitest";
import { createHttpApp } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { httpTexts } from "../../platform/http/text.ts";
import type { CatalogueEntry, Field, Provider } from "../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { addCatalogueRoutes, admits, catalogueTexts } from "./index.ts";

const REGION = "990100";
const MARKET = "11990100MB0XH0054P";
const ECOLOGY = "11990100MB0XH0062J";
const DISTRICT = "11990101MB0XH0089T";
const AWAY = "11990200MB0XH0079E";

function field(id: string, zh: string): Field {
  return {
    id,
    zh,
    names: [],
    type: "string",
    lengthMax: 200,
    scale: null,
    values: null,
    synonyms: {},
    required: "always",
    when: null,
    requiredLegacy: true,
    group: "public",
    personal: false,
    identityNumber: false,
    sealed: null,
    mark: "verified",
  } as Field;
}

function entry(id: string, more: object = {}): CatalogueEntry {
  return {
    id,
    version: 1,
    zh: "行政处罚",
    category: "administrative-acts",
    state: "live",
    adverse: true,
    subjectKinds: ["enterprise"],
    providers: { [REGION]: ["any-registered"], "990200": ["any-registered"] },
    fields: [field("name", "行政相对人名称"), field("fine", "=罚款,金额")],
    roles: {},
    sourceKey: [],
    decisionIdentity: [],
    publicityRule: null,
    severityRule: "none",
    channels: ["public-page"],
    updateTerm: { workingDays: 7, basis: { source: "notice", article: "3" } },
    retention: { years: null, basis: null, mark: "unverified" },
    basis: [{ source: "notice", article: "3" }],
    mark: "verified",
    ...more,
  } as unknown as CatalogueEntry;
}

function provider(uscc: string, region: string, entries: readonly string[]): Provider {
  return { uscc, zh: `单位${uscc.slice(-2)}`, region, entries, official: false } as Provider;
}

const entries = [
  entry("penalty"),
  entry("permit", { providers: { [REGION]: [ECOLOGY] } }),
  entry("honour", { state: "template" }),
  entry("rating", { providers: {} }),
];
const providers = [
  provider(MARKET, REGION, ["penalty", "permit", "rating"]),
  provider(ECOLOGY, REGION, ["permit"]),
  provider(AWAY, "990200", ["penalty"]),
  provider(DISTRICT, "990101", ["penalty"]),
];
const snapshot = {
  day: "2026-09-09",
  region: REGION,
  hash: "ab".repeat(32),
  regionName: "示例市",
  official: false,
  sources: new Map([["notice", { id: "notice", title: "示例办法", number: "示〔2020〕1号" }]]),
  categories: [
    {
      id: "administrative-acts",
      no: 3,
      zh: "行政行为",
      since: 2021,
      mark: "verified",
      basis: { source: "notice", article: null },
    },
  ],
  entries: new Map(entries.map((one) => [one.id, one])),
  providers: new Map(providers.map((one) => [one.uscc, one])),
  mappings: new Map(),
  forbidden: [],
} as unknown as PolicySnapshot;

test.each([
  ["penalty", MARKET, REGION, "granted"],
  ["permit", ECOLOGY, REGION, "granted"],
  ["penalty", DISTRICT, REGION, "granted"],
  ["gossip", MARKET, REGION, "catalogue.unknown-entry"],
  ["__proto__", MARKET, REGION, "catalogue.unknown-entry"],
  ["gossip", "nobody", "990200", "catalogue.unknown-entry"],
  ["honour", "nobody", REGION, "catalogue.entry-disabled"],
  ["penalty", "nobody", REGION, "catalogue.not-provider"],
  ["penalty", AWAY, REGION, "catalogue.other-region"],
  ["penalty", AWAY, "990200", "catalogue.other-region"],
  ["penalty", ECOLOGY, REGION, "catalogue.not-provider"],
  ["permit", MARKET, REGION, "catalogue.not-provider"],
  ["rating", MARKET, REGION, "catalogue.not-provider"],
])("%s from %s in %s: %s", (id, uscc, region, code) => {
  const outcome = admits({ snapshot, entry: id, provider: uscc, region });
  if (outcome.ok) {
    expect(code).toBe("granted");
    expect(outcome.value.id).toBe(id);
    return;
  }
  expect(outcome.refusal.code).toBe(code);
  expect(Object.keys(catalogueTexts)).toContain(code);
  expect(outcome.refusal.article).toBe(code === "catalogue.unknown-entry" ? undefined : "notice#3");
});

function catalogue(): HttpApp {
  const app = createHttpApp({
    texts: { ...httpTexts, ...catalogueTexts },
    watch: { request: () => undefined, fault: ({ error }) => expect(error).toBeUndefined() },
    secure: false,
    bodyBytes: 1000,
    uploadPaths: [],
  });
  addCatalogueRoutes(app, { currentPolicy: () => snapshot });
  return app;
}

test("the catalogue is public and says which policy it is", async () => {
  const response = await catalogue().request("/api/v1/catalogue");
  const etag = response.headers.get("etag") ?? "";
  expect(await response.json()).toMatchObject({
    day: "2026-09-09",
    policyHash: snapshot.hash,
    official: false,
    entries: [{ id: "penalty" }, {}, { state: "template" }, {}],
  });
  expect(response.headers.get("cache-control")).toBe("no-cache");
  const again = await catalogue().request("/api/v1/catalogue", { headers: { "if-none-match": `"x", W/${etag}` } });
  expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
});

test("an entry names its basis, its fields and who may send it", async () => {
  const response = await catalogue().request("/api/v1/catalogue/penalty");
  expect(await response.json()).toMatchObject({
    id: "penalty",
    categoryName: "行政行为",
    basis: [{ source: "notice", article: "3", label: "《示例办法》第3条" }],
    providers: [{ uscc: MARKET }, { uscc: DISTRICT }],
    fields: [{ id: "name", name: "行政相对人名称", group: "public" }, { id: "fine" }],
  });
  const absent = await catalogue().request("/api/v1/catalogue/gossip");
  expect([absent.status, ((await absent.json()) as { code: string }).code]).toEqual([404, "catalogue.unknown-entry"]);
  expect((await catalogue().request(`/api/v1/catalogue/${"x".repeat(100)}`)).status).toBe(422);
});

test("the template is one line of heads that no spreadsheet runs", async () => {
  const response = await catalogue().request("/api/v1/catalogue/penalty/template.csv");
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.toString("utf8")).toBe('\ufeff行政相对人名称,"\'=罚款,金额"\r\n');
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="penalty.csv"');
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
});
