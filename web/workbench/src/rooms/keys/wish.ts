// The key that is asked for, or its successor. Pure.
import type { components } from "@xinheng/contract/client";

export type ClientKey = components["schemas"]["ClientKey"];
export type Registration = components["schemas"]["KeyRegistration"];
export type Rotation = components["schemas"]["KeyRotation"];

export interface KeyWish {
  readonly publicKey: string;
  readonly from: string;
  readonly until: string;
  readonly entries: readonly string[];
  readonly rows: string;
  readonly batches: string;
  readonly reason: string;
  readonly document: string;
}

export const noWish: KeyWish = {
  publicKey: "",
  from: "",
  until: "",
  entries: [],
  rows: "1000",
  batches: "10",
  reason: "",
  document: "",
};

export type KeyFault = "publicKey" | "term" | "entries" | "rows" | "batches" | "reason";

const isCount = (text: string): boolean => /^[1-9]\d{0,6}$/u.test(text);

/** @param isSuccessor is bound to the same as its forerunner: that is not asked again. */
export function keyFaults(wish: KeyWish, isSuccessor: boolean): readonly KeyFault[] {
  const { publicKey, from, until, reason } = wish;
  const pem = publicKey.trim();
  const isPublic = pem.startsWith("-----BEGIN PUBLIC KEY-----") && !pem.includes("PRIVATE");
  const faults: (KeyFault | false)[] = [
    !isPublic && "publicKey",
    (from === "" || until === "" || until <= from) && "term",
    ...(isSuccessor ? [] : boundFaults(wish)),
    reason.trim() === "" && "reason",
  ];
  return faults.filter((fault) => fault !== false);
}

function boundFaults({ entries, rows, batches }: KeyWish): readonly (KeyFault | false)[] {
  return [entries.length === 0 && "entries", !isCount(rows) && "rows", !isCount(batches) && "batches"];
}

/** Days are those of Shanghai: a term begins and ends at its midnight. */
const instantOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

export function rotationOf(wish: KeyWish): Rotation {
  const documentNo = wish.document.trim() === "" ? null : wish.document.trim();
  const publicKey = `${wish.publicKey.trim()}\n`;
  return {
    publicKey,
    notBefore: instantOf(wish.from),
    notAfter: instantOf(wish.until),
    reason: wish.reason.trim(),
    documentNo,
  };
}

export function registrationOf(wish: KeyWish): Registration {
  return {
    ...rotationOf(wish),
    entries: [...wish.entries],
    rowsPerBatch: Number(wish.rows),
    batchesPerDay: Number(wish.batches),
  };
}

export type KeyState = "live" | "revoked" | "expired" | "early" | "unproved";

/** @param at ISO 8601. */
export function keyState({ revokedAt, notAfter, notBefore, provedAt }: ClientKey, at: string): KeyState {
  const now = Date.parse(at);
  if (revokedAt !== null) return "revoked";
  if (now >= Date.parse(notAfter)) return "expired";
  if (now < Date.parse(notBefore)) return "early";
  return provedAt === null ? "unproved" : "live";
}
