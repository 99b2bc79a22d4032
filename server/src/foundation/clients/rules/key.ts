// What a key is bound to, and when a machine's batch waits for a person.
import { hash } from "node:crypto";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";

export const ALGORITHMS = ["ed25519", "ecdsa-p256-sha256"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** What a key may do: entries × provider × region, within the bounds of its feed. */
export interface Binding {
  readonly key: string;
  /** 统一社会信用代码 of the provider. */
  readonly organisation: string;
  readonly entries: readonly string[];
  /** Six digits. */
  readonly region: string;
  /** The feed's declared bounds. */
  readonly rowsPerBatch: number;
  readonly batchesPerDay: number;
  /** When a second person let its first adverse batch through. */
  readonly provedAt: Date | null;
}

/** A key as it stands. */
export interface Key extends Binding {
  /** The account that it acts as. */
  readonly account: string;
  /** Its login. */
  readonly login: string;
  readonly algorithm: Algorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly rotatedFrom: string | null;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
}

/** Longest life of a key: then it must have been rotated. */
export const LIFE_DAYS_MAX = 400;
/** How long the former key still signs after its successor begins. */
export const OVERLAP_DAYS = 7;
export const DAY_MS = 86_400_000;

/** A key's id: it follows from the key, so that one key is never registered twice. */
export function keyIdOf(publicKey: Uint8Array): string {
  return hash("sha256", publicKey, "buffer").subarray(0, 16).toString("base64url");
}

/** Whether a key may sign at a moment. Refuses `clients.key-ended`. */
export function stillGood(key: Pick<Key, "notBefore" | "notAfter" | "revokedAt">, now: number): Outcome<true> {
  const inTime = key.notBefore.getTime() <= now && now < key.notAfter.getTime();
  return inTime && key.revokedAt === null
    ? granted(true)
    : refused({ code: "clients.key-ended", kind: "unauthenticated" });
}

/** Refuses `clients.bad-validity` for a life that is over, turned round or too long. */
export function admitLife(life: Pick<Key, "notBefore" | "notAfter">, now: number): Outcome<true> {
  const [from, until] = [life.notBefore.getTime(), life.notAfter.getTime()];
  const fits = from < until && until > now && until - Math.max(from, now) <= LIFE_DAYS_MAX * DAY_MS;
  return fits
    ? granted(true)
    : refused({ code: "clients.bad-validity", kind: "invalid", values: { days: LIFE_DAYS_MAX } });
}

/** Whether a key may act for an entry. Refuses `clients.outside-binding`. */
export function admitBinding(
  binding: Binding,
  deed: { readonly entry: string; readonly provider: string; readonly region: string },
): Outcome<true> {
  const fits =
    binding.entries.includes(deed.entry) && binding.organisation === deed.provider && binding.region === deed.region;
  return fits ? granted(true) : refused({ code: "clients.outside-binding", kind: "forbidden" });
}

/** Why a machine's batch waits for a second person. */
export type WaitReason = "first-adverse" | "too-many-rows" | "too-many-batches";

/** @returns null where it goes on by itself. `batchesToday` counts the others of this key on the same legal day. */
export function whyWait(
  binding: Binding,
  batch: { readonly adverse: boolean; readonly rows: number; readonly batchesToday: number },
): WaitReason | null {
  if (batch.adverse && binding.provedAt === null) return "first-adverse";
  if (batch.rows > binding.rowsPerBatch) return "too-many-rows";
  return batch.batchesToday >= binding.batchesPerDay ? "too-many-batches" : null;
}
