import { describe, expect, test } from "vitest";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { createFailureGuard, FAILURES } from "./failure-guard.ts";
import { createRateLimiter } from "./rate-limit.ts";

const wrongToken = refused({ code: "test.wrong", kind: "unauthenticated" });

/** A guard over a door that knows the proofs `good…` and, as held up, `frozen`; counts what it is asked. */
function bed() {
  let now = 0;
  const examined: string[] = [];
  const guard = createFailureGuard(
    createRateLimiter(100, () => now),
    () => now,
  );
  let closed = false;
  const show = async (caller: string | null, proof: string): Promise<string> => {
    const outcome = await guard.check({ caller, proof }, async (): Promise<Outcome<string>> => {
      examined.push(proof);
      await Promise.resolve();
      if (proof === "frozen") return refused({ code: "test.frozen", kind: "forbidden" });
      return proof.startsWith("good") && !closed ? granted("in") : wrongToken;
    });
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  return {
    show,
    examined,
    wait: (seconds: number) => void (now += seconds * 1000),
    close: () => void (closed = true),
    guess: async (caller: string, many: number) => {
      for (let at = 0; at < many; at += 1) await show(caller, `guess ${examined.length}`);
    },
    guard,
  };
}

describe("wrong proofs from one address", () => {
  test("are examined up to the burst, then one in five seconds, also when they come all at once", async () => {
    const { show, examined, wait } = bed();
    const codes = await Promise.all(Array.from({ length: 500 }, (_, at) => show("a", `guess ${at}`)));
    expect(examined).toHaveLength(FAILURES.burst);
    expect(codes.slice(FAILURES.burst).every((code) => code === "http.too-many-failures")).toBe(true);
    wait(5);
    expect(await show("a", "one more")).toBe("test.wrong");
    expect(await show("a", "and one")).toBe("http.too-many-failures");
  });

  test("are told when to come back", async () => {
    const { guess, guard, wait } = bed();
    await guess("a", FAILURES.burst);
    wait(1);
    const late = await guard.check({ caller: "a", proof: "late" }, () => Promise.resolve(granted("in")));
    expect(late).toEqual({
      ok: false,
      refusal: { code: "http.too-many-failures", kind: "too-many", values: { seconds: 4 } },
    });
  });

  test("do not hinder other addresses, nor whoever is not counted", async () => {
    const { guess, show } = bed();
    await guess("a", FAILURES.burst);
    expect(await show("b", "good")).toBe("in");
    expect(await show(null, "good too")).toBe("in");
  });

  test("the same one again is refused from memory for a minute, and takes nobody's turn", async () => {
    const { show, examined, wait } = bed();
    for (let at = 0; at < 1000; at += 1) expect(await show("a", "mistyped")).toBe("test.wrong");
    expect(examined).toEqual(["mistyped"]);
    expect(await show("a", "good")).toBe("in");
    wait(61);
    await show("a", "mistyped");
    expect(examined).toEqual(["mistyped", "good", "mistyped"]);
  });
});

describe("a right proof", () => {
  test("that was shown before is let in, whatever others behind its address do", async () => {
    const { guess, show } = bed();
    expect(await show("office", "good")).toBe("in");
    await guess("office", 3 * FAILURES.burst);
    for (let at = 0; at < 100; at += 1) expect(await show("office", "good")).toBe("in");
  });

  test("costs nothing, however many there are", async () => {
    const { show } = bed();
    for (let at = 0; at < 3 * FAILURES.burst; at += 1) expect(await show("office", `good ${at}`)).toBe("in");
  });

  test("shown for the first time during an attack from its own address gets in when it waits as told", async () => {
    const { guess, show, wait } = bed();
    await guess("office", FAILURES.burst);
    expect(await show("office", "good")).toBe("http.too-many-failures");
    wait(5);
    expect(await show("office", "good")).toBe("in");
  });

  test("that is held up for another reason is no guess", async () => {
    const { show, guess } = bed();
    expect(await show("office", "frozen")).toBe("test.frozen");
    await guess("office", FAILURES.burst);
    expect(await show("office", "frozen")).toBe("test.frozen");
  });

  test("that no longer holds is examined once more and is wrong from then on", async () => {
    const { show, close, examined } = bed();
    expect(await show("a", "good")).toBe("in");
    close();
    expect(await show("a", "good")).toBe("test.wrong");
    expect(await show("a", "good")).toBe("test.wrong");
    expect(examined).toEqual(["good", "good"]);
  });
});

test("what is remembered is bounded, and a proof that is still shown is not forgotten", async () => {
  const { show, guess } = bed();
  for (let at = 0; at < 20_000; at += 1) {
    await show("a", `good ${at}`);
    if (at % 100 === 0) await show("a", "good");
  }
  await guess("a", FAILURES.burst);
  expect(await show("a", "good")).toBe("in");
  expect(await show("a", "good 19999")).toBe("in");
  expect(await show("a", "good 1")).toBe("http.too-many-failures");
});
