/** What has come and was not taken yet, for one taker. */
export class Mailbox<T> {
  readonly #items: T[] = [];
  #fault: { readonly error: unknown } | undefined;
  #waiting: (() => void) | undefined;

  put(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  /** Nothing more will come: `next` throws the first such error once it is empty. */
  fail(error: unknown): void {
    this.#fault ??= { error };
    this.#wake();
  }

  async next(): Promise<T> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) return item;
      if (this.#fault !== undefined) throw this.#fault.error;
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
  }

  #wake(): void {
    this.#waiting?.();
    this.#waiting = undefined;
  }
}

/** How far a sender may run ahead: `take` waits while as many messages as at the beginning are not answered for. */
export class Credit {
  #left: number;
  #waiting: (() => void) | undefined;

  constructor(left: number) {
    this.#left = left;
  }

  async take(): Promise<void> {
    while (this.#left === 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
    this.#left -= 1;
  }

  give(): void {
    this.#left += 1;
    this.#waiting?.();
    this.#waiting = undefined;
  }
}
