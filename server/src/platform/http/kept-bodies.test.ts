import fc from "fast-check";
import { expect, test } from "vitest";
import { keepBodies } from "./kept-bodies.ts";

test("a version is written once while it is kept, and another version anew", () => {
  const bodies = keepBodies(100);
  let written = 0;
  const ask = (version: string): string =>
    bodies
      .body(version, () => {
        written += 1;
        return Buffer.from(`${version} ${written}`);
      })
      .toString();
  expect([ask("a"), ask("a"), ask("b"), ask("a")]).toEqual(["a 1", "a 1", "b 2", "a 1"]);
});

test("the longest unasked goes first, and what is too large is never kept", () => {
  const bodies = keepBodies(10);
  const asked: string[] = [];
  const ask = (version: string, length = 4): void => {
    bodies.body(version, () => {
      asked.push(version);
      return Buffer.alloc(length);
    });
  };
  for (const version of ["a", "b", "a", "c", "a", "b"]) ask(version);
  ask("large", 11);
  ask("large", 11);
  expect(asked).toEqual(["a", "b", "c", "b", "large", "large"]);
});

test("it answers what would be written, whatever is asked in whatever order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12)), fc.integer({ min: 0, max: 40 }), (versions, most) => {
      const bodies = keepBodies(most);
      for (const version of versions) {
        const text = `${version}`.repeat(version);
        expect(bodies.body(text, () => Buffer.from(text)).toString()).toBe(text);
      }
    }),
  );
});
