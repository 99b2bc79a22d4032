import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBytes, wide } from "../../src/platform/tabular/test-files.ts";
import { send } from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { openPlatform } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { fatesOf, rootsOf } from "./test-fates.ts";
import type { Fate } from "./test-fates.ts";

// Published rows are read where they lie and never told: a failing test may show counts, codes and line numbers only.
const folder = new URL("../../../../shared/data/", import.meta.url);
const absent = existsSync(folder) ? "" : "../shared/data is not there";
const file = (name: string): Buffer => readFileSync(new URL(name, folder));
const zipped = (name: string, rows: number): string =>
  gunzipSync(file(name))
    .toString("utf8")
    .split("\n")
    .slice(0, rows + 1)
    .join("\n");

let platform: Platform;
let second: Platform;
beforeAll(async () => {
  if (absent === "") [platform, second] = await Promise.all([openPlatform(), openPlatform()]);
});
afterAll(async () => {
  if (absent === "") await Promise.all([platform.close(), second.close()]);
});

function tally(fates: readonly Fate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, codes } of fates) {
    const key = [outcome, ...new Set(codes)].join(" ");
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Every row has one fate, and the signed root covers them all. */
async function allHaveOne(on: Platform, answer: Answer): Promise<Fate[]> {
  const fates = await fatesOf(on, answer);
  expect([answer.status, answer.state]).toEqual([201, "done"]);
  expect(fates.length).toBe(answer.received);
  const roots = await rootsOf(on, answer);
  expect([roots.signed, roots.size]).toEqual([roots.recomputed, answer.received]);
  return fates;
}

test("20,000 rows of a published register are all taken in", async (context) => {
  context.skip(absent !== "", absent);
  const answer = await send(platform, zipped("registry/registry-slim-sample.csv.gz", 20_000), {
    entry: "registration",
    mapping: "registry-slim",
  });
  const {
    accepted = 0,
    "duplicate ingest.duplicate": repeated = 0,
    ...others
  } = tally(await allHaveOne(platform, answer));
  expect([others, accepted + repeated]).toEqual([{}, 20_000]);
  expect(repeated, "rows that the register itself holds twice").toBeLessThan(20);
});

test("rows of the full register with scopes and capitals of every shape are all taken in", async (context) => {
  context.skip(absent !== "", absent);
  const answer = await send(second, zipped("registry/registry-full-sample.csv.gz", 5000), {
    entry: "registration",
    mapping: "registry-full",
  });
  expect(tally(await allHaveOne(second, answer))).toEqual({ accepted: answer.received });
});

test("published penalties as CSV and as workbook meet the same fates row for row", async (context) => {
  context.skip(absent !== "", absent);
  const sending = { mapping: "shandong-env" };
  const [csv, book] = await Promise.all([
    send(platform, file("penalties/shandong-env-penalties.csv"), sending),
    send(second, file("penalties/shandong-env-penalties.xlsx"), sending),
  ]);
  const [ofCsv, ofBook] = [await allHaveOne(platform, csv), await allHaveOne(second, book)];
  expect([csv.received, book.received]).toEqual([3928, 3928]);
  const differing = ofCsv.flatMap((fate, at) => {
    const other = ofBook[at];
    return [fate.outcome, ...fate.codes].join(" ") === [other?.outcome, ...(other?.codes ?? [])].join(" ")
      ? []
      : [`${fate.row}: ${fate.outcome} ${fate.codes.join(" ")} / ${other?.outcome} ${other?.codes.join(" ")}`];
  });
  expect(differing).toEqual([]);
  expect(ofBook).toHaveLength(ofCsv.length);
  expect(csv.accepted).toBeGreaterThan(1000);
});

test("industry ratings in GB18030: every code that a spreadsheet destroyed is a question", async (context) => {
  context.skip(absent !== "", absent);
  const bytes = file("ratings/highway-market-ratings.gb18030.csv");
  const answer = await send(platform, bytes, { entry: "rating", mapping: "highway-ratings" });
  const fates = await allHaveOne(platform, answer);
  expect(answer.received).toBe(14_640);
  const { rows, headers } = await readBytes(bytes, { limits: { ...wide, cellMax: 100_000 } });
  const column = headers[0]?.heads.indexOf("creditCode") ?? -1;
  const destroyed = rows.filter((row) => /E\+/iu.test(row.cells[column] ?? "")).map((row) => row.line);
  const asked = fates.filter((fate) => fate.codes.includes("ingest.code-destroyed")).map((fate) => fate.row);
  expect(destroyed).toHaveLength(4308);
  expect(asked).toEqual(destroyed);
  expect(answer.rejected).toBe(0);
});

test("transport ratings in GB18030: rounded codes are questions, also those that pass a check by chance", async (context) => {
  context.skip(absent !== "", absent);
  const bytes = file("ratings/sichuan-transport-ratings.gb18030.csv");
  const answer = await send(second, bytes, { entry: "rating", mapping: "sichuan-transport" });
  const fates = await allHaveOne(second, answer);
  expect(answer.received).toBe(12_525);
  const { rows, headers } = await readBytes(bytes, { limits: { ...wide, cellMax: 100_000 } });
  const column = headers[0]?.heads.indexOf("social_code") ?? -1;
  const rounded = new Set(
    rows.filter((row) => /^\d{15}000$/u.test((row.cells[column] ?? "").trim())).map((row) => row.line),
  );
  const taken = fates.filter((fate) => rounded.has(fate.row) && fate.outcome === "accepted");
  expect(rounded.size).toBe(1543);
  expect(taken.length, "only the two that are sound by both checks").toBeLessThanOrEqual(2);
});

test("8,055 codes that are none: each row has the one fate that its verdict asks for", async (context) => {
  context.skip(absent !== "", absent);
  const bytes = file("registry/registry-bad-codes.csv");
  const answer = await send(second, bytes, { entry: "registration", mapping: "registry-full" });
  const fates = new Map((await allHaveOne(second, answer)).map((fate) => [fate.row, fate]));
  expect(answer.received).toBe(8055);
  const { rows, headers } = await readBytes(bytes, { limits: { ...wide, cellMax: 100_000 } });
  const column = headers[0]?.heads.indexOf("校验结论") ?? -1;
  const met = new Map<string, Set<string>>();
  for (const row of rows) {
    const fate = fates.get(row.line);
    const verdict = row.cells[column] ?? "";
    met.set(verdict, (met.get(verdict) ?? new Set()).add(fate?.outcome ?? "none"));
  }
  for (const [verdict, outcomes] of met) {
    if (verdict === "ok_badorg") expect(outcomes, verdict).toContain("accepted");
    else expect(outcomes, verdict).not.toContain("accepted");
    expect(outcomes, verdict).not.toContain("none");
  }
});
