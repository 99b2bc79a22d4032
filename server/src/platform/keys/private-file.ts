import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";

/** Makes a folder that only we may enter. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/**
 * The text of a file that only we may read; made from `make` when there is none, whole and on disk before it is used, and
 * the same for all when several processes come first at once. Throws when anybody else may read it: a key that others
 * have seen must be replaced by a person, not quietly locked up again.
 */
export function readOrCreatePrivate(file: string, make: () => string): string {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) create(file, make());
  const { mode, uid } = statSync(file);
  if ((mode & 0o077) !== 0) throw new Error(`${file} may be read by others (mode ${(mode & 0o777).toString(8)})`);
  if (uid !== process.getuid?.()) throw new Error(`${file} belongs to another user`);
  return readFileSync(file, "utf8");
}

/** Puts a text in place of a private file's: after a crash there stands the one or the other, whole. */
export function replacePrivate(file: string, text: string): void {
  renameSync(writeBeside(file, text), file);
  syncFolder(path.dirname(file));
}

/** Writes a private file beside the one it is meant for; it is whole and on disk when its name comes back. */
function writeBeside(file: string, text: string): string {
  const made = `${file}.${randomBytes(6).toString("hex")}.new`;
  const descriptor = openSync(made, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return made;
}

function create(file: string, text: string): void {
  const made = writeBeside(file, text);
  try {
    // A link never replaces: whoever comes second reads what the first has made.
    linkSync(made, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(made);
  }
  syncFolder(path.dirname(file));
}

/** Makes the entries of a folder durable. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
