import { expect, test } from "vitest";
import { provenancesOf } from "./download.ts";

const provenance = {
  batch: "b",
  row: 3,
  version: 1,
  replaces: null,
  receivedAt: "2026-09-09T01:00:00.000Z",
  policyHash: "p",
  commitment: "c",
};
const lines = [
  { kind: "about", id: "x", provenance },
  { kind: "record", id: "one", provenance },
  { kind: "record", id: "two", provenance: null },
  { kind: "end" },
];

test("records are found by id with where they came from, and nothing else is", () => {
  const read = provenancesOf(`${lines.map((line) => JSON.stringify(line)).join("\n")}\nnot json\nnull\n`);
  expect([...read]).toEqual([["one", provenance]]);
});

test("an empty file holds none", () => {
  expect(provenancesOf("").size).toBe(0);
});
