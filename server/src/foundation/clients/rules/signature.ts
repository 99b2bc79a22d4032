// Which signatures count: what they must cover, their window, what they are made over (RFC 9421).
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { TargetParts } from "./target.ts";

/** The tag under which a signature is meant for this platform; others are passed over. */
export const TAG = "xinheng";
/** How far a request's `created` may lie from our clock, before or after. */
export const WINDOW_MS = 5 * 60_000;

/** A member of Signature-Input with its signature, as it was read. */
export interface Claimed {
  /** Covered components in order; `plain` is false for one with parameters. */
  readonly components: readonly { readonly name: string; readonly plain: boolean }[];
  readonly params: ReadonlyMap<string, unknown>;
  /** The member's own text: the value of `@signature-params`. */
  readonly text: string;
  readonly signature: Buffer;
}

/** What of a request a signature can cover. */
export interface Coverable {
  readonly method: string;
  readonly target: TargetParts;
  readonly hasBody: boolean;
  /** A field's value, its lines joined by ", "; undefined where there is none. */
  readonly field: (name: string) => string | undefined;
}

/** Who signed, when, once. */
export interface Stamp {
  readonly key: string;
  readonly nonce: string;
  readonly created: Date;
  readonly algorithm: string | null;
}

const KNOWN_PARAMS: ReadonlySet<string> = new Set(["created", "expires", "nonce", "keyid", "alg", "tag"]);
const NONCE = /^[A-Za-z0-9+/=_-]{16,128}$/;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;
const ALGORITHM = /^[a-z0-9-]{1,32}$/;

const malformed = refused({ code: "clients.malformed", kind: "unauthenticated" });

function textIn({ params }: Claimed, name: string, shape: RegExp): string | null {
  const value = params.get(name);
  return typeof value === "string" && shape.test(value) ? value : null;
}

function stampIn(claimed: Claimed): Stamp | null {
  const created = claimed.params.get("created");
  const nonce = textIn(claimed, "nonce", NONCE);
  const key = textIn(claimed, "keyid", KEY);
  const algorithm = textIn(claimed, "alg", ALGORITHM);
  if (typeof created !== "number" || !Number.isSafeInteger(created) || nonce === null || key === null) return null;
  if (algorithm === null && claimed.params.has("alg")) return null;
  return { key, nonce, created: new Date(created * 1000), algorithm };
}

function expiresIn({ params }: Claimed): number | null {
  const expires = params.get("expires");
  if (expires === undefined) return Number.POSITIVE_INFINITY;
  return typeof expires === "number" && Number.isSafeInteger(expires) ? expires * 1000 : null;
}

/** Refuses `clients.malformed`, `clients.expired`, `clients.future`. */
export function readStamp(claimed: Claimed, now: number): Outcome<Stamp> {
  const stamp = stampIn(claimed);
  const expires = expiresIn(claimed);
  const strange = [...claimed.params.keys()].some((name) => !KNOWN_PARAMS.has(name));
  if (stamp === null || expires === null || strange) return malformed;
  const created = stamp.created.getTime();
  if (created < now - WINDOW_MS || expires < now) return refused({ code: "clients.expired", kind: "unauthenticated" });
  if (created > now + WINDOW_MS) return refused({ code: "clients.future", kind: "unauthenticated" });
  return granted(stamp);
}

/** Fields that steer what a request does, beside its target: covered wherever they are sent. */
const STEERING = ["content-digest", "upload-length", "upload-offset"] as const;

const PLACE = ["@authority", "@path", "@query"] as const;

function missing(covered: ReadonlySet<string>, request: Coverable): string[] {
  const placed = covered.has("@target-uri") || PLACE.every((name) => covered.has(name));
  const needed = [
    "@method",
    ...(placed ? [] : ["@target-uri"]),
    ...(request.hasBody ? ["content-digest"] : []),
    ...STEERING.filter((name) => request.field(name) !== undefined),
  ];
  return [...new Set(needed)].filter((name) => !covered.has(name));
}

const FIELD = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

function valueOf(name: string, request: Coverable): string | undefined {
  if (name === "@method") return request.method;
  if (Object.hasOwn(request.target, name)) return request.target[name as keyof TargetParts];
  return FIELD.test(name) ? request.field(name) : undefined;
}

/**
 * The bytes that must have been signed (RFC 9421 §2.5). Refuses `clients.uncovered` where something essential is not
 * covered, `clients.malformed` where a component is named twice, has parameters, or is not there.
 */
export function signatureBase(claimed: Claimed, request: Coverable): Outcome<Buffer> {
  const names = claimed.components.map(({ name }) => name);
  const covered = new Set(names);
  if (covered.size !== names.length || claimed.components.some(({ plain }) => !plain)) return malformed;
  const left = missing(covered, request);
  if (left.length > 0) {
    return refused({ code: "clients.uncovered", kind: "unauthenticated", values: { components: left.join(" ") } });
  }
  const lines: string[] = [];
  for (const name of names) {
    const value = valueOf(name, request);
    if (value === undefined) return malformed;
    lines.push(`"${name}": ${value.trim()}`);
  }
  lines.push(`"@signature-params": ${claimed.text}`);
  return granted(Buffer.from(lines.join("\n"), "latin1"));
}
