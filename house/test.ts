import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { closingOf } from "./closing-line.ts";
import type { TestReport } from "./closing-line.ts";
import { assertNodeVersion } from "./node-version.ts";
import { root } from "./tool.ts";

/**
 * `npm test`: every test, those in a browser included, and the closing line. Arguments go to the runner, so that
 * `npm test -- server/src/kernel` runs one room; then the browser is not asked for.
 */
async function runTests(args: readonly string[]): Promise<number> {
  const missing = args.length === 0 ? ensureBrowser() : undefined;
  if (missing !== undefined) console.error(missing);
  const folder = mkdtempSync(join(tmpdir(), "xinheng-tests-"));
  const reportFile = join(folder, "report.json");
  try {
    const child = spawn(
      process.execPath,
      [
        `${root}/node_modules/vitest/vitest.mjs`,
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportFile}`,
        ...args,
      ],
      { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
    );
    await once(child, "close");
    const closing = closingOf(readReport(reportFile), child.exitCode ?? 1);
    console.log(`\n${closing.line}`);
    return missing === undefined ? closing.exitCode : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that died before its report leaves none: then nothing passed. */
function readReport(file: string): TestReport {
  if (!existsSync(file))
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  return JSON.parse(readFileSync(file, "utf8")) as TestReport;
}

assertNodeVersion();
process.exitCode = await runTests(process.argv.slice(2));
