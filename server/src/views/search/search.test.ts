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
      [code(1), code(2), code(3), code(4), code(5), code(6), code(7), code(9)].toSorted(),
    ],
    ["the organisation code inside a code", code(6).slice(8, 17), [code(6)]],
    ["the organisation code with its hyphen", "12345678-9", [codeOf("91990100123456789")]],
    ["a former name", "示例华信贸易", [code(3)]],
    ["nothing", "不存在的名称", []],
  ])("finds by %s", async (_, text, codes) => expect(await codesOf(text)).toEqual(codes));

  test("says which former name fitted, and only then", async () => {
    const [found] = (await ask("示例华信贸易")).items;
    expect(found).toMatchObject({ name: "示例市青禾贸易有限公司", formerName: "示例华信贸易有限公司" });
    expect((await ask("青禾")).items[0]).toMatchObject({ formerName: null });
  });

  test("an individual business answers to its full name and full code only", async () => {
    expect(await codesOf("示例市东门李记面馆")).toEqual([code(8, "92")]);
    expect(await codesOf(code(8, "92"))).toEqual([code(8, "92")]);
    for (const part of [
      "李记",
      "示例市东门李记",
      "东门李记面馆",
      code(8, "92").slice(0, 12),
      code(8, "92").slice(8, 17),
    ]) {
      expect(await codesOf(part)).not.toContain(code(8, "92"));
    }
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
  const characters = ["华", "信", "青", "禾", "示", "例", "A"];
  const arbitraryName = fc
    .tuple(
      fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 5 }).map((parts) => parts.join("")),
      fc.constantFrom("", "有限公司", "厂"),
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
            for (const text of [whole, whole.slice(0, 2)]) {
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
    if (!name.includes(text)) return 9;
    return forms.includes(name.slice(name.indexOf(stem) + stem.length)) ? 5 : 6;
  };
  const hits = subjects.flatMap(({ code: subject, kind, names }) =>
    names.flatMap(({ name, former }) => {
      const tier = kind === "individual-business" && name !== text ? 9 : tierOf(name);
      return tier === 9 ? [] : [{ subject, key: [tier, former === true ? 1 : 0, name.length, name, subject] as const }];
    }),
  );
  const order = (a: (typeof hits)[number], b: (typeof hits)[number]): number => {
    for (const at of [0, 1, 2, 3, 4] as const) {
      const [x, y] = [a.key[at], b.key[at]];
      if (x !== y)
        return Buffer.isBuffer(x) || typeof x === "string"
          ? Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)))
          : Number(x) - Number(y);
    }
    return 0;
  };
  return [...new Set(hits.toSorted(order).map((hit) => hit.subject))];
}
