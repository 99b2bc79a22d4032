// A table that turned up: which export it came from.
import { open } from "node:fs/promises";
import type { Call, Command } from "../call.ts";
import { EXIT, fault, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { countIn, fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell, tellTable } from "../terminal.ts";
import { heads, sayings } from "../text.ts";

/** What fits into one question; of a longer text file so much of its beginning is enough to know it by. */
const BYTES_MAX = 700_000;
const NEWLINE = 0x0a;
/** A workbook is a ZIP archive: the beginning of one is nothing. */
const ARCHIVE = Buffer.from("PK");

async function beginningOf(file: string): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const handle = await open(file).catch((error: unknown) => {
    throw fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } });
  });
  try {
    const room = Buffer.alloc(BYTES_MAX + 1);
    const { bytesRead } = await handle.read(room, 0, room.length, 0);
    const read = room.subarray(0, bytesRead);
    if (bytesRead <= BYTES_MAX) return { bytes: read, whole: true };
    if (read.subarray(0, ARCHIVE.length).equals(ARCHIVE)) {
      throw fault({ code: "cli.file-unreadable", values: { file, reason: sayings.workbookTooLarge } });
    }
    return { bytes: read.subarray(0, read.lastIndexOf(NEWLINE) + 1), whole: false };
  } catch (error) {
    throw error instanceof Error && "code" in error
      ? fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } })
      : error;
  } finally {
    await handle.close();
  }
}

function rowOf(item: Fields): readonly string[] {
  const { inOrder } = item;
  const share = typeof inOrder === "number" ? `${Math.round(inOrder * 100)}%` : "—";
  const texts = ["export", "at", "organisationName"].map((name) => textIn(item, name));
  return [...texts, String(countIn(item, "common")), share, item["named"] === true ? sayings.yes : ""];
}

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const { bytes, whole } = await beginningOf(call.place(0));
  if (!whole) tell(terminal, sayings.beginningOnly, { size: `${BYTES_MAX / 1000} kB` });
  const server = openAsAccount(terminal);
  const json = { file: bytes.toString("base64"), reason: call.needed("reason") };
  const found = fieldsOf(server.json(await server.ask({ method: "POST", path: "/api/v1/exports/traces", json })));
  await answer(terminal, found);
  const items = listIn(found, "exports");
  if (items.length > 0) {
    tellTable(terminal, [
      [heads.export, heads.at, heads.organisation, heads.common, heads.inOrder, heads.named],
      ...items.map(rowOf),
    ]);
  }
  tell(terminal, sayings.traced, { rows: countIn(found, "rows"), count: items.length });
  return EXIT.well;
}

/** `xinheng trace FILE`. */
export const trace: Command = { options: { reason: { type: "string" } }, places: ["file"], needs: ["reason"], run };
