import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lint } from "./lint.ts";
import type { LintFault } from "./lint.ts";
import { root } from "./tool.ts";

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

const planted: readonly (readonly [rule: string, text: string])[] = [
  ["typescript(no-explicit-any)", "export const a: any = 1;"],
  ["typescript(no-non-null-assertion)", "export const f = (a: string | undefined): string => a!;"],
  ["typescript(no-floating-promises)", "export function f(): void { Promise.resolve(1); }"],
  [
    "typescript(no-misused-promises)",
    "export const f = (a: number[]): void => { a.forEach(async () => { await Promise.resolve(); }); };",
  ],
  [
    "typescript(no-unsafe-assignment)",
    'export const f = (): string => { const a = JSON.parse("1"); return String(a); };',
  ],
  [
    "typescript(switch-exhaustiveness-check)",
    'export function f(a: "x" | "y"): number { switch (a) { case "x": return 1; } return 2; }',
  ],
  ["typescript(only-throw-error)", 'export function f(): never { throw "no"; }'],
  ["import(no-default-export)", "export default 1;"],
  ["eslint(no-console)", 'console.log("a");\nexport const a = 1;'],
  ["eslint(eqeqeq)", "export const f = (a: number): boolean => a == 1;"],
  ["unicorn(prefer-node-protocol)", 'export { readFileSync } from "fs";'],
  ["eslint(max-lines)", lines(401, (at) => `export const a${at} = 1;`)],
  ["eslint(max-lines-per-function)", `export function f(): void {\n${lines(60, () => "  void 0;")}\n}`],
  [
    "eslint(max-params)",
    "export const f = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;",
  ],
  [
    "eslint(complexity)",
    `export function f(a: number): number {\n${lines(10, (at) => `  if (a === ${at}) return ${at};`)}\n  return 0;\n}`,
  ],
];

const folder = mkdtempSync(join(tmpdir(), "xinheng-lint-"));
let faults: readonly LintFault[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, "server/src"), { recursive: true });
  for (const name of ["tsconfig.json", ".oxlintrc.json"]) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  planted.forEach(([, text], at) => writeFileSync(join(folder, `server/src/planted-${at}.ts`), `${text}\n`));
  writeFileSync(join(folder, "server/src/camelCase.ts"), "export const a = 1;\n");
  writeFileSync(join(folder, "server/src/sound.ts"), "export const f = (a: number): number => a + 1;\n");
  ({ faults } = await lint(folder, ["server/src"]));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(planted.map(([rule], at) => [rule, `server/src/planted-${at}.ts`] as const))(
  "%s refuses its planted fault",
  (rule, file) => {
    expect(faults.filter((fault) => fault.file === file).map((fault) => fault.rule)).toContain(rule);
  },
);

test("a file name that is not kebab-case is refused, a sound file is not", () => {
  expect(faults.filter((fault) => fault.file === "server/src/camelCase.ts").map((fault) => fault.rule)).toEqual([
    "unicorn(filename-case)",
  ]);
  expect(faults.filter((fault) => fault.file === "server/src/sound.ts")).toEqual([]);
});
