import type { AdapterName } from "./claims.ts";

/** An identity provider that the operator named. */
export interface IdentityProvider {
  /** In addresses: `/sign-in/{id}`. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly adapter: AdapterName;
  /** Its OpenID issuer. */
  readonly issuer: string;
  /** Under what its subjects are kept; the issuer, unless the issuer's address may change while its subjects stay. */
  readonly realm: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Whether it is to ask for the password each time, whoever is signed in there already. */
  readonly asksAlways: boolean;
}

/** Hosts that may be called, with those of them that may lie in private networks. */
export interface ListedHosts {
  readonly all: ReadonlySet<string>;
  readonly mayBePrivate: ReadonlySet<string>;
}

/** What one may be sent back to after signing in: a path of this site. Two slashes or a backslash could name another. */
export function ownPath(back: string | undefined): string {
  return back !== undefined && back.length <= 2048 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back) ? back : "/";
}

/** A sign-in that is under way; lies sealed in a cookie of the browser that began it. */
export interface Pending {
  readonly kind: "pending";
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** The session whose person proves anew that it is he; null for a new session. */
  readonly session: string | null;
}

/** A person who was recognised and has several accounts to choose from. */
export interface Choosing {
  readonly kind: "choosing";
  readonly person: string;
  readonly organisation: string | null;
  readonly back: string;
  readonly at: number;
}

/** A sign-in is finished within so long, or begun anew. */
export const PENDING_MS = 10 * 60_000;

/** Members that must be text, and the one that may be null instead. */
const SHAPES = {
  pending: { texts: ["provider", "state", "nonce", "verifier", "back"], nullable: "session" },
  choosing: { texts: ["person", "back"], nullable: "organisation" },
} as const;

type Members = Readonly<Record<string, unknown>>;

function hasShape(one: Members, { texts, nullable }: (typeof SHAPES)[keyof typeof SHAPES]): boolean {
  const or = one[nullable];
  return texts.every((name) => typeof one[name] === "string") && (or === null || typeof or === "string");
}

function isCarried(one: Members): one is Members & (Pending | Choosing) {
  const { kind, at } = one;
  return (kind === "pending" || kind === "choosing") && typeof at === "number" && hasShape(one, SHAPES[kind]);
}

/** What was sealed, if it is one of these and not too old; it was our own seal, so a stranger's text never comes here. */
export function readPending(value: unknown, now: number): Pending | Choosing | null {
  if (typeof value !== "object" || value === null) return null;
  const one = value as Members;
  return isCarried(one) && now >= one.at && now - one.at < PENDING_MS ? one : null;
}
