import { createHash } from "node:crypto";
import type { Fault } from "./fault.ts";

/** Where the checksums of the migrations stand, one `sha256  name` a line, appended by house/seal.ts. */
export const checksumsPath = "server/migrations/checksums.txt";

export function checksumOf(sql: string): string {
  return createHash("sha256").update(sql, "utf8").digest("hex");
}

/** Checksums by file name. */
export function readChecksums(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [sum = "", name = ""] = line.trim().split(/\s+/);
      return [name, sum] as const;
    }),
  );
}

export interface History {
  /** File name to SQL. */
  readonly migrations: ReadonlyMap<string, string>;
  /** The text of checksums.txt; undefined where it is missing. */
  readonly checksums: string | undefined;
  /** Lines that were ever taken out of checksums.txt. */
  readonly removed: readonly string[];
}

/** One line of history, forward only: what was once sealed is never changed, renamed or removed. */
export function migrationFaults(history: History): readonly Fault[] {
  const found: Fault[] = [];
  const at = (name: string, message: string): void => {
    found.push({ file: `server/migrations/${name}`, line: 0, rule: "old-migration", message });
  };
  const sealed = readChecksums(history.checksums ?? "");
  for (const [name, sum] of sealed) {
    const sql = history.migrations.get(name);
    if (sql === undefined) at(name, "is sealed and gone: bring it back.");
    else if (checksumOf(sql) !== sum) at(name, "was sealed and has changed: undo it, and write a new migration.");
  }
  [...history.migrations.keys()].forEach((name, index) => {
    if (!sealed.has(name)) at(name, 'is not sealed: run "node house/seal.ts" once it is final.');
    const number = String(index + 1).padStart(4, "0");
    if (!new RegExp(`^${number}-[a-z0-9-]+\\.sql$`).test(name))
      at(name, `should be called ${number}-<name>.sql: one line without gaps.`);
  });
  for (const line of history.removed) {
    const name = line.trim().split(/\s+/)[1] ?? line;
    at("checksums.txt", `the line of ${name} was removed or changed in the past: this file only grows.`);
  }
  return found;
}
