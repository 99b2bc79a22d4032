import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { rangeBytes, type RandomAccess, type Watch } from "../source.ts";
import { TabularRefusal } from "../tabular-refusal.ts";
import { packedRange, type ZipDirectory, type ZipEntry } from "./zip-directory.ts";

const EXEMPT = 1024 * 1024;
const UNPACKED_MAX = 4 * 1024 ** 3;
const STORED = 0;
const DEFLATED = 8;

/** Zlib's own errors mean damaged data; others come from the source and pass. */
function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? new TabularRefusal("tabular.damaged") : error;
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const piece of inflate) if (piece instanceof Buffer) yield piece;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The parts of one archive, read as streams, with one account of all bytes unpacked. */
export class Archive {
  readonly #access: RandomAccess;
  readonly #watch: Watch;
  readonly #directory: ZipDirectory;
  #unpacked = 0;

  constructor(access: RandomAccess, watch: Watch, directory: ZipDirectory) {
    this.#access = access;
    this.#watch = watch;
    this.#directory = directory;
  }

  find(name: string): ZipEntry | undefined {
    return this.#directory.get(name);
  }

  /**
   * The part's bytes in pieces. Held against the declared size while they come, against size and CRC-32 at the end;
   * the ratio is refused from the declaration, before a byte is unpacked.
   */
  async *read(entry: ZipEntry): AsyncGenerator<Buffer> {
    const { ratioMax, unpackedMax = UNPACKED_MAX } = this.#watch.limits;
    if (entry.unpacked > EXEMPT && entry.unpacked > entry.packed * ratioMax) {
      throw new TabularRefusal("tabular.ratio", { values: { ratioMax } });
    }
    const range = await packedRange(this.#access, this.#watch, entry);
    const packed = rangeBytes(this.#access, this.#watch, range);
    let size = 0;
    let crc = 0;
    for await (const piece of this.#unpack(entry.method, packed)) {
      this.#watch.check();
      size += piece.length;
      this.#unpacked += piece.length;
      if (size > entry.unpacked) throw new TabularRefusal("tabular.damaged");
      if (this.#unpacked > unpackedMax) throw new TabularRefusal("tabular.ratio", { values: { unpackedMax } });
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.unpacked || crc !== entry.crc) throw new TabularRefusal("tabular.damaged");
  }

  #unpack(method: number, packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    if (method === STORED) return packed;
    if (method === DEFLATED) return inflated(packed);
    throw new TabularRefusal("tabular.damaged");
  }
}
