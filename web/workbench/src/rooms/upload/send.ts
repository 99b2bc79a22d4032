// Sending a file: whole where it is small, else in parts that can be taken up again.
import { ask, post } from "../../client/client.ts";
import type { Outcome } from "../../client/problem.ts";

/** Files above this are sent in parts. */
export const WHOLE_MAX = 8 * 1024 * 1024;
const PART = 4 * 1024 * 1024;

export interface Sending {
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
  readonly mends: string | undefined;
  /** What is said with a file of an old platform; null for any other. */
  readonly carried: { readonly declared: string; readonly document: string } | null;
}

type Told = (sent: number) => void;
type Sent = Outcome<{ readonly batch: string }>;

/** Where an unfinished upload is noted: by size and time of the file, never by its name or what it holds. */
function noteOf({ entry, mapping }: Sending, file: File): string {
  return `upload:${entry}:${mapping}:${file.size}:${file.lastModified}`;
}

/** Whether a former upload of this file can be taken up. */
export function isUnfinished(sending: Sending, file: File): boolean {
  return file.size > WHOLE_MAX && localStorage.getItem(noteOf(sending, file)) !== null;
}

const queryOf = ({ provider, entry, mapping, mends, carried }: Sending): Record<string, string> => ({
  provider,
  entry,
  ...(mapping === "" ? {} : { mapping }),
  ...(mends === undefined ? {} : { mends }),
  ...(carried === null ? {} : carried),
});

async function sendWhole(sending: Sending, file: File): Promise<Sent> {
  const address = `/api/v1/batches?${new URLSearchParams(queryOf(sending)).toString()}`;
  const headers = { "content-type": "application/octet-stream", prefer: "respond-async" };
  const sent = await ask(address, { method: "POST", headers, body: file });
  return sent.ok ? { ok: true, value: (await sent.value.json()) as { batch: string } } : sent;
}

/** How much the server has of an upload; null where it knows none. */
async function offsetOf(batch: string): Promise<number | null> {
  const head = await ask(`/api/v1/batches/${batch}`, { method: "HEAD" });
  const offset = head.ok ? head.value.headers.get("upload-offset") : null;
  return offset === null ? null : Number(offset);
}

async function openUpload(sending: Sending, file: File): Promise<Sent> {
  const address = `/api/v1/batches?${new URLSearchParams(queryOf(sending)).toString()}`;
  const opened = await ask(address, { method: "POST", headers: { "upload-length": String(file.size) } });
  return opened.ok ? { ok: true, value: (await opened.value.json()) as { batch: string } } : opened;
}

async function takeUp(sending: Sending, file: File): Promise<Outcome<{ batch: string; offset: number }>> {
  const note = noteOf(sending, file);
  const known = localStorage.getItem(note);
  const offset = known === null ? null : await offsetOf(known);
  if (known !== null && offset !== null && offset < file.size) return { ok: true, value: { batch: known, offset } };
  const opened = await openUpload(sending, file);
  if (!opened.ok) return opened;
  localStorage.setItem(note, opened.value.batch);
  return { ok: true, value: { batch: opened.value.batch, offset: 0 } };
}

async function sendParts(sending: Sending, file: File, told: Told): Promise<Sent> {
  const begun = await takeUp(sending, file);
  if (!begun.ok) return begun;
  const { batch } = begun.value;
  for (let offset = begun.value.offset; offset < file.size; offset += PART) {
    told(offset);
    const headers = {
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      prefer: "respond-async",
    };
    const body = file.slice(offset, offset + PART);
    const sent = await ask(`/api/v1/batches/${batch}`, { method: "PATCH", headers, body });
    if (!sent.ok) return sent;
  }
  told(file.size);
  localStorage.removeItem(noteOf(sending, file));
  return { ok: true, value: { batch } };
}

/** Sends a file. @returns the batch, which is then looked at by itself. */
export async function sendFile(sending: Sending, file: File, told: Told): Promise<Sent> {
  return file.size <= WHOLE_MAX ? sendWhole(sending, file) : sendParts(sending, file, told);
}

/** Keeps one's own layout. @returns the name to send files under. */
export async function saveMapping(layout: {
  readonly zh: string;
  readonly entry: string;
  readonly columns: Record<string, string>;
}): Promise<Outcome<{ readonly mapping: string }>> {
  return post("/api/v1/mappings", { body: { ...layout, profile: "full", constants: {}, derivations: [] } });
}
