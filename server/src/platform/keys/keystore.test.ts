import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprint, openFrom, sealTo, suiteIds } from "./envelope.ts";
import type { DataKey } from "./envelope.ts";
import { addKek, retireOldKeks, isSuiteId, openKeystore } from "./keystore.ts";
import { knownAnswers, proveAnswers } from "./known-answers.ts";

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "xinheng-keystore-"));
  folder = path.join(root, "keys");
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe.each(suiteIds)("an envelope of %s", (suite) => {
  const key: DataKey = { id: "0".repeat(32), suite, secret: Buffer.alloc(96, 1) };
  const place = ["owner", "statement", "field"];

  test("opens with the same key at the same place, and hides what is equal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.string()), (plain, context) => {
        const sealed = sealTo(key, context, plain);
        expect(openFrom(key, context, sealed)).toEqual(Buffer.from(plain));
        expect(sealTo(key, context, plain)).not.toEqual(sealed);
      }),
      { numRuns: 50 },
    );
  });

  test("refuses whatever bit is flipped, and whatever is cut off", () => {
    const sealed = sealTo(key, place, Buffer.from("张示例"));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(openFrom(key, place, altered)).toBeUndefined();
    }
    for (let end = 0; end < sealed.length; end += 1)
      expect(openFrom(key, place, sealed.subarray(0, end))).toBeUndefined();
  });

  test("refuses at another place, and under another key, id or suite", () => {
    const sealed = sealTo(key, place, Buffer.from("张示例"));
    const places = [
      ["statement", "owner", "field"],
      ["owner", "statement", "other"],
      ["owner", "statementfield", ""],
      ["owner", "statement"],
      ["owner", "statement", "field", ""],
      [],
    ];
    for (const other of places) expect(openFrom(key, other, sealed)).toBeUndefined();
    expect(openFrom({ ...key, secret: Buffer.alloc(96, 2) }, place, sealed)).toBeUndefined();
    expect(openFrom({ ...key, id: "1".repeat(32) }, place, sealed)).toBeUndefined();
    for (const other of suiteIds.filter((one) => one !== suite)) {
      expect(openFrom({ ...key, suite: other }, place, sealed)).toBeUndefined();
    }
  });

  test("its key's fingerprints tell values apart and are no other key's", () => {
    expect(fingerprint(key, ["a", "bc"])).toEqual(fingerprint(key, ["a", Buffer.from("bc")]));
    expect(fingerprint(key, ["a", "bc"])).not.toEqual(fingerprint(key, ["ab", "c"]));
    expect(fingerprint({ ...key, secret: Buffer.alloc(96, 2) }, ["a"])).not.toEqual(fingerprint(key, ["a"]));
  });
});

describe.each(suiteIds)("the keystore with %s", (suite) => {
  test("wraps a data key for its owner alone", () => {
    const store = openKeystore({ folder, suite });
    const { key, kept } = store.make("one");
    expect(kept).toMatchObject({ id: key.id, suite, kek: store.kek });
    expect(kept.wrapped.includes(Buffer.from(key.secret))).toBe(false);
    expect(openKeystore({ folder, suite }).unwrap("one", kept)).toEqual(key);
    expect(() => store.unwrap("two", kept)).toThrow("not wrapped for its owner");
    expect(() => store.unwrap("one", { ...kept, id: "f".repeat(32) })).toThrow("not wrapped for its owner");
    expect(store.make("one").key.secret).not.toEqual(key.secret);
  });

  test("a new key-encryption key wraps, and the old one opens until all is wrapped anew", () => {
    const { key, kept } = openKeystore({ folder, suite }).make("one");
    const id = addKek(folder);
    const after = openKeystore({ folder, suite });
    expect(after.kek).toBe(id);
    expect(after.unwrap("one", kept)).toEqual(key);
    const anew = after.rewrap("one", kept);
    expect(anew).toMatchObject({ id: key.id, kek: id });
    if (anew === undefined) return;
    expect(after.rewrap("one", anew)).toBeUndefined();
    retireOldKeks(folder);
    const last = openKeystore({ folder, suite });
    expect(last.unwrap("one", anew)).toEqual(key);
    expect(() => last.unwrap("one", kept)).toThrow(`key-encryption key ${kept.kek} is missing`);
  });
});

test("a key made under one suite opens after the other was chosen", () => {
  const { key, kept } = openKeystore({ folder, suite: "sm4-ctr-hmac-sm3" }).make("one");
  expect(openKeystore({ folder, suite: "aes-256-gcm" }).unwrap("one", kept)).toEqual(key);
  expect(isSuiteId("sm4-ctr-hmac-sm3")).toBe(true);
  expect(isSuiteId("sm4")).toBe(false);
});

test("a file of keys that others may read, or that is damaged, stops the start", async () => {
  openKeystore({ folder, suite: "aes-256-gcm" });
  const file = path.join(folder, "key-encryption.keys");
  await chmod(file, 0o644);
  expect(() => openKeystore({ folder, suite: "aes-256-gcm" })).toThrow("may be read by others");
  await chmod(file, 0o600);
  await writeFile(file, (await readFile(file, "utf8")).slice(1));
  expect(() => openKeystore({ folder, suite: "aes-256-gcm" })).toThrow("damaged");
});

test("the machine gives the known answers, and a wrong or missing one stops the start", () => {
  expect(() => proveAnswers()).not.toThrow();
  for (const one of knownAnswers) {
    expect(() => proveAnswers([{ ...one, expected: "00" }])).toThrow(`self-test failed: ${one.name}`);
  }
  const missing = { name: "none", expected: "", answer: raise };
  expect(() => proveAnswers([missing])).toThrow("none is missing");
});

function raise(): never {
  throw new Error("unknown cipher");
}
