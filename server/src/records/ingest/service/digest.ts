import { bodyOf, digestWith, hasPersonal } from "../../statements/index.ts";
import type { Keyring } from "../../statements/index.ts";
import type { Keyed } from "../rules/chunk.ts";
import type { IngestPorts } from "./ports.ts";

const digestDigits = 32;
const closeBracket = 0x5d;
const comma = 0x2c;

/** Gives a claim the digest of its content; `withPersonal` adds what stands under the subject's own key. It is keyed: an unkeyed one of a small record could be guessed. */
export function keyed(ports: IngestPorts, prepared: Omit<Keyed, "digest" | "openDigest">, groups: number): Keyed {
  const { claim, sourceKey, decision, content } = prepared;
  const body = bodyOf(content, groups);
  const about = JSON.stringify([claim.subject, claim.folded]);
  // The bytes of JSON.stringify([subject, folded, fields]).
  const bytes = Buffer.allocUnsafe(about.length * 3 + body.length + 2);
  let end = bytes.write(about) - 1;
  bytes[end++] = comma;
  end += body.copy(bytes, end);
  bytes[end++] = closeBracket;
  const digest = ports.keys.mac("ingest.content", bytes.subarray(0, end)).toString("hex", 0, digestDigits / 2);
  return { claim, sourceKey, decision, digest, openDigest: digest, content };
}

/** The claim with its personal values in its digest: another name is another content, and no one can guess at names. */
export function withPersonal(keyring: Keyring, one: Keyed): Keyed {
  const { claim, openDigest } = one;
  if (claim.subject === null || !hasPersonal(claim.personal)) return one;
  return { ...one, digest: digestWith(keyring.keyOf(claim.subject), openDigest, claim.personal) };
}
