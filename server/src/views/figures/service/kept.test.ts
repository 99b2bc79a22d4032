import { expect, test } from "vitest";
import { keptFor } from "./kept.ts";

const asked = (key: string, version = "1"): { key: string; version: string } => ({ key, version });

/** A store of answers with a clock that is set by hand, and what it has made so far. */
function opened(max: number, worth?: (made: string) => boolean) {
  const clock = { now: 0 };
  const made: string[] = [];
  const keeping = { max, lagMs: 10, now: () => clock.now };
  const kept = keptFor<string>(worth === undefined ? keeping : { ...keeping, worth });
  const read = (key: string, version?: string): Promise<string> =>
    kept(asked(key, version), async () => {
      made.push(key);
      return key;
    });
  return { clock, made, kept, read };
}

test("an answer serves for a while, counted from its end", async () => {
  const { clock, made, read } = opened(3);
  await read("a");
  clock.now = 9;
  await read("a");
  clock.now = 10;
  await read("a");
  expect(made).toEqual(["a", "a"]);
});

test("what is being made is never begun again, however long it takes and whatever else is asked for", async () => {
  const { clock, kept, read, made } = opened(1);
  let begun = 0;
  let finish: (text: string) => void = () => undefined;
  const slow = (): Promise<string> =>
    kept(asked("slow"), () => {
      begun += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
  const first = slow();
  clock.now = 1000;
  for (const key of ["a", "b", "c"]) await read(key);
  const second = slow();
  finish("done");
  expect(await Promise.all([first, second])).toEqual(["done", "done"]);
  clock.now = 1009;
  expect(await slow()).toBe("done");
  expect(begun).toBe(1);
  expect(made).toEqual(["a", "b", "c"]);
});

test("when full, the oldest goes alone", async () => {
  const { made, read } = opened(3);
  for (const key of ["a", "b", "c", "d", "b", "c", "d", "a"]) await read(key);
  expect(made).toEqual(["a", "b", "c", "d", "a"]);
});

test("another version takes the place of the one before", async () => {
  const { made, read } = opened(3);
  for (const version of ["1", "1", "2", "2", "1"]) await read("a", version);
  expect(made).toHaveLength(3);
});

test("what is not worth keeping pushes nothing out, and a failure is not kept", async () => {
  const { kept, made, read } = opened(1, (text) => text === "a");
  for (const key of ["a", "empty", "empty"]) await read(key);
  expect(made).toEqual(["a", "empty", "empty"]);
  await read("a");
  expect(made).toHaveLength(3);
  await expect(kept(asked("bad"), () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  expect(await kept(asked("bad"), () => Promise.resolve("found"))).toBe("found");
});
