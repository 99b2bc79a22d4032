import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bytesOf, verifySeed } from "./verify.ts";

const seed = "00".repeat(31) + "ff";
const hash = createHash("sha256").update(Buffer.from(seed, "hex")).digest("hex");

test("a seed gives the hash that was published, another seed does not", async () => {
  expect(await verifySeed(seed, hash)).toBe("same");
  expect(await verifySeed(`01${seed.slice(2)}`, hash)).toBe("differs");
  expect(await verifySeed("not hex", hash)).toBe("differs");
});

test.each(["", "0", "0g", "00 11"])("%o is no hex", (text) => {
  expect(bytesOf(text)).toBeNull();
});
