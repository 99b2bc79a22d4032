import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dayOfInstant } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import { testDatabase } from "../../../platform/database/test-database.ts";
import type { TestDatabase } from "../../../platform/database/test-database.ts";
import { policyAt } from "../../../policy/load.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { SOUND_POLICY, writePolicy } from "../../../policy/test-policy-folder.ts";
import type { SignedIn } from "../../accounts/index.ts";
import type { Performed, Proposal } from "../../approvals/index.ts";
import {
  createDraft,
  editDraft,
  judgeDraft,
  layerOf,
  proposeRelease,
  proposeWithdrawal,
  readDraft,
  readRelease,
  readReleases,
  releaseHandlers,
  releasesVersion,
  standingReleases,
} from "../index.ts";
import type { CaseOutcome, Draft, ReleasePorts } from "../index.ts";

const { folder, remove } = writePolicy({
  ...SOUND_POLICY,
  "releases/rules.yaml": "notice: { days: 30, basis: opinions-2025#12, mark: unverified }\n",
});
const base = { folders: [folder], region: "990100" };
const RULES = SOUND_POLICY["access/rules.yaml"] ?? "";
const FILE = "access/rules.yaml";
const limited = (months: number): Readonly<Record<string, string>> => ({
  [FILE]: RULES.replace("monthsMax: 12", `monthsMax: ${months}`),
});
const [longer, shorter] = [limited(24), limited(6)];

let database: TestDatabase;
let ports: ReleasePorts;
let now = 0;
let cases: readonly CaseOutcome[] = [];
let changed = 0;

beforeAll(async () => {
  database = await testDatabase();
  const clock = { now: () => now, today: (): Day => dayOfInstant(now) };
  ports = { db: database.db, clock, base, runCases: () => cases, onChange: () => (changed += 1) };
});
beforeEach(() => {
  now = Date.parse("2026-09-09T10:00:00+08:00");
  cases = [];
});
afterAll(async () => {
  await database.drop();
  remove();
});

function person(letter: string, role: SignedIn["role"] = "operator"): SignedIn {
  const id = `${letter.repeat(8)}-0000-4000-8000-000000000000`;
  const named = { organisation: "129901009900397397", organisationName: "示例市信用中心", login: letter };
  return { account: id, person: id, role, ...named, via: "token", session: null, client: null, steppedUpAt: null };
}
const [writer, second] = [person("a"), person("b")];

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const code = (outcome: Outcome<unknown>): string => (outcome.ok ? "yes" : outcome.refusal.code);

const draftOf = async (files: Readonly<Record<string, string>>): Promise<Draft> =>
  value(await createDraft(ports, writer, { title: "示例修改", files }));
const wish = (draft: Draft, effective: string): Parameters<typeof proposeRelease>[2] => ({
  draft: draft.draft,
  version: draft.version,
  effective: effective as Day,
  reason: "示例",
  documentNo: null,
});

/** What the second person's approval does, and its notice once it is committed. */
async function confirm(proposal: Proposal, by = second): Promise<Outcome<Performed>> {
  if (proposal.command !== "policy.release" && proposal.command !== "policy.withdraw") throw new Error("not ours");
  const { perform } = releaseHandlers(ports)[proposal.command];
  const done = await inOneTransaction(database.db, async (tx) => {
    const outcome = await perform(tx, proposal, by);
    const settled = "update approvals.proposal set state = 'refused', decided_at = $2 where proposal = $1";
    await tx.run({ name: "test.settle", text: settled }, [proposal.proposal, new Date(now)]);
    return outcome;
  });
  if (done.ok) done.value.after?.();
  return done;
}

async function policyOf(day: string): Promise<PolicySnapshot> {
  const releases = (await database.db.read(standingReleases)).map(layerOf);
  const load = policyAt({ ...base, day: day as Day, releases });
  if (!load.ok) throw new Error("faulty");
  return load.snapshot;
}
const monthsOn = async (day: string): Promise<number> => (await policyOf(day)).access.authorisation.monthsMax;

test("a draft is edited over the version that was read, and not over another's", async () => {
  const draft = await draftOf(shorter);
  const edit = (version: number): ReturnType<typeof editDraft> =>
    editDraft(ports, second, { draft: draft.draft, version, files: longer });
  expect(value(await edit(1)).version).toBe(2);
  expect(code(await edit(1))).toBe("releases.version-moved");
  expect(code(await edit(7))).toBe("releases.version-moved");
  expect(value(await readDraft(ports, writer, draft.draft)).files).toEqual(longer);
});

test("of two who save at once one succeeds", async () => {
  const draft = await draftOf(shorter);
  const both = await Promise.all(
    [writer, second].map((by) => editDraft(ports, by, { draft: draft.draft, version: 1, files: longer })),
  );
  expect(both.map(code).toSorted()).toEqual(["releases.version-moved", "yes"]);
});

test("another office's draft is as absent as one that never was", async () => {
  const draft = await draftOf(shorter);
  const stranger = { ...second, organisation: "11990100990001378K" };
  const never = "00000000-0000-4000-8000-000000000000";
  for (const id of [draft.draft, never]) {
    expect(code(await readDraft(ports, stranger, id))).toBe("releases.unknown-draft");
    expect(code(await editDraft(ports, stranger, { draft: id, version: 1, files: longer }))).toBe(
      "releases.unknown-draft",
    );
    expect(code(await proposeRelease(ports, stranger, { ...wish(draft, "2026-10-09"), draft: id }))).toBe(
      "releases.unknown-draft",
    );
  }
});

test("a draft with a fault is told with its line, and cannot be proposed", async () => {
  const draft = await draftOf({ [FILE]: `unknown: 1\n${RULES}` });
  const judged = value(await judgeDraft(ports, writer, { draft: draft.draft, effective: null }));
  expect(judged.faults[0]).toMatchObject({ file: "draft/access/rules.yaml", line: 1, code: "policy.unknown-key" });
  expect(code(await proposeRelease(ports, writer, wish(draft, "2026-10-09")))).toBe("releases.faulty");
});

test("a draft whose own case fails cannot be proposed, nor one that changes nothing", async () => {
  const draft = await draftOf(shorter);
  cases = [{ title: "示例", passed: false, told: "shown: true (false)" }];
  expect(code(await proposeRelease(ports, writer, wish(draft, "2026-10-09")))).toBe("releases.cases-fail");
  cases = [];
  const same = await draftOf({ [FILE]: RULES });
  expect(code(await proposeRelease(ports, writer, wish(same, "2026-10-09")))).toBe("releases.changes-nothing");
});

test("a worsening waits its notice from the day of its confirmation, not of its proposal", async () => {
  const draft = await draftOf(longer);
  const early = await proposeRelease(ports, writer, wish(draft, "2026-10-08"));
  expect(early).toMatchObject({ refusal: { code: "releases.notice-too-short", availableFrom: "2026-10-09" } });
  const proposal = value(await proposeRelease(ports, writer, wish(draft, "2026-10-09")));
  now = Date.parse("2026-09-10T00:00:01+08:00");
  expect(await confirm(proposal)).toMatchObject({
    refusal: { code: "releases.notice-too-short", availableFrom: "2026-10-10" },
  });
  expect(await readReleases(ports, null)).toEqual([]);
});

test("whoever wrote any of it is barred from confirming it", async () => {
  const draft = await draftOf(shorter);
  const edited = value(await editDraft(ports, second, { draft: draft.draft, version: 1, files: longer }));
  const proposal = value(await proposeRelease(ports, person("c"), wish(edited, "2026-10-09")));
  const rows = await database.admin.read((tx) =>
    tx.rows<{ barred: string[] }>(
      { name: "test.barred", text: "select barred from approvals.proposal where proposal = $1" },
      [proposal.proposal],
    ),
  );
  expect(rows[0]?.barred.toSorted()).toEqual([writer.account, second.account, person("c").account]);
});

test("relief holds from the same day; it is numbered, kept, and told once it is committed", async () => {
  const before = await database.db.read(releasesVersion);
  const told = changed;
  const proposal = value(await proposeRelease(ports, writer, wish(await draftOf(shorter), "2026-09-09")));
  const done = value(await confirm(proposal));
  expect(done.result).toMatchObject({ number: 1, effective: "2026-09-09" });
  expect(changed).toBe(told + 1);
  expect(await database.db.read(releasesVersion)).not.toBe(before);
  expect(await monthsOn("2026-09-09")).toBe(6);
  expect(await monthsOn("2026-09-08")).toBe(12);
  const release = value(await readRelease(ports, 1));
  expect(release.policyHash.toString("hex")).toBe((await policyOf("2026-09-09")).hash);
  expect(release).toMatchObject({ worsens: false, confirmedBy: second.account, organisationName: "示例市信用中心" });
  expect(release.difference.map(({ effect }) => effect)).toEqual(["relief"]);
});

test("undoing what stands is a worsening of its own and waits", async () => {
  const draft = await draftOf({ [FILE]: RULES });
  expect(code(await proposeRelease(ports, writer, wish(draft, "2026-09-09")))).toBe("releases.notice-too-short");
});

test("before its day a release is taken back by two, and the policy stays as it was", async () => {
  const proposal = value(await proposeRelease(ports, writer, wish(await draftOf(limited(9)), "2026-10-09")));
  expect(value(await confirm(proposal)).result).toMatchObject({ number: 2 });
  expect([await monthsOn("2026-10-08"), await monthsOn("2026-10-09")]).toEqual([6, 9]);
  const asked = { number: 2, reason: "示例", documentNo: null };
  const back = value(await proposeWithdrawal(ports, writer, asked));
  value(await confirm(back));
  expect(await monthsOn("2026-10-09")).toBe(6);
  expect(code(await proposeWithdrawal(ports, writer, asked))).toBe("releases.already-withdrawn");
  expect(value(await readRelease(ports, 2)).withdrawnReason).toBe("示例");
  expect((await readReleases(ports, null)).map(({ number }) => number)).toEqual([2, 1]);
});

test("what is in effect is not taken back, and what never was is unknown", async () => {
  expect(code(await proposeWithdrawal(ports, writer, { number: 1, reason: "x", documentNo: null }))).toBe(
    "releases.in-effect",
  );
  expect(code(await proposeWithdrawal(ports, writer, { number: 99, reason: "x", documentNo: null }))).toBe(
    "releases.unknown-release",
  );
});

test("a withdrawal that is confirmed on the day itself comes too late", async () => {
  const draft = await draftOf(limited(8));
  value(await confirm(value(await proposeRelease(ports, writer, wish(draft, "2026-10-09")))));
  const [newest] = await readReleases(ports, null);
  const asked = { number: newest?.number ?? 0, reason: "示例", documentNo: null };
  const back = value(await proposeWithdrawal(ports, writer, asked));
  now = Date.parse("2026-10-09T00:00:00+08:00");
  expect(code(await confirm(back))).toBe("releases.in-effect");
});

test("a version of a draft is released once", async () => {
  const [newest] = await readReleases(ports, null);
  if (newest === undefined) throw new Error("nothing was released");
  const draft = value(await readDraft(ports, writer, newest.draft));
  expect(code(await proposeRelease(ports, writer, wish(draft, "2027-01-01")))).toBe("releases.changes-nothing");
});

test("the server's role changes no release and no version of a draft", async () => {
  for (const table of ["releases.release", "releases.draft_version", "releases.withdrawal", "releases.draft"])
    for (const text of [`delete from ${table}`, `update ${table} set reason = 'x'`.replace("reason", "draft")])
      await expect(database.db.write((tx) => tx.run({ name: `test.${text}`, text }))).rejects.toThrow();
});
