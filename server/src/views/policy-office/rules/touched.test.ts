import fc from "fast-check";
import { expect, test } from "vitest";
import { CELL_MIN, toldEntries } from "./touched.ts";
import type { Cell, ToldEntry } from "./touched.ts";

const arbitraryCell = fc.record({
  entry: fc.constantFrom("a", "b"),
  kind: fc.constantFrom("enterprise", "individual-business"),
  territory: fc.constantFrom("990100", "990101", ""),
  subjects: fc.integer({ min: 1, max: 25 }),
  records: fc.integer({ min: 1, max: 60 }),
});
const arbitraryCells = fc.uniqueArray(arbitraryCell, {
  selector: ({ entry, kind, territory }) => [entry, kind, territory].join(" "),
});

/** Slowly: every way in which the hidden cells of an entry can be filled that gives what is told. */
function fillings(hidden: number, sum: number): number[][] {
  if (hidden === 0) return sum === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let first = 1; first < CELL_MIN; first += 1)
    for (const rest of fillings(hidden - 1, sum - first)) found.push([first, ...rest]);
  return found;
}

function cellsOf(told: ToldEntry, cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ entry }) => entry === told.entry);
}

test("a cell is told if and only if it holds ten, as it is", () => {
  fc.assert(
    fc.property(arbitraryCells, (cells) => {
      for (const told of toldEntries(["a", "b"], cells)) {
        const expected = cellsOf(told, cells).map(({ kind, territory, subjects, records }) => {
          const small = subjects < CELL_MIN;
          return { kind, territory, subjects: small ? null : subjects, records: small ? null : records };
        });
        expect(told.cells).toEqual(expected);
      }
    }),
  );
});

test("a sum that is told is the sum, and at least two hidden cells together hold ten", () => {
  fc.assert(
    fc.property(arbitraryCells, (cells) => {
      for (const told of toldEntries(["a", "b"], cells)) {
        if (told.subjects === null) continue;
        const own = cellsOf(told, cells);
        expect(told.subjects).toBe(own.reduce((sum, { subjects }) => sum + subjects, 0));
        expect(told.records).toBe(own.reduce((sum, { records }) => sum + records, 0));
        const shown = told.cells.reduce((sum, { subjects }) => sum + (subjects ?? 0), 0);
        const hidden = told.cells.filter(({ subjects }) => subjects === null).length;
        if (hidden > 0) expect([hidden > 1, told.subjects - shown >= CELL_MIN]).toEqual([true, true]);
      }
    }),
  );
});

test("no hidden cell can be reckoned from what is told", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), (small) => {
      const cells = small.map((subjects, at): Cell => ({
        entry: "a",
        kind: `k${at}`,
        territory: "",
        subjects,
        records: 9,
      }));
      const [told] = toldEntries(["a"], cells);
      if (told === undefined || told.subjects === null) return;
      const ways = fillings(small.length, told.subjects);
      for (const at of small.keys()) expect(new Set(ways.map((way) => way[at])).size).toBeGreaterThan(1);
    }),
  );
});

test("an entry without records is told as none", () => {
  expect(toldEntries(["a"], [])).toEqual([{ entry: "a", subjects: 0, records: 0, cells: [] }]);
});
