import { canonicalText } from "./canonical.ts";
import type { CanonicalObject } from "./canonical.ts";
import { Preimage, roomFor } from "./preimage.ts";
import { digest, DIGEST_BYTES, digestHex, digestInto, hmacUnder } from "./suite.ts";
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
  const { seed, kind, header, suite } = input;
  const { entry, entryVersion } = header;
  const groups = input.groups.map((fields) => canonicalText(fields));
  const sealed = sealGroups({ suite, seed, entry, entryVersion, groups });
  const commitment = Buffer.from(commitSealed({ suite, kind, header: canonicalText(header), sealed }), "hex");
  return {
    commitment,
    groupHashes: groups.map((_, index) => sealed.subarray((index + 1) * DIGEST_BYTES, (index + 2) * DIGEST_BYTES)),
  };
}

/** What of a version can be sealed before its header is known. */
export interface GroupsInput {
  readonly suite: Suite;
  readonly seed: Uint8Array;
  readonly entry: string;
  readonly entryVersion: number;
  /** The canonical text of each group's fields, in the catalogue's order. */
  readonly groups: readonly string[];
}

/**
 * Seals a version's groups: the header's salt and each group's hash, 32 bytes each, one behind the other. `commitSealed`
 * makes the commitment of it; both together are `commit`. Throws RangeError for a bad seed.
 */
export function sealGroups({ suite, seed, entry, entryVersion, groups }: GroupsInput): Buffer {
  const salt = saltsUnder(seed, suite);
  const sealed = Buffer.allocUnsafe((groups.length + 1) * DIGEST_BYTES);
  sealed.set(salt(0));
  for (const [index, body] of groups.entries()) {
    const j = index + 1;
    const preimage = groupPreimage({ entry, version: String(entryVersion), j, salt: salt(j), body });
    digestInto(suite, preimage, { target: sealed, at: j * DIGEST_BYTES });
  }
  return sealed;
}

/** The commitment, in hex, of sealed groups under a header given as its canonical text. */
export function commitSealed(part: {
  readonly suite: Suite;
  readonly kind: string;
  readonly header: string;
  /** As `sealGroups` gave it. */
  readonly sealed: Uint8Array;
}): string {
  const { suite, kind, header, sealed } = part;
  const salt = sealed.subarray(0, DIGEST_BYTES);
  return digestHex(suite, recordPreimage({ kind, header, salt, groupHashes: sealed.subarray(DIGEST_BYTES) }));
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
    groupHashes.push("hash" in group ? bytes : openedHash(header, { ...group, suite, j: index + 1, salt: bytes }));
  }
  const salt = unhex(disclosure.headerSalt);
  if (salt === undefined) return false;
  const parts = { kind, header: canonicalText(header), salt, groupHashes: Buffer.concat(groupHashes) };
  return digest(suite, recordPreimage(parts)).equals(commitment);
}

/** The hash of a disclosed group. */
function openedHash(
  header: CommitmentHeader,
  group: { readonly suite: Suite; readonly j: number; readonly salt: Uint8Array; readonly fields: CanonicalObject },
): Buffer {
  const { suite, j, salt, fields } = group;
  const [entry, version, body] = [header.entry, String(header.entryVersion), canonicalText(fields)];
  return digest(suite, groupPreimage({ entry, version, j, salt, body }));
}

/** One group under its salt, bound to the entry and version of the schema it was written under. */
function groupPreimage(part: {
  readonly entry: string;
  readonly version: string;
  readonly j: number;
  readonly salt: Uint8Array;
  readonly body: string;
}): Buffer {
  const { entry, version, j, salt, body } = part;
  const room = roomFor(salt) + roomFor(entry) + roomFor(version) + 2 + roomFor(body);
  return new Preimage(GROUP_TAG, room).bytes(salt).text(entry).text(version).u16(j).text(body).whole();
}

/** The commitment proper: the header under its salt, and the hashes of the groups in order. */
function recordPreimage(part: {
  readonly kind: string;
  readonly header: string;
  readonly salt: Uint8Array;
  readonly groupHashes: Uint8Array;
}): Buffer {
  const { salt, kind, header, groupHashes } = part;
  const count = groupHashes.length / DIGEST_BYTES;
  if (count > MAX_GROUPS) throw new RangeError("commitment: too many groups");
  const room = roomFor(salt) + roomFor(kind) + roomFor(header) + 2 + groupHashes.length;
  return new Preimage(RECORD_TAG, room).bytes(salt).text(kind).text(header).u16(count).raw(groupHashes).whole();
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
