import { afterAll, beforeAll, expect, test } from "vitest";
import { statement } from "../../../platform/database/pool.ts";
import { documentPage } from "../pages.ts";
import { documentDigest } from "../rules/document.ts";
import {
  AUTHORITY,
  certain,
  codeOf,
  listed,
  openOne,
  openParties,
  openTestBed,
  OTHER_AUTHORITY,
  OTHER_SUBJECT,
  stepOn,
  SUBJECT,
} from "../test-bed.ts";
import type { Parties, TestBed } from "../test-bed.ts";
import { ownCase, ownCases, ownDocument, ownWork } from "./read.ts";
import { relistAfterRepair, repairListing } from "./repair.ts";

let bed: TestBed;
let parties: Parties;
beforeAll(async () => {
  bed = await openTestBed();
  parties = await openParties(bed);
});
afterAll(() => bed.close());

const statementsOf = statement(
  "test.lists-statements",
  `select s.entry, s.provider, s.document_no as "documentNo", s.decided_on as "decidedOn", s.valid_until as "validUntil", b.fields
   from statements.statement s join statements.body b on b.subject = s.subject and b.id = s.id where s.subject = $1 order by s.received_at`,
);
const endsOf = statement(
  "test.lists-ends",
  `select kind, effective, document_no as "documentNo" from statements.ended where subject = $1 order by recorded_at`,
);

test("a case goes from its opening to a listing, which is one statement of the one who decided", async () => {
  const view = await listed(bed, parties);
  expect(view.standing).toBe("listed");
  expect(view.state.listing).toEqual({ from: "2026-09-14", until: null, servedOn: "2026-09-14" });
  const rows = await bed.admin((tx) => tx.rows<{ fields: Record<string, string> }>(statementsOf, [SUBJECT]));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    entry: "abnormal-operation",
    provider: AUTHORITY,
    documentNo: "示市监信列字〔2026〕1号",
    decidedOn: "2026-09-10",
    validUntil: null,
    fields: { content: "通过登记的住所或者经营场所无法联系", subjectCode: SUBJECT },
  });
  expect(view.documents.map(({ kind, number }) => [kind, number])).toEqual(
    [
      ["listing", "示市监信列字〔2026〕1号"],
      ["prior-notice", "示市监信告字〔2026〕1号"],
    ].toSorted(([a = ""], [b = ""]) => (a < b ? 1 : -1)),
  );
  expect(view.remedies.map(({ remedy, until }) => [remedy.kind, until])).toEqual([
    ["reconsideration", "2026-11-13"],
    ["litigation", "2027-03-14"],
  ]);
});

test("a document says what was decided, is what its digest says, and tells of no script", async () => {
  const [view] = certain(await ownCases(bed.ports, parties.owner, { list: "", after: null }));
  const document = view?.documents.find(({ kind }) => kind === "listing");
  if (view === undefined || document === undefined) throw new Error("no document");
  const read = certain(
    await ownDocument(bed.ports, parties.owner, { case: view.kept.case, document: document.document }),
  );
  expect(documentDigest(read.body).equals(read.digest)).toBe(true);
  const page = String(documentPage(read.body, read.digest));
  for (const said of [
    "列入名单决定书",
    "示市监信列字〔2026〕1号",
    SUBJECT,
    "印章",
    "企业信息公示暂行条例",
    "申请行政复议",
    "文书模板第 1 版",
  ]) {
    expect(page).toContain(said);
  }
  expect(page).not.toContain("<script");
});

test("who stands on a list is not listed on it again, and what is written in place of a code lists nobody", async () => {
  expect(codeOf(await openOne(bed, parties.clerk))).toBe("lists.already-listed");
  expect(codeOf(await openOne(bed, parties.clerk, { subject: "91990100MA0XH0026X" }))).toBe("lists.unsound-code");
  expect(codeOf(await openOne(bed, parties.clerk, { list: "wage-arrears", ground: "mass-incident" }))).toBe(
    "lists.not-competent",
  );
  const before = await bed.count("audit.entry");
  expect(codeOf(await openOne(bed, parties.clerk, { subject: "11010519491231002X" }))).toBe("lists.natural-person");
  expect(await bed.count("audit.entry")).toBe(before + 1);
});

test("a removal waits for a second person, then ends the decision at once, and nothing ends twice", async () => {
  const [shown] = certain(await ownCases(bed.ports, parties.clerk, { list: "abnormal-operation", after: null }));
  if (shown === undefined) throw new Error("no case");
  bed.on("2026-09-15");
  const drafted = certain(
    await stepOn(bed, parties.reviewer, { view: shown, kind: "exit", terms: { exit: "correction" } }),
  );
  expect(await bed.admin((tx) => tx.rows(endsOf, [SUBJECT]))).toEqual([]);
  expect(codeOf(await stepOn(bed, parties.reviewer, { view: drafted, kind: "exit-approved" }))).toBe(
    "lists.second-person",
  );
  expect(codeOf(await stepOn(bed, parties.clerk, { view: drafted, kind: "exit-approved" }))).toBe("accounts.role");
  const second = await bed.member(AUTHORITY, "reviewer");
  const ended = certain(await stepOn(bed, second, { view: drafted, kind: "exit-approved" }));
  expect(ended.standing).toBe("ended");
  expect(await bed.admin((tx) => tx.rows(endsOf, [SUBJECT]))).toEqual([
    { kind: "removed", effective: "2026-09-15", documentNo: "示市监信移字〔2026〕1号" },
  ]);
  expect(codeOf(await stepOn(bed, second, { view: ended, kind: "exit", terms: { exit: "revocation" } }))).toBe(
    "lists.ended",
  );
  expect(ended.next).toEqual([]);
});

test("of two officers who take the same step at once one finds it taken, and one document is issued", async () => {
  const owner = await bed.member(OTHER_SUBJECT, "enterprise");
  bed.on("2026-09-16");
  const view = certain(await openOne(bed, parties.clerk, { subject: OTHER_SUBJECT }));
  const before = await bed.count("lists.document");
  const both = await Promise.all(
    [parties.clerk, parties.reviewer].map((by) => stepOn(bed, by, { view, kind: "notice" })),
  );
  expect(both.map(codeOf).toSorted()).toEqual(["granted", "lists.conflict"]);
  expect(await bed.count("lists.document")).toBe(before + 1);
  expect(codeOf(await openOne(bed, parties.reviewer, { subject: OTHER_SUBJECT }))).toBe("lists.already-open");
  const told = certain(await ownCases(bed.ports, owner, { list: "", after: null }));
  expect(told.map(({ standing }) => standing)).toEqual(["noticed"]);
});

test("a case that was not told to its subject, another's, and none at all are one answer", async () => {
  bed.on("2026-09-17");
  const third = await bed.member(OTHER_AUTHORITY, "clerk");
  const [view] = certain(await ownCases(bed.ports, parties.clerk, { list: "abnormal-operation", after: null }));
  const id = view?.kept.case ?? "";
  expect(codeOf(await ownCase(bed.ports, third, id))).toBe("lists.unknown-case");
  expect(codeOf(await ownCase(bed.ports, parties.owner, id))).toBe("lists.unknown-case");
  expect(codeOf(await ownCase(bed.ports, third, "00000000-0000-4000-8000-000000000000"))).toBe("lists.unknown-case");
});

test("what is lacking leaves nothing behind: no step, no number, no document", async () => {
  const [view] = certain(await ownCases(bed.ports, parties.clerk, { list: "abnormal-operation", after: null }));
  if (view === undefined) throw new Error("no case");
  const counts = async (): Promise<readonly number[]> =>
    Promise.all(["lists.step", "lists.document", "audit.entry"].map(bed.count));
  const before = await counts();
  expect(codeOf(await stepOn(bed, parties.clerk, { view, kind: "notice-served", receipt: null }))).toBe(
    "lists.receipt-needed",
  );
  expect(codeOf(await stepOn(bed, parties.clerk, { view, kind: "decision" }))).toBe("lists.step-order");
  expect(codeOf(await stepOn(bed, parties.clerk, { view, kind: "close", words: " " }))).toBe("lists.words-needed");
  expect(codeOf(await stepOn(bed, parties.clerk, { view, kind: "close", version: 9 }))).toBe("lists.conflict");
  expect(await counts()).toEqual(before);
});

test("a repair ends no listing whose rule knows none", async () => {
  const again = await listed(bed, parties, { start: "2026-09-21" });
  expect(again.state.listing?.from).toBe("2026-09-26");
  const end = { case: again.kept.case, organisation: AUTHORITY, documentNo: "示信修字〔2026〕1号" };
  const repaired = await bed.ports.db.write((tx) => repairListing(tx, bed.ports, { by: parties.reviewer, end }));
  expect(codeOf(repaired)).toBe("lists.exit-unknown");
});

test("a list whose rule knows repair lets go by it, and a revocation reaches back to the beginning", async () => {
  const market = { list: "market-regulation", ground: "food" };
  const view = await listed(bed, parties, { ...market, start: "2026-10-08" });
  const end = { case: view.kept.case, organisation: AUTHORITY, documentNo: "示信修字〔2026〕2号" };
  expect(codeOf(await bed.ports.db.write((tx) => repairListing(tx, bed.ports, { by: parties.reviewer, end })))).toBe(
    "granted",
  );
  const ends = await bed.admin((tx) => tx.rows<{ kind: string }>(endsOf, [SUBJECT]));
  expect(ends.map(({ kind }) => kind)).toEqual(["removed", "repaired"]);
  expect(certain(await ownCase(bed.ports, parties.clerk, view.kept.case)).standing).toBe("ended");
  const revoked = { ...end, documentNo: "示信撤字〔2026〕1号" };
  const back = (): Promise<string> =>
    bed.ports.db
      .write((tx) => relistAfterRepair(tx, bed.ports, { by: parties.reviewer, end: revoked }))
      .then((outcome) => codeOf(outcome));
  expect(await back()).toBe("granted");
  const again = certain(await ownCase(bed.ports, parties.clerk, view.kept.case));
  expect(again).toMatchObject({ standing: "listed", state: { endedBy: null, endedOn: null } });
  expect(again.next.some(({ kind }) => kind === "exit")).toBe(true);
  expect(await back()).toBe("lists.step-order");
  expect(codeOf(await bed.ports.db.write((tx) => repairListing(tx, bed.ports, { by: parties.reviewer, end })))).toBe(
    "granted",
  );
  const once = await listed(bed, parties, { ...market, start: "2026-10-20" });
  const drafted = certain(
    await stepOn(bed, parties.clerk, { view: once, kind: "exit", terms: { exit: "revocation" } }),
  );
  certain(await stepOn(bed, parties.reviewer, { view: drafted, kind: "exit-approved" }));
  const after = await bed.admin((tx) => tx.rows<{ kind: string }>(endsOf, [SUBJECT]));
  expect(after.map(({ kind }) => kind)).toContain("revoked");
});

test("an authority sees its cases on all lists, with what holds a step up; nobody else sees them", async () => {
  bed.on("2026-11-02");
  const { clerk, owner } = parties;
  const every = { list: null, standing: null, after: null } as const;
  for (const left of certain(await ownWork(bed.ports, clerk, every)).views)
    if (left.next.some(({ kind }) => kind === "close"))
      certain(await stepOn(bed, clerk, { view: left, kind: "close" }));
  let view = certain(await openOne(bed, clerk, { subject: OTHER_SUBJECT }));
  view = certain(await stepOn(bed, clerk, { view, kind: "notice" }));
  view = certain(await stepOn(bed, clerk, { view, kind: "notice-served" }));
  const work = certain(await ownWork(bed.ports, clerk, every));
  const found = work.views.find(({ kept }) => kept.case === view.kept.case);
  expect(found?.held).toMatchObject([
    { kind: "decision", by: "authority", refusal: { code: "lists.defence-running", availableFrom: "2026-11-10" } },
  ]);
  expect(work.lists.map(({ id }) => id)).toContain("abnormal-operation");
  const served = certain(await ownWork(bed.ports, clerk, { ...every, standing: "notice-served" }));
  expect(served.views.every(({ standing }) => standing === "notice-served")).toBe(true);
  expect(certain(await ownWork(bed.ports, clerk, { ...every, list: "wage-arrears" })).views).toEqual([]);
  const stranger = await bed.member(OTHER_AUTHORITY, "clerk");
  expect(certain(await ownWork(bed.ports, stranger, every)).views).toEqual([]);
  const theirs = certain(await ownCases(bed.ports, owner, { list: "", after: null }));
  expect(theirs.map(({ kept }) => kept.case)).not.toContain(view.kept.case);
});
