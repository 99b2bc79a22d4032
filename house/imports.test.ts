import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blindness, cruise } from "./imports.ts";
import type { Breach } from "./imports.ts";
import { root } from "./tool.ts";

const sound = {
  "server/src/main/start.ts": `import { save } from "../records/statements/index.ts"; import { show } from "../views/search/index.ts";
    import { read } from "../records/ingest/index.ts"; import { enter } from "../foundation/accounts/index.ts"; save(); show(); read(); enter();
    import "../views/publicity/index.ts"; import "../policy/load.ts"; import "../kernel/day.ts"; import "../kernel/knot.ts"; import "../kernel/knot-b.ts";
    import "../platform/http/server.ts"; import "../../../log/src/tree.ts"; import "../records/statements/store.ts";`,
  "server/src/kernel/day.ts": `import type { Seal } from "../../../log/src/tree.ts"; export type Day = string & { readonly seal?: Seal };`,
  "server/src/platform/database/pool.ts": `import type { Day } from "../../kernel/day.ts"; import pg from "pg"; export type Tx = { readonly day: Day }; export const pool = pg.Pool;`,
  "log/src/tree.ts": `import { createHash } from "node:crypto"; export type Seal = string; export const seal = (): Seal => createHash("sha256").digest("hex");`,
  "server/src/policy/load.ts": `import { readFileSync } from "node:fs"; export const load = (): string => readFileSync("a", "utf8");`,
  "server/src/records/subject/index.ts": `export { find } from "./store.ts"; export type { Subject } from "./rules.ts";`,
  "server/src/records/subject/rules.ts": `import type { Day } from "../../kernel/day.ts"; export type Subject = Day; export const decide = (): void => {};`,
  "server/src/records/subject/store.ts": `import type { Tx } from "../../platform/database/pool.ts"; export const find = (tx: Tx): Tx => tx;`,
  "server/src/records/statements/index.ts": `export { save } from "./service.ts";`,
  "server/src/records/statements/service.ts": `import { find } from "../subject/index.ts"; import { keep } from "./store.ts"; export const save = (): void => { find; keep; };`,
  "server/src/records/statements/store.ts": `import type { Tx } from "../../platform/database/pool.ts"; export const keep = (tx: Tx): Tx => tx;`,
  "server/src/records/statements/rules.test.ts": `import { find } from "../subject/store.ts"; import { pool } from "../../platform/database/test-database.ts"; find; pool;`,
  "server/src/platform/database/test-database.ts": `export { pool } from "./pool.ts";`,
  "server/src/records/ingest/index.ts": `export { read } from "./service.ts";`,
  "server/src/records/ingest/service.ts": `import { save } from "../statements/index.ts"; export const read = (): void => { save(); };`,
  "server/src/foundation/accounts/index.ts": `export { enter } from "./service.ts";`,
  "server/src/foundation/accounts/service.ts": `export const enter = (): void => {};`,
  "server/src/views/search/index.ts": `export { show } from "./service.ts";`,
  "server/src/views/search/service.ts": `import { save } from "../../records/statements/index.ts"; export const show = (): void => { save(); };`,
  "server/src/views/publicity/index.ts": `export { page } from "./pages.ts";`,
  "server/src/views/publicity/pages.ts": `import { show } from "../search/index.ts"; export const page = (): void => { show(); };`,
  "server/src/platform/http/server.ts": `export const serve = (): void => {};`,
  "cli/src/main.ts": `import { seal } from "../../log/src/tree.ts"; seal();`,
};

/** One breach of each rule, in a file of its own or over a sound one; the name of the rule comes first. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    "kernel-stays-down",
    "server/src/kernel/knot.ts",
    `import type { Tx } from "../platform/database/pool.ts"; export type A = Tx; import type { B } from "./knot-b.ts"; export type C = B;`,
  ],
  [
    "kernel-is-pure",
    "server/src/kernel/knot-b.ts",
    `import { readFileSync } from "node:fs"; import type { A } from "./knot.ts"; export type B = A; readFileSync;`,
  ],
  ["no-circle", "server/src/kernel/knot-b.ts", ""],
  [
    "platform-stays-down",
    "server/src/platform/http/server.ts",
    `import { enter } from "../../foundation/accounts/index.ts"; import { pool } from "../database/pool.ts"; enter(); pool;`,
  ],
  ["platform-holds-no-handle", "server/src/platform/http/server.ts", ""],
  [
    "policy-stays-down",
    "server/src/policy/load.ts",
    `import type { Tx } from "../platform/database/pool.ts"; export type A = Tx; import rules from "../../../policy/rules.json"; rules;`,
  ],
  ["policy-is-data", "server/src/policy/load.ts", ""],
  [
    "foundation-stays-down",
    "server/src/foundation/accounts/service.ts",
    `import type { Subject } from "../../records/subject/index.ts"; export const enter = (a: Subject): void => { a; };`,
  ],
  [
    "records-stays-down",
    "server/src/records/ingest/service.ts",
    `import { show } from "../../views/search/index.ts"; export const read = (): void => { show(); };`,
  ],
  [
    "views-stays-down",
    "server/src/views/search/service.ts",
    `import "../../main/start.ts"; import { page } from "../publicity/index.ts"; import { seal } from "../../../../house/check.ts"; export const show = (): void => { page(); seal(); };`,
  ],
  ["views-search-neighbours", "server/src/views/search/service.ts", ""],
  ["product-is-not-house", "server/src/views/search/service.ts", ""],
  ["records-new-slice", "server/src/records/consent/service.ts", `import { find } from "../subject/index.ts"; find;`],
  [
    "records-subject-neighbours",
    "server/src/records/subject/store.ts",
    `import { save } from "../statements/index.ts"; export const find = (): void => { save(); };`,
  ],
  [
    "through-the-door",
    "server/src/records/statements/service.ts",
    `import { find } from "../subject/store.ts"; import { save as again } from "./index.ts"; export const save = (): void => { find; again; };`,
  ],
  ["own-door-is-for-others", "server/src/records/statements/service.ts", ""],
  ["main-through-the-door", "server/src/main/start.ts", ""],
  [
    "rules-are-pure",
    "server/src/records/statements/rules.ts",
    `import { readFileSync } from "node:fs"; import { find } from "../subject/index.ts"; import type { Tx } from "../../platform/database/pool.ts"; readFileSync; find; export type A = Tx;`,
  ],
  ["rules-borrow-types-only", "server/src/records/statements/rules.ts", ""],
  ["sql-lives-in-store", "server/src/records/statements/rules.ts", ""],
  ["no-dead-file", "server/src/records/statements/rules.ts", ""],
  [
    "sql-lives-in-store",
    "server/src/views/publicity/pages.ts",
    `import type { Tx } from "../../platform/database/pool.ts"; import { keep } from "./store.ts"; import vitest from "vitest"; import yaml from "never-pinned"; export const page = (tx: Tx): void => { keep(tx); vitest; yaml; };`,
  ],
  ["routes-do-not-store", "server/src/views/publicity/pages.ts", ""],
  ["runtime-needs-a-dependency", "server/src/views/publicity/pages.ts", ""],
  ["known-package", "server/src/views/publicity/pages.ts", ""],
  [
    "one-database-driver",
    "server/src/views/publicity/store.ts",
    `import pg from "pg"; import { pool } from "../../platform/database/test-database.ts"; import "./gone.ts"; export const keep = (a: unknown): void => { pg; pool; a; };`,
  ],
  ["product-imports-no-test", "server/src/views/publicity/store.ts", ""],
  ["resolvable", "server/src/views/publicity/store.ts", ""],
  [
    "cli-sees-contract-and-log",
    "cli/src/main.ts",
    `import type { Day } from "../../server/src/kernel/day.ts"; export type A = Day;`,
  ],
  [
    "log-imports-nothing",
    "log/src/tree.ts",
    `import { readFileSync } from "node:fs"; import type { Day } from "../../server/src/kernel/day.ts"; export type Seal = string; export type A = Day; readFileSync; export const seal = (): void => {};`,
  ],
];

const folder = mkdtempSync(join(tmpdir(), "xinheng-imports-"));
let breaches: readonly Breach[] = [];

function build(into: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  for (const name of ["tsconfig.json", "package.json"]) cpSync(join(root, name), join(into, name));
  symlinkSync(join(root, "node_modules"), join(into, "node_modules"));
}

const folders = ["server/src", "cli", "log", "house"];
const extra = { "house/check.ts": "export const seal = (): void => {};", "policy/rules.json": "{}" };

beforeAll(async () => {
  const files: Record<string, string> = { ...sound, ...extra };
  for (const [, file, text] of planted) if (text !== "") files[file] = text;
  build(join(folder, "planted"), files);
  ({ breaches } = await cruise(join(folder, "planted"), folders));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(planted.map(([rule, file]) => [rule, file] as const))(
  "%s refuses the breach in %s and says what to do",
  (rule, file) => {
    const found = breaches.filter((breach) => breach.rule === rule && breach.from === file);
    expect(found).not.toEqual([]);
    expect(found.every((breach) => breach.comment.length > 20)).toBe(true);
  },
);

test("a house in order is not refused, but for main past the door", async () => {
  build(join(folder, "sound"), {
    ...sound,
    ...extra,
    "server/src/kernel/knot.ts": "export const a = 1;",
    "server/src/kernel/knot-b.ts": "export const b = 1;",
  });
  const clean = await cruise(join(folder, "sound"), folders);
  expect(clean.breaches.map((breach) => breach.rule)).toEqual(["main-through-the-door"]);
  expect(clean.modules).toBe(Object.keys(sound).length + 3);
});

test("an import checker that reads fewer modules than there are is refused", () => {
  expect(blindness(0, 230)).toContain("only 0 modules were read of 230");
  expect(blindness(0, 0)).toContain("only 0 modules were read of 150");
  expect(blindness(230, 230)).toBeUndefined();
});
