import { get } from "../client/client.ts";
import type { Outcome } from "../client/problem.ts";
import type { SharedRecord } from "./answer.ts";

const readPage = (cursor: string | null, signal: AbortSignal) =>
  get("/api/v1/own/records", { query: cursor === null ? {} : { cursor }, signal });

/** Own records are listed, not asked for one by one: the list is read until the record is there. */
export async function findOwnRecord(
  id: string,
  signal: AbortSignal,
): Promise<Outcome<{ readonly record: SharedRecord | null }>> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor, signal);
    if (!page.ok) return page;
    const record = page.value.items.find((one) => one.id === id);
    if (record !== undefined) return { ok: true, value: { record } };
    cursor = page.value.next;
  } while (cursor !== null);
  return { ok: true, value: { record: null } };
}
