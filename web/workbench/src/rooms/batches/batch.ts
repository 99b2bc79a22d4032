// Reading batches: the shapes that the pages of a batch share.
import { ask, get } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { saveAnswer, saveText } from "../../client/save-file.ts";
import type { Outcome } from "../../client/problem.ts";
import { writeCsv } from "../../ui/table-text.ts";
import { batchesText } from "./text.ts";

export type Batch = Answer<Operation<"/api/v1/batches/{batch}", "get">>;
export type BatchIssue = Batch["issues"][number];
export type BatchLine = Answer<Operation<"/api/v1/batches", "get">>["items"][number];

/** How many pages of a thousand are read into one page; what is beyond is in the export. */
const PAGES_MAX = 50;

/** All issues of a batch, in order of the file. */
export async function allIssues(batch: string, signal?: AbortSignal): Promise<Outcome<readonly BatchIssue[]>> {
  const found: BatchIssue[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const read = await get("/api/v1/batches/{batch}/issues", {
      path: { batch },
      query: cursor === undefined ? {} : { cursor },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!read.ok) return read;
    found.push(...read.value.items);
    if (read.value.next === null) break;
    cursor = read.value.next;
  }
  return { ok: true, value: found };
}

/** How many subjects a batch touched; "1000+" where there are more than one page. */
export async function countSubjects(batch: string): Promise<string | null> {
  const read = await get("/api/v1/batches/{batch}/subjects", { path: { batch } });
  if (!read.ok) return null;
  return read.value.next === null ? String(read.value.items.length) : `${read.value.items.length}+`;
}

export function saveIssues(batch: string, issues: readonly BatchIssue[]): void {
  const { heads, file } = batchesText.issues;
  const rows = issues.map(({ row, sheet, outcome, field, value, code, message }) => [
    String(row),
    sheet ?? "",
    outcome,
    field ?? "",
    value ?? "",
    code,
    message,
  ]);
  saveText(file(batch), writeCsv([heads, ...rows], true));
}

export async function saveReceipt(batch: string): Promise<Outcome<null>> {
  return saveAnswer(`/api/v1/batches/${batch}/receipt`, `receipt-${batch}.txt`, "text/plain");
}

interface Sending {
  readonly provider: string;
  readonly entry: string;
  readonly mapping: string;
}

/** Sends rows as a file of their own. @returns the new batch. */
export async function sendRows(to: Sending, text: string): Promise<Outcome<Batch>> {
  const query = new URLSearchParams({ provider: to.provider, entry: to.entry });
  if (to.mapping !== "") query.set("mapping", to.mapping);
  const headers = { "content-type": "text/csv; charset=utf-8", prefer: "respond-async" };
  const sent = await ask(`/api/v1/batches?${query.toString()}`, { method: "POST", headers, body: text });
  return sent.ok ? { ok: true, value: (await sent.value.json()) as Batch } : sent;
}
