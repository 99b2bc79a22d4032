import pino from "pino";
import type { Clock } from "../clock.ts";

/** What a line may tell beside its message. Nothing else reaches the log, whatever it is handed at run time. */
export interface LogFields {
  readonly method?: string;
  /** The pattern, `/subjects/:uscc`; never a path or a query. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly bytes?: number;
  /** Number of the request, for finding its lines. */
  readonly request?: string;
  readonly batch?: string;
  readonly job?: string;
  readonly count?: number;
  /** Code of a refusal. */
  readonly code?: string;
  readonly port?: number;
  readonly version?: string;
  /** Told by class, SQLSTATE and place only: messages of errors quote values, and values can be personal data. */
  readonly error?: unknown;
}

export interface Log {
  /** `message` is a constant of the program. */
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export interface LogOptions {
  readonly clock: Clock;
  /** Where the lines go, one JSON object each; standard output unless given. */
  readonly sink?: { write(line: string): void };
  readonly level?: "info" | "warn" | "error" | "silent";
}

type Plain = string | number;

const allowed: Readonly<Record<Exclude<keyof LogFields, "error">, true>> = {
  method: true,
  route: true,
  status: true,
  milliseconds: true,
  bytes: true,
  request: true,
  batch: true,
  job: true,
  count: true,
  code: true,
  port: true,
  version: true,
};
const textMax = 200;
const causesMax = 4;

/** Opens the log of the process. */
export function openLog({ clock, sink, level = "info" }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  };
  const logger = sink === undefined ? pino(options) : pino(options, sink);
  return {
    info: (message, fields = {}) => logger.info(tell(fields), message),
    warn: (message, fields = {}) => logger.warn(tell(fields), message),
    error: (message, fields = {}) => logger.error(tell(fields), message),
  };
}

function tell(fields: LogFields): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === "error") told["error"] = tellError(value);
    else if (Object.hasOwn(allowed, name) && isPlain(value))
      told[name] = typeof value === "string" ? clip(value) : value;
  }
  return told;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "string" || typeof value === "number";
}

function clip(text: string): string {
  return text.length > textMax ? text.slice(0, textMax) : text;
}

/** One entry an error and its causes: class, code, and the frames of its stack without the message above them. */
function tellError(error: unknown): readonly Record<string, unknown>[] {
  const told: Record<string, unknown>[] = [];
  for (let at = error; at !== undefined && told.length < causesMax; at = at instanceof Error ? at.cause : undefined) {
    if (!(at instanceof Error)) {
      told.push({ type: typeof at });
      continue;
    }
    const code = "code" in at && isPlain(at.code) ? { code: at.code } : {};
    told.push({ type: at.constructor.name, ...code, at: framesOf(at) });
  }
  return told;
}

function framesOf(error: Error): readonly string[] {
  const { stack, message } = error;
  if (stack === undefined) return [];
  // The message stands first and may itself have lines that look like frames.
  const from = stack.indexOf(message);
  const frames = from === -1 ? "" : stack.slice(from + message.length);
  return frames
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}
