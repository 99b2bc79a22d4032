import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { Authorisation } from "../../../records/authorisation/index.ts";
import {
  authorisationNotices,
  caseNotices,
  inOrder,
  isAfter,
  lookNotices,
  NOTICE_KINDS,
  pageAfter,
  receiptNotices,
  readPosition,
  recordNotices,
  repairNotices,
  repairsToHandle,
  unreadOf,
  writePosition,
} from "./notices.ts";
import type { Notice, RecordFacts, RepairStep } from "./notices.ts";
import { presentNotice } from "../schema.ts";
import { noticeWords } from "../text.ts";

const day = (text: string): Day => text as Day;
const record: RecordFacts = {
  id: "AAAA",
  entryName: "行政处罚",
  documentNo: "示市监罚〔2026〕1号",
  adverse: true,
  visibleAt: new Date("2026-06-01T02:00:00Z"),
  shownUntil: day("2027-06-01"),
  repairableFrom: day("2026-09-01"),
};
const kindsOf = (facts: Partial<RecordFacts>, today: string): string[] =>
  recordNotices({ ...record, ...facts }, day(today)).map(({ kind }) => kind);

test("of an application for repair each side is told of what the other did, and nobody of a draft", () => {
  const kinds = ["apply", "need-more", "supplement", "accept", "extend", "remind", "approve"] as const;
  const at = new Date("2026-09-09T02:00:00Z");
  const steps = kinds.map((kind, index): RepairStep => {
    return { application: "a", no: index + 1, kind, at, office: "示例市市场监督管理局", documentNo: null };
  });
  expect(repairNotices(steps).map(({ kind, notice }) => [kind, notice])).toEqual([
    ["repair-need-more", "repair:a:2"],
    ["repair-accepted", "repair:a:4"],
    ["repair-extended", "repair:a:5"],
    ["repair-decided", "repair:a:7"],
  ]);
  expect(repairsToHandle(steps).map(({ kind }) => kind)).toEqual([
    "repair-to-handle",
    "repair-to-handle",
    "repair-reminder",
  ]);
});

describe("a record", () => {
  test.each<[string, Partial<RecordFacts>, string, string[]]>([
    ["arrives", {}, "2026-06-01", ["record-arrived"]],
    ["is not told a day before it is thirty days ahead", {}, "2026-08-01", ["record-arrived"]],
    ["may be repaired in thirty days", {}, "2026-08-02", ["record-arrived", "repair-possible"]],
    ["ends in thirty-one days", {}, "2027-05-01", ["record-arrived", "repair-possible"]],
    ["ends in thirty", {}, "2027-05-02", ["record-arrived", "publicity-ends", "repair-possible"]],
    ["is shown for the last day", {}, "2027-06-01", ["record-arrived", "publicity-ends", "repair-possible"]],
    ["is over", {}, "2027-06-02", ["record-arrived"]],
    ["is no adverse one", { adverse: false }, "2027-05-02", []],
    ["has no end and no term", { shownUntil: null, repairableFrom: null }, "2030-01-01", ["record-arrived"]],
  ])("%s", (_, facts, today, kinds) => {
    expect(kindsOf(facts, today)).toEqual(kinds);
  });

  test("that came in late is told of its end when it came", () => {
    const late = recordNotices({ ...record, visibleAt: new Date("2027-05-20T02:00:00Z") }, day("2027-05-20"));
    expect(late.find(({ kind }) => kind === "publicity-ends")?.at).toEqual(new Date("2027-05-20T02:00:00Z"));
    const usual = recordNotices(record, day("2027-05-20"));
    expect(usual.find(({ kind }) => kind === "publicity-ends")?.at).toEqual(new Date("2027-05-01T16:00:00Z"));
  });
});

describe("an authorisation", () => {
  const given = {
    authorisation: "0".repeat(32),
    granteeName: "示例银行",
    until: day("2026-09-10"),
    revocation: null,
  } as unknown as Authorisation;

  test("expires on the first day without it, and is not told before", () => {
    expect(authorisationNotices([given], day("2026-09-09"))).toEqual([]);
    expect(authorisationNotices([given], day("2026-09-10"))).toMatchObject([
      { kind: "authorisation-expired", at: new Date("2026-09-09T16:00:00Z"), values: { day: "2026-09-09" } },
    ]);
  });

  test("that was revoked does not expire as well", () => {
    const at = new Date("2026-09-01T00:00:00Z");
    const revoked: Authorisation = { ...given, revocation: { side: "grantor", at } };
    expect(authorisationNotices([revoked], day("2026-10-01"))).toMatchObject([{ kind: "authorisation-revoked", at }]);
  });
});

test("a day of looks is one notice an office and authorisation", () => {
  const digest = {
    day: day("2026-09-09"),
    organisation: "o",
    organisationName: "示例局",
    at: new Date("2026-09-09T01:00:00Z"),
    looks: 2,
    matters: 1,
  };
  const [duty, used] = lookNotices([
    { ...digest, authorisation: null },
    { ...digest, authorisation: "a" },
  ]);
  expect([duty?.kind, used?.kind]).toEqual(["looked-at", "authorisation-used"]);
  expect(duty?.notice).not.toBe(used?.notice);
});

const notices = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 0, max: 5 }), notice: fc.constantFrom("a", "b", "c:d", "通知") }),
  { selector: ({ at, notice }) => `${at}:${notice}` },
);
const noticeOf = ({ at, notice }: { at: number; notice: string }): Notice => ({
  kind: "alert",
  notice,
  at: new Date(at),
  about: null,
  values: {},
});
const whole = { since: new Date(0), now: new Date(10) };

test("pages hold every notice once, newest first, and reading through a page leaves the newer unread", () => {
  fc.assert(
    fc.property(notices, fc.integer({ min: 1, max: 4 }), (made, limit) => {
      const ordered = inOrder(made.map(noticeOf), whole);
      const seen: Notice[] = [];
      let after: Notice | null = null;
      for (;;) {
        const { items, next } = pageAfter(ordered, after, limit);
        seen.push(...items);
        if (next === null) break;
        after = items.at(-1) ?? null;
      }
      expect(seen).toEqual(ordered);
      expect(seen.map(({ at }) => at.getTime())).toEqual(made.map(({ at }) => at).toSorted((a, b) => b - a));
      for (const [index, notice] of ordered.entries()) expect(unreadOf(ordered, notice)).toBe(index);
      expect(unreadOf(ordered, null)).toBe(made.length);
    }),
  );
});

test("what is to come, and what is older than the stretch, is not told", () => {
  const all = [0, 5, 11].map((at) => noticeOf({ at, notice: "a" }));
  expect(inOrder(all, { since: new Date(1), now: new Date(10) }).map(({ at }) => at.getTime())).toEqual([5]);
});

test("a position reads back as the place that it was written from", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.stringMatching(/^[\w:-]{1,80}$/u), (at, notice) => {
      expect(readPosition(writePosition({ at: new Date(at), notice }))).toEqual({ at: new Date(at), notice });
    }),
  );
  for (const text of ["", "x", "1", "1:", ":a", "-1:a", "99999999999999999:a", "1:a\nb"]) {
    expect(readPosition(text)).toBeNull();
  }
  // No text makes it throw.
  fc.assert(fc.property(fc.string(), (text) => void readPosition(text)));
});

test("a case is told by its list's name, a hearing by its own day, and the same step is the same notice", () => {
  const step = { case: "c", no: 4, at: new Date(1), day: day("2026-09-09"), list: "wage-arrears", office: "示例局" };
  const told = caseNotices(
    [
      { ...step, kind: "hearing-set", hearingOn: day("2026-09-21") },
      { ...step, no: 9, kind: "exit-approved", hearingOn: null },
    ],
    (list) => `名单 ${list}`,
  );
  expect(told).toMatchObject([
    { kind: "case-hearing", notice: "case:c:4", about: "c", values: { list: "名单 wage-arrears", day: "2026-09-21" } },
    { kind: "case-removed", notice: "case:c:9", values: { office: "示例局", day: "2026-09-09" } },
  ]);
});

test("receipts that are owed are told from the day after, until none is; a reminder stays told", () => {
  const oldestAt = new Date("2026-09-09T09:00:00+08:00");
  const sent = new Date("2026-09-20T09:00:00+08:00");
  const reminders = [{ at: sent, unacknowledged: 3, oldestAt }];
  expect(receiptNotices({ standing: { unacknowledged: 2, oldestAt }, reminders })).toMatchObject([
    { kind: "receipts-reminder", at: sent, values: { count: 3, day: "2026-09-09" } },
    { kind: "receipts-owed", at: new Date("2026-09-10T00:00:00+08:00"), values: { count: 2, day: "2026-09-09" } },
  ]);
  const none = receiptNotices({ standing: { unacknowledged: 0, oldestAt: null }, reminders });
  expect(none.map(({ kind }) => kind)).toEqual(["receipts-reminder"]);
  expect(receiptNotices({ standing: { unacknowledged: 0, oldestAt: null }, reminders: [] })).toEqual([]);
});

test("every kind has its words, and no slot of them stays empty", () => {
  const values = {
    day: "2026-09-09",
    office: "示例局",
    looks: 1,
    matters: 1,
    entry: "行政处罚",
    document: "示1号",
    list: "示例名单",
    matter: "SL-2026-000001",
    look: "0123456789abcdef",
    listed: 2,
    removed: 1,
    count: 2,
  };
  for (const kind of NOTICE_KINDS) {
    const notice = {
      ...noticeOf({ at: 1, notice: "a" }),
      kind,
      values: { ...values, side: "grantor", command: "account.role" },
    };
    const told = presentNotice(notice, null);
    expect(noticeWords[kind].title).toBe(told.title);
    expect(told.text).not.toMatch(/[{}]/u);
  }
});

test("of two places one is after the other, unless they are one", () => {
  const one = fc.record({ at: fc.constantFrom(new Date(0), new Date(1)), notice: fc.constantFrom("a", "b", "B") });
  fc.assert(
    fc.property(one, one, (a, b) => {
      const same = a.at.getTime() === b.at.getTime() && a.notice === b.notice;
      expect(Number(isAfter(a, b)) + Number(isAfter(b, a))).toBe(same ? 0 : 1);
    }),
  );
});
