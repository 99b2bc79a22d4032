// What a person at the terminal reads when something could not be started.
import { describeRefusal, fillSlots } from "../platform/http/problem.ts";
import type { Config } from "./config.ts";
import { StartRefused } from "./failure.ts";
import { refusalTexts } from "./refusal-texts.ts";
import { SAYINGS } from "./text.ts";

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: SAYINGS.portTaken,
  EACCES: SAYINGS.portForbidden,
  EADDRNOTAVAIL: SAYINGS.noAddress,
  ENOTFOUND: SAYINGS.noAddress,
};

/** The lines that explain a failed start. Errors of the system keep their own words. */
export function explainFailure(error: unknown, config?: Config): readonly string[] {
  if (error instanceof StartRefused) {
    const { title, detail } = describeRefusal(error.refusal, refusalTexts);
    return [fillSlots(SAYINGS.failed, { title, detail }), ...error.lines];
  }
  const code = error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : "";
  const known = LISTEN_FAULTS[code];
  if (known !== undefined && config !== undefined) return [fillSlots(known, { port: config.port, host: config.host })];
  return [fillSlots(SAYINGS.fault, { message: error instanceof Error ? error.message : String(error) })];
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
