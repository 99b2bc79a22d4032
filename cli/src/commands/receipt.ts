import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { batchPath } from "../batch.ts";
import type { Call, Command } from "../call.ts";
import { codeOf, EXIT, fault, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import { sayings } from "../text.ts";

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const batch = call.place(0);
  const out = call.text("out");
  const server = openAsAccount(terminal);
  const reply = await server.ask({ method: "GET", path: batchPath(batch, "/receipt") });
  if (out === undefined) {
    await answer(terminal, { batch, receipt: reply.text });
    tell(terminal, sayings.receiptHint);
    return EXIT.well;
  }
  const file = await fileFor(out, batch);
  const kept = await keep(file, reply.text);
  await answer(terminal, { batch, file });
  tell(terminal, kept ? sayings.receiptSaved : sayings.receiptKept, { file });
  return EXIT.well;
}

/** In a folder a receipt is called after its batch. */
async function fileFor(out: string, batch: string): Promise<string> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return path.resolve(isFolder ? path.join(out, `${batch.replaceAll(/[^A-Za-z0-9-]/g, "")}.receipt`) : out);
}

/**
 * Writes a receipt whole or not at all, and never over another one: a receipt that changed is evidence.
 * @returns false where the same receipt was there before.
 */
async function keep(file: string, note: string): Promise<boolean> {
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, note, { flag: "wx" });
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw unwritable(file, error);
    const before = await readFile(file, "utf8").catch(() => undefined);
    if (before === note) return false;
    throw fault({ code: "cli.file-exists", values: { file }, exit: EXIT.refused });
  } finally {
    await rm(draft, { force: true });
  }
}

function unwritable(file: string, error: unknown): Error {
  return fault({ code: "cli.file-unreadable", values: { file, reason: reasonOf(error) } });
}

export const receipt: Command = { options: { out: { type: "string" } }, places: ["batch"], needs: [], run };
