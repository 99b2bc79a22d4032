import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openClock, type Clock } from "./clock.ts";

function opened(setting: string | undefined): Clock {
  const outcome = openClock(setting);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe("the clock", () => {
  test("without a setting is the machine's", () => {
    const before = Date.now();
    expect(opened(undefined).now()).toBeGreaterThanOrEqual(before);
    expect(opened("").now()).toBeLessThanOrEqual(Date.now());
  });

  test("starts where it is told and ticks on", async () => {
    const clock = opened("2026-09-09T08:00:00+08:00");
    const start = Date.parse("2026-09-09T00:00:00Z");
    expect(clock.now()).toBeGreaterThanOrEqual(start);
    const first = clock.now();
    await sleep(30);
    expect(clock.now() - first).toBeGreaterThanOrEqual(25);
    expect(clock.now() - start).toBeLessThan(60_000);
    expect(Number.isInteger(clock.now())).toBe(true);
  });

  test("stands still when frozen", async () => {
    const clock = opened("2026-09-09T08:00:00+08:00;frozen");
    await sleep(10);
    expect(clock.now()).toBe(Date.parse("2026-09-09T08:00:00+08:00"));
  });

  test.each([
    ["2026-09-09T15:59:59Z;frozen", "2026-09-09"],
    ["2026-09-09T16:00:00Z;frozen", "2026-09-10"],
    ["2024-02-29T00:00:00+08:00;frozen", "2024-02-29"],
    ["2026-09-09T20:00:00-05:00;frozen", "2026-09-10"],
  ])("at %s the legal day is %s", (setting, day) => {
    expect(opened(setting).today()).toBe(day);
  });

  test.each([
    "2026-09-09",
    "2026-09-09T08:00:00",
    "2026-02-30T08:00:00+08:00",
    "2025-02-29T08:00:00Z",
    "2026-09-09T24:30:00+08:00",
    "2026-09-09T08:00:00+08:00;paused",
    ";frozen",
    "yesterday",
  ])("refuses %s rather than guess", (setting) => {
    expect(openClock(setting)).toEqual({
      ok: false,
      refusal: { code: "clock.malformed", kind: "invalid", values: { setting } },
    });
  });
});
