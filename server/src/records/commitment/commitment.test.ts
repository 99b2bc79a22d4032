import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "../../foundation/accounts/index.ts";
import type { Account, Role, SignedIn } from "../../foundation/accounts/index.ts";
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { testSnapshot } from "../../views/visibility/test-policy.ts";
import { judgeJudgement, judgeWish, JUDGEMENTS, stateOn } from "./rules.ts";
import type { Commitment, CommitmentWish, Judgement } from "./rules.ts";
import {
  commitmentFor,
  draftCommitment,
  giveCommitment,
  judgeCommitment,
  ownCommitments,
  receivedCommitments,
} from "./service/commitment.ts";
import type { CommitmentPorts, CommitmentView } from "./service/commitment.ts";

const SUBJECT = "91990100MA0XH0026G";
const OTHER_SUBJECT = "91990100MA0XH00426";
const OFFICE = "11990100990001378K";
const OTHER_OFFICE = "11990100990006857Y";
const HALL = "129901009900397397";
const day = (text: string): Day => text as Day;
const TODAY = day("2027-01-04");

const WISH: CommitmentWish = {
  receiver: OFFICE,
  kind: "missing-papers",
  matter: null,
  promise: "于期限内补齐场地证明。",
  documentNo: null,
  through: day("2027-02-01"),
};
const REPAIR: CommitmentWish = { ...WISH, kind: "repair", documentNo: "示环罚〔2026〕1号", promise: "今后守法经营。" };

const knownSubject = statement(
  "test.commitment-subject",
  "insert into subject.subject values ($1, 'enterprise', 'registered', '2020-01-01Z', gen_random_uuid())",
);

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);

function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe("what may be promised", () => {
  test.each<[string, Partial<CommitmentWish>, string]>([
    ["to another organisation, until a day", {}, "granted"],
    ["today still", { through: TODAY }, "granted"],
    ["without an end", { through: null }, "granted"],
    ["not until yesterday", { through: day("2027-01-03") }, "commitment.through-past"],
    ["not to oneself", { receiver: SUBJECT }, "commitment.own-receiver"],
    ["not to a code that is none", { receiver: "119901009900013780" }, "commitment.unsound-code"],
    ["not nothing", { promise: " " }, "commitment.words-needed"],
    ["not a book", { promise: "守".repeat(4001) }, "commitment.too-long"],
    ["not with a person's number", { promise: "联系 13900000000" }, "commitment.personal-number"],
    ["for repair only of a decision", { kind: "repair" }, "commitment.one-document"],
    ["for repair of one", { kind: "repair", documentNo: "示环罚〔2026〕1号" }, "granted"],
    ["and of a decision only for repair", { documentNo: "示环罚〔2026〕1号" }, "commitment.one-document"],
  ])("%s", (_, differs, code) => {
    expect(codeOf(judgeWish({ ...WISH, ...differs }, SUBJECT, TODAY))).toBe(code);
  });
});

const KEPT: Commitment = {
  ...WISH,
  commitment: "0".repeat(32),
  subject: SUBJECT,
  receiverName: "示例市某局",
  wording: "",
  digest: Buffer.alloc(32),
  mandate: null,
  onPaper: null,
  account: "a",
  person: "p",
  givenOn: TODAY,
  givenAt: new Date(0),
};

describe("who says what became of it", () => {
  const officer = { organisation: OFFICE, person: "q" };
  const saying = { outcome: "broken" as const, reason: "期满未补齐。", document: "示终〔2027〕1号" };
  const last = { no: 1, outcome: "broken", reason: "", document: "", day: TODAY, at: new Date(0) } as const;
  test.each<[string, object, object, Judgement | undefined, string]>([
    ["an officer of the receiver", {}, {}, undefined, "granted"],
    ["never who signed", {}, { person: "p" }, undefined, "commitment.same-person"],
    ["no other office", {}, { organisation: OTHER_OFFICE }, undefined, "commitment.unknown"],
    ["broken by a document only", { document: null }, {}, undefined, "commitment.document-needed"],
    ["fulfilled without one", { outcome: "fulfilled", document: null }, {}, undefined, "granted"],
    ["with a reason", { reason: "" }, {}, undefined, "commitment.words-needed"],
    ["and no person's number in it", { reason: "电话 13900000000" }, {}, undefined, "commitment.personal-number"],
    ["not the same again", {}, {}, last, "commitment.said"],
    ["but otherwise", { outcome: "fulfilled" }, {}, last, "granted"],
  ])("%s", (_, said, by, before, code) => {
    expect(
      codeOf(judgeJudgement({ ...saying, ...said }, { commitment: KEPT, last: before }, { ...officer, ...by })),
    ).toBe(code);
  });
});

describe("what has become of it on a day", () => {
  const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays(TODAY, count));
  const said = fc
    .array(fc.record({ outcome: fc.constantFrom(...JUDGEMENTS), day: days }), { maxLength: 5 })
    .map((all) => all.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map((one, at) => ({ ...one, no: at + 1 })));

  test("is what was said last until then, and else whether its term is over; never broken by time alone", () => {
    fc.assert(
      fc.property(said, days, fc.option(days), (all, on, through) => {
        const last = all.findLast((one) => one.day <= on)?.outcome;
        const byTime = through !== null && on > through ? "due" : "open";
        expect(stateOn({ through }, all, on)).toBe(last ?? byTime);
        expect(stateOn({ through }, all.toReversed(), on)).toBe(last ?? byTime);
      }),
    );
  });

  test("what is said later does not change what it was before", () => {
    fc.assert(
      fc.property(said, days, (all, on) => {
        const later = { no: all.length + 1, outcome: "broken", day: addDays(on, 1) } as const;
        expect(stateOn(KEPT, [...all, later], on)).toBe(stateOn(KEPT, all, on));
      }),
    );
  });
});

describe("commitments that are kept", () => {
  let database: TestDatabase;
  let folder: string;
  let ports: CommitmentPorts;
  let owner: SignedIn;
  let otherOwner: SignedIn;
  let officer: SignedIn;
  let stranger: Account;
  let now = Date.parse("2027-01-04T10:00:00+08:00");
  let mandate: Outcome<string | null> = granted(null);

  const member = async (organisation: string, role: Role, login: string): Promise<SignedIn> => {
    const made = await createAccount(database.db, {
      at: new Date(now),
      by: null,
      organisation: { uscc: organisation, name: `示例单位${login}` },
      role,
      login,
    });
    return { ...certain(made).account, via: "session", session: null, client: null, steppedUpAt: new Date(now) };
  };
  const give = async (by: SignedIn, wish: CommitmentWish): Promise<Outcome<CommitmentView>> => {
    const draft = await draftCommitment(ports, by, { ...wish, hallFor: null });
    return draft.ok ? giveCommitment(ports, by, { wish, ...draft.value, hall: null }) : draft;
  };
  const say = (by: Account, view: CommitmentView, outcome: "fulfilled" | "broken" | "lapsed") =>
    judgeCommitment(ports, by, {
      commitment: view.kept.commitment,
      version: view.judgements.length,
      outcome,
      reason: "经核对材料认定。",
      document: "示认〔2027〕1号",
    });
  const page = { after: null, limit: 100 };

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(path.join(tmpdir(), "xinheng-commitment-"));
    ports = {
      db: database.db,
      clock: { now: () => now, today: () => dayOfInstant(now) },
      keys: await openKeys({ folder: path.join(folder, "keys") }),
      policyAt: () => testSnapshot(),
      mandateOf: () => Promise.resolve(mandate),
    };
    owner = await member(SUBJECT, "enterprise", "owner");
    otherOwner = await member(OTHER_SUBJECT, "enterprise", "other");
    officer = await member(OFFICE, "clerk", "clerk");
    for (const subject of [SUBJECT, OTHER_SUBJECT]) await database.admin.write((tx) => tx.run(knownSubject, [subject]));
    stranger = await member(OTHER_OFFICE, "approver", "stranger");
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  test("the wording says to whom, what and what follows, and is signed as it was seen", async () => {
    const draft = certain(await draftCommitment(ports, owner, { ...WISH, hallFor: null }));
    expect(draft.wording).toContain(OFFICE);
    expect(draft.wording).toContain(WISH.promise);
    expect(draft.wording).toContain("不履行的后果：以接受单位的告知为准。");
    expect(draft.wording).toContain("不是官方格式文本");
    const other = { wish: { ...WISH, promise: "别的内容。" }, ...draft, hall: null };
    expect(codeOf(await giveCommitment(ports, owner, other))).toBe("commitment.wording-differs");
    const view = certain(await giveCommitment(ports, owner, { wish: WISH, ...draft, hall: null }));
    expect(view).toMatchObject({ state: "open", judgements: [], kept: { wording: draft.wording } });
    expect(codeOf(await giveCommitment(ports, owner, { wish: WISH, ...draft, hall: null }))).toBe("commitment.given");
  });

  test("nobody signs who did not prove anew that it is he, without a mandate, or in an office's name", async () => {
    const draft = certain(await draftCommitment(ports, owner, { ...WISH, hallFor: null }));
    const unproved = await giveCommitment(ports, { ...owner, steppedUpAt: null }, { wish: WISH, ...draft, hall: null });
    expect(codeOf(unproved)).toBe("accounts.step-up");
    mandate = refused({ code: "accounts.no-mandate", kind: "forbidden" });
    expect(codeOf(await give(owner, WISH))).toBe("accounts.no-mandate");
    mandate = granted(null);
    expect(codeOf(await draftCommitment(ports, officer, { ...WISH, receiver: OTHER_OFFICE, hallFor: null }))).toBe(
      "accounts.role",
    );
    expect(codeOf(await give(owner, { ...WISH, receiver: OTHER_SUBJECT }))).toBe("commitment.unknown-receiver");
  });

  test("a decision has one commitment for repair, and another once it has lapsed", async () => {
    const view = certain(await give(owner, REPAIR));
    expect(codeOf(await give(owner, REPAIR))).toBe("commitment.given");
    expect(codeOf(await give(otherOwner, REPAIR))).toBe("granted");
    certain(await say(officer, view, "lapsed"));
    const anew = certain(await give(owner, REPAIR));
    const asked = { subject: SUBJECT, documentNo: REPAIR.documentNo ?? "", day: ports.clock.today() };
    const standing = await database.db.read((tx) => commitmentFor(tx, asked));
    expect(standing?.kept.commitment).toBe(anew.kept.commitment);
  });

  test("at a hall it is signed on paper: registered once, by the hall alone, for whoever is known here", async () => {
    const hall = await member(HALL, "hall-clerk", "hall");
    const documentNo = "示环罚〔2026〕2号";
    const wish = { ...REPAIR, documentNo };
    const paper = { title: "信用修复承诺书.pdf", digest: "ab".repeat(32) };
    const draft = certain(await draftCommitment(ports, hall, { ...wish, hallFor: SUBJECT }));
    expect(draft.wording).toContain(`承诺人：统一社会信用代码 ${SUBJECT}`);
    expect(draft.wording).toContain("由承诺人签署纸质承诺书，示例单位hall登记");
    const given = { wish, ...draft, hall: { subject: SUBJECT, paper } };
    // What the portal asks for is not got round by naming oneself at a hall.
    for (const by of [owner, officer, otherOwner]) {
      expect(codeOf(await draftCommitment(ports, by, { ...wish, hallFor: SUBJECT }))).toMatch(/^accounts\./u);
      expect(codeOf(await giveCommitment(ports, by, given))).toMatch(/^accounts\./u);
    }
    expect(codeOf(await draftCommitment(ports, hall, { ...wish, hallFor: null }))).toBe("accounts.role");
    const nobody = await draftCommitment(ports, hall, { ...wish, hallFor: "91990100MA0XH0034B" });
    expect(codeOf(nobody)).toBe("commitment.unknown-subject");
    const forAnother = { ...given, hall: { subject: OTHER_SUBJECT, paper } };
    expect(codeOf(await giveCommitment(ports, hall, forAnother))).toBe("commitment.wording-differs");
    const view = certain(await giveCommitment(ports, hall, given));
    expect(view.kept).toMatchObject({ subject: SUBJECT, mandate: null, onPaper: { registrar: HALL, ...paper } });
    expect(codeOf(await giveCommitment(ports, hall, given))).toBe("commitment.given");
    // The same paper is not the promise for another decision.
    const third = { ...wish, documentNo: "示环罚〔2026〕3号" };
    const again = certain(await draftCommitment(ports, hall, { ...third, hallFor: SUBJECT }));
    const reused = { wish: third, ...again, hall: { subject: SUBJECT, paper } };
    expect(codeOf(await giveCommitment(ports, hall, reused))).toBe("commitment.given");
    const own = certain(await ownCommitments(ports, owner, page));
    expect(own.find(({ kept }) => kept.documentNo === documentNo)?.kept.onPaper).toEqual({ registrar: HALL, ...paper });
  });

  test("judgements are added by the receiver, one after the other, and every deed is in the trail", async () => {
    const view = certain(await give(owner, WISH));
    now = Date.parse("2027-02-02T10:00:00+08:00");
    expect(codeOf(await say(stranger, view, "broken"))).toBe("commitment.unknown");
    const nobody = { ...view, kept: { ...view.kept, commitment: "f".repeat(32) } };
    expect(codeOf(await say(officer, nobody, "broken"))).toBe("commitment.unknown");
    // The role is judged first: it must not tell which numbers there are.
    for (const one of [view, nobody]) expect(codeOf(await say(owner, one, "broken"))).toBe("accounts.role");
    const broken = certain(await say(officer, view, "broken"));
    expect(codeOf(await say(officer, view, "fulfilled"))).toBe("commitment.changed");
    const mended = certain(await say(officer, broken, "fulfilled"));
    expect(mended.judgements.map(({ no, outcome }) => `${no} ${outcome}`)).toEqual(["1 broken", "2 fulfilled"]);
    const trail = statement(
      "test.commitment-trail",
      "select action from audit.entry where target = $1 order by ordinal",
    );
    expect(await database.db.read((tx) => tx.rows(trail, [view.kept.commitment]))).toEqual(
      ["commitment.give", "commitment.judge", "commitment.judge"].map((action) => ({ action })),
    );
    const change = statement("test.commitment-change", "update commitment.judgement set reason = ''");
    await expect(database.db.write((tx) => tx.run(change))).rejects.toThrow(/permission denied/);
  });

  test("each side sees its own: whose term is over is due, and not broken", async () => {
    now = Date.parse("2027-03-01T10:00:00+08:00");
    const own = certain(await ownCommitments(ports, owner, page));
    expect(own.every(({ kept }) => kept.subject === SUBJECT)).toBe(true);
    expect(own.filter(({ judgements }) => judgements.length === 0).map(({ state }) => state)).toContain("due");
    const received = certain(await receivedCommitments(ports, officer, page));
    expect(new Set(received.map(({ kept }) => kept.subject))).toEqual(new Set([SUBJECT, OTHER_SUBJECT]));
    expect(certain(await receivedCommitments(ports, stranger, page))).toEqual([]);
    expect(codeOf(await receivedCommitments(ports, owner, page))).toBe("accounts.role");
    const first = received[0]?.kept;
    const after = first === undefined ? null : { givenAt: first.givenAt, commitment: first.commitment };
    expect(certain(await receivedCommitments(ports, officer, { after, limit: 100 }))).toHaveLength(received.length - 1);
  });
});
