// A draft of measures is assessed before it is issued: by those who draft, kept with its report, and read by its own office.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";

const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const department = { uscc: "11990100990001378K", name: "示例市市场监督管理局" };

let bed: TestApp;
const tokens = new Map<string, string>();
beforeAll(async () => {
  bed = await openTestApp();
  tokens.set("operator", await bed.tokenOf(centre, "operator"));
  tokens.set("reviewer", await bed.tokenOf(department, "reviewer"));
  tokens.set("clerk", await bed.tokenOf(department, "clerk"));
  tokens.set("leader", await bed.tokenOf(centre, "leader"));
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

const path = "/api/v1/policy/assessments";
const draft = (basis: string, content: string): object => ({
  title: "示例措施草案",
  files: {
    "measures/measures.yaml": `measures:
  - id: sample-restriction
    version: 1
    zh: 示例限制
    kind: restriction
    class: 1
    content: ${content}
    state: live
    triggers: [{ entry: penalty, where: [{ field: penaltyKinds, contains: [吊销] }] }]
    subjectKinds: [enterprise]
    matters: [tax-incentive]
    bodies: [{ zh: 示例部门, levels: [city] }]
    basis: [${basis}]
    term: { kind: months, months: 12 }
    remedy: { zh: 可以依法申请行政复议或者提起行政诉讼。, basis: null }
    mark: secondary
`,
  },
});
const sound = draft("food-safety-law#一百三十五", "示例：一年内不得享受。");

test("a draft on a document below the rank comes back with reasons, its file and its line", async () => {
  const told = await ask(path, "reviewer", draft("opinions-2025#12", "示例：累计三次的一年内不得享受。"));
  expect(told).toMatchObject({
    status: 201,
    report: {
      standing: false,
      reasons: expect.arrayContaining([
        expect.objectContaining({
          code: "policy.measure-rank",
          path: "measures/measures.yaml",
          line: 13,
          article: "opinions-2025#12",
        }),
      ]) as unknown,
      measures: [
        {
          id: "sample-restriction",
          standing: false,
          matters: [{ id: "tax-incentive", name: "享受税收优惠" }],
          basis: [{ source: "opinions-2025", article: "12", rank: "central-policy", carries: false, holds: true }],
          findings: expect.arrayContaining([
            expect.objectContaining({ code: "assess.flag", weight: "question" }),
          ]) as unknown,
        },
      ],
    },
  });
});

test("a sound one stands, is counted without a name, and is read again as it was told", async () => {
  const told = await ask(path, "reviewer", sound);
  expect(told).toMatchObject({ status: 201, report: { standing: true, reasons: [] } });
  const report = told["report"] as { measures: readonly { counts: readonly { entry: string }[] }[] };
  expect(report.measures.flatMap(({ counts }) => counts.map(({ entry }) => entry))).toEqual(["penalty"]);
  const again = await ask(`${path}/${String(told["assessment"])}`, "reviewer");
  expect(again).toEqual({ ...told, status: 200 });
  const list = await ask(path, "reviewer");
  expect((list["items"] as { assessment: string }[]).map(({ assessment }) => assessment)).toContain(told["assessment"]);
});

test("another office's report is as absent as one that never was, and others may not ask", async () => {
  const told = await ask(path, "reviewer", sound);
  const foreign = await ask(`${path}/${String(told["assessment"])}`, "operator");
  const random = await ask(`${path}/00000000-0000-4000-8000-000000000000`, "operator");
  expect(foreign).toEqual(random);
  expect(foreign).toMatchObject({ status: 404, code: "releases.unknown-assessment" });
  expect((await ask(path, "operator"))["items"]).toEqual([]);
  for (const who of ["clerk", "leader"]) {
    expect(await ask(path, who, sound)).toMatchObject({ status: 403, code: "accounts.role" });
    expect(await ask(path, who)).toMatchObject({ status: 403, code: "accounts.role" });
  }
  expect(await ask(path, undefined, sound)).toMatchObject({ status: 401 });
});

test("what is no policy file is refused, and what is no YAML is told", async () => {
  const stray = { title: "示例", files: { "secrets.txt": "x" } };
  expect(await ask(path, "operator", stray)).toMatchObject({ status: 422, code: "releases.not-a-policy-file" });
  const torn = { title: "示例", files: { "measures/measures.yaml": "measures: [" } };
  expect(await ask(path, "operator", torn)).toMatchObject({
    status: 201,
    report: { standing: false, reasons: [{ code: "policy.unreadable" }], measures: [] },
  });
});
