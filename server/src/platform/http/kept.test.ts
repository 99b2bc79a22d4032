import { expect, test } from "vitest";
import { keepReading } from "./kept.ts";

interface Bench {
  readonly ask: (key?: string) => Promise<number>;
  readonly readings: { resolve: (value: number) => void; reject: (error: Error) => void }[];
  now: number;
}

/** Each reading waits until the test ends it. */
function bench(): Bench {
  const readings: Bench["readings"] = [];
  const kept = keepReading<number>({ lagMs: 1000, nowMs: () => made.now });
  const read = (): Promise<number> => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    readings.push({ resolve, reject });
    return promise;
  };
  const made: Bench = { ask: (key = "day") => kept(key, read), readings, now: 0 };
  return made;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("two hundred who ask in the moment of expiry are answered by one reading", async () => {
  const it = bench();
  const first = it.ask();
  it.readings[0]?.resolve(1);
  expect(await first).toBe(1);
  it.now = 999;
  expect(await it.ask()).toBe(1);
  it.now = 1000;
  const crowd = Array.from({ length: 200 }, () => it.ask());
  await turn();
  expect(it.readings).toHaveLength(2);
  it.readings[1]?.resolve(2);
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([2]));
});

test("another day is read anew at once", async () => {
  const it = bench();
  const today = it.ask("2026-09-09");
  const tomorrow = it.ask("2026-09-10");
  expect(it.readings).toHaveLength(2);
  it.readings[0]?.resolve(1);
  it.readings[1]?.resolve(2);
  expect([await today, await tomorrow]).toEqual([1, 2]);
  expect(await it.ask("2026-09-10")).toBe(2);
});

test("a fault is its own reader's: the others read again, one for all", async () => {
  const it = bench();
  const leader = it.ask();
  const others = Array.from({ length: 50 }, () => it.ask());
  it.readings[0]?.reject(new Error("lost"));
  await expect(leader).rejects.toThrow("lost");
  await turn();
  expect(it.readings).toHaveLength(2);
  it.readings[1]?.resolve(7);
  expect(new Set(await Promise.all(others))).toEqual(new Set([7]));
});

test("when nothing can be read everybody is told in the end", async () => {
  const kept = keepReading<number>({ lagMs: 1000, nowMs: () => 0 });
  let readings = 0;
  const read = async (): Promise<number> => {
    readings += 1;
    await turn();
    throw new Error("down");
  };
  const ends = await Promise.allSettled(Array.from({ length: 20 }, () => kept("day", read)));
  expect(ends.every(({ status }) => status === "rejected")).toBe(true);
  expect(readings).toBe(20);
});
