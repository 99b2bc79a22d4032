import type { Merge } from "../head-row.ts";
import { columnOf } from "./sheet-handler.ts";
import { attribute, XmlScanner, type XmlHandler } from "./xml-scanner.ts";

/** Merges stand behind the rows, where a reader of rows learns of them too late. */
const MARK = Buffer.from("sheetData>");
const TAIL_MAX = 8 * 1024 * 1024;
/** Only heads are filled from merges; they stand in the first rows. */
const LAST_HEAD_ROW = 200;
const MERGES_MAX = 10_000;

class MergesHandler implements XmlHandler {
  readonly merges: Merge[] = [];
  readonly listens = false;

  open(name: string, attributes: string): void {
    if (name !== "mergeCell" || this.merges.length >= MERGES_MAX) return;
    const found = /^([a-z]{1,3})([0-9]{1,8}):([a-z]{1,3})([0-9]{1,8})$/i.exec(attribute(attributes, "ref") ?? "");
    if (found === null) return;
    const [, left = "", top = "", right = "", bottom = ""] = found;
    const merge = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
    if (merge.top <= LAST_HEAD_ROW) this.merges.push(merge);
  }

  close(): void {
    return;
  }

  text(): void {
    return;
  }
}

/** What follows the last `sheetData>` of a stream, at most 8 MiB of it. */
class Tail {
  #pieces: Buffer[] = [];
  #size = 0;
  #isOpen = false;
  #overlap: Buffer = Buffer.alloc(0);

  push(piece: Buffer): void {
    const all = Buffer.concat([this.#overlap, piece]);
    const at = all.lastIndexOf(MARK);
    if (at >= 0) {
      this.#isOpen = true;
      this.#pieces = [Buffer.from(all.subarray(at + MARK.length))];
      this.#size = all.length - at - MARK.length;
    } else if (this.#isOpen && this.#size < TAIL_MAX) {
      this.#pieces.push(Buffer.from(piece));
      this.#size += piece.length;
    }
    const kept = at >= 0 ? at + MARK.length : 0;
    this.#overlap = Buffer.from(all.subarray(Math.max(kept, all.length - MARK.length + 1)));
  }

  text(): string {
    return Buffer.concat(this.#pieces).toString("utf8");
  }
}

/**
 * Unpacks a sheet to its end (which proves size and checksum) and returns the merged ranges that begin in its first
 * rows. The merges are a hint for the heads: a list that cannot be read is passed over.
 */
export async function inspectSheet(bytes: AsyncIterable<Buffer>): Promise<Merge[]> {
  const tail = new Tail();
  for await (const piece of bytes) tail.push(piece);
  const handler = new MergesHandler();
  new XmlScanner(handler, TAIL_MAX * 2).feed(tail.text());
  return handler.merges;
}
