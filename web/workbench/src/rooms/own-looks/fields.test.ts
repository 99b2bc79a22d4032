import { expect, test } from "vitest";
import { fieldsOfEntry } from "./fields.ts";

test.each([
  [["penalty.*", "permit.*"], "penalty", "all"],
  [["penalty.content", "penalty.fine", "permit.*"], "penalty", ["content", "fine"]],
  [["content"], "penalty", ["content"]],
  [["permit.content"], "penalty", []],
])("of %o %s has %o", (fields, entry, expected) => {
  expect(fieldsOfEntry(fields, entry)).toEqual(expected);
});
