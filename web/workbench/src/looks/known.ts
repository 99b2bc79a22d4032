// Whether codes are those of registered subjects: asked of the public pages' own answer, which tells everybody the same.
import { useEffect, useState } from "react";
import { get } from "../client/client.ts";

/** `name` is null where the subject is not registered. */
export interface KnownCode {
  readonly name: string | null;
}

const kept = new Map<string, KnownCode>();
const AT_ONCE = 4;

async function look(code: string, signal: AbortSignal): Promise<void> {
  const read = await get("/api/v1/subjects/{uscc}", { path: { uscc: code }, signal });
  if (read.ok) kept.set(code, { name: read.value.known ? read.value.name : null });
}

async function lookAll(codes: readonly string[], signal: AbortSignal, told: () => void): Promise<void> {
  for (let at = 0; at < codes.length && !signal.aborted; at += AT_ONCE) {
    await Promise.all(codes.slice(at, at + AT_ONCE).map((code) => look(code, signal)));
    if (!signal.aborted) told();
  }
}

/** @param codes sound ones. @returns what is known by now; a code that is not in it has not been told yet. */
export function useKnownCodes(codes: readonly string[]): ReadonlyMap<string, KnownCode> {
  const [, turn] = useState(0);
  const key = codes.join(" ");
  useEffect(() => {
    const aborter = new AbortController();
    const open = key.split(" ").filter((code) => code !== "" && !kept.has(code));
    // A person who types is not asked about at every key.
    const timer = setTimeout(() => void lookAll(open, aborter.signal, () => turn((at) => at + 1)), 300);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [key]);
  return kept;
}
