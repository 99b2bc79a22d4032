import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { problem, TestPlatform } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";

const PATH = "/api/v1/policy/assessments";
let platform: TestPlatform;
let folder: string;
beforeEach(async () => {
  platform = new TestPlatform();
  await platform.start();
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-assess-"));
});
afterEach(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

const place = { path: "measures/measures.yaml", line: 7, column: 3 };
const reason = { code: "policy.measure-rank", message: "没有相应位阶的依据。", article: "opinions-2025#12", ...place };
const asked = { ...reason, code: "assess.flag", weight: "question", message: "出现“累计”，请说明。" };
const measure = { id: "one", name: "示例限制", standing: true, findings: [asked] };

function answers(report: object): unknown {
  const made = { assessment: "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a22", report };
  platform.fixed.set(`POST ${PATH}`, { status: 201, json: made });
  return made;
}
const sent = (): unknown => JSON.parse(platform.seen.at(-1)?.body ?? "null");

test("a draft that stands is told with its questions, and the document is the platform's", async () => {
  const made = answers({ standing: true, reasons: [], measures: [measure] });
  const file = path.join(folder, "draft.yaml");
  await writeFile(file, "measures: []\n");
  const { exit, document, err } = await ran(platform.env, "policy", "assess", file);
  expect([exit, document]).toEqual([0, made]);
  expect(sent()).toEqual({ title: "draft.yaml", document: "measures: []\n" });
  expect(err).toContain("请说明：measures/measures.yaml:7 出现“累计”，请说明。");
  expect(err).toContain("措施“示例限制”(one)：成立。");
});

test("one without standing ends otherwise, with reasons and articles", async () => {
  answers({ standing: false, reasons: [reason], measures: [{ ...measure, standing: false }] });
  const file = path.join(folder, "draft.yaml");
  await writeFile(file, "measures: []\n");
  const { exit, err } = await ran(platform.env, "policy", "assess", file, "--title", "征求意见稿");
  expect(exit).toBe(1);
  expect(sent()).toMatchObject({ title: "征求意见稿" });
  for (const words of ["没有相应位阶的依据", "opinions-2025#12", "草稿不成立"]) expect(err).toContain(words);
});

test("a folder is sent file by file, by the paths in it", async () => {
  answers({ standing: true, reasons: [], measures: [] });
  await mkdir(path.join(folder, "measures"));
  await writeFile(path.join(folder, "measures", "measures.yaml"), "measures: []\n");
  await writeFile(path.join(folder, "sources.yaml"), "sources: []\n");
  await writeFile(path.join(folder, "notes.txt"), "x");
  expect((await ran(platform.env, "policy", "assess", folder)).exit).toBe(0);
  expect(sent()).toMatchObject({
    files: { "measures/measures.yaml": "measures: []\n", "sources.yaml": "sources: []\n" },
  });
});

test("a refusal of the platform, and a file that is not there, are told", async () => {
  platform.fixed.set(`POST ${PATH}`, problem(403, "accounts.role", "没有权限"));
  const file = path.join(folder, "draft.yaml");
  await writeFile(file, "");
  const refused = await ran(platform.env, "policy", "assess", file);
  expect([refused.exit, refused.document.code]).toEqual([1, "accounts.role"]);
  const absent = await ran(platform.env, "policy", "assess", path.join(folder, "none.yaml"));
  expect([absent.exit, absent.document.code]).toEqual([2, "cli.file-unreadable"]);
});
