import { constants } from "node:fs";
import { chmod, mkdir, open, readdir, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { granted, refused, type Outcome } from "../../kernel/refusal.ts";
import {
  afterFrame,
  frameMax,
  frameScratch,
  headerLength,
  opensHeader,
  readFrame,
  sealFrame,
  sealHeader,
  spoolStart,
  type SpoolKey,
  type SpoolPosition,
} from "./spool-frame.ts";

/**
 * Encrypted files that grow at their end, for uploads. What an append has acknowledged is on the disk, whatever happens
 * next; what a crash tore is cut off before anybody sees it. Several processes may share the folder, as long as the
 * caller lets only one of them append to an id at a time (a lock of the database).
 * A wrong key throws and changes nothing. Ids are lower-case letters, digits and hyphens, at most 64.
 */
export interface Spool {
  /**
   * Adds `chunk` at exactly `offset` (plain bytes) and resolves with the size after it. Refuses with `spool.offset`
   * (the values name the real `size`) or, while another append to the same id runs, `spool.busy`.
   */
  append(part: SpoolKey & { readonly offset: number; readonly chunk: Uint8Array }): Promise<Outcome<number>>;
  /**
   * The same for a stream, in bounded memory, synced every 8 MB. Past `limit` (plain bytes of the whole file) it refuses
   * with `spool.too-large` and the file is as before. When the stream itself fails, what came is kept and the error thrown.
   */
  appendStream(part: SpoolStreamPart): Promise<Outcome<number>>;
  /** Acknowledged plain bytes; 0 when there is no such file. */
  size(id: string, key: Uint8Array): Promise<number>;
  /** What was acknowledged when reading began, in pieces of at most 64 KiB. Throws when a piece was altered. */
  read(id: string, key: Uint8Array): AsyncIterable<Buffer>;
  /** Removes the file; that there is none is no error. */
  destroy(id: string): Promise<void>;
  /** Ids of all files, in order. */
  list(): Promise<readonly string[]>;
}

export type SpoolStreamPart = SpoolKey & {
  readonly offset: number;
  readonly stream: AsyncIterable<Uint8Array>;
  readonly limit: number;
};

const syncEvery = 8 * 1024 * 1024;

/** Opens a spool over a folder, which becomes ours alone (0700). */
export async function openSpool({ folder }: { readonly folder: string }): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const files = new SpoolFiles(folder);
  return {
    append: ({ chunk, ...part }) =>
      files.appendStream({ ...part, stream: once(chunk), limit: Number.MAX_SAFE_INTEGER }),
    appendStream: (part) => files.appendStream(part),
    size: (id, key) => files.size({ id, key }),
    read: (id, key) => files.read({ id, key }),
    destroy: (id) => files.destroy(id),
    list: async () => (await readdir(folder)).toSorted(),
  };
}

async function* once(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

class SpoolFiles {
  readonly #folder: string;
  /** What is on disk for certain. A file that is not here is read through before it is believed. */
  readonly #known = new Map<string, SpoolPosition>();
  readonly #busy = new Set<string>();
  /** Ids that this process is growing now: their files are longer than what is on disk for certain. */
  readonly #writing = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async appendStream(part: SpoolStreamPart): Promise<Outcome<number>> {
    const file = this.#file(part.id);
    if (this.#busy.has(part.id)) return refused({ code: "spool.busy", kind: "conflict" });
    this.#busy.add(part.id);
    try {
      const handle = await this.#openOrMake(file, part);
      try {
        return await this.#appendTo(handle, part);
      } finally {
        await handle.close();
      }
    } finally {
      this.#writing.delete(part.id);
      this.#busy.delete(part.id);
    }
  }

  async size(which: SpoolKey): Promise<number> {
    const handle = await openIfThere(this.#file(which.id), constants.O_RDONLY);
    if (handle === undefined) return 0;
    try {
      return (await this.#position(handle, which))?.plain ?? 0;
    } finally {
      await handle.close();
    }
  }

  async *read(which: SpoolKey): AsyncGenerator<Buffer> {
    const handle = await openIfThere(this.#file(which.id), constants.O_RDONLY);
    if (handle === undefined) return;
    try {
      const end = (await this.#position(handle, which)) ?? spoolStart;
      const scratch = frameScratch();
      for (let at = spoolStart; at.file < end.file;) {
        const plain = await readFrame(handle, which, at, scratch);
        if (plain === undefined) throw new Error(`spool ${which.id}: frame ${at.frames} was altered`);
        at = afterFrame(at, plain.length);
        yield plain;
      }
    } finally {
      await handle.close();
    }
  }

  async destroy(id: string): Promise<void> {
    await rm(this.#file(id), { force: true });
    this.#known.delete(id);
  }

  #file(id: string): string {
    if (!/^[a-z0-9-]{1,64}$/.test(id)) throw new RangeError(`spool id: ${id}`);
    return path.join(this.#folder, id);
  }

  async #openOrMake(file: string, which: SpoolKey): Promise<FileHandle> {
    const there = await openIfThere(file, constants.O_RDWR);
    if (there !== undefined) return there;
    const handle = await open(file, "wx+", 0o600);
    try {
      await writeAt(handle, sealHeader(which), 0);
      await handle.datasync();
      await syncFolder(this.#folder);
      this.#known.set(which.id, spoolStart);
      return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async #appendTo(handle: FileHandle, part: SpoolStreamPart): Promise<Outcome<number>> {
    const start = await this.#mendedPosition(handle, part);
    this.#writing.add(part.id);
    if (part.offset !== start.plain) {
      return refused({ code: "spool.offset", kind: "conflict", values: { size: start.plain } });
    }
    const writer = new FrameWriter(handle, part, start, (synced) => this.#known.set(part.id, synced));
    try {
      for await (const chunk of part.stream) {
        if (writer.plainEnd + chunk.length > part.limit) {
          await this.#cutBack(handle, part.id, start);
          return refused({ code: "spool.too-large", kind: "too-large", values: { limit: part.limit } });
        }
        await writer.add(chunk);
      }
    } catch (error) {
      // A caller that went away may come back and go on from here; if the disk itself fails, the last sync stands.
      await writer.finish().catch(() => this.#cutBack(handle, part.id, writer.synced));
      throw error;
    }
    await writer.finish();
    return granted(writer.synced.plain);
  }

  async #cutBack(handle: FileHandle, id: string, to: SpoolPosition): Promise<void> {
    this.#known.delete(id);
    await handle.truncate(to.file);
    await handle.datasync();
    this.#known.set(id, to);
  }

  /** Where the file stands; undefined when its making was torn, so that nothing was ever acknowledged. Changes nothing. */
  async #position(handle: FileHandle, which: SpoolKey): Promise<SpoolPosition | undefined> {
    const header = Buffer.alloc(headerLength);
    const { bytesRead } = await handle.read(header, 0, headerLength, 0);
    if (!opensHeader(which, header.subarray(0, bytesRead))) {
      if (bytesRead === headerLength && header.some((byte) => byte !== 0))
        throw new Error(`spool ${which.id}: wrong key`);
      return undefined;
    }
    const known = this.#known.get(which.id);
    // While we write ourselves, what is synced counts. Otherwise a file of another length was grown by another process.
    if (known !== undefined && (this.#writing.has(which.id) || (await handle.stat()).size === known.file)) return known;
    const whole = await lastWhole(handle, which, known ?? spoolStart);
    // An append may have begun meanwhile: what it has synced counts, not what was seen of its writing.
    const position = this.#writing.has(which.id) ? (this.#known.get(which.id) ?? whole) : whole;
    this.#known.set(which.id, position);
    return position;
  }

  /** Where to append. Cuts off what a crash tore: an old frame left behind could otherwise pass as the next one. */
  async #mendedPosition(handle: FileHandle, which: SpoolKey): Promise<SpoolPosition> {
    const position = await this.#position(handle, which);
    if (position === undefined) {
      await handle.truncate(0);
      await writeAt(handle, sealHeader(which), 0);
      await this.#cutBack(handle, which.id, spoolStart);
      return spoolStart;
    }
    if ((await handle.stat()).size > position.file) await this.#cutBack(handle, which.id, position);
    return position;
  }
}

/** Every frame is opened, not only counted: after a power cut a later frame can be on disk and an earlier one not. */
async function lastWhole(handle: FileHandle, which: SpoolKey, from: SpoolPosition): Promise<SpoolPosition> {
  const scratch = frameScratch();
  for (let at = from; ;) {
    const plain = await readFrame(handle, which, at, scratch);
    if (plain === undefined) return at;
    at = afterFrame(at, plain.length);
  }
}

/** Gathers chunks of any size into frames and syncs them in stretches. */
class FrameWriter {
  readonly #handle: FileHandle;
  readonly #which: SpoolKey;
  readonly #onSynced: (position: SpoolPosition) => void;
  readonly #pending = Buffer.allocUnsafe(frameMax);
  #pendingLength = 0;
  #written: SpoolPosition;
  #synced: SpoolPosition;

  constructor(handle: FileHandle, which: SpoolKey, start: SpoolPosition, onSynced: (position: SpoolPosition) => void) {
    this.#handle = handle;
    this.#which = which;
    this.#onSynced = onSynced;
    this.#written = start;
    this.#synced = start;
  }

  /** The position up to which everything is on disk. */
  get synced(): SpoolPosition {
    return this.#synced;
  }

  /** Plain bytes taken in so far, with those still to be written. */
  get plainEnd(): number {
    return this.#written.plain + this.#pendingLength;
  }

  async add(chunk: Uint8Array): Promise<void> {
    for (let from = 0; from < chunk.length;) {
      const taken = chunk.subarray(from, from + frameMax - this.#pendingLength);
      this.#pending.set(taken, this.#pendingLength);
      this.#pendingLength += taken.length;
      from += taken.length;
      if (this.#pendingLength === frameMax) await this.#flush();
    }
    if (this.#written.plain - this.#synced.plain >= syncEvery) await this.#sync();
  }

  async finish(): Promise<void> {
    if (this.#pendingLength > 0) await this.#flush();
    if (this.#written !== this.#synced) await this.#sync();
  }

  async #flush(): Promise<void> {
    const plain = this.#pending.subarray(0, this.#pendingLength);
    await writeAt(this.#handle, sealFrame(this.#which, this.#written, plain), this.#written.file);
    this.#written = afterFrame(this.#written, plain.length);
    this.#pendingLength = 0;
  }

  async #sync(): Promise<void> {
    await this.#handle.datasync();
    this.#synced = this.#written;
    this.#onSynced(this.#synced);
  }
}

async function writeAt(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function openIfThere(file: string, flags: number): Promise<FileHandle | undefined> {
  return open(file, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Makes a new file's name durable. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
