import { ask } from "./client.ts";
import type { Outcome } from "./problem.ts";

/** Hands text to the browser as a file. */
export function saveText(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}

/** Reads an answer that is text and hands it on as a file. */
export async function saveAnswer(address: string, name: string, accept = "*/*"): Promise<Outcome<null>> {
  const answered = await ask(address, { headers: { accept } });
  if (!answered.ok) return answered;
  saveText(name, await answered.value.text(), "application/octet-stream");
  return { ok: true, value: null };
}
