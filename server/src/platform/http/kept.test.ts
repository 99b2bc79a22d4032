import { expect, test } from "vitest";
import { keepReadings } from "./kept.ts";
import type { Keeping, KeptKey } from "./kept.ts";

const asked = (key: string, version = "1"): KeptKey => ({ key, version });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Readings that end at once, on a clock that is set by hand, and what was read so far. */
function atOnce(over: Partial<Keeping<string>> = {}) {
  const clock = { now: 0 };
  const read: string[] = [];
  const kept = keepReadings<string>({ lagMs: 10, nowMs: () => clock.now, ...over });
  const ask = (key: string, version?: string): Promise<string> =>
    kept(asked(key, version), async () => {
      read.push(key);
      return `${key} ${read.length}`;
    });
  return { clock, read, kept, ask };
}

/** Readings that wait until the test ends them. */
function held() {
  const clock = { now: 0 };
  const readings: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const kept = keepReadings<number>({ lagMs: 1000, nowMs: () => clock.now });
  const ask = (key = "day", version?: string): Promise<number> =>
    kept(asked(key, version), () => {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      readings.push({ resolve, reject });
      return promise;
    });
  return { clock, readings, ask };
}

test("a reading serves for a while, counted from its end", async () => {
  const it = held();
  const first = it.ask();
  it.clock.now = 5000;
  it.readings[0]?.resolve(1);
  expect(await first).toBe(1);
  it.clock.now = 5999;
  expect(await it.ask()).toBe(1);
  it.clock.now = 6000;
  const second = it.ask();
  it.readings[1]?.resolve(2);
  expect(await second).toBe(2);
  expect(it.readings).toHaveLength(2);
});

test("without a clock of its own it goes by the machine's", async () => {
  const kept = keepReadings<number>({ lagMs: 60_000 });
  let readings = 0;
  const read = async (): Promise<number> => (readings += 1);
  expect([await kept(asked("a"), read), await kept(asked("a"), read)]).toEqual([1, 1]);
});

test("two hundred who ask in the moment of expiry are answered by one reading", async () => {
  const it = held();
  const first = it.ask();
  it.readings[0]?.resolve(1);
  await first;
  it.clock.now = 1000;
  const crowd = Array.from({ length: 200 }, () => it.ask());
  await turn();
  expect(it.readings).toHaveLength(2);
  it.readings[1]?.resolve(2);
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([2]));
});

test("what is under way is never begun again, however long it takes and whatever else is asked for", async () => {
  const it = held();
  const first = it.ask("slow");
  it.clock.now = 1_000_000;
  for (const key of ["a", "b", "c"]) {
    const other = it.ask(key);
    it.readings.at(-1)?.resolve(0);
    await other;
  }
  const second = it.ask("slow");
  it.readings[0]?.resolve(7);
  expect(await Promise.all([first, second])).toEqual([7, 7]);
  expect(await it.ask("slow")).toBe(7);
  expect(it.readings).toHaveLength(4);
});

test("when full, the one that ended longest ago goes alone", async () => {
  const { read, ask } = atOnce({ max: 3 });
  for (const key of ["a", "b", "c", "d", "b", "c", "d", "a"]) await ask(key);
  expect(read).toEqual(["a", "b", "c", "d", "a"]);
});

test("unless said otherwise one reading is kept", async () => {
  const { read, ask } = atOnce();
  for (const key of ["a", "a", "b", "b", "a"]) await ask(key);
  expect(read).toEqual(["a", "b", "a"]);
});

test("another version is read anew at once and takes the place of the one before", async () => {
  const it = held();
  const today = it.ask("day", "2026-09-09");
  const tomorrow = it.ask("day", "2026-09-10");
  expect(it.readings).toHaveLength(2);
  it.readings[1]?.resolve(2);
  expect(await tomorrow).toBe(2);
  it.readings[0]?.resolve(1);
  expect(await today).toBe(1);
  expect(await it.ask("day", "2026-09-10")).toBe(2);
  expect(it.readings).toHaveLength(2);
  const back = it.ask("day", "2026-09-09");
  it.readings[2]?.resolve(3);
  expect(await back).toBe(3);
});

test("what is not worth keeping pushes nothing out", async () => {
  const { read, ask } = atOnce({ worth: (text) => text.startsWith("a") });
  for (const key of ["a", "empty", "empty", "a"]) await ask(key);
  expect(read).toEqual(["a", "empty", "empty"]);
});

test("a failure is not kept, and pushes nothing out", async () => {
  const { kept, ask, read } = atOnce();
  await ask("a");
  await expect(kept(asked("bad"), () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  await ask("a");
  expect(read).toEqual(["a"]);
  expect(await kept(asked("bad"), () => Promise.resolve("found"))).toBe("found");
});

test("a fault is its own reader's: the others read again, one for all", async () => {
  const it = held();
  const leader = it.ask();
  const others = Array.from({ length: 50 }, () => it.ask());
  it.readings[0]?.reject(new Error("lost"));
  await expect(leader).rejects.toThrow("lost");
  await turn();
  expect(it.readings).toHaveLength(2);
  it.readings[1]?.resolve(7);
  expect(new Set(await Promise.all(others))).toEqual(new Set([7]));
});

test("when nothing can be read those who waited try once more, one for all, and everybody is told", async () => {
  const kept = keepReadings<number>({ lagMs: 1000 });
  let readings = 0;
  const read = async (): Promise<number> => {
    readings += 1;
    await turn();
    throw new Error("down");
  };
  const ends = await Promise.allSettled(Array.from({ length: 20 }, () => kept(asked("day"), read)));
  expect(ends.every(({ status }) => status === "rejected")).toBe(true);
  expect(readings).toBe(2);
});
