import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../kernel/day.ts";
import type { Html } from "../../platform/html/markup.ts";
import type { AbsenceScope, CoverageLine } from "../coverage/index.ts";
import type { Chrome } from "../site/index.ts";
import { publicPages } from "./pages.ts";
import type { Chapter, RecordRow, ResultsModel, StatementModel, SubjectModel } from "./pages/model.ts";

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
}

const HOSTILE = '<img src=x onerror="alert(1)">&\'';

const chrome: Chrome = {
  siteName: "信用示例市",
  regionName: "示例市",
  official: false,
  today: day("2026-09-09"),
  generatedAt: "2026-09-09 09:42",
  policyVersion: "demo-990100 / 2026-09-01",
  large: false,
  path: "/subjects/91990100MADEM0C18J",
};
const scope: AbsenceScope = { providers: 31, completeThrough: day("2026-09-08"), unchecked: [] };
const record: RecordRow = {
  id: "5f2c9e0b7a414d0c8e1b3f6a9d2c4e70",
  href: "/subjects/91990100MADEM0C18J/records/5f2c",
  title: "未按规定保存监测原始记录",
  documentNo: "示环罚〔2026〕0147号",
  authority: "示例市生态环境局",
  provider: "示例市生态环境局",
  decidedOn: day("2026-06-18"),
  validUntil: null,
  shownUntil: day("2027-06-18"),
  repairableFrom: day("2026-09-19"),
  severity: "general",
  severityBy: "示例市生态环境局",
  summary: [{ label: "处罚内容", value: "罚款 2.4 万元" }],
  article: "《示例办法》第九条",
  state: "shown",
  missing: [],
  marks: [],
};
const permit: RecordRow = {
  ...record,
  severity: null,
  severityBy: null,
  repairableFrom: null,
  state: "valid",
  validUntil: day("2030-04-21"),
  shownUntil: day("2030-04-21"),
};
const penalties: Chapter = { id: "penalty", title: "行政处罚", layout: "beam", records: [record], scope };
const coverage: readonly CoverageLine[] = [
  { title: "行政处罚", providers: "31 家单位", through: day("2026-09-08"), state: "complete", lateWorkingDays: null },
];
const subject: SubjectModel = {
  uscc: "91990100MADEM0C18J",
  name: "示例市澄岸环境工程有限公司",
  kind: "企业",
  provisional: false,
  facts: [{ label: "登记状态", value: "存续" }],
  formerNames: [],
  chapters: [penalties],
  coverage,
};
const results: ResultsModel = {
  query: "澄岸",
  problem: null,
  more: false,
  nextHref: null,
  scope,
  items: [
    {
      uscc: subject.uscc,
      name: subject.name,
      formerName: null,
      kind: "企业",
      status: "存续",
      href: "/subjects/91990100MADEM0C18J",
      provisional: false,
    },
  ],
};
const statement: StatementModel = {
  subject: { uscc: subject.uscc, name: subject.name, href: "/subjects/91990100MADEM0C18J" },
  chapterTitle: "行政处罚",
  record,
  fields: [{ label: "处罚种类", value: null }],
  provider: "示例市生态环境局",
  receivedOn: day("2026-06-24"),
  procedure: null,
  rule: { title: "《示例办法》", article: "最长 12 个月。", convention: "止于对应日 24:00。" },
  ways: [{ from: day("2026-09-19"), now: false, text: "申请信用修复\n需要已改正。" }],
};
const home = {
  asOf: "09:42",
  subjects: 20418,
  providers: 42,
  blind: { lines: coverage, late: 1, senders: 12 },
  shown: [
    { entry: "permit", title: "行政许可", count: 1200 },
    { entry: "penalty", title: "行政处罚", count: 34 },
  ],
};

const words = (page: Html): string =>
  String(page)
    .replace(/<style>[^]*?<\/style>/u, "")
    .replace(/<[^>]+>/gu, "")
    .replace(/\s+/gu, " ");
const subjectWith = (change: Partial<SubjectModel>): Html =>
  publicPages.subject.render({ ...subject, ...change }, chrome);
const chapterWith = (change: Partial<Chapter>): Html => subjectWith({ chapters: [{ ...penalties, ...change }] });
const recordWith = (change: Partial<RecordRow>): Html => chapterWith({ records: [{ ...record, ...change }] });

const everyPage: readonly (readonly [string, Html, string])[] = [
  ["home", publicPages.home.render(home, chrome), publicPages.home.contentSecurityPolicy],
  ["results", publicPages.results.render(results, chrome), publicPages.results.contentSecurityPolicy],
  ["subject", publicPages.subject.render(subject, chrome), publicPages.subject.contentSecurityPolicy],
  ["statement", publicPages.statement.render(statement, chrome), publicPages.statement.contentSecurityPolicy],
  [
    "problem",
    publicPages.problem.render({ status: 500, retryAfterSeconds: null, incident: "7f3a", own: null }, chrome),
    publicPages.problem.contentSecurityPolicy,
  ],
];

describe.each(everyPage)("every page: %s", (_name, page, policy) => {
  const text = String(page);
  const css = /<style>([^]*?)<\/style>/u.exec(text)?.[1] ?? "";
  it("keeps its style within 8,192 bytes and itself within 14 kB on the wire", () => {
    expect(Buffer.byteLength(css)).toBeLessThanOrEqual(8192);
    expect(gzipSync(text).length).toBeLessThanOrEqual(14_000);
  });
  it("has no script, no handler, no style attribute and nothing from elsewhere", () => {
    expect(text).not.toMatch(/<script|<iframe|\son\w+=|\sstyle=|javascript:/iu);
    expect(text).not.toMatch(/(?:https?:)?\/\/[a-z]|@import|url\(/iu);
  });
  it("carries a policy that allows its own style alone", () => {
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /u);
    expect(policy).not.toContain("unsafe");
  });
  it("has one first heading, its language, a way past the masthead, its moment and its policy", () => {
    expect(text.match(/<h1/gu)).toHaveLength(1);
    expect(text).toMatch(/<html lang="zh-CN">[^]*href="#m"[^]*<main id="m">/u);
    expect(words(page)).toContain("本页生成于 2026-09-09 09:42，规则版本 demo-990100 / 2026-09-01");
  });
  it("never says that somebody has a clean record", () => {
    expect(text).not.toMatch(/无违法|无违规|无失信|信用良好|暂无/u);
  });
});

describe("data in a page", () => {
  it("is escaped wherever it stands", () => {
    const hostileRecord: RecordRow = {
      ...record,
      title: HOSTILE,
      documentNo: HOSTILE,
      authority: HOSTILE,
      provider: `${HOSTILE}x`,
      severityBy: HOSTILE,
      summary: [{ label: HOSTILE, value: HOSTILE }],
      article: HOSTILE,
      missing: [HOSTILE],
      href: `/${HOSTILE}`,
    };
    const unchecked = [{ title: HOSTILE, through: null }];
    const pages = [
      subjectWith({
        name: HOSTILE,
        facts: [{ label: HOSTILE, value: HOSTILE }],
        formerNames: [{ name: HOSTILE, until: null }],
        coverage: [{ title: HOSTILE, providers: HOSTILE, through: null, state: "never", lateWorkingDays: null }],
      }),
      ...(["beam", "table", "plain"] as const).map((layout) =>
        chapterWith({ layout, title: HOSTILE, records: [hostileRecord], scope: { ...scope, unchecked } }),
      ),
      publicPages.results.render({ ...results, query: HOSTILE, items: [] }, chrome),
      publicPages.statement.render(
        { ...statement, record: hostileRecord, ways: [{ from: null, now: true, text: HOSTILE }] },
        chrome,
      ),
      publicPages.home.render(home, { ...chrome, siteName: HOSTILE, path: `/${HOSTILE}` }),
    ];
    for (const page of pages) expect(String(page)).not.toContain("<img");
  });
});

describe("an absence", () => {
  it("names how many providers, complete through which day", () => {
    expect(words(chapterWith({ records: [] }))).toContain(
      "未查询到公示中的行政处罚信息。范围：31 家数据源单位，声明完整至 2026-09-08。",
    );
  });
  it("stands after what is shown, too", () => {
    expect(words(subjectWith({}))).toContain("除上列 1 条外，未查询到公示中的行政处罚信息。范围：");
  });
  it("is never claimed where nobody declared a day or nobody provides", () => {
    for (const blind of [
      { ...scope, completeThrough: null },
      { ...scope, providers: 0 },
    ]) {
      const page = words(chapterWith({ records: [], scope: blind }));
      expect(page).not.toContain("未查询到");
      expect(page).toContain("未能核查 行政处罚");
      expect(page).toContain("这不表示“没有”");
    }
  });
  it("is told apart from what could not be looked up, which counts before any number", () => {
    const unchecked = [{ title: "失信被执行人", through: day("2026-08-27") }];
    const page = words(chapterWith({ scope: { ...scope, unchecked } }));
    expect(page).toContain("未能核查 失信被执行人数据只到 2026-08-27。这不表示“没有”");
    expect(page).toContain("1 个来源未能核查，1 条");
  });
  it("of a search carries its scope and never that of a mistyped question", () => {
    const nothing = { ...results, query: "不存在", items: [] };
    expect(words(publicPages.results.render(nothing, chrome))).toContain("未查询到与“不存在”相符的主体。范围：31 家");
    expect(words(publicPages.results.render({ ...nothing, problem: "busy" }, chrome))).not.toContain("未查询到");
  });
  it("says word for word the same of what is not shown by law on every subject", () => {
    const sentence = "依法不公示、公示期满和已修复的信息不在公示范围，本站对任何主体都不显示其有无和条数。";
    for (const page of [subjectWith({}), chapterWith({ records: [] }), subjectWith({ chapters: [] })])
      expect(words(page)).toContain(sentence);
  });
});

describe("a record", () => {
  it("has its provider, authority, document, days and article", () => {
    const page = words(recordWith({ provider: "示例市行政审批局" }));
    for (const part of [
      "示环罚〔2026〕0147号",
      "认定机关：示例市生态环境局",
      "数据源单位：示例市行政审批局",
      "决定 2026-06-18",
      "公示至 2027-06-18",
      "公示依据：《示例办法》第九条",
    ])
      expect(page).toContain(part);
  });
  it.each([
    ["shown", "公示中"],
    ["valid", "有效"],
    ["expired", "有效期已过"],
  ] as const)("in state %s is marked %s", (state, word) => {
    expect(String(recordWith({ state }))).toMatch(
      new RegExp(`<span class="mk[^>]*><svg[^]*?</svg>${word}</span>`, "u"),
    );
  });
  it("under objection is still shown, with a neutral word", () => {
    expect(words(recordWith({ marks: ["objection", "litigation"] }))).toMatch(/公示中.*异议处理中.*诉讼中/u);
    expect(words(recordWith({ marks: ["objection"] }))).toContain("请勿将其视为无争议的事实");
  });
  it("says from which day repair is possible, or that it is, or nothing", () => {
    expect(words(recordWith({}))).toContain("2026-09-19 起可申请修复（还有 10 天）");
    expect(words(recordWith({ repairableFrom: day("2026-09-09") }))).toContain("2026-09-09 起已可申请修复");
    expect(words(recordWith({ repairableFrom: null }))).not.toContain("修复（");
  });
  it.each([
    ["minor", "失信程度：轻微（示例市生态环境局标注）"],
    ["general", "失信程度：一般（"],
    ["serious", "失信程度：严重（"],
    ["unclassified", "失信程度：未分类（未标注"],
  ] as const)("of severity %s says who set it or which rule holds", (severity, said) => {
    expect(words(recordWith({ severity }))).toContain(said);
  });
  it("without a day of decision has no beam and says so", () => {
    const page = recordWith({ decidedOn: null });
    expect(String(page)).not.toContain('class="beam"');
    expect(words(page)).toContain("决定日期未提供");
  });
  it("without a fixed end runs until it is ended", () => {
    expect(words(recordWith({ shownUntil: null }))).toContain("改正并移出时止");
  });
  it("names what was not provided", () => {
    expect(words(recordWith({ missing: ["处罚依据", "处罚类别"] }))).toContain("未提供：处罚依据、处罚类别");
  });
});

describe("a chapter in a table", () => {
  it("labels each cell for narrow screens and says long-term for what has no end", () => {
    const page = chapterWith({
      layout: "table",
      records: [permit, { ...permit, validUntil: null, shownUntil: null, state: "expired", decidedOn: null }],
    });
    expect(String(page)).toContain('data-l="有效期至"><div>长期');
    expect(String(page)).toContain('data-l="决定日期"><div>未提供');
    expect(words(page)).toContain("2 条，1 条有效");
  });
  it("prints a shared article once, differing ones on their rows", () => {
    const same = words(chapterWith({ layout: "table", records: [permit, permit] }));
    expect(same.match(/公示依据：/gu)).toHaveLength(1);
    const other = words(chapterWith({ layout: "table", records: [permit, { ...permit, article: "第二条" }] }));
    expect(other.match(/公示依据：/gu)).toHaveLength(2);
  });
});

describe("coverage", () => {
  it.each([
    ["complete", null, "已核查"],
    ["late", 4, "迟报 4 个工作日"],
    ["late", null, "迟报"],
    ["unknown", null, "未能核查"],
    ["nil", null, "零报告"],
    ["never", null, "从未接入"],
  ] as const)("in state %s (%s) says %s", (state, lateWorkingDays, word) => {
    const page = subjectWith({
      coverage: [{ title: "某事项", providers: "某单位", through: day("2026-09-02"), state, lateWorkingDays }],
    });
    expect(words(page)).toContain(word);
    expect(words(page)).toContain("2026-09-02");
  });
});

describe("results", () => {
  it.each(["empty", "too-short", "wrong-check-digit", "busy"] as const)(
    "keep what was typed when it is %s",
    (problem) => {
      const page = String(publicPages.results.render({ ...results, problem, query: "9199" }, chrome));
      expect(page).toContain('value="9199"');
      expect(page).toContain('aria-invalid="true"');
    },
  );
  it("do not repeat what looks like a person's number", () => {
    const page = String(
      publicPages.results.render(
        { ...results, problem: "looks-personal", query: "990100199001011234", items: [] },
        { ...chrome, path: "/subjects" },
      ),
    );
    expect(page).not.toContain("990100199001011234");
  });
  it("show former names as such, the mark of a provisional subject, and how to narrow too many", () => {
    const items = [
      {
        ...results.items[0],
        uscc: "1",
        name: "甲",
        kind: "企业",
        status: null,
        href: "/",
        formerName: "示例市青陶仓储部",
        provisional: true,
      },
    ];
    const page = words(
      publicPages.results.render({ ...results, items, more: true, nextHref: "/subjects?q=a&cursor=b" }, chrome),
    );
    for (const part of ["曾用名：示例市青陶仓储部", "未经登记核对", "500 个以上，请补充名称或代码", "下一页"])
      expect(page).toContain(part);
  });
});

describe("a record's own page", () => {
  const page = (change: Partial<RecordRow>, more: Partial<StatementModel> = {}): string =>
    words(publicPages.statement.render({ ...statement, ...more, record: { ...record, ...change } }, chrome));
  it("says the whole term in words, in order", () => {
    expect(page({})).toMatch(
      /2026年6月18日.*今日 2026年9月9日已公示 83 天，还有 282 天.*2026年9月19日起可以申请修复.*2027年6月18日24:00 自动停止公示/u,
    );
  });
  it("says long-term for a permit without end, and stopping with its validity for another", () => {
    expect(page({ state: "valid", severity: null, repairableFrom: null, shownUntil: null })).toContain("长期有效");
    expect(page({ ...permit })).toContain("有效期届满，24:00 停止公示");
  });
  it("lists what can be done by its day, with the days left", () => {
    expect(page({})).toContain("2026年9月19日起还有 10 天申请信用修复需要已改正。");
    expect(page({}, { ways: [{ from: null, now: true, text: "提出异议" }] })).toContain("今日即可提出异议");
    expect(page({}, { ways: [] })).not.toContain("现在可以做什么");
  });
  it("marks a field that was not provided and prints the rule and the source", () => {
    for (const part of ["处罚种类未提供", "止于对应日 24:00。", "收到日期2026-06-24", record.id])
      expect(page({})).toContain(part);
  });
});

describe("large type", () => {
  it("leaves nothing out, and links back to where one is", () => {
    const large = publicPages.subject.render(subject, { ...chrome, large: true });
    const matter = (page: Html): string => words(page).slice(words(page).indexOf("/ 企业"));
    expect(matter(large)).toBe(matter(subjectWith({})));
    expect(String(large)).toContain('href="/sitemap"');
    expect(String(large)).toContain('href="/type-size?size=usual&amp;back=%2Fsubjects%2F91990100MADEM0C18J"');
  });
});
