/**
 * Files that this tab has sent, by batch: the server keeps none, and rows that came back are mended from the file. They
 * are gone when the tab is closed.
 */
const sent = new Map<string, File>();

export function keepFile(batch: string, file: File): void {
  sent.set(batch, file);
}

export function keptFile(batch: string): File | null {
  return sent.get(batch) ?? null;
}
