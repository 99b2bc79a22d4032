// Policy is changed by two persons: drafted, judged, released, and in effect from its day, in every process.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { readFileSync } from "node:fs";

const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const shipped = (file: string): string => readFileSync(new URL(`../../../policy/${file}`, import.meta.url), "utf8");
const ENTRY = "catalogue/entries/abnormal-operation.yaml";
const added = shipped(ENTRY)
  .replace("id: abnormal-operation", "id: released-entry")
  .replace("zh: 经营异常名录", "zh: 示例事项");

let bed: TestApp;
const tokens = new Map<string, string>();
beforeAll(async () => {
  bed = await openTestApp();
  for (const name of ["writer", "second"]) tokens.set(name, await bed.tokenOf(centre, "operator"));
});
afterAll(() => bed.close());

type Told = Readonly<Record<string, unknown>> & { readonly status: number };

async function ask(path: string, who?: string, body?: unknown): Promise<Told> {
  const response = await bed.ask(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": "application/json",
      ...(who === undefined ? {} : { authorization: `Bearer ${tokens.get(who) ?? ""}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...((await response.json()) as object), status: response.status };
}

test("a new adverse entry waits its notice, is confirmed by another, and holds after that midnight", async () => {
  const files = { "catalogue/entries/released-entry.yaml": added };
  const draft = await ask("/api/v1/policy/drafts", "writer", { title: "新增事项", files });
  expect(draft.status).toBe(201);
  const at = `/api/v1/policy/drafts/${String(draft["draft"])}`;
  const judged = await ask(`${at}/judgement?effective=2026-10-09`, "writer");
  expect(judged).toMatchObject({ status: 200, faults: [], worsens: true, earliest: "2026-10-09" });
  expect(await ask(`${at}/impact?effective=2026-10-09`, "writer")).toMatchObject({ status: 200 });
  const early = { version: 1, effective: "2026-10-08", reason: "示例" };
  expect(await ask(`${at}/release`, "writer", early)).toMatchObject({
    code: "releases.notice-too-short",
    availableFrom: "2026-10-09",
  });
  const proposal = await ask(`${at}/release`, "writer", { ...early, effective: "2026-10-09" });
  expect(proposal.status).toBe(202);
  const approval = `/api/v1/approvals/${String(proposal["proposal"])}/approval`;
  expect(await ask(approval, "writer", {})).toMatchObject({ status: 403, code: "approvals.second-person" });
  expect(await ask(approval, "second", {})).toMatchObject({ status: 200, result: { number: 1 } });
  await bed.readReleases();
  bed.at("2026-10-08T23:59:59");
  expect((await ask("/api/v1/catalogue/released-entry")).status).toBe(404);
  bed.at("2026-10-09T00:00:00");
  expect(await ask("/api/v1/catalogue/released-entry")).toMatchObject({ status: 200 });
  expect(await ask("/api/v1/policy/releases/1")).toMatchObject({ status: 200, state: "in-effect", worsens: true });
});

test("everybody reads what was released, and one that never was is absent", async () => {
  for (const path of ["/policy/releases", "/policy/releases/1"]) {
    const response = await bed.ask(path);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("新增事项")]);
  }
  for (const path of ["/policy/releases/99", "/policy/releases/x"]) expect((await bed.ask(path)).status).toBe(404);
  expect(await ask("/api/v1/policy/releases/99")).toMatchObject({ status: 404, code: "releases.unknown-release" });
});

const MEASURES = `measures:
  - id: assessed-restriction
    version: 1
    zh: 示例限制
    kind: restriction
    class: 1
    content: 示例
    state: live
    triggers: [{ entry: penalty, where: [{ field: legalBasis, contains: [食品安全法] }] }]
    subjectKinds: [enterprise]
    matters: [bidding]
    bodies: [{ zh: 示例部门, levels: [city] }]
    basis: [food-safety-law#一百三十五]
    term: { kind: months, months: 36 }
    remedy: { zh: 可以依法申请行政复议或者提起行政诉讼。, basis: administrative-penalty-law#七 }
    mark: secondary
`;

test("a draft of measures is assessed, its report kept, and nobody else's to read", async () => {
  const at = "/api/v1/policy/assessments";
  const stands = await ask(at, "writer", { title: "示例", document: MEASURES });
  expect(stands).toMatchObject({ status: 201, report: { standing: true, reasons: [] } });
  const document = MEASURES.replace("food-safety-law#一百三十五", "opinions-2025#12");
  const falls = await ask(at, "writer", { title: "示例二", files: { "measures/measures.yaml": document } });
  expect(falls).toMatchObject({
    status: 201,
    report: {
      standing: false,
      reasons: [
        { code: "policy.measure-rank", path: "measures/measures.yaml", line: 13 },
        { code: "policy.measure-unverified", line: 16 },
      ],
    },
  });
  const one = `${at}/${String(falls["assessment"])}`;
  expect(await ask(one, "second")).toEqual({ ...falls, status: 200 });
  const page = await ask(at, "second");
  expect(page).toMatchObject({ status: 200, next: null });
  expect(page["items"]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: "示例", standing: true, measures: 1, reasons: 0 }),
      expect.objectContaining({ title: "示例二", standing: false, measures: 1, reasons: 2 }),
    ]),
  );
  const other = { uscc: "11990100990012333Y", name: "示例市财政局" };
  tokens.set("reviewer", await bed.tokenOf(other, "reviewer"));
  tokens.set("clerk", await bed.tokenOf(other, "clerk"));
  const absent = { status: 404, code: "releases.unknown-assessment" };
  expect(await ask(one, "reviewer")).toMatchObject(absent);
  expect(await ask(`${at}/5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a22`, "reviewer")).toMatchObject(absent);
  expect(await ask(at, "reviewer")).toMatchObject({ items: [] });
  expect(await ask(at, "clerk", { title: "示例", document: MEASURES })).toMatchObject({
    status: 403,
    code: "accounts.role",
  });
  expect(await ask(at, "writer", { title: "示例" })).toMatchObject({ status: 422, code: "releases.no-files" });
});
