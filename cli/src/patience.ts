import { NotNow } from "./fault.ts";
import type { Server } from "./server.ts";
import { tell } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { sayings } from "./text.ts";

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
/** How long nothing may move before the command gives up. A restart of a large platform takes a minute or two. */
const GIVE_UP_MS = 10 * 60_000;

/** Waits out interruptions, longer each time, and gives up when nothing has moved for ten minutes. */
export class Patience {
  readonly #terminal: Terminal;
  readonly #server: Server;
  #tries = 0;
  #since: number;

  constructor(terminal: Terminal, server: Server) {
    this.#terminal = terminal;
    this.#server = server;
    this.#since = terminal.now();
  }

  /** Something moved: the next interruption is met with fresh patience. */
  moved(): void {
    this.#tries = 0;
    this.#since = this.#terminal.now();
  }

  /** Waits before the next try. Throws the fault when waiting does not help. */
  async wait(error: unknown): Promise<void> {
    if (!(error instanceof NotNow) || this.#isHopeless(error)) throw error;
    const ms = Math.max(error.retryAfterMs, Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries));
    this.#tries += 1;
    const { title, detail } = error.problem;
    const reason = detail ?? title;
    tell(this.#terminal, sayings.waiting, { reason: reason.replace(/\u3002$/, ""), seconds: Math.ceil(ms / 1000) });
    // Up to a quarter more, so that the clients of a restarted server do not all come back at once.
    await this.#terminal.sleep(ms * (1 + Math.random() / 4));
  }

  /** A server that was never met is a wrong address sooner than an interruption. */
  #isHopeless(error: NotNow): boolean {
    return (!error.connected && !this.#server.met) || this.#terminal.now() - this.#since > GIVE_UP_MS;
  }
}

/** Asks until there is an answer. For what may be asked twice. */
export async function patiently<T>(patience: Patience, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const answered = await ask();
      patience.moved();
      return answered;
    } catch (error) {
      await patience.wait(error);
    }
  }
}
