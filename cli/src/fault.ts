import { fill } from "./fill.ts";
import { faultTexts, systemReasons } from "./text.ts";
import type { FaultText } from "./text.ts";

/** What the process says to its caller at the end. */
export const EXIT = { well: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

export type FaultCode = keyof typeof faultTexts;

/** A problem document (RFC 9457) as stdout shows it: the server's own, whole, or one made here. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly [member: string]: unknown;
}

/** Ends a command: the problem goes to stdout, its words to stderr. Caught in `run` alone. */
export class Fault extends Error {
  readonly problem: Problem;
  readonly exit: Exit;

  constructor(problem: Problem, exit: Exit) {
    super(problem.code);
    this.name = "Fault";
    this.problem = problem;
    this.exit = exit;
  }
}

/** The server may do it later: no answer, a cut connection, or an answer that says so. */
export class NotNow extends Fault {
  /** False where no connection could be made at all: then nothing was begun either. */
  readonly connected: boolean;
  /** What to wait at least, by the server's word. */
  readonly retryAfterMs: number;

  constructor(
    problem: Problem,
    more: { readonly exit: Exit; readonly connected: boolean; readonly retryAfterMs?: number },
  ) {
    super(problem, more.exit);
    this.name = "NotNow";
    this.connected = more.connected;
    this.retryAfterMs = more.retryAfterMs ?? 0;
  }
}

type Values = Readonly<Record<string, string | number>>;

/** A problem of this side, in the words of `text.ts`. */
export function problemOf(code: FaultCode, values: Values = {}): Problem {
  const { title, detail }: FaultText = faultTexts[code];
  return { type: `/problems/${code}`, title, ...(detail === undefined ? {} : { detail: fill(detail, values) }), code };
}

/** A fault of this side. Wrong usage unless said otherwise. */
export function fault(wrong: { readonly code: FaultCode; readonly values?: Values; readonly exit?: Exit }): Fault {
  return new Fault(problemOf(wrong.code, wrong.values), wrong.exit ?? EXIT.usage);
}

/** The system's code of an error, `ENOENT` or `ECONNREFUSED`; fetch hides it in the cause. Never its message. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if (error.cause instanceof Error) return codeOf(error.cause);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** The same in words; the bare code where there are none. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return systemReasons[code] ?? code;
}
