import { exportFaults, policyFileFaults, skippedTestFaults, sliceFaults, textFileFaults } from "./tidy/layout.ts";
import type { Fault } from "./tidy/fault.ts";
import { checksumsPath, migrationFaults } from "./tidy/migrations.ts";
import { refusalFaults } from "./tidy/refusals.ts";
import { parseSource } from "./tidy/source.ts";
import type { Source } from "./tidy/source.ts";
import { migrationSqlFaults, schemasOf, sourceSqlFaults } from "./tidy/sql.ts";
import { readTables, tableFaults } from "./tidy/tables.ts";
import {
  bannedChineseFaults,
  chineseFaults,
  fileNameFaults,
  markerFaults,
  nameFaults,
  sqlMarkerFaults,
} from "./tidy/words.ts";
import type { Tree } from "./tree.ts";

const code = /\.(tsx?|js|mjs|cjs)$/;
const test = /\.test\.ts$|(^|\/)test-[^/]+\.ts$/;
const product = /^(server|cli|log|web)\//;

/**
 * Everything that the types, the linter and the import rules cannot see: SQL, tables, words, places.
 * Pure: the tree is an argument, so that each rule can be tried with a planted fault.
 */
export function tidy(tree: Tree, removedChecksums: readonly string[] = []): readonly Fault[] {
  const paths = [...tree.keys()];
  const sources = paths.filter((path) => code.test(path)).map((path) => parseSource(path, tree.get(path) ?? ""));
  const migrations = migrationsOf(tree);
  const schemas = schemasOf(migrations);
  const shipped = sources.filter((source) => product.test(source.path) && !test.test(source.path));
  return [
    ...paths.flatMap((path) => fileNameFaults(path)),
    ...sliceFaults(paths),
    ...textFileFaults(paths),
    ...policyFileFaults(paths),
    ...sources.flatMap((source) => codeFaults(source)),
    ...shipped.flatMap((source) => [...sourceSqlFaults(source, schemas), ...bannedChineseFaults(source)]),
    // The workbench repeats refusals, and makes none.
    ...refusalFaults(shipped.filter(({ path }) => !path.startsWith("web/"))),
    ...sqlFileFaults(tree),
    ...tableFaults(readTables(migrations)),
    ...migrationFaults({
      migrations: byName(migrations),
      checksums: tree.get(checksumsPath),
      removed: removedChecksums,
    }),
  ];
}

/** What holds for every file of code, tests included. */
function codeFaults(source: Source): readonly Fault[] {
  return [
    ...exportFaults(source),
    ...chineseFaults(source),
    ...nameFaults(source),
    ...markerFaults(source),
    ...skippedTestFaults(source),
  ];
}

function migrationsOf(tree: Tree): ReadonlyMap<string, string> {
  return new Map([...tree].filter(([path]) => /^server\/migrations\/[^/]+\.sql$/.test(path)));
}

function byName(migrations: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...migrations].map(([path, sql]) => [path.slice("server/migrations/".length), sql]));
}

function sqlFileFaults(tree: Tree): readonly Fault[] {
  const files = [...tree].filter(([path]) => product.test(path) && path.endsWith(".sql"));
  return files.flatMap(([path, sql]) => [...migrationSqlFaults(path, sql), ...sqlMarkerFaults(path, sql)]);
}
