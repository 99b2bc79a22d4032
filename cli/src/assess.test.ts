import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { problem, TestPlatform } from "./test-platform.ts";
import { ran } from "./test-terminal.ts";

const PATH = "POST /api/v1/policy/assessments";
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

const basis = { article: "opinions-2025#12", title: "意见", carries: false, holds: true };
const kept = (standing: boolean): object => ({
  assessment: "0198f9a0-0000-7000-8000-000000000009",
  standing,
  report: {
    standing,
    reasons: standing
      ? []
      : [{ file: "draft/measures/measures.yaml", line: 13, message: "没有相应位阶的依据", cure: "须以法律为依据。" }],
    measures: [
      { measure: "sample", name: "示例限制", standing, basis: [basis], findings: [{ message: "出现“累计”" }] },
    ],
    touched: [
      { entry: "penalty", name: "行政处罚", subjects: null },
      { entry: "permit", name: "行政许可", subjects: 12 },
    ],
    notice: "只提示问题。",
  },
});

async function draftOf(text: string, name = "draft.yaml"): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

test("a draft without standing is told with its place and why, and ends in refusal", async () => {
  platform.fixed.set(PATH, { status: 201, json: kept(false) });
  const { exit, document, err } = await ran(platform.env, "policy", "assess", await draftOf("measures: []\n"));
  expect([exit, document]).toEqual([1, kept(false)]);
  for (const word of ["draft/measures/measures.yaml:13", "没有相应位阶的依据", "不能成立", "累计", "少于 10", "12"])
    expect(err).toContain(word);
});

test("one that stands ends well", async () => {
  platform.fixed.set(PATH, { status: 201, json: kept(true) });
  const { exit, err } = await ran(platform.env, "policy", "assess", await draftOf("measures: []\n"));
  expect([exit, err.includes("各项有据"), err.includes("只提示问题")]).toEqual([0, true, true]);
});

test("what the server refuses is told in its words", async () => {
  platform.fixed.set(PATH, problem(403, "accounts.role", "没有此项权限"));
  const { exit, document } = await ran(platform.env, "policy", "assess", await draftOf("measures: []\n"));
  expect([exit, document.code]).toEqual([1, "accounts.role"]);
});

test("a file that is not there and a missing word are told before anything is sent", async () => {
  const gone = await ran(platform.env, "policy", "assess", path.join(folder, "none.yaml"));
  expect([gone.exit, gone.document.code]).toEqual([2, "cli.file-unreadable"]);
  expect((await ran(platform.env, "policy", "assess")).exit).toBe(2);
});

test("a folder is sent as a policy folder is laid out, and a file by what it lists", async () => {
  await mkdir(path.join(folder, "pack", "measures"), { recursive: true });
  await writeFile(path.join(folder, "pack", "measures", "matters.yaml"), "matters: []\n");
  await writeFile(path.join(folder, "pack", "README.md"), "no policy");
  platform.fixed.set(PATH, { status: 201, json: kept(true) });
  await ran(platform.env, "policy", "assess", path.join(folder, "pack"), "--title", "示例");
  await ran(platform.env, "policy", "assess", await draftOf("incentives: []\n"));
  const sent = platform.seen.filter(({ path: asked }) => asked.includes("assessments")).map(({ body }) => body);
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual([
    { title: "示例", files: { "measures/matters.yaml": "matters: []\n" } },
    { title: "draft.yaml", files: { "measures/incentives.yaml": "incentives: []\n" } },
  ]);
});
