// `xinheng policy lint`: judges policy folders as a start would, without starting. Run on the server's own machine.
//   policy-lint.ts [--folder DIR] [--region CODE] [--day YYYY-MM-DD]
// stdout: {region, day, folders, faults: [{file, line, column, code, message, cure, article?}]}, or a problem.
// stderr: one Chinese line a fault, with file and line. Exit 0 sound, 1 faults, 2 it could not be judged.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseDay } from "../kernel/day.ts";
import type { Day } from "../kernel/day.ts";
import { openClock } from "../platform/clock.ts";
import { problemBody } from "../platform/http/problem.ts";
import type { Fault } from "../policy/fault.ts";
import { lintPolicy } from "../policy/lint.ts";
import { faultLine, faultText } from "../policy/text.ts";
import { readConfig } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { refusalTexts } from "./refusal-texts.ts";
import { complain, explainFailure, say } from "./terminal.ts";

const SHIPPED = fileURLToPath(new URL("../../../policy", import.meta.url));
const UNJUDGED = 2;

/** What is judged: folders in order, the shipped one first. */
export interface LintWish {
  readonly folders: readonly string[];
  readonly region: string;
  readonly day: Day;
}

type Environment = Readonly<Record<string, string | undefined>>;

function usageRefused(): StartRefused {
  const usage = "policy-lint.ts [--folder DIR] [--region CODE] [--day YYYY-MM-DD]";
  return new StartRefused({ code: "main.usage", kind: "invalid", values: { usage } });
}

/** Arguments over environment: what a server started here today would read, unless told otherwise. Throws `StartRefused`. */
export function readLintWish(args: readonly string[], env: Environment): LintWish {
  const text = { type: "string" } as const;
  let given;
  try {
    given = parseArgs({ args: [...args], options: { folder: text, region: text, day: text } }).values;
  } catch {
    throw usageRefused();
  }
  const { folder = env["XINHENG_POLICY"], region = env["XINHENG_REGION"], day } = given;
  const config = required(readConfig({ ...env, XINHENG_POLICY: folder, XINHENG_REGION: region }));
  const asked = day === undefined ? required(openClock(config.clock)).today() : parseDay(day);
  if (asked === undefined) throw usageRefused();
  // A folder that was named must exist, and lint says so; the one in the data folder may.
  const own = config.policyNamed || existsSync(config.policyFolder) ? [config.policyFolder] : [];
  return { folders: [SHIPPED, ...own], region: config.region, day: asked };
}

/** The document on stdout. */
export function lintDocument(wish: LintWish, faults: readonly Fault[]): object {
  const told = faults.map(({ file, line, column, code, article, ...fault }) => ({
    file,
    line,
    column,
    code,
    ...faultText({ file, line, column, code, ...fault }),
    ...(article === undefined ? {} : { article }),
  }));
  return { region: wish.region, day: wish.day, folders: wish.folders, faults: told };
}

function main(): void {
  try {
    const wish = readLintWish(process.argv.slice(2), process.env);
    const faults = lintPolicy(wish.folders, wish.region, wish.day);
    say(JSON.stringify(lintDocument(wish, faults)));
    complain(faults.map(faultLine));
    process.exitCode = faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    say(JSON.stringify(problemBody(error.refusal, refusalTexts)));
    complain(explainFailure(error));
    process.exitCode = UNJUDGED;
  }
}

if (import.meta.main) main();
