import { expect, test } from "vitest";
import { inspectCode } from "../server/src/kernel/uscc.ts";
import { codeAt, dualPublicityCsv, nameAt, registerCsv } from "./generated.ts";

const wish = { rows: 1200, subjects: 60, seed: 7 } as const;
const text = (parts: Iterable<Buffer>): string => Buffer.concat([...parts]).toString();

test("every generated code is sound and of the invented region", () => {
  const codes = Array.from({ length: 2000 }, (_, index) => codeAt(index * 17));
  for (const code of codes)
    expect(code).toSatisfy((one: string) => inspectCode(one) === "ok" && one.startsWith("91990100"));
  expect(new Set(codes).size).toBe(codes.length);
});

test("names and codes of different enterprises differ", () => {
  const rows = text(registerCsv(5000)).trim().split("\n").slice(1);
  expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(5000);
  expect(nameAt(3)).toBe(nameAt(3));
});

test.each(["permit", "penalty"] as const)(
  "the same seed gives the same %s file, each row with a number of its own",
  (entry) => {
    const file = text(dualPublicityCsv({ ...wish, entry }));
    expect(text(dualPublicityCsv({ ...wish, entry }))).toBe(file);
    const [head, ...rows] = file
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(rows).toHaveLength(wish.rows);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    const column = head?.findIndex((one) => one.endsWith("_WSH")) ?? -1;
    expect(new Set(rows.map((row) => row[column])).size).toBe(wish.rows);
  },
);
