import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { recogniseCode, registrationCheckHolds } from "../../kernel/code.ts";
import { addDays, addMonths, dayOfInstant, parseDay } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { findChineseAmounts } from "../../kernel/money.ts";
import { residentIdIsSound } from "../../kernel/personal.ts";
import { isUscc, organisationCheckHolds, registeringRegion } from "../../kernel/uscc.ts";
import type { Uscc } from "../../kernel/uscc.ts";
import { DEMO_CODES } from "../../foundation/accounts/rules.ts";
import { DEMO_NAMES } from "../../foundation/accounts/text.ts";
import { clockCases, decidedSoThatEnds } from "./acts/clock-cases.ts";
import { demoCast } from "./cast.ts";
import { nobodysIdentityNumber, registrationNoOf, withWrongCheck } from "./codes.ts";
import type { DemoFile } from "./demo-file.ts";
import { DEPARTMENTS } from "./departments.ts";
import { demoFiles } from "./files.ts";
import { gb18030 } from "./format/gb18030.ts";
import { declarationsFor, nilReturns } from "./load.ts";
import { randomFrom } from "./random.ts";
import { wanOfYuan, writtenYuan } from "./sums.ts";
import { makeTown } from "./town.ts";

const folder = new URL("../../../../policy/packs/demo-990100/providers.yaml", import.meta.url);
const { providers } = parse(readFileSync(folder, "utf8")) as {
  providers: { uscc: string; zh: string; entries: string[] }[];
};
const today = "2026-09-09" as Day;
const wish = { today, seed: "demo", scale: 0.01, providers };

async function textOf(file: DemoFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of file.bytes()) parts.push(part);
  return Buffer.concat(parts);
}

async function allText(seed: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of demoFiles({ ...wish, seed })) {
    const bytes = await textOf(file);
    texts.set(`${texts.size} ${file.title}`, bytes.toString("latin1"));
  }
  return texts;
}

describe("chance", () => {
  test("repeats itself for a seed and differs for another", () => {
    const draw = (seed: string): number[] => Array.from({ length: 5 }, randomFrom(seed).next);
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    const random = randomFrom("spread");
    const thirds = [0, 0, 0];
    for (let turn = 0; turn < 3000; turn += 1) {
      const third = random.below(3);
      thirds[third] = (thirds[third] ?? 0) + 1;
    }
    for (const third of thirds) expect(Math.abs(third - 1000)).toBeLessThan(150);
    expect(random.pick(["only"])).toBe("only");
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

describe("the register", () => {
  const town = makeTown({ ...wish, scale: 1 });

  test("holds twenty thousand subjects of every kind but natural persons", () => {
    expect(town.subjects.length).toBe(20_000);
    const pairs = new Set(town.subjects.map(({ uscc }) => uscc.slice(0, 2)));
    for (const pair of ["91", "92", "93", "12", "11", "51", "52", "53", "31", "54", "N2", "81"])
      expect(pairs).toContain(pair);
  });

  test("gives sound and distinct codes of a region that does not exist", () => {
    expect(new Set(town.subjects.map(({ uscc }) => uscc)).size).toBe(town.subjects.length);
    for (const { uscc } of town.subjects) {
      expect(isUscc(uscc)).toBe(true);
      expect(registeringRegion(uscc as Uscc)).toMatch(/^9901/);
      expect(recogniseCode(uscc).kind).toBe("uscc");
    }
    const unsound = town.subjects.filter(({ uscc }) => !organisationCheckHolds(uscc as Uscc));
    expect(unsound.length).toBeGreaterThan(1);
    expect(unsound.length).toBeLessThan(9);
    expect(unsound.map(({ uscc }) => uscc)).toContain(demoCast.unsound.uscc);
  });

  test("bears no name twice but for the twins, and knows rare characters and long names", () => {
    const names = town.subjects.flatMap((subject) => subject.names.map(({ name }) => name));
    expect(names.length - new Set(names).size).toBe(1);
    expect(names.some((name) => name.includes("䶮"))).toBe(true);
    expect(names.some((name) => name.includes("𠮷"))).toBe(true);
    expect(names.some((name) => [...name].length > 40)).toBe(true);
    expect(names.every((name) => [...name].length <= 200)).toBe(true);
  });

  test("renames some four in a hundred enterprises, each time on a later day", () => {
    const renamed = town.subjects.filter(({ names }) => names.length > 1);
    expect(renamed.length).toBeGreaterThan(300);
    expect(renamed.some(({ names }) => names.length === 3)).toBe(true);
    for (const { names, registeredOn } of town.subjects) {
      expect(names[0]?.from).toBe(registeredOn);
      for (const [at, { from }] of names.entries()) expect(at === 0 || from > (names[at - 1]?.from ?? "9")).toBe(true);
      expect(registeredOn < today && (names.at(-1)?.from ?? "9") <= today).toBe(true);
    }
  });

  test("registers the organisations of the demo accounts under the same codes and names", () => {
    for (const seat of ["enterprise", "bank", "subscriber"] as const) {
      expect(demoCast[seat]).toEqual({ uscc: DEMO_CODES[seat], name: DEMO_NAMES[seat] });
      expect(town.subjects.some(({ uscc }) => uscc === DEMO_CODES[seat])).toBe(true);
    }
    expect(town.subjects.some(({ uscc }) => uscc === demoCast.provisional.uscc)).toBe(false);
  });

  test("knows every department of the pack", () => {
    for (const { uscc } of Object.values(DEPARTMENTS))
      expect(
        providers.some((one) => one.uscc === uscc),
        uscc,
      ).toBe(true);
  });
});

describe("the files", () => {
  test("are the same for the same seed, byte for byte, and others for another", async () => {
    const first = await allText("demo");
    expect(await allText("demo")).toEqual(first);
    expect(await allText("other")).not.toEqual(first);
  });

  test("are about 220,000 rows in four formats, the useful ones first", () => {
    const files = [...demoFiles({ ...wish, scale: 1 })];
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    expect(rows).toBeGreaterThan(210_000);
    expect(rows).toBeLessThan(230_000);
    expect(new Set(files.map((file) => file.format))).toEqual(new Set(["csv", "gb18030", "xlsx", "ndjson"]));
    expect(new Set(files.map((file) => file.mapping))).toEqual(
      new Set(["", "registry-slim", "penalty-2016", "highway-ratings", "shandong-env"]),
    );
    expect(files[0]?.entry).toBe("registration");
    const first = files.findIndex((file) => file.title.includes("建库时一次补报"));
    const early = files.slice(0, first).reduce((sum, file) => sum + file.rows, 0);
    expect(early).toBeLessThan(30_000);
    const counted = (entry: string): number =>
      files.filter((file) => file.entry === entry).reduce((sum, file) => sum + file.rows, 0);
    expect(counted("permit")).toBeGreaterThan(counted("penalty"));
  });

  test("come in order, some weeks' worth of each, late here and there, and most of all from the county", () => {
    const files = [...demoFiles({ ...wish, scale: 1 })];
    const times = files.map(({ at }) => at ?? Infinity);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const weekly = files.filter(({ month }) => month !== null);
    expect(new Set(weekly.map(({ month }) => month))).toEqual(
      new Set(["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]),
    );
    expect(weekly.length).toBeGreaterThan(300);
    expect(weekly.length).toBeLessThan(600);
    const inAugust = (id: string): boolean =>
      weekly.some(({ provider, entry, month }) => {
        return provider === DEPARTMENTS[id]?.uscc && entry === "penalty" && month === "2026-08";
      });
    expect(["market", "statistics", "insurance"].map(inAugust)).toEqual([true, false, false]);
    expect(nilReturns({ providers, today })).toMatchObject([{ nilFrom: "2026-08-01", through: "2026-08-31" }]);
  });

  test("leave out departments that the instance does not have", () => {
    const few = providers.filter(({ uscc }) => uscc === DEPARTMENTS["market"]?.uscc);
    const senders = new Set([...demoFiles({ ...wish, providers: few })].map((file) => file.provider));
    expect([...senders]).toEqual([DEPARTMENTS["market"]?.uscc]);
  });

  test("hold as many rows as they say, on days that were, after the registration", async () => {
    const town = makeTown(wish);
    const registeredOn = new Map(town.subjects.map((one) => [one.uscc, one.registeredOn]));
    for (const file of demoFiles(wish)) {
      const { quarantined, rejected } = file.fates;
      if (file.format !== "csv" || file.mapping !== "" || file.title.includes("疑难")) continue;
      const lines = (await textOf(file))
        .toString("utf8")
        .slice(1)
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(","));
      const [heads = [], ...rows] = lines;
      expect(rows.length, file.title).toBe(file.rows);
      const code = heads.findIndex((head) => head.includes("统一社会信用代码") || head.endsWith("_SHXYM"));
      const decided = heads.findIndex((head) =>
        /决定日期|作出日期|列入日期|认定日期|授予日期|评价日期|_JDRQ$|^决定日期/.test(head),
      );
      for (const row of rows) {
        expect(row.length, file.title).toBe(heads.length);
        if (quarantined + rejected > 0) continue;
        const day = parseDay(row[decided] ?? "");
        if (decided < 0) continue;
        expect(day, `${file.title} ${row.join()}`).toBeDefined();
        expect((day ?? "9") <= (file.at === null ? today : dayOfInstant(file.at)), file.title).toBe(true);
        expect((day ?? "0") >= (registeredOn.get(row[code] ?? "") ?? "0"), `${file.title} ${row.join()}`).toBe(true);
      }
    }
  });
});

describe("the clock's cases", () => {
  test.each(["2026-09-09", "2026-11-22", "2027-02-28", "2028-02-29", "2027-12-31", "2026-04-01"])(
    "cover every state on %s",
    (text) => {
      const day = text as Day;
      const cases = clockCases(day);
      const states = new Set(cases.map(({ state }) => state));
      for (const state of ["shown", "minor-not-shown", "already-repairable", "provider-end", "leap-day", "month-end"])
        expect(states).toContain(state);
      expect(cases.some(({ state }) => state.startsWith("transition-2023"))).toBe(true);
      expect(cases.every(({ decidedOn }) => decidedOn <= day)).toBe(true);
      for (const { state, severity, decidedOn } of cases) {
        if (state === "last-day-today") expect(addMonths(decidedOn, severity === "general" ? 12 : 36)).toBe(day);
        if (state === "ended-yesterday")
          expect(addMonths(decidedOn, severity === "general" ? 12 : 36)).toBe(addDays(day, -1));
        if (state === "repairable-tomorrow" && severity === "general") expect(addMonths(decidedOn, 3)).toBe(day);
      }
    },
  );

  test("know that no term of a year ends on a leap day", () => {
    expect(decidedSoThatEnds("2028-02-29" as Day, 12)).toBeUndefined();
    expect(decidedSoThatEnds("2027-02-28" as Day, 12)).toBe("2026-02-28");
    expect(clockCases("2027-02-28" as Day).some(({ state }) => state === "last-day-today")).toBe(true);
  });
});

describe("codes and sums", () => {
  test("nobody's identity number passes its check, and no county has its place", () => {
    for (let sequence = 0; sequence < 20; sequence += 1) {
      const number = nobodysIdentityNumber(sequence);
      expect(residentIdIsSound(number)).toBe(true);
      expect(number.slice(0, 14)).toBe("11999920991231");
    }
  });

  test("registration numbers hold, and a slip of the pen does not", () => {
    expect(registrationCheckHolds(registrationNoOf("990100", 4711))).toBe(true);
    for (const { uscc } of [demoCast.known, demoCast.shop, demoCast.many])
      expect(isUscc(withWrongCheck(uscc))).toBe(false);
  });

  test.each([
    [1, "壹元整"],
    [500, "伍佰元整"],
    [2005, "贰仟零伍元整"],
    [20_000, "贰万元整"],
    [1_003_000, "壹佰万叁仟元整"],
    [1_000_300, "壹佰万零叁佰元整"],
    [100_500_010, "壹亿零伍拾万零壹拾元整"],
  ])("%d yuan is written so that it reads back", (yuan, text) => {
    expect(writtenYuan(yuan)).toBe(text);
    expect(findChineseAmounts(writtenYuan(yuan))[0]?.fen).toBe(BigInt(yuan) * 100n);
  });

  test("sums in 万元 keep to six places", () => {
    for (const yuan of [100, 500, 20_000, 123_450]) expect(wanOfYuan(yuan)).toMatch(/^\d+(\.\d{1,6})?$/);
  });

  test("GB18030 reads back, four-byte characters too", () => {
    const text = "示例市䶮昱𠮷川𬭎禾（国际）〔2026〕号,\r\n·—㛃";
    expect(new TextDecoder("gb18030", { fatal: true }).decode(gb18030(text))).toBe(text);
    expect(() => gb18030("\ud800")).toThrow(RangeError);
  });
});

describe("completeness", () => {
  test("one is late, one silent, and who sent nothing says so", () => {
    const [urban, insurance] = [DEPARTMENTS["urban"]?.uscc ?? "", DEPARTMENTS["insurance"]?.uscc ?? ""];
    const declared = declarationsFor({ providers, today }, new Set([`${urban} permit`, `${urban} penalty`]));
    const of = (provider: string, entry: string): (typeof declared)[number] | undefined =>
      declared.find((one) => one.provider === provider && one.entry === entry);
    expect(of(urban, "permit")).toEqual({
      provider: urban,
      entry: "permit",
      through: "2026-09-08",
      nilFrom: null,
      at: null,
    });
    expect(of(urban, "penalty")?.through).toBe("2026-07-26");
    expect(of(insurance, "penalty")).toBeUndefined();
    expect(of(insurance, "inspection")?.nilFrom).toBe("2020-09-09");
  });
});
