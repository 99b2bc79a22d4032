import { createPublicKey, verify } from "node:crypto";
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKeys } from "./keys.ts";
import { readOrCreatePrivate } from "./private-file.ts";
import { seal, sealOverhead, unseal } from "./seal.ts";

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "xinheng-keys-"));
  folder = path.join(root, "keys");
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("the instance's keys", () => {
  test("are made once, for us alone, and are the same ever after", async () => {
    const first = await openKeys({ folder });
    const wrapped = first.wrap(Buffer.alloc(32, 7));
    const again = await openKeys({ folder });
    expect(again.unwrap(wrapped)).toEqual(Buffer.alloc(32, 7));
    expect(again.mac("a", "x")).toEqual(first.mac("a", "x"));
    expect(again.signer("receipt").publicKey).toEqual(first.signer("receipt").publicKey);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const file of await readdir(folder)) expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "key-encryption.keys",
      "master.key",
      "sign-receipt.pem",
    ]);
  });

  test("of another instance open nothing of ours", async () => {
    const ours = await openKeys({ folder });
    const theirs = await openKeys({ folder: path.join(root, "other") });
    expect(() => theirs.unwrap(ours.wrap(Buffer.alloc(32)))).toThrow("not made by this instance");
    expect(theirs.mac("a", "x")).not.toEqual(ours.mac("a", "x"));
  });

  test("a wrapped key shows any altered byte and hides equal keys", async () => {
    const keys = await openKeys({ folder });
    const wrapped = keys.wrap(Buffer.alloc(32, 1));
    expect(keys.wrap(Buffer.alloc(32, 1))).not.toEqual(wrapped);
    for (const at of wrapped.keys()) {
      const altered = Buffer.from(wrapped);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(() => keys.unwrap(altered)).toThrow("altered");
    }
    expect(() => keys.unwrap(Buffer.alloc(3))).toThrow("altered");
  });

  test("a digest belongs to its context; text and its bytes are one", async () => {
    const keys = await openKeys({ folder });
    expect(keys.mac("subject.name", "x")).not.toEqual(keys.mac("ingest.content", "x"));
    expect(keys.mac("a", "信")).toEqual(keys.mac("a", Buffer.from("信")));
    expect(keys.mac("a", "x")).toHaveLength(32);
  });

  test("signatures verify with the public key alone, and each name has its own pair", async () => {
    const keys = await openKeys({ folder });
    const signer = keys.signer("receipt");
    const x = signer.publicKey.toString("base64url");
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    expect(verify(null, Buffer.from("text"), publicKey, signer.sign(Buffer.from("text")))).toBe(true);
    expect(verify(null, Buffer.from("test"), publicKey, signer.sign(Buffer.from("text")))).toBe(false);
    expect(keys.signer("checkpoint").publicKey).not.toEqual(signer.publicKey);
    expect(() => keys.signer("../receipt")).toThrow(RangeError);
  });

  test("a key file that others may read, or that is damaged, stops the start", async () => {
    await openKeys({ folder });
    const file = path.join(folder, "master.key");
    await chmod(file, 0o640);
    await expect(openKeys({ folder })).rejects.toThrow("may be read by others");
    await chmod(file, 0o600);
    await writeFile(file, (await readFile(file, "utf8")).slice(1));
    await expect(openKeys({ folder })).rejects.toThrow("damaged");
  });

  test("a master key that is gone is missed, not replaced", async () => {
    (await openKeys({ folder })).signer("receipt");
    await rm(path.join(folder, "master.key"));
    await expect(openKeys({ folder })).rejects.toThrow("is missing");
  });

  test("whoever comes second to a first run takes what the first has made", async () => {
    const file = path.join(root, "one.key");
    const first = readOrCreatePrivate(file, () => {
      readOrCreatePrivate(file, () => "theirs");
      return "ours";
    });
    expect(first).toBe("theirs");
    expect(await readdir(root)).toEqual(["one.key"]);
  });
});

test("what is sealed opens with the same key and context only", () => {
  const key = Buffer.alloc(32, 3);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 20 }), (plain, context) => {
      const sealed = seal(key, context, plain);
      expect(sealed).toHaveLength(plain.length + sealOverhead);
      expect(unseal(key, context, sealed)).toEqual(Buffer.from(plain));
      expect(unseal(Buffer.alloc(32, 4), context, sealed)).toBeUndefined();
      expect(unseal(key, Buffer.concat([context, Buffer.from([0])]), sealed)).toBeUndefined();
    }),
  );
});
