import { createPublicKey, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { digest } from "./suite.ts";

/** A key that signs notes under a name: Ed25519 (C2SP signed-note). The name has no spaces and no plus sign. */
export interface NoteSigner {
  readonly name: string;
  /** The raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Signs in whatever keeps the private key: a file, a module, a machine apart. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** A key whose signatures are believed under a name. */
export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

/** Why a note could not be written or opened. */
export type NoteFault = "name" | "text" | "key" | "shape" | "signature" | "unsigned";

/** Thrown by the functions of notes; it never quotes the note. */
export class NoteError extends Error {
  readonly fault: NoteFault;

  constructor(fault: NoteFault) {
    super(`note: ${fault}`);
    this.name = "NoteError";
    this.fault = fault;
  }
}

/** A note that was opened: its text, ending in a line break, and the names whose signatures hold. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly string[];
}

const ED25519 = 0x01;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const MAX_SIGNATURES = 100;
const MAX_NOTE = 1_000_000;

/** The four bytes that name a key in a signature line: SHA-256(name ‖ 0A ‖ 01 ‖ public key), cut. Throws NoteError. */
export function keyIdOf(verifier: NoteVerifier): Buffer {
  checkName(verifier.name);
  const named = Buffer.concat([
    Buffer.from(`${verifier.name}\n`, "utf8"),
    Buffer.of(ED25519),
    rawKey(verifier.publicKey),
  ]);
  return digest("sha256", named).subarray(0, KEY_ID_BYTES);
}

/** A verifier key as text, `name+hash+base64`, for publishing. Throws NoteError. */
export function writeVerifierKey(verifier: NoteVerifier): string {
  const typed = Buffer.concat([Buffer.of(ED25519), rawKey(verifier.publicKey)]);
  return `${verifier.name}+${keyIdOf(verifier).toString("hex")}+${typed.toString("base64")}`;
}

/** Reads a verifier key from its text and checks its hash. Throws NoteError. */
export function readVerifierKey(text: string): NoteVerifier {
  const found = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text);
  const typed = strictBase64(found?.[3] ?? "");
  if (typed === undefined || typed.length !== 1 + KEY_BYTES || typed[0] !== ED25519) throw new NoteError("key");
  const verifier = { name: found?.[1] ?? "", publicKey: publicKeyOf(typed.subarray(1)) };
  if (keyIdOf(verifier).toString("hex") !== found?.[2]) throw new NoteError("key");
  return verifier;
}

/** The verifier of a signer. Throws NoteError for a key that is not raw Ed25519. */
export function verifierOf(signer: NoteSigner): NoteVerifier {
  if (signer.publicKey.length !== KEY_BYTES) throw new NoteError("key");
  return { name: signer.name, publicKey: publicKeyOf(signer.publicKey) };
}

/**
 * Signs a text, which must end in a line break and hold no other control character, by one or more keys. Throws
 * NoteError.
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  checkText(text);
  if (signers.length === 0) throw new NoteError("unsigned");
  const lines = signers.map((signer) => {
    const id = keyIdOf(verifierOf(signer));
    const signature = signer.sign(Buffer.from(text, "utf8"));
    return `— ${signer.name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/**
 * Opens a note: at least one known key must have signed it, no signature of a known key may fail, and signatures of
 * unknown keys are passed over. Throws NoteError.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  if (note.length > MAX_NOTE) throw new NoteError("shape");
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw new NoteError("shape");
  const text = note.slice(0, split + 1);
  checkText(text);
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw new NoteError("shape");
  const known = new Map(verifiers.map((verifier) => [lineKey(verifier.name, keyIdOf(verifier)), verifier]));
  const signedBy = new Set<string>();
  for (const line of lines) {
    const { name, id, signature } = readLine(line);
    const verifier = known.get(lineKey(name, id));
    if (verifier === undefined) continue;
    if (!holds(text, signature, verifier)) throw new NoteError("signature");
    signedBy.add(name);
  }
  if (signedBy.size === 0) throw new NoteError("unsigned");
  return { text, signedBy: [...signedBy] };
}

function holds(text: string, signature: Buffer, verifier: NoteVerifier): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  return verify(null, Buffer.from(text, "utf8"), verifier.publicKey, signature);
}

function readLine(line: string): { name: string; id: Buffer; signature: Buffer } {
  const found = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
  const bytes = strictBase64(found?.[2] ?? "");
  const name = found?.[1] ?? "";
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES || !isName(name)) throw new NoteError("shape");
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

function lineKey(name: string, id: Buffer): string {
  return `${name} ${id.toString("hex")}`;
}

function checkText(text: string): void {
  if (!text.endsWith("\n") || !text.isWellFormed() || /[\0-\x09\x0b-\x1f]/.test(text)) throw new NoteError("text");
}

function isName(name: string): boolean {
  return name !== "" && name.isWellFormed() && !/[\s+\0-\x1f]/u.test(name);
}

function checkName(name: string): void {
  if (!isName(name)) throw new NoteError("name");
}

/** The 32 bytes of an Ed25519 public key. */
function rawKey(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== "ed25519") throw new NoteError("key");
  const { x } = key.export({ format: "jwk" });
  if (typeof x !== "string") throw new NoteError("key");
  return Buffer.from(x, "base64url");
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(raw).toString("base64url") };
  return createPublicKey({ key: jwk, format: "jwk" });
}

/** Base64 that writes back to itself: Node's reader passes over what does not belong. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}
