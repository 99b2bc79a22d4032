import { execFileSync } from "node:child_process";
import { root } from "./tool.ts";

/**
 * The seed from which the properties of a run draw: `XINHENG_SEED` if it is set, else one that belongs to the commit. A
 * commit is judged the same wherever its tests run, and every further commit draws other cases.
 */
export function runSeed(asked: string | undefined = process.env["XINHENG_SEED"], commit: string = head()): number {
  const seed = asked === undefined ? Number.parseInt(commit.slice(0, 7), 16) : Number(asked);
  if (Number.isInteger(seed)) return seed;
  throw new Error(`XINHENG_SEED is to be a whole number, not ${String(asked)}`);
}

/** The commit at hand; an unpacked archive has none and draws what it always draws. */
function head(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "0";
  }
}
