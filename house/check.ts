import { checkContract } from "./contract.ts";
import { checkFormat, checkImports, checkLint, checkPolicy, checkTidy, checkTypes } from "./checks.ts";
import type { Verdict } from "./checks.ts";
import { assertNodeVersion } from "./node-version.ts";

/** `npm run check`: everything that can be refused without running the product. One line a check, faults in full. */
const checks: readonly (readonly [name: string, run: () => Promise<Verdict>])[] = [
  ["types", checkTypes],
  ["lint", checkLint],
  ["imports", checkImports],
  ["tidy", checkTidy],
  ["policy", checkPolicy],
  ["contract", checkContract],
  ["format", checkFormat],
];

/** One mistake at the root can refuse every file; the first of them tell as much as all. */
const shownMax = 60;

async function runCheck(name: string, run: () => Promise<Verdict>): Promise<boolean> {
  const start = performance.now();
  const verdict = await run().catch((error: unknown): Verdict => ({ faults: [String(error)], note: "could not run" }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const result = verdict.faults.length === 0 ? "ok" : `${verdict.faults.length} FAULTS`;
  console.log(`${name.padEnd(9)} ${result.padEnd(10)} ${verdict.note}, ${seconds} s`);
  for (const fault of verdict.faults.slice(0, shownMax)) console.log(`  ${fault.replaceAll("\n", "\n  ")}`);
  if (verdict.faults.length > shownMax) console.log(`  ... and ${verdict.faults.length - shownMax} more`);
  return verdict.faults.length === 0;
}

assertNodeVersion();
const wanted = process.argv.slice(2);
const chosen = checks.filter(([name]) => wanted.length === 0 || wanted.includes(name));
let isGreen = chosen.length > 0;
for (const [name, run] of chosen) isGreen = (await runCheck(name, run)) && isGreen;
process.exitCode = isGreen ? 0 : 1;
