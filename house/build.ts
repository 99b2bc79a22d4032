import { existsSync } from "node:fs";
import { assertNodeVersion } from "./node-version.ts";
import { root, runTool } from "./tool.ts";

/**
 * `npm run build`, and of itself after `npm ci`: the workbench, from its sources into `web/workbench/dist`. Where the
 * tools of development were left out there is nothing to build with: that is said, and is no failure of the install.
 */
async function build(): Promise<number> {
  const script = "vite/bin/vite.js";
  if (!existsSync(`${root}/node_modules/${script}`)) {
    console.log("workbench: not built, vite is not installed (npm ci without --omit=dev builds it)");
    return 0;
  }
  const result = await runTool({ script, args: ["build", "--logLevel", "warn"], cwd: `${root}/web/workbench` });
  const said = `${result.output}${result.errors}`.trim();
  if (said !== "") console.log(said);
  console.log(result.exitCode === 0 ? "workbench: built" : `workbench: the build failed (${result.exitCode})`);
  return result.exitCode;
}

assertNodeVersion();
process.exitCode = await build();
