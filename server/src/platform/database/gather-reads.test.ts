import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherReads } from "./gather-reads.ts";

/** A reading that ends when it is told to, and remembers what it was asked. */
function openSource(): {
  readonly asked: { readonly key: string; readonly names: readonly string[]; readonly end: (fault?: Error) => void }[];
  readonly read: (key: string, names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
} {
  const asked: { key: string; names: readonly string[]; end: (fault?: Error) => void }[] = [];
  const read = (key: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const answer = Promise.withResolvers<ReadonlyMap<string, string>>();
    const found = new Map(names.map((name) => [name, `${key} ${name}`]));
    asked.push({ key, names, end: (fault) => (fault === undefined ? answer.resolve(found) : answer.reject(fault)) });
    return answer.promise;
  };
  return { asked, read };
}

const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

test("whoever comes while readings run waits for the next, which serves all of them", async () => {
  const { asked, read } = openSource();
  const ask = gatherReads({ keyOf: (key: string) => key, read, most: 100 });
  const answers = ["a", "b", "c", "d", "c"].map((name) => ask("k", [name]));
  expect(asked.map(({ names }) => names)).toEqual([["a"], ["b"]]);
  asked[0]?.end();
  await turn();
  expect(asked.map(({ names }) => names)).toEqual([["a"], ["b"], ["c", "d"]]);
  asked[1]?.end();
  asked[2]?.end();
  const found = await Promise.all(answers);
  expect(["a", "b", "c", "d", "c"].map((name, at) => found[at]?.get(name))).toEqual([
    "k a",
    "k b",
    "k c",
    "k d",
    "k c",
  ]);
});

test("another question is never served by one that is under way", async () => {
  const { asked, read } = openSource();
  const ask = gatherReads({ keyOf: (key: string) => key, read, most: 100 });
  const one = ask("k", ["a"]);
  const other = ask("l", ["a"]);
  for (const { end } of asked) end();
  expect([(await one).get("a"), (await other).get("a")]).toEqual(["k a", "l a"]);
});

test("no reading asks for more than it may, but one alone that does", async () => {
  const { asked, read } = openSource();
  const ask = gatherReads({ keyOf: (key: string) => key, read, most: 2 });
  const all = [["a"], ["b"], ["c", "d", "e"], ["f"], ["g"], ["h"]].map((names) => ask("k", names));
  for (let at = 0; at < 8; at += 1) {
    asked[at]?.end();
    await turn();
  }
  await Promise.all(all);
  expect(asked.map(({ names }) => names)).toEqual([["a"], ["b"], ["c", "d", "e"], ["f", "g"], ["h"]]);
});

test("where a reading for many fails, each is read alone, and only the one whose fault it is fails", async () => {
  const read = (_: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    turn().then(() => {
      if (names.includes("bad")) throw new Error("bad");
      return new Map(names.map((name) => [name, name]));
    });
  const ask = gatherReads({ keyOf: (key: string) => key, read, most: 100 });
  const names = ["a", "b", "c", "bad", "d"];
  const ends = await Promise.allSettled(names.map((name) => ask("k", [name])));
  expect(ends.map(({ status }) => status)).toEqual(names.map((name) => (name === "bad" ? "rejected" : "fulfilled")));
});

test("whatever comes in whatever order, everybody is told of what he asked, read after he asked", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          key: fc.constantFrom("k", "l"),
          names: fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
          wait: fc.nat(3),
        }),
        { maxLength: 30 },
      ),
      fc.integer({ min: 1, max: 5 }),
      async (questions, most) => {
        let now = 0;
        const read = async (key: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
          const at = now;
          for (let waited = 0; waited < names.length % 3; waited += 1) await turn();
          return new Map(names.map((name) => [name, `${key} ${name} ${at}`]));
        };
        const ask = gatherReads({ keyOf: (key: string) => key, read, most });
        const told: Promise<void>[] = [];
        for (const { key, names, wait } of questions) {
          for (let waited = 0; waited < wait; waited += 1) await turn();
          now += 1;
          const asked = now;
          told.push(
            ask(key, names).then((found) => {
              for (const name of names) {
                const [ofKey, ofName, at] = (found.get(name) ?? "").split(" ");
                expect([ofKey, ofName]).toEqual([key, name]);
                expect(Number(at)).toBeGreaterThanOrEqual(asked);
              }
            }),
          );
        }
        await Promise.all(told);
      },
    ),
    { numRuns: 200 },
  );
});
