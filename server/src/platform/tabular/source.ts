import { TabularRefusal } from "./tabular-refusal.ts";
import type { IsHeader, Limits } from "./table.ts";

/** A forward stream of the file's bytes; each call starts again from the first byte. */
export type ByteSource = () => AsyncIterable<Buffer>;

/** Bytes of a file by position, for workbooks: their directory stands at the end. Decrypted bytes stay in memory. */
export interface RandomAccess {
  readonly size: number;
  /** Exactly `length` bytes from `offset`; fewer count as a damaged file. */
  read(offset: number, length: number): Promise<Buffer>;
}

const PIECE = 256 * 1024;

/** Guards one reading: bytes, time and the caller's wish to stop. Every wait for the source goes through it. */
export class Watch {
  readonly limits: Limits;
  readonly #signal: AbortSignal | undefined;
  readonly #deadline: number;

  constructor(limits: Limits, signal?: AbortSignal) {
    this.limits = limits;
    this.#signal = signal;
    this.#deadline = limits.msMax === undefined ? Infinity : performance.now() + limits.msMax;
  }

  check(): void {
    if (this.#signal?.aborted === true) throw new TabularRefusal("tabular.stopped");
    if (performance.now() > this.#deadline) throw this.#tooSlow();
  }

  /** The promise's result, or a refusal when the caller stops or the time is over first. */
  async wait<T>(promise: Promise<T>): Promise<T> {
    const signal = this.#signal;
    if (signal === undefined && this.#deadline === Infinity) return promise;
    const { promise: ended, reject } = Promise.withResolvers<never>();
    const stop = (): void => reject(new TabularRefusal("tabular.stopped"));
    const left = this.#deadline - performance.now();
    const timer = left < 2 ** 31 ? setTimeout(() => reject(this.#tooSlow()), left) : undefined;
    signal?.addEventListener("abort", stop);
    try {
      this.check();
      return await Promise.race([promise, ended]);
    } catch (error) {
      promise.catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  #tooSlow(): TabularRefusal {
    return new TabularRefusal("tabular.too-slow", { values: { msMax: this.limits.msMax ?? 0 } });
  }
}

/** What each reader needs besides the bytes. */
export interface ReadSetup {
  readonly watch: Watch;
  readonly isHeader?: IsHeader | undefined;
}

function tooLarge(limits: Limits): TabularRefusal {
  return new TabularRefusal("tabular.too-large", { values: { bytesMax: limits.bytesMax } });
}

/**
 * The source's bytes in pieces of at most 256 KiB, so that one huge chunk cannot make one huge batch.
 * A source that hangs is left behind, not awaited, when the watch ends the reading.
 */
export async function* guardedBytes(source: ByteSource, watch: Watch): AsyncGenerator<Buffer> {
  const iterator = source()[Symbol.asyncIterator]();
  let total = 0;
  let done = false;
  try {
    for (;;) {
      const next = await watch.wait(Promise.resolve(iterator.next()));
      done = next.done === true;
      if (next.done === true) return;
      total += next.value.length;
      if (total > watch.limits.bytesMax) throw tooLarge(watch.limits);
      for (let at = 0; at < next.value.length; at += PIECE) {
        watch.check();
        yield next.value.subarray(at, at + PIECE);
      }
    }
  } finally {
    if (!done) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** Reads through the watch and insists on the full length. */
export async function readExactly(
  access: RandomAccess,
  watch: Watch,
  range: { readonly offset: number; readonly length: number },
): Promise<Buffer> {
  const { offset, length } = range;
  if (offset < 0 || offset + length > access.size) throw new TabularRefusal("tabular.damaged");
  const bytes = await watch.wait(access.read(offset, length));
  if (bytes.length !== length) throw new TabularRefusal("tabular.damaged");
  return bytes;
}

/** The bytes of `range` in pieces, as a stream. */
export async function* rangeBytes(
  access: RandomAccess,
  watch: Watch,
  range: { readonly offset: number; readonly length: number },
): AsyncGenerator<Buffer> {
  const end = range.offset + range.length;
  for (let offset = range.offset; offset < end; offset += PIECE) {
    yield await readExactly(access, watch, { offset, length: Math.min(PIECE, end - offset) });
  }
}

/** Bytes already in memory as a random-access source. */
export function bufferAccess(bytes: Buffer): RandomAccess {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
