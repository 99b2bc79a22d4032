import fc from "fast-check";
import { expect, test } from "vitest";
import { openSlots } from "./service/slots.ts";

const givenBack = (taken: ReturnType<ReturnType<typeof openSlots>["take"]>): (() => void) => {
  if ("none" in taken) throw new Error(taken.none);
  return taken.giveBack;
};

test("a caller has one file at a time, so that nobody takes every slot", () => {
  const slots = openSlots(2);
  const giveBack = givenBack(slots.take("a"));
  expect(slots.take("a")).toEqual({ none: "own-taken" });
  givenBack(slots.take("b"));
  expect(slots.take("c")).toEqual({ none: "all-taken" });
  giveBack();
  givenBack(slots.take("a"));
});

test("who cannot be told apart shares what is left", () => {
  const slots = openSlots(2);
  givenBack(slots.take(null));
  givenBack(slots.take(null));
  expect(slots.take(null)).toEqual({ none: "all-taken" });
});

test("a slot that is given back twice is one slot, whoever holds the next one", () => {
  const slots = openSlots(1);
  const first = givenBack(slots.take("a"));
  first();
  givenBack(slots.take("a"));
  first();
  expect(slots.take("a")).toEqual({ none: "own-taken" });
  expect(slots.take("b")).toEqual({ none: "all-taken" });
});

test("never more than there are, never two of one caller, and none is lost", () => {
  const step = fc.record({ caller: fc.constantFrom("a", "b", "c", null), take: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step), (most, steps) => {
      const slots = openSlots(most);
      const held: { caller: string | null; giveBack: () => void }[] = [];
      for (const { caller, take } of steps) {
        const taken = take ? slots.take(caller) : null;
        if (taken === null) held.shift()?.giveBack();
        else if ("giveBack" in taken) held.push({ caller, giveBack: taken.giveBack });
        else
          expect(taken.none === "all-taken" ? held.length : held.filter((one) => one.caller === caller).length).toBe(
            taken.none === "all-taken" ? most : 1,
          );
        const named = held.flatMap((one) => one.caller ?? []);
        expect(held.length).toBeLessThanOrEqual(most);
        expect(new Set(named).size).toBe(named.length);
      }
    }),
  );
});
