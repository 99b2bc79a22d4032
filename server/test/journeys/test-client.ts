import { expect } from "vitest";
import type { Platform } from "./test-platform.ts";

export interface Issue {
  readonly row: number;
  readonly sheet?: string;
  readonly outcome: string;
  readonly field: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly message: string;
}

/** A batch's summary, or the problem in its place; `status` is of the answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly batch: string;
  readonly state: string;
  readonly received: number;
  readonly skipped: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly naturalPersons: number;
  readonly uploadOffset?: number;
  readonly issueCount: number;
  readonly issues: readonly Issue[];
  readonly issuesNext: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly mends: string | null;
  readonly sameAs?: boolean;
  readonly proposal?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

export interface Sending {
  readonly provider?: string;
  readonly entry?: string;
  readonly mapping?: string;
  readonly mends?: string;
  readonly force?: boolean;
  readonly purpose?: string;
  readonly role?: string;
  readonly token?: string;
}

export const market = "11990100990001378K";
export const marketName = "示例市市场监督管理局";

export function bearer(platform: Platform, sending: Pick<Sending, "role" | "token"> = {}): Record<string, string> {
  return { authorization: `Bearer ${sending.token ?? platform.token(sending.role ?? "clerk")}` };
}

export function queryOf(sending: Sending = {}): string {
  const query = new URLSearchParams({ provider: sending.provider ?? market, entry: sending.entry ?? "penalty" });
  for (const key of ["mapping", "mends", "purpose"] as const) {
    const value = sending[key];
    if (value !== undefined) query.set(key, value);
  }
  if (sending.force === true) query.set("force", "true");
  return query.toString();
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = (text === "" ? {} : JSON.parse(text)) as Omit<Answer, "status" | "headers">;
  return { ...body, status: response.status, headers: response.headers };
}

/** `received` is the sum of the five fates, whatever was sent. */
export function expectBalance(batch: Answer): void {
  expect(batch.skipped + batch.accepted + batch.duplicates + batch.quarantined + batch.rejected).toBe(batch.received);
}

/** Sends a file whole and checks the sum of its summary. */
export async function send(
  platform: Platform,
  body: string | Uint8Array | ReadableStream,
  sending: Sending = {},
): Promise<Answer> {
  const stream = body instanceof ReadableStream;
  const response = await fetch(`${platform.url}/api/v1/batches?${queryOf(sending)}`, {
    method: "POST",
    headers: bearer(platform, sending),
    body: body as string,
    ...(stream ? { duplex: "half" as const } : {}),
  });
  const answer = await answerOf(response);
  if (answer.received !== undefined) expectBalance(answer);
  return answer;
}

export async function call(
  platform: Platform,
  path: string,
  sending: Sending & { readonly json?: unknown; readonly method?: string } = {},
): Promise<Answer> {
  const hasBody = sending.json !== undefined;
  const response = await fetch(`${platform.url}${path}`, {
    method: sending.method ?? (hasBody ? "POST" : "GET"),
    headers: { ...bearer(platform, sending), ...(hasBody ? { "content-type": "application/json" } : {}) },
    ...(hasBody ? { body: JSON.stringify(sending.json) } : {}),
  });
  return answerOf(response);
}

/** What a second person says to a proposal. */
export function approve(platform: Platform, asked: Answer, role = "reviewer"): Promise<Answer> {
  return call(platform, `/api/v1/approvals/${asked.proposal}/approval`, { role, json: {} });
}

/** Takes a batch back by two persons. */
export async function withdraw(platform: Platform, batch: string, reason: string): Promise<Answer> {
  const asked = await call(platform, `/api/v1/batches/${batch}/withdrawal`, { json: { reason, documentNo: "函1号" } });
  expect(asked.status).toBe(202);
  return approve(platform, asked);
}

/** One answer of the API as JSON, of the shape that the test expects. */
export async function get<T>(platform: Platform, path: string, sending: Sending = {}): Promise<T> {
  const response = await fetch(`${platform.url}${path}`, { headers: bearer(platform, sending) });
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

/** A public page, as a visitor without an account sees it. */
export async function page(platform: Platform, path: string): Promise<string> {
  const response = await fetch(`${platform.url}${path}`, { headers: { accept: "text/html" } });
  return response.text();
}

export interface PublicRecord {
  readonly id: string;
  readonly documentNo: string | null;
  readonly shownUntil: string | null;
  readonly severity: string | null;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** What the public finds about a subject today. */
export async function records(platform: Platform, subject: string): Promise<PublicRecord[]> {
  return (await get<{ items: PublicRecord[] }>(platform, `/api/v1/subjects/${subject}/records?limit=100`)).items;
}

/** Names found by a search of the public. */
export async function found(platform: Platform, words: string): Promise<string[]> {
  const answer = await get<{ items: { name: string }[] }>(platform, `/api/v1/subjects?q=${encodeURIComponent(words)}`);
  return answer.items.map((item) => item.name);
}

export interface Question {
  readonly row: number;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  readonly proposals: readonly string[];
  readonly state: string;
}

export async function questions(platform: Platform, batch: string): Promise<Question[]> {
  return (await get<{ items: Question[] }>(platform, `/api/v1/batches/${batch}/questions`)).items;
}

export function openUpload(platform: Platform, length: number, sending: Sending = {}): Promise<Answer> {
  return fetch(`${platform.url}/api/v1/batches?${queryOf(sending)}`, {
    method: "POST",
    headers: { ...bearer(platform, sending), "upload-length": String(length) },
  }).then(answerOf);
}

export function append(platform: Platform, batch: string, offset: number, bytes: Uint8Array): Promise<Answer> {
  return fetch(`${platform.url}/api/v1/batches/${batch}`, {
    method: "PATCH",
    headers: { ...bearer(platform), "upload-offset": String(offset) },
    body: bytes,
  }).then(answerOf);
}

/** The offset that HEAD names, or null where it names none. */
export async function offsetOf(platform: Platform, batch: string): Promise<number | null> {
  const head = await fetch(`${platform.url}/api/v1/batches/${batch}`, { method: "HEAD", headers: bearer(platform) });
  const offset = head.headers.get("upload-offset");
  return offset === null ? null : Number(offset);
}
