import ts from "typescript";
import type { Fault } from "./fault.ts";
import { lineOf, stringOf, walk } from "./source.ts";
import type { Source } from "./source.ts";

const slicePath = /^(server\/src\/(?:foundation|records|views)\/[^/]+)\/(.+)$/;
const closedList =
  /^((rules|store|service|routes|schema|pages|jobs|text|index)\.ts|(rules|store|service|routes|pages)\/[a-z0-9-]+\.ts|README\.md|([a-z0-9-]+\/)?[a-z0-9-]+(\.[a-z0-9-]+)*\.test\.ts|([a-z0-9-]+\/)?test-[a-z0-9-]+\.ts)$/;

/** Slices hold a closed list of files, a README among them, so that knowing one slice is knowing all. */
export function sliceFaults(paths: readonly string[]): readonly Fault[] {
  const found: Fault[] = [];
  const slices = new Set<string>();
  for (const path of paths) {
    const [, slice, file] = slicePath.exec(path) ?? [];
    if (slice === undefined || file === undefined) continue;
    slices.add(slice);
    if (!closedList.test(file)) {
      found.push({
        file: path,
        line: 0,
        rule: "closed-list",
        message: `${file} is no file of a slice: rules, store, service, routes, pages (each .ts or a folder of nouns), schema, jobs, text, index, README.md, tests.`,
      });
    }
  }
  for (const slice of slices) {
    for (const needed of ["README.md", "index.ts"]) {
      if (paths.includes(`${slice}/${needed}`)) continue;
      found.push({ file: slice, line: 0, rule: "closed-list", message: `the slice has no ${needed}.` });
    }
  }
  return found;
}

/** A folder has one text.ts at most, at its top: one place to look for what a person reads. */
export function textFileFaults(paths: readonly string[]): readonly Fault[] {
  return paths
    .filter((path) => /^server\/src\/(?:foundation|records|views|platform)\/[^/]+\/.+\/text\.ts$/.test(path))
    .map((file) => ({ file, line: 0, rule: "one-text", message: "a slice has one text.ts, beside its index.ts." }));
}

/** `policy/` holds what a jurist can read: no code. */
export function policyFileFaults(paths: readonly string[]): readonly Fault[] {
  return paths
    .filter((path) => path.startsWith("policy/") && !/\.(yaml|json|md|txt|csv)$/.test(path))
    .map((file) => ({
      file,
      line: 0,
      rule: "policy-is-data",
      message: "policy/ holds data only: code stands in server/src/policy.",
    }));
}

/** Barrels and default exports hide where a name comes from. */
export function exportFaults(source: Source): readonly Fault[] {
  const found: Fault[] = [];
  const mayDefault = /(^|\/)((vite|vitest)\.config\.ts|\.dependency-cruiser\.mjs|test-setup\.ts)$/.test(source.path);
  walk(source.file, (node) => {
    const at = (rule: string, message: string): void => {
      found.push({ file: source.path, line: lineOf(source, node), rule, message });
    };
    if (ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause))) {
      at("barrel", "name what you export: export * hides what a door lets through.");
    }
    const isDefaultWord = node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
    if ((ts.isExportAssignment(node) || isDefaultWord) && !mayDefault) at("default-export", "export it by its name.");
  });
  return found;
}

const runners = new Set(["test", "it", "describe", "suite"]);
const ofRunner: ReadonlyMap<string, string> = new Map([
  ["only", "every test runs: take .only away."],
  ["todo", "write the test, or file an issue."],
  ["skip", "use skipIf with a condition, or context.skip with a message that says what is missing."],
]);

/** A test that is skipped says why; a test run alone is never committed. */
export function skippedTestFaults(source: Source): readonly Fault[] {
  if (!source.path.endsWith(".test.ts")) return [];
  const found: Fault[] = [];
  walk(source.file, (node) => {
    const message = ts.isPropertyAccessExpression(node) ? skipMessage(node) : undefined;
    if (message !== undefined)
      found.push({ file: source.path, line: lineOf(source, node), rule: "skipped-test", message });
  });
  return found;
}

function skipMessage(node: ts.PropertyAccessExpression): string | undefined {
  const isRunner = ts.isIdentifier(node.expression) && runners.has(node.expression.text);
  if (isRunner) return ofRunner.get(node.name.text);
  const call = node.parent;
  if (node.name.text !== "skip" || !ts.isCallExpression(call) || call.expression !== node) return undefined;
  return isMessage(call.arguments.at(-1)) ? undefined : "say in a message what is missing.";
}

function isMessage(argument: ts.Expression | undefined): boolean {
  if (argument === undefined) return false;
  return ts.isIdentifier(argument) || (stringOf(argument) ?? "").length > 0;
}
