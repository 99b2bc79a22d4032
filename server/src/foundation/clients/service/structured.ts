// Structured fields (RFC 9651) of a signed request, read into plain values.
import { isInnerList, parseDictionary, serializeInnerList } from "structured-headers";
import type { Dictionary, Item } from "structured-headers";
import type { Digest } from "../rules/digest.ts";
import { TAG } from "../rules/signature.ts";
import type { Claimed } from "../rules/signature.ts";

/** Longest field that is read. */
const FIELD_MAX = 8192;

function dictionaryOf(text: string): Dictionary | null {
  if (text.length > FIELD_MAX) return null;
  try {
    return parseDictionary(text);
  } catch {
    return null;
  }
}

function bytesIn(member: Item | undefined): Buffer | null {
  return member?.[0] instanceof ArrayBuffer ? Buffer.from(member[0]) : null;
}

/**
 * The one signature that is meant for this platform. "none" where the request carries signatures for others only;
 * "malformed" where the fields cannot be read, or there are two, or its other half is missing.
 */
export function claimedSignature(input: string, signature: string | undefined): Claimed | "none" | "malformed" {
  const inputs = dictionaryOf(input);
  const signatures = dictionaryOf(signature ?? "");
  if (inputs === null || signatures === null) return "malformed";
  const ours = [...inputs].filter(([, member]) => member[1].get("tag") === TAG);
  const [first, second] = ours;
  if (first === undefined) return "none";
  const [label, member] = first;
  const given = signatures.get(label);
  if (second !== undefined || !isInnerList(member) || given === undefined || isInnerList(given)) return "malformed";
  const bytes = bytesIn(given);
  if (bytes === null) return "malformed";
  return {
    components: member[0].map(([name, params]) => ({
      name: typeof name === "string" ? name : "",
      plain: typeof name === "string" && params.size === 0,
    })),
    params: member[1],
    text: serializeInnerList(member),
    signature: bytes,
  };
}

/** The members of a Content-Digest field; null where it is none. */
export function digestsIn(field: string): readonly Digest[] | null {
  const members = dictionaryOf(field);
  if (members === null) return null;
  const digests: Digest[] = [];
  for (const [algorithm, member] of members) {
    const value = isInnerList(member) ? null : bytesIn(member);
    if (value === null) return null;
    digests.push({ algorithm, value });
  }
  return digests;
}
