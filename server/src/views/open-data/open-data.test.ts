import { expect, test } from "vitest";
import {
  FIRM,
  PROVIDER,
  SHOP,
  at,
  code,
  declare,
  end,
  get,
  idOf,
  ndjson,
  record,
  run,
  subject,
  useDownloads,
  withdrawBatch,
} from "./test-bed.ts";
import {
  columnsOfEntry,
  parquetBytes,
  parquetHead,
  parquetText,
  parquetTypes,
  readCsvFile,
  readNdjsonFile,
  readParquet,
} from "./test-formats.ts";

useDownloads();

const formats = ["csv", "ndjson", "parquet"] as const;

/** The record ids in each format, in the order of the file. */
async function idsIn(): Promise<(string | null | undefined)[][]> {
  const parquet = (await readParquet(await parquetBytes("permit"))).map((row) => row["id"] as string);
  const [csv, lines] = [await readCsvFile("permit"), await readNdjsonFile("permit")];
  return [csv.map((row) => row["id"]), lines.map((row) => row["id"]), parquet];
}

const everywhere = (...ids: string[]): string[][] => [ids, ids, ids];

test("the listing names each open entry with fields, formats, licence, count and freshness", async () => {
  await record({ receivedOn: "2026-09-01" });
  await declare("2026-09-08");
  const body = (await (await get("/open-data")).json()) as {
    items: { id: string; fields: { id: string }[]; [more: string]: unknown }[];
    [more: string]: unknown;
  };
  expect(body.items.map(({ id }) => id).toSorted()).toEqual(["honour", "permit", "secret"]);
  expect(body["license"]).toMatchObject({ id: "template", confirmed: false, href: "/open-data#terms" });
  const permit = body.items.find(({ id }) => id === "permit");
  expect(permit).toMatchObject({
    title: "行政许可",
    count: 1,
    newestReceipt: "2026-08-31T16:00:00.000Z",
    schema: "/api/v1/open-data/permit/schema",
    completeThrough: "2026-09-08",
    sources: [{ provider: PROVIDER, providerName: "示例市市场监督管理局", through: "2026-09-08", state: "complete" }],
  });
  expect(permit?.fields).toContainEqual({
    id: "capital",
    column: "fields_capital",
    title: "核定资本(万元)",
    type: "decimal",
    unit: "万元",
  });
  expect(permit?.fields.map(({ id }) => id)).not.toContain("internal");
  expect(permit?.["formats"]).toContainEqual({
    format: "parquet",
    mediaType: "application/vnd.apache.parquet",
    href: "/api/v1/open-data/permit.parquet",
  });
});

test.each(["penalty.csv", "penalty.parquet", "abnormal-operation.ndjson", "penalty/schema"])(
  "the adverse %s is refused with its reason and with where to look instead",
  async (path) => {
    await record({ entry: "penalty", severity: "general" });
    const response = await get(`/open-data/${path}`);
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe("open-data.adverse");
    expect(problem.detail).toContain("/subjects");
  },
);

test.each([
  ["unheard-of.csv", "open-data.no-dataset"],
  ["inspection.csv", "open-data.no-dataset"],
  ["template.csv", "open-data.no-dataset"],
  ["constructor.csv", "open-data.no-dataset"],
  ["permit.xlsx", "open-data.no-format"],
  ["permit", "open-data.no-format"],
  ["unheard-of/schema", "open-data.no-dataset"],
])("%s is absent: %s", async (path, codeOfProblem) => {
  const response = await get(`/open-data/${path}`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: codeOfProblem });
});

test("a row carries subject, name, sender, authority, document, days, public fields and the record's id", async () => {
  const id = await record({
    validUntil: "2027-06-17",
    fields: {
      documentNo: "示许〔2026〕1号",
      content: "食品经营",
      capital: "12.500000",
      seats: "40",
      kinds: ["甲", "乙"],
    },
  });
  expect(await ndjson()).toEqual([
    {
      id,
      uscc: FIRM,
      name: "示例华信有限公司",
      provider: PROVIDER,
      providerName: "示例市市场监督管理局",
      authority: "示例市监督局",
      documentNo: "示许〔2026〕1号",
      decidedOn: "2026-06-18",
      validUntil: "2027-06-17",
      shownUntil: "2027-06-17",
      receivedOn: "2026-06-24",
      marks: null,
      fields: {
        documentNo: "示许〔2026〕1号",
        authority: null,
        content: "食品经营",
        decidedOn: null,
        capital: "12.500000",
        seats: "40",
        kinds: "甲、乙",
      },
    },
  ]);
});

test("each format agrees with the others row for row, and with the public API", async () => {
  await subject(code(3), '示例，“安"全”\r\n=公司\u202e');
  await record({
    key: 1,
    fields: { content: '=HYPERLINK("x")', capital: "-0.500000", seats: "-3", decidedOn: "2026-06-18", kinds: ["甲"] },
  });
  await record({
    key: 2,
    validUntil: "2099-12-31",
    fields: { content: 'a,b\n"c"\u202edcba', capital: "999999999999.999999" },
  });
  await record({ key: 3, uscc: code(3), decidedOn: null, documentNo: "-1+1", authority: "@局" });
  const columns = columnsOfEntry("permit");
  const lines = await readNdjsonFile("permit");
  const parquet = await readParquet(await parquetBytes("permit"));
  expect(lines).toHaveLength(3);
  expect(await readCsvFile("permit")).toEqual(lines);
  // The reader makes floats of decimals: the sums here were chosen to survive that, but for the longest.
  const exact = lines.map((row) => ({
    ...row,
    fields_capital: row["fields_capital"]?.startsWith("9") === true ? "1000000000000.000000" : row["fields_capital"],
  }));
  expect(parquet.map((row) => parquetText(row, columns))).toEqual(exact);
  const rows = await ndjson();
  for (const uscc of [FIRM, code(3)]) {
    const answer = await get(`/subjects/${uscc}/records?limit=100`);
    const { items } = (await answer.json()) as { items: Record<string, unknown>[] };
    const mine = rows.filter((row) => row.uscc === uscc);
    expect(mine).toHaveLength(items.length);
    for (const { uscc: _, marks, name, ...row } of mine) {
      expect(name).not.toBeNull();
      // Words in a file, kinds with their meaning in the API.
      expect(marks).toBeNull();
      expect(items.find((item) => item["id"] === row.id)).toMatchObject(row);
    }
  }
});

test("no cell of the CSV begins as a formula, and no line is torn", async () => {
  for (const [at_, content] of ["=1", "+1", "-1", "@x", "\t=1", "＝1", 'a"b', "a,b", "a\r\nb"].entries()) {
    await record({ key: at_ + 1, fields: { content } });
  }
  const text = await (await get("/open-data/permit.csv")).text();
  expect(text.startsWith("id,uscc")).toBe(true);
  for (const cell of text.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+\-@\t\uff1d]/);
  expect(await readCsvFile("permit")).toHaveLength(9);
});

test("CSV begins with the byte order mark, NDJSON with none", async () => {
  await record();
  const first = async (path: string): Promise<string> =>
    Buffer.from(await (await get(path)).arrayBuffer())
      .subarray(0, 3)
      .toString("hex");
  expect(await first("/open-data/permit.csv")).toBe("efbbbf");
  expect(await first("/open-data/permit.ndjson")).toBe("7b2269");
});

test("Parquet has proper types and says what it is", async () => {
  await record({ fields: { content: "x", capital: "1.000000", seats: "1" } });
  const file = await parquetBytes("permit");
  expect(parquetTypes(file)).toMatchObject({
    id: "STRING",
    decidedOn: "DATE",
    shownUntil: "DATE",
    fields_capital: "DECIMAL",
    fields_seats: "INT64",
    fields_content: "STRING",
    fields_decidedOn: "DATE",
  });
  const about = parquetHead(file).key_value_metadata ?? [];
  expect(about).toContainEqual({ key: "entry", value: "permit" });
  expect(about).toContainEqual({ key: "day", value: "2026-09-09" });
});

test("an empty data set is a whole file in each format", async () => {
  expect(await readCsvFile("permit")).toEqual([]);
  expect(await ndjson()).toEqual([]);
  expect(await readParquet(await parquetBytes("permit"))).toEqual([]);
});

test("neither personal nor internal fields leave, nor a document number that is not public", async () => {
  await record();
  await record({
    entry: "secret",
    key: 2,
    documentNo: "密字1号",
    fields: { documentNo: "密字1号", content: "可以公开" },
  });
  for (const entry of ["permit", "secret"]) {
    for (const format of formats) {
      const text = Buffer.from(await (await get(`/open-data/${entry}.${format}`)).arrayBuffer()).toString("utf8");
      for (const hidden of ["张三丰", "不得外传", "330106", "密字"]) expect(text).not.toContain(hidden);
    }
  }
  expect(await ndjson("secret")).toMatchObject([{ documentNo: null, fields: { content: "可以公开" } }]);
});

test("individual businesses, natural persons and subjects that nobody knows of never leave", async () => {
  await subject(code(4), "张某", "natural-person");
  await subject(code(5), "不再有人知道的公司");
  await record({ key: 1 });
  await record({ key: 2, uscc: SHOP });
  await record({ key: 3, uscc: code(4) });
  await record({ key: 4, uscc: code(5) });
  await run("forget", "update subject.subject set withdrawn = true where subject = $1", [code(5)]);
  expect(await idsIn()).toEqual(everywhere(idOf(1)));
  const { items } = (await (await get("/open-data")).json()) as { items: { id: string; count: number }[] };
  expect(items.find(({ id }) => id === "permit")?.count).toBe(1);
});

test("what ended a moment ago is in no format, and the old version is answered with the new content", async () => {
  await record({ key: 1 });
  await record({ key: 2, batch: "00000000-0000-4000-8000-000000000002" });
  await record({ key: 3 });
  const before = await get("/open-data/permit.csv");
  const etag = before.headers.get("etag") ?? "";
  await before.text();
  const again = (): Promise<Response> => get("/open-data/permit.csv", { headers: { "if-none-match": etag } });
  expect((await again()).status).toBe(304);
  await end("repaired", "2026-09-09", 1);
  const after = await again();
  expect(after.status).toBe(200);
  expect(await after.text()).not.toContain(idOf(1));
  expect(await idsIn()).toEqual(everywhere(idOf(2), idOf(3)));
  await withdrawBatch("00000000-0000-4000-8000-000000000002");
  expect(await idsIn()).toEqual(everywhere(idOf(3)));
});

test("an end to come hides nothing yet, a quashing hides at once", async () => {
  await record({ key: 1 });
  await record({ key: 2 });
  await end("removed", "2026-09-10", 1);
  await end("quashed", "2026-12-31", 2);
  expect(await idsIn()).toEqual(everywhere(idOf(1)));
});

test("a permit is there at 23:59:30 of its last day and gone at 00:00:00", async () => {
  await record({ validUntil: "2026-09-09" });
  at("2026-09-09T23:59:30");
  const last = await get("/open-data/permit.ndjson");
  const etag = last.headers.get("etag") ?? "";
  expect(await last.text()).toContain(idOf(1));
  expect(last.headers.get("cache-control")).toBe("no-cache");
  at("2026-09-10T00:00:00");
  const next = await get("/open-data/permit.ndjson", { headers: { "if-none-match": etag } });
  expect(next.status).toBe(200);
  expect(await next.text()).toBe("");
  expect(await idsIn()).toEqual([[], [], []]);
});

test("a new version takes the place of the older one", async () => {
  await record({ version: 1 });
  await record({ version: 2, fields: { content: "更正后的内容" } });
  expect(await ndjson()).toMatchObject([{ id: idOf(1, 2), fields: { content: "更正后的内容" } }]);
});

test("HEAD says what GET would say, without a body", async () => {
  await record();
  const response = await get("/open-data/permit.csv", { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="permit-2026-09-09.csv"');
  expect(response.headers.get("link")).toBe(
    '</api/v1/open-data/permit/schema>; rel="describedby"; type="application/schema+json", </open-data#terms>; rel="license"',
  );
});

test("two files of one version are the same bytes", async () => {
  for (let key = 1; key <= 5; key += 1) await record({ key });
  for (const format of formats) {
    const one = Buffer.from(await (await get(`/open-data/permit.${format}`)).arrayBuffer());
    const other = Buffer.from(await (await get(`/open-data/permit.${format}`)).arrayBuffer());
    expect(one.equals(other)).toBe(true);
  }
});

test("the schema describes each property of a row, and nothing that a row has not", async () => {
  await record({ fields: { content: "x", capital: "1.000000", seats: "7", decidedOn: "2026-06-18" } });
  const response = await get("/open-data/permit/schema");
  expect(response.headers.get("content-type")).toContain("application/schema+json");
  const schema = (await response.json()) as {
    properties: Record<string, { properties: Record<string, Record<string, unknown>> }>;
    required: string[];
  };
  const [row] = await ndjson();
  expect(Object.keys(row ?? {})).toEqual(schema.required);
  expect(Object.keys(schema.properties)).toEqual(schema.required);
  const { fields } = schema.properties;
  expect(Object.keys(row?.fields ?? {})).toEqual(Object.keys(fields?.properties ?? {}));
  expect(fields?.properties["capital"]).toMatchObject({
    "x-unit": "万元",
    "x-parquet": "DECIMAL(18,6)",
    "x-column": "fields_capital",
  });
  for (const [id, property] of Object.entries(fields?.properties ?? {})) {
    const value = row?.fields[id];
    if (typeof value === "string" && typeof property["pattern"] === "string")
      expect(value).toMatch(new RegExp(property["pattern"]));
  }
});

test("a value of another type than its column's is empty in Parquet and stands in the others", async () => {
  await record({ fields: { content: "x", capital: "1.1234567", seats: "许多", decidedOn: "去年" } });
  expect(await readParquet(await parquetBytes("permit"))).toMatchObject([
    { fields_capital: null, fields_seats: null, fields_decidedOn: null },
  ]);
  expect(await ndjson()).toMatchObject([{ fields: { capital: "1.1234567", seats: "许多", decidedOn: "去年" } }]);
});

test("the day asked for is always the present one", async () => {
  await record({ validUntil: "2026-09-08" });
  const asked = await get("/open-data/permit.ndjson?day=2026-09-01");
  expect(await asked.text()).toBe("");
});
