import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyIdOf, NoteError, openNote, readVerifierKey, signNote, verifierOf, writeVerifierKey } from "./note.ts";
import type { NoteFault, NoteSigner } from "./note.ts";

function signer(name: string): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  return { name, publicKey: raw, sign: (bytes) => sign(null, bytes, privateKey) };
}
const platform = signer("credit.example.gov.cn");
const witness = signer("witness.example.org/1");
const text = "credit.example.gov.cn\n3\nroot\n";
const note = signNote(text, [platform, witness]);

function faultOf(act: () => unknown): NoteFault | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof NoteError) return error.fault;
    throw error;
  }
  return undefined;
}

describe("a signed note (C2SP)", () => {
  test("the published example opens", () => {
    // golang.org/x/mod/sumdb/note: the key and note of its documentation.
    const verifier = readVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    const published =
      "If you think cryptography is the answer to your problem,\n" +
      "then you don't know what your problem is.\n\n" +
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    expect(openNote(published, [verifier]).signedBy).toEqual(["PeterNeumann"]);
    expect(writeVerifierKey(verifier)).toContain("+c74f20a3+");
  });

  test("names whoever signed it and is known", () => {
    expect(openNote(note, [verifierOf(platform), verifierOf(witness)])).toEqual({
      text,
      signedBy: [platform.name, witness.name],
    });
    expect(openNote(note, [verifierOf(witness)]).signedBy).toEqual([witness.name]);
  });

  test("signing is repeatable, and verifier keys read back", () => {
    expect(signNote(text, [platform, witness])).toBe(note);
    const verifier = readVerifierKey(writeVerifierKey(verifierOf(platform)));
    expect(openNote(note, [verifier]).signedBy).toEqual([platform.name]);
    expect(keyIdOf(verifier)).toHaveLength(4);
  });

  test("one changed character is noticed, wherever it stands", () => {
    const verifiers = [verifierOf(platform), verifierOf(witness)];
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom("A", "b", "7", "\n"), (at, other) => {
        fc.pre(note[at] !== other);
        const changed = note.slice(0, at) + other + note.slice(at + 1);
        const fault = faultOf(() => openNote(changed, verifiers));
        if (fault === undefined) expect(openNote(changed, verifiers).signedBy.length).toBe(1);
      }),
    );
    expect(faultOf(() => openNote(note.replace("root", "r00t"), verifiers))).toBe("signature");
  });

  test("a key under another's name, or nobody known, opens nothing", () => {
    const stranger = { ...signer("x"), name: platform.name };
    expect(faultOf(() => openNote(note, [verifierOf(stranger)]))).toBe("unsigned");
    expect(faultOf(() => openNote(note, []))).toBe("unsigned");
  });

  test("a text without its last line break, with other control characters or lone surrogates is not signed", () => {
    for (const bad of ["no break", "", "tab\t\n", "nul\0\n", "return\r\n", "\ud800\n"])
      expect(faultOf(() => signNote(bad, [platform]))).toBe("text");
    expect(faultOf(() => signNote(text, []))).toBe("unsigned");
    for (const name of ["", "a b", "a+b", "a\u3000b", "a\nb"])
      expect(faultOf(() => signNote(text, [{ ...platform, name }]))).toBe("name");
  });

  test("a text may hold empty lines", () => {
    const long = "a\n\nb\n\n";
    expect(openNote(signNote(long, [platform]), [verifierOf(platform)]).text).toBe(long);
  });

  test.each([
    "",
    "\n",
    "text\n",
    "text\n\nnot a line\n",
    "text\n\n— name AAAA\n",
    "text\n\n— name !!!\n",
    `text\n\n${"— n AAAAAAAA\n".repeat(101)}`,
    "text\n\n— name AAAAAAAA",
  ])("%j is no note", (bad) => expect(faultOf(() => openNote(bad, [verifierOf(platform)]))).toBe("shape"));

  test("only Ed25519 keys, and verifier keys whose hash holds, are taken", () => {
    const short = { name: "short", publicKey: Buffer.alloc(31), sign: () => Buffer.alloc(64) };
    expect(faultOf(() => signNote(text, [short]))).toBe("key");
    const good = writeVerifierKey(verifierOf(platform));
    for (const bad of ["", good.replace(/\+[0-9a-f]{8}\+/, "+00000000+"), `x${good}`, good.slice(0, -4)])
      expect(faultOf(() => readVerifierKey(bad))).toBe("key");
  });
});
