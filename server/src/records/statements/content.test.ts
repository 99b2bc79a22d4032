import fc from "fast-check";
import { expect, test } from "vitest";
import { testEntries } from "../../views/visibility/test-policy.ts";
import type { Fields } from "./rules.ts";
import { bodyOf, contentMaker, fieldsOf, groupsOf } from "./service/content.ts";

test("the same fields in another order are the same body, and come back whole", () => {
  const entry = testEntries.find(({ id }) => id === "penalty") ?? testEntries[0];
  if (entry === undefined) throw new Error("no entry");
  const groups = groupsOf(entry).length;
  const make = contentMaker(entry);
  const ids = entry.fields.filter((field) => !field.personal).map((field) => field.id);
  const drawn = fc
    .shuffledSubarray(ids)
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.array(fc.option(fc.string({ maxLength: 12 })), { minLength: some.length, maxLength: some.length }),
      ),
    );
  fc.assert(
    fc.property(drawn, ([some, values]) => {
      const pairs = some.map((id, at): [string, string | null] => [id, values[at]?.toWellFormed() ?? null]);
      const fields: Fields = Object.fromEntries(pairs);
      const one = make(fields);
      const other = make(Object.fromEntries(pairs.toReversed()));
      expect(bodyOf(one, groups).equals(bodyOf(other, groups))).toBe(true);
      expect(fieldsOf(one, groups)).toEqual(fields);
    }),
  );
});
