import fc from "fast-check";
import { expect, test } from "vitest";
import { keepBodies } from "./kept-bodies.ts";
import type { KeptBodies } from "./kept-bodies.ts";

function asked(bodies: KeptBodies, version: string, write: () => Buffer): Buffer {
  const known = bodies.find(version);
  if (known !== undefined) return known;
  const written = write();
  bodies.keep(version, written);
  return written;
}

test("a version is written once while it is kept, and another version anew", () => {
  const bodies = keepBodies(100);
  let written = 0;
  const ask = (version: string): string =>
    asked(bodies, version, () => {
      written += 1;
      return Buffer.from(`${version} ${written}`);
    }).toString();
  expect([ask("a"), ask("a"), ask("b"), ask("a")]).toEqual(["a 1", "a 1", "b 2", "a 1"]);
});

test("the longest unasked goes first, and what is too large is never kept", () => {
  const bodies = keepBodies(10);
  const written: string[] = [];
  const ask = (version: string, length = 4): void => {
    asked(bodies, version, () => {
      written.push(version);
      return Buffer.alloc(length);
    });
  };
  for (const version of ["a", "b", "a", "c", "a", "b"]) ask(version);
  ask("large", 11);
  ask("large", 11);
  expect(written).toEqual(["a", "b", "c", "b", "large", "large"]);
});

test("it answers what would be written, whatever is asked in whatever order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12)), fc.integer({ min: 0, max: 40 }), (versions, most) => {
      const bodies = keepBodies(most);
      for (const version of versions) {
        const text = `${version}`.repeat(version);
        expect(asked(bodies, text, () => Buffer.from(text)).toString()).toBe(text);
      }
    }),
  );
});

test("a version that is kept twice counts once", () => {
  const bodies = keepBodies(10);
  for (let time = 0; time < 5; time += 1) bodies.keep("a", Buffer.alloc(6));
  bodies.keep("b", Buffer.alloc(4));
  expect([bodies.find("a")?.length, bodies.find("b")?.length]).toEqual([6, 4]);
});
