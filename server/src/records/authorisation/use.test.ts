import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "../../foundation/accounts/index.ts";
import { auditTrail } from "../../foundation/audit/index.ts";
import { refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Authorisation } from "./rules/authorisation.ts";
import { listFor, ownAuthorisation, ownAuthorisations } from "./service/read.ts";
import { revokeAuthorisation } from "./service/revoke.ts";
import { confirmSpent, findLive, spend } from "./service/use.ts";
import type { LiveQuestion } from "./service/use.ts";
import {
  BANK,
  certain,
  codeOf,
  day,
  DEPARTMENT,
  ENTERPRISE,
  given,
  nextPaper,
  openParties,
  openTestBed,
  OTHER_ENTERPRISE,
  revokeAll,
} from "./test-bed.ts";
import type { TestBed } from "./test-bed.ts";

let bed: TestBed;
let owner: Account;
let clerk: Account;
let lender: Account;
beforeAll(async () => {
  bed = await openTestBed();
  ({ owner, clerk, lender } = await openParties(bed));
});
afterAll(() => bed.close());
beforeEach(() => bed.at("2027-01-01T08:00:00"));

function spendNow(ids: readonly string[]): Promise<Outcome<void>> {
  return inOneTransaction(bed.ports.db, (tx) => spend(tx, ids, new Date(bed.ports.clock.now())));
}

async function live(over: Partial<LiveQuestion> = {}): Promise<Authorisation | undefined> {
  const asked = { grantee: BANK, subjects: [ENTERPRISE, OTHER_ENTERPRISE], day: bed.ports.clock.today(), ...over };
  return (await bed.ports.db.read((tx) => findLive(tx, asked))).get(ENTERPRISE);
}

function revoke(id: string, by = owner) {
  return revokeAuthorisation(bed.ports, by, { authorisation: id, hall: null });
}

describe("finding", () => {
  test("by office, purpose and entries, live today and in no other state", async () => {
    await revokeAll(bed, owner);
    expect(await live()).toBeUndefined();
    const { authorisation: one } = await given(bed, owner, {
      terms: { from: day("2027-01-05"), through: day("2027-01-06") },
    });
    expect(await live()).toBeUndefined();
    bed.at("2027-01-05T00:00:00");
    expect((await live())?.authorisation).toBe(one.authorisation);
    expect((await live({ purpose: "financing", entries: ["penalty"] }))?.authorisation).toBe(one.authorisation);
    for (const over of [
      { purpose: "contract" },
      { entries: ["penalty", "honour"] },
      { grantee: DEPARTMENT },
      { subjects: [] },
    ])
      expect(await live(over)).toBeUndefined();
    certain(await revoke(one.authorisation));
    expect(await live()).toBeUndefined();
  });

  test("a later page of an answer needs no further use, but an authorisation that still stands", async () => {
    await revokeAll(bed, owner);
    const { authorisation: one } = await given(bed, owner, { terms: { uses: 1 } });
    certain(await spendNow([one.authorisation]));
    const other = await given(bed, owner);
    expect((await live())?.authorisation).toBe(other.authorisation.authorisation);
    expect((await live({ used: one.authorisation }))?.authorisation).toBe(one.authorisation);
    certain(await revoke(one.authorisation));
    expect(await live({ used: one.authorisation })).toBeUndefined();
  });
});

test("a later page is confirmed while it is written down: what was revoked in between stops it", async () => {
  const { authorisation: one } = await given(bed, owner, { terms: { uses: 1 } });
  certain(await spendNow([one.authorisation]));
  const confirm = (moment: string) => {
    const now = bed.at(moment);
    return inOneTransaction(bed.ports.db, (tx) => confirmSpent(tx, [one.authorisation], now));
  };
  expect(codeOf(await confirm("2027-01-01T09:00:00"))).toBe("granted");
  expect(codeOf(await confirm("2027-03-31T23:59:30"))).toBe("granted");
  expect(codeOf(await confirm("2027-04-01T00:00:00"))).toBe("authorisation.expired");
  expect(await usesOf(one.authorisation)).toEqual([1]);
  certain(await revoke(one.authorisation));
  expect(codeOf(await confirm("2027-01-01T09:00:00"))).toBe("authorisation.revoked");
});

describe("spending", () => {
  test("of fifty at once on one use one succeeds", async () => {
    const { authorisation: one } = await given(bed, owner, { terms: { uses: 1 } });
    const tries = await Promise.all(Array.from({ length: 50 }, () => spendNow([one.authorisation])));
    const codes = tries.map(codeOf);
    expect(codes.filter((code) => code === "granted")).toHaveLength(1);
    expect(codes.filter((code) => code === "authorisation.spent")).toHaveLength(49);
    expect(await usesOf(one.authorisation)).toEqual([1]);
  });

  test("all or none, whatever the order, and an id that stands twice is taken once", async () => {
    const a = (await given(bed, owner, { terms: { uses: 40 } })).authorisation.authorisation;
    const b = (await given(bed, owner, { terms: { uses: 20 } })).authorisation.authorisation;
    const tries = await Promise.all(Array.from({ length: 30 }, (_, at) => spendNow(at % 2 === 0 ? [a, b, a] : [b, a])));
    expect(tries.filter((one) => one.ok)).toHaveLength(20);
    expect([(await usesOf(a)).length, (await usesOf(b)).length]).toEqual([20, 20]);
    expect(codeOf(await spendNow([a, randomBytes(16).toString("hex")]))).toBe("authorisation.unknown");
    expect(codeOf(await spendNow([]))).toBe("granted");
    expect((await usesOf(a)).length).toBe(20);
  });

  test.each([
    ["2027-03-30T23:59:30", "authorisation.not-yet"],
    ["2027-03-31T00:00:00", "granted"],
    ["2027-03-31T23:59:30", "granted"],
    ["2027-03-31T23:59:59", "granted"],
    ["2027-04-01T00:00:00", "authorisation.expired"],
  ])("an authorisation of the last of March, at %s: %s", async (moment, code) => {
    const { authorisation: one } = await given(bed, owner, { terms: { from: day("2027-03-31") } });
    bed.at(moment);
    expect(codeOf(await spendNow([one.authorisation]))).toBe(code);
    const found = await live({ used: one.authorisation });
    expect(found?.authorisation).toBe(code === "granted" ? one.authorisation : undefined);
  });

  test("a use is undone with the transaction that it was spent in", async () => {
    const { authorisation: one } = await given(bed, owner, { terms: { uses: 1 } });
    const failing = bed.ports.db.write(async (tx) => {
      certain(await spend(tx, [one.authorisation], new Date(bed.ports.clock.now())));
      throw new Error("the look could not be written down");
    });
    await expect(failing).rejects.toThrow("written down");
    expect(codeOf(await spendNow([one.authorisation]))).toBe("granted");
  });

  test("the server's role can give no use back and change nothing that was given", async () => {
    const texts = [
      "delete from authorisation.use",
      "update authorisation.authorisation set uses = 9",
      "delete from authorisation.revocation",
      "update authorisation.use set at = at",
      "delete from authorisation.artefact",
    ];
    for (const [at, text] of texts.entries()) {
      const tried = bed.ports.db.write((tx) => tx.run(statement(`test.forbidden-${at}`, text)));
      await expect(tried).rejects.toThrow("permission denied");
    }
  });
});

async function usesOf(id: string): Promise<number[]> {
  const asked = statement("test.uses", "select ordinal from authorisation.use where authorisation = $1 order by 1");
  return (await bed.admin((tx) => tx.rows<{ ordinal: number }>(asked, [id]))).map((row) => row.ordinal);
}

/** A promise that somebody else settles. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

async function isWaiting(deed: Promise<unknown>): Promise<boolean> {
  const late = new Promise<"late">((resolve) => {
    setTimeout(() => resolve("late"), 300);
  });
  return (await Promise.race([deed, late])) === "late";
}

describe("revocation against a use that is under way", () => {
  test("a use that was first is finished before the revocation is acknowledged", async () => {
    const { authorisation: one } = await given(bed, owner);
    const [spent, go] = [gate(), gate()];
    const look = bed.ports.db.write(async (tx: Tx) => {
      const outcome = await spend(tx, [one.authorisation], new Date(bed.ports.clock.now()));
      spent.open();
      await go.opened;
      return outcome;
    });
    await spent.opened;
    const revocation = revoke(one.authorisation);
    expect(await isWaiting(revocation)).toBe(true);
    go.open();
    expect((await look).ok).toBe(true);
    expect(certain(await revocation)).toMatchObject({ usesLeft: 2, revocation: { side: "grantor" } });
    expect(codeOf(await spendNow([one.authorisation]))).toBe("authorisation.revoked");
  });

  test("a use that comes second waits for the revocation and is refused", async () => {
    const { authorisation: one } = await given(bed, owner);
    const [locked, go] = [gate(), gate()];
    const slow = { ...bed.ports, db: { ...bed.ports.db, write: held(locked.open, go.opened) } };
    const revocation = revokeAuthorisation(slow, owner, { authorisation: one.authorisation, hall: null });
    await locked.opened;
    const look = spendNow([one.authorisation]);
    expect(await isWaiting(look)).toBe(true);
    go.open();
    expect((await revocation).ok).toBe(true);
    expect(codeOf(await look)).toBe("authorisation.revoked");
    expect(await usesOf(one.authorisation)).toEqual([]);
  });

  test("in a crowd no use is written after the revocation, and none that was granted is lost", async () => {
    const { authorisation: one } = await given(bed, owner, { terms: { uses: 100 } });
    let acknowledged = false;
    const late: string[] = [];
    const looks = Array.from({ length: 40 }, async (_, at) => {
      await new Promise((resolve) => setTimeout(resolve, at));
      const begunAfter = acknowledged;
      const code = codeOf(await spendNow([one.authorisation]));
      if (begunAfter) late.push(code);
      return code;
    });
    await new Promise((resolve) => setTimeout(resolve, 15));
    certain(await revoke(one.authorisation));
    acknowledged = true;
    const codes = await Promise.all(looks);
    expect(new Set(late)).not.toContain("granted");
    expect((await usesOf(one.authorisation)).length).toBe(codes.filter((code) => code === "granted").length);
    expect(codeOf(await spendNow([one.authorisation]))).toBe("authorisation.revoked");
  });

  /** A transaction whose work is done and whose commit waits. */
  function held(done: () => void, until: Promise<void>): TestBed["ports"]["db"]["write"] {
    return (work) =>
      bed.ports.db.write(async (tx) => {
        const value = await work(tx);
        done();
        await until;
        return value;
      });
  }
});

describe("revoking", () => {
  test("by the subject, on paper, and by the grantee who renounces; again it is what it was", async () => {
    const hall = { ...nextPaper(), subject: ENTERPRISE };
    const cases: readonly [Account, typeof hall | null, string][] = [
      [owner, null, "grantor"],
      [clerk, hall, "hall"],
      [lender, null, "grantee"],
    ];
    for (const [by, papers, side] of cases) {
      const { authorisation: one } = await given(bed, owner);
      const wish = { authorisation: one.authorisation, hall: papers };
      const at = bed.at("2027-01-02T10:00:00");
      expect(certain(await revokeAuthorisation(bed.ports, by, wish)).revocation).toEqual({ side, at });
      bed.at("2027-01-03T10:00:00");
      expect(certain(await revokeAuthorisation(bed.ports, by, wish)).revocation).toEqual({ side, at });
      bed.at("2027-01-01T08:00:00");
      const trail = await bed.ports.db.read((tx) => auditTrail(tx, one.authorisation));
      expect(trail.map(({ action }) => action)).toEqual(["authorisation.register", "authorisation.revoke"]);
    }
  });

  test("another's and none are one: same refusal to everybody, on every way", async () => {
    const stranger = await bed.member(OTHER_ENTERPRISE, "enterprise");
    const department = await bed.member(DEPARTMENT, "approver");
    await bed.know(OTHER_ENTERPRISE);
    const { authorisation: one } = await given(bed, owner);
    for (const id of [one.authorisation, randomBytes(16).toString("hex")]) {
      for (const by of [stranger, department]) {
        expect(await revoke(id, by)).toEqual(refused({ code: "authorisation.unknown", kind: "absent" }));
        expect(await ownAuthorisation(bed.ports, by, id)).toEqual(
          refused({ code: "authorisation.unknown", kind: "absent" }),
        );
      }
      const hall = { ...nextPaper(), subject: OTHER_ENTERPRISE };
      expect(codeOf(await revokeAuthorisation(bed.ports, clerk, { authorisation: id, hall }))).toBe(
        "authorisation.unknown",
      );
      expect(codeOf(await revoke(id, clerk))).toBe("authorisation.hall-needed");
      expect(codeOf(await ownAuthorisation(bed.ports, clerk, id))).toBe("accounts.role");
      const pretended = { ...nextPaper(), subject: ENTERPRISE };
      expect(codeOf(await revokeAuthorisation(bed.ports, lender, { authorisation: id, hall: pretended }))).not.toBe(
        "granted",
      );
    }
    expect((await live({ used: one.authorisation }))?.authorisation).toBe(one.authorisation);
  });
});

describe("the lists", () => {
  test("each side sees its own, the newest first, page after page", async () => {
    const mine = certain(await ownAuthorisations(bed.ports, owner, null));
    const theirs = certain(await ownAuthorisations(bed.ports, lender, null));
    expect(mine.every((one) => one.subject === ENTERPRISE)).toBe(true);
    expect(theirs.every((one) => one.grantee === BANK)).toBe(true);
    const all = await bed.ports.db.read((tx) => listFor(tx, BANK, { after: null, limit: 1000 }));
    const paged: Authorisation[] = [];
    for (;;) {
      const after = paged.at(-1) ?? null;
      const more = await bed.ports.db.read((tx) => listFor(tx, BANK, { after, limit: 3 }));
      if (more.length === 0) break;
      paged.push(...more);
    }
    expect(paged.map((one) => one.authorisation)).toEqual(all.map((one) => one.authorisation));
    expect(all.length).toBeGreaterThan(5);
  });

  test("the public view of the slice names no person and no paper", async () => {
    const asked = statement("test.view", "select * from authorisation.pub_authorisation limit 1");
    const [row] = await bed.ports.db.read((tx) => tx.rows<Record<string, unknown>>(asked));
    expect(Object.keys(row ?? {})).toEqual(
      "subject authorisation grantee grantee_name scope purpose uses uses_left valid_from valid_until how given_at revoked_at revoked_by".split(
        " ",
      ),
    );
  });
});
