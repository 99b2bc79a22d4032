import { canonicalText } from "./canonical.ts";
import type { CanonicalObject } from "./canonical.ts";
import { Preimage, roomFor } from "./preimage.ts";
import { digest, DIGEST_BYTES, hmacUnder } from "./suite.ts";
import type { Suite } from "./suite.ts";

/** What a commitment says openly about a version of a statement, a decision or an audit state. */
export interface CommitmentHeader extends CanonicalObject {
  /** 128 random bits, in hex. */
  readonly id: string;
  /** The subject's code, or its random surrogate. */
  readonly subject: string;
  readonly entry: string;
  readonly entryVersion: number;
  readonly version: number;
  readonly replaces: string | null;
  /** UTC seconds, as text. */
  readonly receivedAt: string;
  readonly policyHash: string;
}

/** What is committed: the seed must be 32 random bytes, new for every version and derived from nothing. */
export interface CommitmentInput {
  readonly seed: Uint8Array;
  readonly kind: string;
  readonly header: CommitmentHeader;
  /** Fields by group, in the catalogue's order: public, by duty, by authorisation; each personal field alone. */
  readonly groups: readonly CanonicalObject[];
  readonly suite: Suite;
}

/** A commitment and the hashes of its groups, 32 bytes each. */
export interface Commitment {
  readonly commitment: Buffer;
  readonly groupHashes: readonly Buffer[];
}

const SEED_BYTES = 32;
const MAX_GROUPS = 0xffff;
const SALT_TAG = tag("xinheng/v1/salt");
const GROUP_TAG = tag("xinheng/v1/group");
const RECORD_TAG = tag("xinheng/v1/record");

/** The salt of a part: j = 0 the header, j = 1…n the groups. Throws RangeError for a seed that is not 32 bytes. */
export function saltOf(seed: Uint8Array, j: number, suite: Suite = "sha256"): Buffer {
  return saltsUnder(seed, suite)(j);
}

/** All salts of a version, header first: what is kept in place of the seed once a group has been erased. */
export function saltsOf(seed: Uint8Array, groupCount: number, suite: Suite = "sha256"): Buffer[] {
  const salt = saltsUnder(seed, suite);
  return Array.from({ length: groupCount + 1 }, (_, j) => salt(j));
}

function saltsUnder(seed: Uint8Array, suite: Suite): (j: number) => Buffer {
  if (seed.length !== SEED_BYTES) throw new RangeError("commitment: a seed is 32 bytes");
  const under = hmacUnder(suite, seed);
  const message = Buffer.allocUnsafe(SALT_TAG.length + 2);
  message.set(SALT_TAG);
  return (j) => {
    message.writeUInt16BE(j, SALT_TAG.length);
    return under(message);
  };
}

/** Commits to a version. Throws CanonicalError where a field has no canonical bytes, RangeError for a bad seed. */
export function commit(input: CommitmentInput): Commitment {
  const { seed, kind, header, groups, suite } = input;
  const salt = saltsUnder(seed, suite);
  const groupHashes = groups.map((fields, index) => {
    const j = index + 1;
    return groupHash({ suite, header, j, salt: salt(j), fields });
  });
  return { commitment: recordHash({ suite, kind, header, salt: salt(0), groupHashes }), groupHashes };
}

/** A group that is shown with its salt, or hidden behind its bare hash. Bytes are lower-case hex. */
export type DisclosedGroup = { readonly salt: string; readonly fields: CanonicalObject } | { readonly hash: string };

/** What somebody allowed to see a part is given: the header, its salt, open and closed groups; never the seed. */
export interface Disclosure {
  readonly suite: Suite;
  readonly kind: string;
  readonly header: CommitmentHeader;
  readonly headerSalt: string;
  readonly groups: readonly DisclosedGroup[];
}

/** What a disclosure is made of; `salts[j]` and `groups[j − 1]` are null where erased. */
export interface DisclosureInput {
  readonly suite: Suite;
  readonly kind: string;
  readonly header: CommitmentHeader;
  readonly salts: readonly (Uint8Array | null)[];
  readonly groups: readonly (CanonicalObject | null)[];
  readonly groupHashes: readonly Uint8Array[];
  /** Numbers j of the groups to open, from 1. */
  readonly open: readonly number[];
}

/** Discloses the chosen groups of a version. Throws RangeError when one of them, or the header's salt, is erased. */
export function disclose(input: DisclosureInput): Disclosure {
  const headerSalt = input.salts[0];
  if (headerSalt === undefined || headerSalt === null) throw new RangeError("commitment: the header's salt is erased");
  const open = new Set(input.open);
  for (const j of open) {
    if (!(j >= 1 && j <= input.groupHashes.length)) throw new RangeError("commitment: no such group");
  }
  const groups = input.groupHashes.map((closed, index): DisclosedGroup => {
    if (!open.has(index + 1)) return { hash: hex(closed) };
    const salt = input.salts[index + 1];
    const fields = input.groups[index];
    if (!salt || !fields) throw new RangeError("commitment: the group is erased");
    return { salt: hex(salt), fields };
  });
  return { suite: input.suite, kind: input.kind, header: input.header, headerSalt: hex(headerSalt), groups };
}

/** Whether what was disclosed belongs to a commitment. Throws CanonicalError when it has no canonical bytes. */
export function verifyDisclosure(disclosure: Disclosure, commitment: Uint8Array): boolean {
  const { suite, kind, header } = disclosure;
  const groupHashes: Buffer[] = [];
  for (const [index, group] of disclosure.groups.entries()) {
    const bytes = unhex("hash" in group ? group.hash : group.salt);
    if (bytes === undefined) return false;
    groupHashes.push(
      "hash" in group ? bytes : groupHash({ suite, header, j: index + 1, salt: bytes, fields: group.fields }),
    );
  }
  const salt = unhex(disclosure.headerSalt);
  return salt !== undefined && recordHash({ suite, kind, header, salt, groupHashes }).equals(commitment);
}

/** One group under its salt, bound to the entry and version of the schema it was written under. */
function groupHash(part: {
  readonly suite: Suite;
  readonly header: CommitmentHeader;
  readonly j: number;
  readonly salt: Uint8Array;
  readonly fields: CanonicalObject;
}): Buffer {
  const { salt, j } = part;
  const { entry } = part.header;
  const version = String(part.header.entryVersion);
  const body = canonicalText(part.fields);
  const room = roomFor(salt) + roomFor(entry) + roomFor(version) + 2 + roomFor(body);
  const preimage = new Preimage(GROUP_TAG, room).bytes(salt).text(entry).text(version).u16(j).text(body);
  return digest(part.suite, preimage.whole());
}

/** The commitment proper: the header under its salt, and the hashes of the groups in order. */
function recordHash(part: {
  readonly suite: Suite;
  readonly kind: string;
  readonly header: CommitmentHeader;
  readonly salt: Uint8Array;
  readonly groupHashes: readonly Uint8Array[];
}): Buffer {
  const { salt, kind, groupHashes } = part;
  if (groupHashes.length > MAX_GROUPS) throw new RangeError("commitment: too many groups");
  const header = canonicalText(part.header);
  const room = roomFor(salt) + roomFor(kind) + roomFor(header) + 2 + groupHashes.length * DIGEST_BYTES;
  const preimage = new Preimage(RECORD_TAG, room).bytes(salt).text(kind).text(header).u16(groupHashes.length);
  for (const hash of groupHashes) preimage.raw(hash);
  return digest(part.suite, preimage.whole());
}

/** A domain tag ends with a zero byte, so that none is the beginning of another. */
function tag(name: string): Buffer {
  return Buffer.from(`${name}\0`, "utf8");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}

function unhex(text: string): Buffer | undefined {
  return text.length === 2 * DIGEST_BYTES && /^[0-9a-f]+$/.test(text) ? Buffer.from(text, "hex") : undefined;
}
