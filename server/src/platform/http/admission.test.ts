import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGate, isLetIn } from "./admission.ts";
import type { Capacity, Gate, Pressure, Room, SheddableClass } from "./admission.ts";

const capacity: Capacity = { crowd: 10, inFlight: 100, loopDelayMs: 400, waitingReads: 80 };
const calm: Pressure = { inFlight: 0, loopDelayMs: 0, waitingReads: 0 };
const classes = ["bulk", "search", "page"] as const;
const letIn = (pressure: Partial<Pressure>): SheddableClass[] =>
  classes.filter((load) => isLetIn(load, { ...calm, ...pressure }, capacity));

describe("the rule", () => {
  test.each([
    [{}, ["bulk", "search", "page"]],
    [{ inFlight: 24 }, ["bulk", "search", "page"]],
    [{ inFlight: 25 }, ["search", "page"]],
    [{ inFlight: 49 }, ["search", "page"]],
    [{ inFlight: 50 }, ["page"]],
    [{ inFlight: 99 }, ["page"]],
    [{ inFlight: 100 }, []],
    [{ inFlight: 10, loopDelayMs: 99 }, ["bulk", "search", "page"]],
    [{ inFlight: 10, loopDelayMs: 100 }, ["search", "page"]],
    [{ inFlight: 10, loopDelayMs: 200 }, ["page"]],
    [{ inFlight: 10, loopDelayMs: 400 }, []],
    [{ inFlight: 10, waitingReads: 20 }, ["search", "page"]],
    [{ inFlight: 10, waitingReads: 40 }, ["page"]],
    // A slow machine is not a crowd.
    [{ inFlight: 9, loopDelayMs: 60_000, waitingReads: 9 }, ["bulk", "search", "page"]],
  ])("at %j it lets in %j", (pressure, expected) => {
    expect(letIn(pressure)).toEqual(expected);
  });

  test("refuses bulk before searches and searches before pages, and never lets more in under more pressure", () => {
    const some = fc.record({
      inFlight: fc.nat(150),
      loopDelayMs: fc.nat(600),
      waitingReads: fc.nat(120),
    });
    fc.assert(
      fc.property(some, some, (one, more) => {
        const now = letIn(one);
        expect(classes.slice(classes.length - now.length)).toEqual(now);
        const worse = {
          inFlight: one.inFlight + more.inFlight,
          loopDelayMs: one.loopDelayMs + more.loopDelayMs,
          waitingReads: one.waitingReads + more.waitingReads,
        };
        expect(letIn(worse).length).toBeLessThanOrEqual(now.length);
      }),
    );
  });
});

const wide: Room = { seats: 1000, queue: 0, waitMs: 0 };

function gateOf(rooms: Partial<Record<SheddableClass, Room>>): Gate {
  return createGate({
    capacity,
    rooms: { bulk: wide, search: wide, page: wide, ...rooms },
    sense: () => ({ loopDelayMs: 0, waitingReads: 0 }),
  });
}

async function seat(gate: Gate, load: SheddableClass): Promise<() => void> {
  const entry = await gate.enter(load);
  if ("turnedAway" in entry) throw new Error(entry.turnedAway);
  return entry.leave;
}

describe("the gate", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("gives seats in turn, turns away at a full queue, and who waits too long", async () => {
    const gate = gateOf({ search: { seats: 1, queue: 2, waitMs: 1000 } });
    const leave = await seat(gate, "search");
    const [second, third] = [gate.enter("search"), gate.enter("search")];
    expect(await gate.enter("search")).toEqual({ turnedAway: "queue" });
    expect(gate.inFlight()).toBe(3);
    leave();
    leave();
    const entry = await second;
    expect(entry).toHaveProperty("leave");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await third).toEqual({ turnedAway: "wait" });
    if ("leave" in entry) entry.leave();
    expect(gate.inFlight()).toBe(0);
    await seat(gate, "search");
  });

  test("a full room of one class leaves the others as they were", async () => {
    const gate = gateOf({ bulk: { seats: 1, queue: 0, waitMs: 0 } });
    await seat(gate, "bulk");
    expect(await gate.enter("bulk")).toEqual({ turnedAway: "queue" });
    await seat(gate, "search");
    await seat(gate, "page");
  });

  test("counts what is inside as pressure, and forgets it when it leaves", async () => {
    const gate = gateOf({});
    const leaves: (() => void)[] = [];
    for (let inside = 0; inside < 25; inside += 1) leaves.push(await seat(gate, "page"));
    expect(await gate.enter("bulk")).toEqual({ turnedAway: "pressure" });
    leaves.pop()?.();
    leaves.push(await seat(gate, "bulk"));
    for (let inside = 25; inside < 100; inside += 1) leaves.push(await seat(gate, "page"));
    expect(await gate.enter("page")).toEqual({ turnedAway: "pressure" });
    for (const leave of leaves) leave();
    expect(gate.inFlight()).toBe(0);
  });

  test("no order of coming, waiting and leaving loses a seat or gives one too many", async () => {
    const steps = fc.array(
      fc.oneof(fc.constant("enter" as const), fc.constant("leave" as const), fc.constant("wait" as const)),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const gate = gateOf({ search: { seats: 3, queue: 4, waitMs: 100 } });
        const inside: (() => void)[] = [];
        for (const step of order) {
          if (step === "enter") void gate.enter("search").then((entry) => "leave" in entry && inside.push(entry.leave));
          else if (step === "leave") inside.shift()?.();
          await vi.advanceTimersByTimeAsync(step === "wait" ? 100 : 0);
          expect(inside.length).toBeLessThanOrEqual(3);
          expect(gate.inFlight()).toBeLessThanOrEqual(7);
        }
        await vi.advanceTimersByTimeAsync(100);
        while (inside.length > 0) inside.shift()?.();
        expect(gate.inFlight()).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
