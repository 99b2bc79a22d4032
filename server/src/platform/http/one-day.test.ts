import { expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { onOneDay } from "./one-day.ts";
import type { Fetch } from "./server.ts";

const env = {} as Parameters<Fetch>[1];

/** A fetch whose first answers each take until the given day has come. */
function bed(ends: readonly string[]) {
  let today = "2026-09-09" as Day;
  const left = [...ends];
  const seen: { cancelled: boolean }[] = [];
  const fetch = onOneDay(
    async () => {
      const begun = today;
      await Promise.resolve();
      today = (left.shift() ?? today) as Day;
      const one = { cancelled: false };
      seen.push(one);
      return new Response(
        new ReadableStream(
          {
            pull: (to) => {
              to.enqueue(Buffer.from(`as of ${begun}`));
              to.close();
            },
            cancel: () => void (one.cancelled = true),
          },
          { highWaterMark: 0 },
        ),
      );
    },
    { today: () => today },
  );
  const ask = async (method: string): Promise<string> =>
    (await fetch(new Request("http://localhost/", { method }), env)).text();
  return { ask, seen };
}

test("an answer that was ready on its own day is asked for once", async () => {
  const { ask, seen } = bed([]);
  expect(await ask("GET")).toBe("as of 2026-09-09");
  expect(seen).toEqual([{ cancelled: false }]);
});

test.each(["GET", "HEAD"])(
  "%s across midnight is answered as of the new day, and the first answer is let go of",
  async (method) => {
    const { ask, seen } = bed(["2026-09-10"]);
    expect(await ask(method)).toBe("as of 2026-09-10");
    expect(seen).toEqual([{ cancelled: true }, { cancelled: false }]);
  },
);

test.each(["POST", "PATCH", "DELETE"])("%s across midnight is done once", async (method) => {
  const { ask, seen } = bed(["2026-09-10"]);
  expect(await ask(method)).toBe("as of 2026-09-09");
  expect(seen).toEqual([{ cancelled: false }]);
});

test("a clock that leaps twice costs no third answer", async () => {
  const { ask, seen } = bed(["2026-09-10", "2026-09-11"]);
  expect(await ask("GET")).toBe("as of 2026-09-10");
  expect(seen).toHaveLength(2);
});
