// What is handed out of a statement, and the digest by which two copies are compared.
import { hash } from "node:crypto";
import { canonicalBytes } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import type { Day } from "../../../kernel/day.ts";
import type { FieldValue } from "../../../records/statements/index.ts";

/** A statement as it comes through the channel, as far as it is handed out. */
export interface ContentFacts {
  readonly subject: string;
  readonly entry: string;
  readonly entryVersion: number;
  readonly provider: string;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly decidedOn: Day | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly severity: string | null;
  readonly fields: Readonly<Record<string, FieldValue>> | null;
}

/** What a subscriber holds of a statement: it does not change; a correction is another statement. */
export function contentOf(facts: ContentFacts): CanonicalObject {
  const { subject, entry, entryVersion, provider, documentNo, authority } = facts;
  const { decidedOn, validFrom, validUntil, severity, fields } = facts;
  return {
    uscc: subject,
    entry,
    entryVersion,
    provider,
    documentNo,
    authority,
    decidedOn,
    validFrom,
    validUntil,
    severity,
    fields: { ...fields },
  };
}

/** SHA-256 over the canonical bytes (RFC 8785) of a content. */
export function digestOf(content: CanonicalObject): Buffer {
  return hash("sha256", canonicalBytes(content), "buffer");
}

/** Buckets of an entry's own ids: by their first byte. */
export const BUCKETS = 256;

const empty = hash("sha256", "", "buffer");

/**
 * The digest of an entry: SHA-256 over the digests of its 256 buckets in order. A bucket is SHA-256 over its copies in order of
 * their own ids, each as own id (16 bytes) ‖ last day as ten characters, hyphens where there is none ‖ content digest.
 */
export function digestOfEntry(buckets: ReadonlyMap<number, Buffer>): Buffer {
  const parts = Array.from({ length: BUCKETS }, (_, bucket) => buckets.get(bucket) ?? empty);
  return hash("sha256", Buffer.concat(parts), "buffer");
}
