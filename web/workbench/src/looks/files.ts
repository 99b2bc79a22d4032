import { ask } from "../client/client.ts";
import type { Outcome } from "../client/problem.ts";

/** Hands bytes to the browser as a file, unchanged. */
export function saveBlob(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}

/** The name that an answer gives its file. */
export function fileNameOf(disposition: string | null): string | null {
  return /filename="([^"/\\]+)"/u.exec(disposition ?? "")?.[1] ?? null;
}

/** Asks by POST for a file, and hands it on as it came. @returns its name. */
export async function saveAnswerTo(address: string, body: unknown, name: string): Promise<Outcome<string>> {
  const answered = await ask(address, {
    method: "POST",
    headers: { accept: "*/*", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answered.ok) return answered;
  const called = fileNameOf(answered.value.headers.get("content-disposition")) ?? name;
  saveBlob(called, await answered.value.blob());
  return { ok: true, value: called };
}

/** Asks by GET for a file, and hands it on as it came. */
export async function saveFrom(address: string, name: string): Promise<Outcome<string>> {
  const answered = await ask(address, { headers: { accept: "*/*" } });
  if (!answered.ok) return answered;
  const called = fileNameOf(answered.value.headers.get("content-disposition")) ?? name;
  saveBlob(called, await answered.value.blob());
  return { ok: true, value: called };
}

const CHUNK = 32_768;

/** Bytes in base64, as the server takes a file within JSON. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCodePoint(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
