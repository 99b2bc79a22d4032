import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBytes, readFile, wide } from "./test-files.ts";

const folder = new URL("../../../../../shared/data/", import.meta.url);
const file = (path: string): Buffer => readFileSync(new URL(path, folder));
const isAbsent = !existsSync(folder);
const limits = { ...wide, bytesMax: 256 * 1024 * 1024, cellMax: 100_000 };

test.skipIf(isAbsent)("the published penalties as workbook equal their CSV row for row", async () => {
  const book = await readFile(file("penalties/shandong-env-penalties.xlsx"), { limits });
  const csv = await readBytes(file("penalties/shandong-env-penalties.csv"), { limits });
  const folded = (text: string | null | undefined): string => (text ?? "").replaceAll("\r", "");
  expect(book.headers[0]?.heads.map(folded)).toEqual(csv.headers[0]?.heads.map(folded));
  expect(book.rows).toHaveLength(3928);
  const day = Date.UTC(1899, 11, 30);
  const table = book.rows.map(({ cells, notes = [] }) =>
    csv.headers[0]?.heads.map((_, column) => {
      const isDay = notes.some((note) => note.column === column && note.note === "date-serial");
      const text = folded(cells[column]);
      return isDay ? String((Date.parse(text) - day) / 86_400_000) : text;
    }),
  );
  expect(table).toEqual(csv.rows.map(({ cells }) => cells.map(folded)));
  expect(book.rows.flatMap(({ notes = [] }) => notes).filter(({ note }) => note === "date-serial")).toHaveLength(2443);
});

test.skipIf(isAbsent)("the other workbook has its 5,675 rows of 20 columns", async () => {
  const { headers, rows } = await readFile(file("penalties/enterprise-lookup-by-old-code.xlsx"), { limits });
  expect(headers[0]?.heads).toHaveLength(20);
  expect(rows).toHaveLength(5675);
  expect(rows.at(-1)?.line).toBe(5676);
});

test.skipIf(isAbsent).each([
  ["highway-market-ratings", 14_640, 6],
  ["sichuan-transport-ratings", 12_525, 7],
  ["anhui-water-scores", 6245, 5],
  ["sichuan-geohazard-ratings", 407, 4],
  ["sichuan-traffic-ratings", 206, 3],
])("%s decodes from GB18030", async (name, count, columns) => {
  const bytes = file(`ratings/${name}.gb18030.csv`);
  const { headers, rows } = await readBytes(bytes, { limits }, 1000);
  expect(headers[0]?.heads.length).toBeGreaterThanOrEqual(columns);
  expect(rows).toHaveLength(count);
  expect(rows.every(({ cells }) => cells.length === headers[0]?.heads.length)).toBe(true);
  const decoded = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  for (const { cells } of rows.slice(0, 200))
    for (const cell of cells) expect(decoded).toContain(cell?.slice(0, 8) ?? "");
});

test.skipIf(isAbsent).each([
  ["registry/registry-slim-sample.csv.gz", 497_110],
  ["registry/registry-full-sample.csv.gz", 48_041],
])("%s has its rows", async (path, count) => {
  const { rows } = await readBytes(gunzipSync(file(path)), { limits }, 65_536);
  expect(rows).toHaveLength(count);
});
