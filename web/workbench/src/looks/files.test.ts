import { expect, test } from "vitest";
import { base64Of, fileNameOf } from "./files.ts";

test.each([
  ['attachment; filename="own-91-2026-09-09.ndjson"', "own-91-2026-09-09.ndjson"],
  ['attachment; filename="../x"', null],
  ["attachment", null],
  [null, null],
])("the file of %s is called %s", (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name);
});

test("bytes are written in base64, however many there are", () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, at) => at % 256);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  expect(base64Of(new Uint8Array())).toBe("");
});
