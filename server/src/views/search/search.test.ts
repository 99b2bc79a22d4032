import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bigrams, foldName } from "../../kernel/fold.ts";
import { checkCharacter } from "../../kernel/uscc.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { searchSubjects } from "./service.ts";
import type { SearchAnswer, SearchPlace } from "./rules.ts";
import { legalForms } from "./text.ts";

const nameDigest = (folded: string): Buffer => createHash("sha256").update(folded).digest().subarray(0, 16);

interface Name {
  readonly name: string;
  readonly former?: boolean;
}
interface Subject {
  readonly code: string;
  readonly kind?: string;
  readonly names: readonly Name[];
}

const codeOf = (first: string): string => first + (checkCharacter(first) ?? "");
const code = (at: number, head = "91"): string => codeOf(`${head}990100MA${String(at).padStart(7, "0")}`);

const town: readonly Subject[] = [
  { code: code(1), names: [{ name: "示例华信有限公司" }] },
  { code: code(2), names: [{ name: "示例华信科技有限公司" }] },
  { code: code(3), names: [{ name: "示例市青禾贸易有限公司" }, { name: "示例华信贸易有限公司", former: true }] },
  { code: code(4), names: [{ name: "东城示例华信有限公司" }] },
  { code: code(5), names: [{ name: "示例华信" }] },
  { code: code(6), names: [{ name: "示例市（南湖）百工股份有限公司" }] },
  { code: code(7), names: [{ name: "TCL％示例_电子" }] },
  { code: code(8, "92"), kind: "individual-business", names: [{ name: "示例市东门李记面馆" }] },
  { code: code(9), names: [] },
  { code: codeOf("91990100123456789"), names: [{ name: "示例市旧代码厂" }] },
  { code: code(11), names: [{ name: "示例市新区百川环保科技有限公司" }] },
  { code: code(12), names: [{ name: "千帆(示例)软件有限公司" }] },
  { code: code(13), names: [{ name: "示例市万木（集团）有限公司" }] },
  { code: code(14), names: [{ name: "示例市星河运输公司" }, { name: "示例市安宁区百川贸易有限公司", former: true }] },
  { code: code(16), names: [{ name: "示例金穗粮油有限公司" }] },
  { code: code(17), names: [{ name: "丰金穗粮站" }] },
  { code: code(15, "92"), kind: "individual-business", names: [{ name: "示例市新区百川水果店" }] },
];

const insertSubject = statement(
  "test.subject",
  "insert into subject.subject values ($1, $2, 'registered', '2020-01-01Z', gen_random_uuid())",
);
const insertName = statement(
  "test.name",
  `insert into subject.name values ($1, $2, $3, '2020-01-01', $4, true, gen_random_uuid(), $5, $6, $7)`,
);
const clear = statement("test.clear", "truncate subject.subject cascade");

let bed: TestDatabase;
beforeAll(async () => {
  bed = await testDatabase();
});
afterAll(() => bed.drop());

async function store(subjects: readonly Subject[]): Promise<void> {
  await bed.admin.write(async (tx) => {
    await tx.run(clear);
    for (const { code: subject, kind = "enterprise", names } of subjects) {
      await tx.run(insertSubject, [subject, kind]);
      for (const { name, former } of names) {
        const folded = foldName(name);
        const searchable = kind !== "individual-business";
        const shown = [subject, folded, name, former === true ? "2022-01-01" : null, searchable];
        await tx.run(insertName, [
          ...shown,
          searchable ? Buffer.alloc(0) : nameDigest(folded),
          searchable ? bigrams(folded) : [],
        ]);
      }
    }
  });
}

async function ask(text: string, limit = 20, after: SearchPlace | null = null): Promise<SearchAnswer> {
  const answer = await bed.db.read((tx) => searchSubjects(tx, { text, limit, after, nameDigest }));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
const codesOf = async (text: string): Promise<string[]> => (await ask(text)).items.map((item) => item.uscc);

describe("in an invented town", () => {
  beforeAll(() => store(town));

  test.each<[what: string, text: string, codes: string[]]>([
    [
      "the very name, then the same name under a legal form, then what begins so",
      "示例华信",
      [code(5), code(1), code(2), code(3), code(4)],
    ],
    ["a name under another legal form", "示例华信股份有限公司", [code(5), code(1)]],
    ["the end of a name but for its form before the middle", "华信", [code(5), code(1), code(4), code(2), code(3)]],
    ["a fragment of two characters", "百工", [code(6)]],
    ["full width, brackets and spaces", "示例市 (南湖) 百工", [code(6)]],
    ["other brackets", "【南湖】百工", [code(6)]],
    ["small and wide letters", "ｔcl", [code(7)]],
    ["a full code", code(9), [code(9)]],
    ["a full code in small letters", code(3).toLowerCase(), [code(3)]],
    [
      "the beginning of a code",
      "91990100MA00000",
      [1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 14, 16, 17].map((at) => code(at)).toSorted(),
    ],
    ["a code without its first two characters", code(6).slice(2, 17), [code(6)]],
    ["the end of a code", code(6).slice(-6), [code(6)]],
    ["the organisation code inside a code", code(6).slice(8, 17), [code(6)]],
    ["the organisation code with its hyphen", "12345678-9", [codeOf("91990100123456789")]],
    ["a former name", "示例华信贸易", [code(3)]],
    ["what stands behind a place before what only holds the characters", "金穗", [code(16), code(17)]],
    ["nothing", "不存在的名称", []],
    ["an area and a trade name, the present name first", "示例百川", [code(11), code(14)]],
    ["a name whose form is typed and whose trade is left out", "示例百川有限公司", [code(11), code(14)]],
    ["a name whose form is called for short", "示例新区百川公司", [code(11)]],
    ["three pieces", "示例百川科技", [code(11)]],
    ["an area with a mark that the name lacks", "东城市示例华信有限公司", [code(4)]],
    ["a place that stands in brackets behind", "示例千帆软件有限公司", [code(12)]],
    ["a place with its mark that stands in brackets behind", "示例市千帆", [code(12)]],
    ["brackets that were left out", "万木集团有限公司", [code(13)]],
    ["brackets round a place that stands before", "百川（示例）科技有限公司", [code(11)]],
    ["no misspelling", "示例白川", []],
    ["pieces in their order only", "百川示例", []],
    ["pieces of two characters at least", "示百川", []],
  ])("finds by %s", async (_, text, codes) => expect(await codesOf(text)).toEqual(codes));

  test("says which former name fitted, and only then", async () => {
    const [found] = (await ask("示例华信贸易")).items;
    expect(found).toMatchObject({ name: "示例市青禾贸易有限公司", formerName: "示例华信贸易有限公司" });
    expect((await ask("青禾")).items[0]).toMatchObject({ formerName: null });
  });

  test.each([
    [
      code(8, "92"),
      "示例市东门李记面馆",
      ["李记", "示例市东门李记", "东门李记面馆", "示例李记", "东门面馆", "市东门李记面"],
    ],
    [
      code(15, "92"),
      "示例市新区百川水果店",
      ["百川", "示例百川", "示例百川水果店", "新区水果", "示例市新区", "百川(示例)水果店"],
    ],
  ])("an individual business answers to its full name and full code only: %s", async (own, name, parts) => {
    expect(await codesOf(name)).toEqual([own]);
    expect(await codesOf(` ${name.slice(0, 4)} ${name.slice(4)}`)).toEqual([own]);
    expect(await codesOf(own)).toEqual([own]);
    const ofCode = [own.slice(0, 4), own.slice(0, 12), own.slice(0, 17), own.slice(8, 17), own.slice(8, 14)];
    for (const part of [...parts, ...ofCode, own.slice(2), own.slice(2, 12), own.slice(-6), own.slice(-12)]) {
      expect(await codesOf(part)).not.toContain(own);
    }
  });

  test("an abbreviation of a former name says which", async () => {
    expect((await ask("示例安宁区百川")).items).toMatchObject([
      { name: "示例市星河运输公司", formerName: "示例市安宁区百川贸易有限公司" },
    ]);
  });

  test.each([
    ["有限", [1, 2, 3, 4, 6, 11, 12, 13, 14, 16]],
    ["限公司", [1, 2, 3, 4, 6, 11, 12, 13, 14, 16]],
    ["公司", [1, 2, 3, 4, 6, 11, 12, 13, 14, 16]],
  ])("%s, which is in most names, is still found in each", async (text, places) => {
    expect((await codesOf(text)).toSorted()).toEqual(places.map((at) => code(at)).toSorted());
  });

  test.each(["%", "_", "％示", "\\_", "'); drop table x; --", "<script>alert(1)</script>"])(
    "wildcards and code in %s are letters",
    async (text) => {
      const found = text.length < 2 ? [] : await codesOf(text);
      expect(found.every((one) => one === code(7))).toBe(true);
      expect(found).toHaveLength(text === "％示" ? 1 : 0);
    },
  );

  test("a wrong check digit is shown and not corrected", async () => {
    const wrong = code(1).slice(0, 17) + (code(1).endsWith("A") ? "B" : "A");
    expect(await ask(wrong)).toEqual({ items: [], more: false, next: null, wrongCheckDigit: true });
  });

  test.each([
    ["", "search.empty"],
    ["　 ", "search.empty"],
    ["华", "search.too-short"],
    ["11010119900307233X", "search.personal"],
    ["11010119900307233x", "search.personal"],
    ["110101199003072331", "search.personal"],
    ["13800138000", "search.personal"],
    ["x".repeat(101), "search.too-long"],
  ])("refuses %j as %s, repeating nothing of it", async (text, refusal) => {
    const answer = await bed.db.read((tx) => searchSubjects(tx, { text, limit: 5, after: null, nameDigest }));
    expect(answer.ok ? null : answer.refusal.code).toBe(refusal);
    if (text.length > 5) expect(JSON.stringify(answer)).not.toContain(text);
  });
});

describe("among many", () => {
  const words = ["华", "信", "青", "禾", "示", "例", "A", "华信", "青禾", "示例市", "华市", "(示例)", "(华信)", "_"];
  const arbitraryName = fc
    .tuple(
      fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 6 }).map((parts) => parts.join("")),
      fc.constantFrom("", "有限公司", "股份有限公司", "公司", "厂"),
    )
    .map(([stem, form]) => stem + form);
  const arbitrarySubjects = fc
    .array(
      fc.uniqueArray(fc.record({ name: arbitraryName, former: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
        selector: (one) => one.name,
      }),
      { minLength: 10, maxLength: 40 },
    )
    .map((all) =>
      all.map((names, at): Subject => ({
        code: code(at),
        kind: at % 5 === 0 ? "individual-business" : "enterprise",
        names,
      })),
    );

  test("index probes find and rank what a walk over all names does, page by page", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitrarySubjects,
        fc.array(arbitraryName, { minLength: 5, maxLength: 5 }),
        async (subjects, texts) => {
          await store(subjects);
          for (const whole of texts) {
            for (const text of [whole, whole.slice(0, 2), shortened(whole)].filter((one) => one.length > 1)) {
              const found: string[] = [];
              let after: SearchPlace | null = null;
              do {
                const page: SearchAnswer = await ask(text, 3, after);
                found.push(...page.items.map((item) => item.uscc));
                after = page.next;
              } while (after !== null);
              expect(found).toEqual(walk(subjects, text));
            }
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  test(
    "a fragment that fits more than 500 subjects says so and still ranks exact first",
    { timeout: 120_000 },
    async () => {
      const crowd = Array.from({ length: 620 }, (_, at): Subject => ({
        code: code(at),
        names: [{ name: `甲${String(at)}示例乙` }],
      }));
      await store([...crowd, { code: code(9000), names: [{ name: "示例乙" }] }]);
      const answer = await ask("示例乙");
      expect(answer.more).toBe(true);
      expect(answer.items[0]?.uscc).toBe(code(9000));
      expect((await ask("甲619")).more).toBe(false);
    },
  );
});

/** A text as somebody remembers it: without its third and fourth character. */
function shortened(text: string): string {
  return text.slice(0, 2) + text.slice(4);
}

/** The slow, obvious search: look at every name of every subject. */
function walk(subjects: readonly Subject[], text: string): string[] {
  const forms = ["", ...legalForms];
  const form = forms.filter((one) => text.endsWith(one)).toSorted((a, b) => b.length - a.length)[0] ?? "";
  const stem = text.length - form.length < 2 ? text : text.slice(0, text.length - form.length);
  const cores = new Set(forms.map((one) => stem + one));
  const tierOf = (name: string): number => {
    if (name === text) return 1;
    if (cores.has(name)) return 2;
    if (name.startsWith(text)) return 4;
    if (!name.includes(text)) return 10;
    if (forms.includes(name.slice(name.indexOf(stem) + stem.length))) return 5;
    const before = name.slice(0, name.indexOf(text));
    return before.length === 2 || /[省市区县镇乡]$/u.test(before) ? 6 : 7;
  };
  const all = subjects.flatMap(({ code: subject, kind, names }) =>
    names.map(({ name, former }) => {
      const tier = kind === "individual-business" && name !== text ? 10 : tierOf(name);
      return { subject, kind, key: [tier, former === true ? 1 : 0, name.length, name, subject] as const };
    }),
  );
  const isNamed = all.some(({ key }) => key[0] <= 2);
  const hits = all.flatMap(({ subject, kind, key: [tier, ...rest] }) => {
    if (tier < 10) return [{ subject, key: [tier, ...rest] as const }];
    const fits = !isNamed && kind !== "individual-business" && standsApart(text, rest[2]);
    return fits ? [{ subject, key: [9, ...rest] as const }] : [];
  });
  const order = (a: (typeof hits)[number], b: (typeof hits)[number]): number => {
    for (const at of [0, 1, 2, 3, 4] as const) {
      const [x, y] = [a.key[at], b.key[at]];
      if (x !== y)
        return typeof x === "string" ? Buffer.compare(Buffer.from(x), Buffer.from(String(y))) : x - Number(y);
    }
    return 0;
  };
  return [...new Set(hits.toSorted(order).map((hit) => hit.subject))];
}

/** The slow, obvious abbreviation: every way to cut the text, and the pieces sought in the name one after another. */
function standsApart(text: string, name: string): boolean {
  const company = /^(.{2,}?)(?:股份有限|有限责任|有限)?公司$/u.exec(text)?.[1];
  const stems =
    text.endsWith("厂") && text.length > 2
      ? [
          [text, ""],
          [text.slice(0, -1), "厂"],
        ]
      : [[text, ""]];
  return (company === undefined ? stems : [[company, "公司"]]).some(([stem = "", tail = ""]) => {
    if (!name.endsWith(tail)) return false;
    const room = name.slice(0, name.length - tail.length);
    return piecesOf(stem, tail !== "").some((pieces) => inOrder(room, pieces));
  });
}

function inOrder(name: string, pieces: readonly string[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    const found = name.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

function piecesOf(stem: string, hasTail: boolean): string[][] {
  const cut = (one: string): string[][] =>
    [...one].flatMap((_, at) => (at >= 2 && at <= one.length - 2 ? [[one.slice(0, at), one.slice(at)]] : []));
  const oneMore = (parts: string[]): string[][] => [
    parts,
    ...parts.flatMap((part, at) => cut(part).map((two) => parts.toSpliced(at, 1, ...two))),
  ];
  const twice =
    stem.length > 12
      ? cut(stem)
      : cut(stem).flatMap(([a = "", b = ""]) => [[a, b], ...cut(b).map((two) => [a, ...two])]);
  const bracketed = partsOf(stem, "()");
  const marked = partsOf(stem, "省市区县镇乡");
  const places = [2, 3, 4].flatMap((at) => {
    const [place, rest] = [stem.slice(0, at), stem.slice(at)];
    if (rest.length < 2) return [];
    const isMarked = at > 2 && /[省市区县镇乡]$/u.test(place);
    return (isMarked ? [place, place.slice(0, -1)] : [place]).flatMap((one) => [
      [rest, `(${one})`],
      ...cut(rest).map(([before = "", behind = ""]) => [before, `(${one})`, behind]),
    ]);
  });
  const [first = "", place = "", ...rest] = bracketed;
  return [
    ...(bracketed.length === 1 ? twice : [...oneMore(bracketed), ...oneMore([place, first, ...rest])]),
    ...(hasTail ? [[stem]] : []),
    ...(marked.length > 1 ? oneMore(marked) : []),
    ...places,
  ];
}

/** Parts of two characters or more between separators; the text itself where its last part is shorter. */
function partsOf(text: string, separators: string): string[] {
  let parts = [""];
  for (const character of text) {
    const part = parts.at(-1) ?? "";
    if (!separators.includes(character) || part.length === 1) parts = parts.with(-1, part + character);
    else if (part !== "") parts.push("");
  }
  const filled = parts.filter((part) => part !== "");
  return filled.length === 0 || filled.at(-1)?.length === 1 ? [text] : filled;
}
