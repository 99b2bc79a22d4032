import { existsSync } from "node:fs";
import { dayOfInstant } from "../server/src/kernel/day.ts";
import { lintPolicy } from "../server/src/policy/lint.ts";
import { faultLine as policyFaultLine } from "../server/src/policy/text.ts";
import { checksumsPath } from "./tidy/migrations.ts";
import { exceptions, exceptionsMax } from "./exceptions.ts";
import { blindness, cruise } from "./imports.ts";
import { lint } from "./lint.ts";
import { faultLine } from "./tidy/fault.ts";
import { tidy } from "./tidy.ts";
import { root, runTool } from "./tool.ts";
import type { ToolResult } from "./tool.ts";
import { linesRemovedInHistory, readTree } from "./tree.ts";

/** What one check says: no faults is green. The note tells how much was looked at. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly note: string;
}

/** The folders that hold code. */
export const codeFolders: readonly string[] = [
  "server/src",
  "server/test",
  "cli",
  "log",
  "house",
  "bench",
  "contract",
  "web",
];

/** A tool that fails without naming a fault must not pass for green. */
function linesOrFailure(lines: readonly string[], result: ToolResult): readonly string[] {
  if (result.exitCode === 0) return [];
  return lines.length > 0 ? lines : [`exit code ${result.exitCode}\n${result.output}${result.errors}`.trim()];
}

/** What runs on Node, and what runs in a browser: the two know different globals. */
const typeProjects = ["tsconfig.json", "web/workbench/tsconfig.json"];

export async function checkTypes(): Promise<Verdict> {
  const files = new Set<string>();
  const faults: string[] = [];
  for (const project of typeProjects) {
    const args = ["-p", project, "--pretty", "false", "--listFiles"];
    const result = await runTool({ script: "typescript-7/bin/tsc", args });
    const lines = result.output.split("\n").filter((line) => line.trim() !== "");
    const isFile = (line: string): boolean => /^\S+\.(ts|tsx|json|mts|cts)$/.test(line);
    for (const line of lines)
      if (/\.tsx?$/.test(line) && isFile(line) && !line.includes("node_modules")) files.add(line);
    const told = lines.filter((line) => !isFile(line));
    faults.push(...linesOrFailure(told, result));
  }
  return { faults, note: `${files.size} files` };
}

export async function checkLint(): Promise<Verdict> {
  const { faults, files } = await lint(root, [...codeFolders, "vitest.config.ts", ".dependency-cruiser.mjs"]);
  const excused = faults.filter((fault) =>
    exceptions.some((one) => one.file === fault.file && one.rule === fault.rule),
  );
  const stale = exceptions.filter(
    (one) => !excused.some((fault) => one.file === fault.file && one.rule === fault.rule),
  );
  const lines = faults
    .filter((fault) => !excused.includes(fault))
    .map((fault) => `${fault.file}:${fault.line}  ${fault.rule}: ${fault.message}`);
  for (const one of stale)
    lines.push(`house/exceptions.ts  ${one.file} no longer breaks ${one.rule}: take it off the list.`);
  if (exceptions.length !== exceptionsMax) {
    lines.push(
      `house/exceptions.ts  ${exceptions.length} exceptions, exceptionsMax says ${exceptionsMax}: the list may only shrink.`,
    );
  }
  if (files === 0) lines.push("the linter looked at no file");
  return { faults: lines, note: `${files} files, ${exceptions.length} exceptions` };
}

export async function checkImports(): Promise<Verdict> {
  const { breaches, modules } = await cruise(
    root,
    codeFolders.filter((folder) => existsSync(`${root}/${folder}`)),
  );
  const ours = [...readTree(root).keys()].filter((path) =>
    /^(server\/(src|test)|cli|log|house|bench|web)\/.*\.(tsx?|js)$/.test(path),
  ).length;
  const lines = breaches.map(({ from, to, rule, comment }) => `${from} → ${to}  ${rule}: ${comment}`);
  const blind = blindness(modules, ours);
  if (blind !== undefined) lines.push(blind);
  return { faults: lines, note: `${modules} modules` };
}

export async function checkTidy(): Promise<Verdict> {
  const tree = readTree(root);
  const faults = tidy(tree, linesRemovedInHistory(root, checksumsPath)).map((fault) => faultLine(fault));
  return Promise.resolve({ faults, note: `${tree.size} files` });
}

/**
 * The policy files are judged by the product's own lint, so that a jurist and the build read the same sentence:
 * as they stand today, for the demo city, whose pack confirms the templates. A basis that ends turns the build red.
 */
export async function checkPolicy(): Promise<Verdict> {
  const folders = [`${root}/policy`, `${root}/policy/packs/demo-990100`];
  const faults = lintPolicy(folders, "990100", dayOfInstant(Date.now())).map((fault) => policyFaultLine(fault));
  return Promise.resolve({ faults, note: "policy/ with its demo pack" });
}

export async function checkFormat(): Promise<Verdict> {
  const result = await runTool({ script: "oxfmt/bin/oxfmt", args: ["--list-different"] });
  const lines = result.output.split("\n").filter((line) => line.trim() !== "");
  return {
    faults: linesOrFailure(
      lines.map((line) => `${line}  not formatted: npm run format`),
      result,
    ),
    note: "oxfmt",
  };
}
