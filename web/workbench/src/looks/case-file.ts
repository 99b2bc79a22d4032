// What is said of one file of a case. Pure.
import { looksText } from "./text.ts";

const text = looksText.files;
const KIB = 1024;
/** As the server bounds it; told before anything is sent. */
const BYTES_MAX = 20 * KIB * KIB;

/** Bytes as people read them. */
export function sizeOf(bytes: number): string {
  if (bytes < KIB) return text.bytes(bytes);
  return bytes < KIB * KIB ? text.kib(Math.ceil(bytes / KIB)) : text.mib((bytes / KIB / KIB).toFixed(1));
}

/** Personal numbers that were found in it, by kind; never what they are. */
export function findingsOf({ findings }: { readonly findings: Readonly<Record<string, number>> }): readonly string[] {
  return Object.entries(findings).map(([kind, count]) => text.found(text.kinds[kind] ?? kind, count));
}

/** Why a file cannot be sent, as far as the browser knows. */
export function additionFault(file: { readonly size: number } | null): string | undefined {
  if (file === null) return text.missing;
  if (file.size === 0) return text.empty;
  return file.size > BYTES_MAX ? text.tooLarge : undefined;
}
