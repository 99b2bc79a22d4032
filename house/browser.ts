import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where Debian puts the browser that the browser tests drive. */
export const chromiumPath = "/usr/bin/chromium";

const packages = ["chromium", "fonts-noto-cjk"];

/**
 * Makes sure that the browser is there, so that no browser test is left out in silence.
 * Root on Debian gets it installed; anyone else is told how.
 * @returns what is missing and the cure, or undefined when the browser is there.
 */
export function ensureBrowser(): string | undefined {
  if (existsSync(chromiumPath)) return undefined;
  const cure = `the browser tests need ${chromiumPath}: apt-get install ${packages.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return cure;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-q"],
    ["install", "-y", "-q", "--no-install-recommends", ...packages],
  ]) {
    const { status } = spawnSync("apt-get", args, { env, stdio: ["ignore", "inherit", "inherit"] });
    if (status !== 0) return `apt-get ${args[0] ?? ""} failed; ${cure}`;
  }
  return existsSync(chromiumPath) ? undefined : cure;
}
