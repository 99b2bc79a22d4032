// The data sets as a program takes them: over HTTP, typed by the generated contract alone.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { paths } from "../../../../contract/client.ts";
import { listenHttp } from "../../platform/http/server.ts";
import type { HttpServer } from "../../platform/http/server.ts";
import { idOf, record, site, useDownloads } from "./test-bed.ts";

type Listing = paths["/api/v1/open-data"]["get"]["responses"][200]["content"]["application/json"];
type RowSchema =
  paths["/api/v1/open-data/{entry}/schema"]["get"]["responses"][200]["content"]["application/schema+json"];
type Problem = paths["/api/v1/open-data/{file}"]["get"]["responses"]["default"]["content"]["application/problem+json"];

useDownloads();

let server: HttpServer;

beforeEach(async () => {
  server = await listenHttp({ fetch: (asked, env) => site().fetch(asked, env), host: "127.0.0.1", port: 0 });
});
afterEach(() => server.stop(1000));

const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);

test("a program finds its way from the listing to the rows", async () => {
  await record();
  const listing = (await (await ask("/api/v1/open-data")).json()) as Listing;
  const permit = listing.items.find(({ id }) => id === "permit");
  expect(permit?.count).toBe(1);
  const lines = permit?.formats.find(({ format }) => format === "ndjson");
  const response = await ask(lines?.href ?? "");
  expect(response.headers.get("content-type")).toBe(lines?.mediaType);
  const row = JSON.parse(await response.text()) as { id: string; fields: Record<string, string | null> };
  expect(row.id).toBe(idOf(1));
  expect(Object.keys(row.fields)).toEqual(permit?.fields.map(({ id }) => id));
  const schema = (await (await ask(permit?.schema ?? "")).json()) as RowSchema;
  expect(Object.keys(row)).toEqual(schema.required);
});

test("a refusal is a problem that names its code", async () => {
  const response = await ask("/api/v1/open-data/penalty.csv");
  const problem = (await response.json()) as Problem;
  expect([response.status, problem.status, problem.code]).toEqual([403, 403, "open-data.adverse"]);
});
