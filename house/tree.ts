import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Every text file of the project by its path from the root, with its text. */
export type Tree = ReadonlyMap<string, string>;

const textFile = /(^|\/)(\.[a-z.]+|[A-Z]+|[^/]+\.(tsx?|js|mjs|cjs|sql|md|json|yaml|yml|css|html|txt|sh|csv))$/;
const notRead = /^(package-lock\.json|contract\/openapi\.json|contract\/client\.ts)$/;

/** Reads the files that git knows or would take in, so that ignored folders never count. */
export function readTree(root: string): Tree {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listed.split("\0"))].filter((path) => path !== "" && existsSync(`${root}/${path}`)).sort();
  return new Map(
    paths.map((path) => {
      const isRead = textFile.test(path) && !notRead.test(path);
      return [path, isRead ? readFileSync(`${root}/${path}`, "utf8") : ""] as const;
    }),
  );
}

/**
 * The lines that history has ever taken out of a file that may only grow.
 * Empty where there is no history, as in an unpacked archive.
 */
export function linesRemovedInHistory(root: string, path: string): readonly string[] {
  if (!existsSync(`${root}/.git`)) return [];
  const log = execFileSync("git", ["log", "--format=", "-p", "--unified=0", "--", path], {
    cwd: root,
    encoding: "utf8",
  });
  return log
    .split("\n")
    .filter((line) => line.startsWith("-") && !line.startsWith("---"))
    .map((line) => line.slice(1));
}
