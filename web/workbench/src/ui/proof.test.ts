import { expect, test } from "vitest";
import { digestOf, isProof } from "./proof.ts";

const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("the sum of a file is its SHA-256", async () => expect(await digestOf(new Blob(["abc"]))).toBe(abc));

test.each([
  [{ title: "缴款凭证", digest: abc }, true],
  [{ title: " ", digest: abc }, false],
  [{ title: "缴款凭证", digest: abc.slice(1) }, false],
  [{ title: "缴款凭证", digest: abc.toUpperCase() }, false],
])("%j is whole: %s", (proof, whole) => expect(isProof(proof)).toBe(whole));
