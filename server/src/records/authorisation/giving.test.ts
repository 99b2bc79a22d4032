import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseStrict } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { verifyDisclosure } from "@xinheng/log/commitment";
import { openNote, readVerifierKey } from "@xinheng/log/note";
import type { Account } from "../../foundation/accounts/index.ts";
import { auditTrail } from "../../foundation/audit/index.ts";
import { addDays } from "../../kernel/day.ts";
import { refused } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import { consentDigest } from "./rules/artefact.ts";
import { draftAuthorisation, giveAuthorisation } from "./service/give.ts";
import { authorisationKey } from "./service/note.ts";
import { ownAuthorisation } from "./service/read.ts";
import { paperSignatory, personSignatory } from "./service/signatory.ts";
import {
  BANK,
  certain,
  codeOf,
  DEPARTMENT,
  ENTERPRISE,
  give,
  given,
  HALL,
  nextPaper,
  openParties,
  openTestBed,
  OTHER_ENTERPRISE,
  PAPER,
  revokeAll,
  WISH,
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

describe("giving", () => {
  test("in the portal: kept whole, audited, and nothing of a person but numbers and a digest", async () => {
    bed.mandate({ ok: true, value: "mandate-7" });
    const { authorisation: one, consent, note } = await given(bed, owner);
    bed.mandate({ ok: true, value: null });
    expect(one).toMatchObject({
      subject: ENTERPRISE,
      grantee: BANK,
      granteeName: lender.organisationName,
      usesLeft: 3,
    });
    expect(one.authorisation).toMatch(/^[0-9a-f]{32}$/);
    expect([...one.entries.keys()]).toEqual(["penalty", "permit"]);
    const trail = await bed.ports.db.read((tx) => auditTrail(tx, one.authorisation));
    expect(trail).toMatchObject([{ action: "authorisation.register", account: owner.account }]);
    expect(trail[0]?.state["commitment"]).toBe(one.commitment.toString("hex"));
    const asked = statement(
      "test.given",
      "select by_person, mandate, signatory from authorisation.authorisation where authorisation = $1",
    );
    const rows = await bed.admin((tx) => tx.rows<Record<string, unknown>>(asked, [one.authorisation]));
    const signatory = personSignatory(bed.ports.keys, one.authorisation, owner.person);
    expect(rows).toEqual([{ by_person: owner.person, mandate: "mandate-7", signatory }]);
    const file = certain(await ownAuthorisation(bed.ports, owner, one.authorisation));
    expect(file.artefact).toEqual({ consent, note });
  });

  test("the artefact proves itself: signature, wording and commitment, to whoever holds it", async () => {
    const { authorisation: one, consent, note } = await given(bed, clerk, { subject: ENTERPRISE, paper: nextPaper() });
    const opened = openNote(note, [readVerifierKey(authorisationKey(bed.ports))]);
    const lines = opened.text.trimEnd().split("\n");
    const [origin, title, id, registered, policy, digest, commitment, salts, body] = lines;
    expect([origin, title, id]).toEqual([
      "credit.example",
      "xinheng/v1/authorisation",
      `authorisation ${one.authorisation}`,
    ]);
    expect(digest).toBe(`consent sha256 ${consentDigest(consent)}`);
    expect(commitment).toBe(`commitment sha256 ${one.commitment.toString("hex")}`);
    const artefact = parseStrict(body ?? "") as CanonicalObject;
    expect(artefact).toMatchObject({
      grantor: ENTERPRISE,
      grantee: { uscc: BANK, name: lender.organisationName },
      through: "2027-03-31",
      consent: consentDigest(consent),
      given: { how: "hall", appeared: "agent", registrar: HALL },
    });
    const [headerSalt = "", salt = ""] = (salts ?? "").split(" ").slice(1);
    const header = {
      id: one.authorisation,
      subject: ENTERPRISE,
      entry: "authorisation",
      entryVersion: 1,
      version: 1,
      replaces: null,
      receivedAt: (registered ?? "").split(" ")[1] ?? "",
      policyHash: (policy ?? "").split(" ")[1] ?? "",
    };
    const disclosed = (fields: CanonicalObject) =>
      verifyDisclosure(
        { suite: "sha256", kind: "authorisation", header, headerSalt, groups: [{ salt, fields }] },
        one.commitment,
      );
    expect(disclosed(artefact)).toBe(true);
    expect(disclosed({ ...artefact, uses: 4 })).toBe(false);
  });

  test("who appeared at the hall is kept as a digest bound to this one, and the name stands nowhere", async () => {
    const { authorisation: one } = await given(bed, clerk, { subject: ENTERPRISE, paper: nextPaper() });
    const asked = statement(
      "test.everything",
      `select a.signatory, (to_jsonb(a)::text || to_jsonb(f)::text) as said from authorisation.authorisation a
       join authorisation.artefact f using (authorisation) where a.authorisation = $1`,
    );
    const [row] = await bed.admin((tx) => tx.rows<{ signatory: Buffer; said: string }>(asked, [one.authorisation]));
    expect(row?.signatory).toEqual(paperSignatory(bed.ports.keys, one.authorisation, PAPER.name));
    expect(row?.said).not.toContain(PAPER.name);
    expect(row?.said).not.toContain(paperSignatory(bed.ports.keys, "00".repeat(16), PAPER.name).toString("hex"));
  });

  test("a lender never registers one for itself, under no account and through none of its people", async () => {
    const wearsBoth = await bed.member(HALL, "hall-clerk", lender.person);
    const ownHall = await bed.member(BANK, "hall-clerk");
    const itsAgent = await bed.member(ENTERPRISE, "enterprise", lender.person);
    for (const by of [wearsBoth, ownHall]) {
      expect(codeOf(await give(bed, by, { subject: ENTERPRISE, paper: nextPaper() }))).toBe(
        "authorisation.own-grantee",
      );
    }
    expect(codeOf(await give(bed, itsAgent))).toBe("authorisation.own-grantee");
    expect(codeOf(await give(bed, itsAgent, { terms: { grantee: DEPARTMENT } }))).toBe("granted");
    expect(codeOf(await give(bed, lender))).toBe("accounts.role");
    expect(codeOf(await give(bed, lender, { subject: ENTERPRISE, paper: nextPaper() }))).toBe("accounts.role");
    await revokeAll(bed, owner);
  });

  test("the roles keep apart: no portal at a hall, no hall in the portal", async () => {
    expect(codeOf(await give(bed, clerk))).toBe("accounts.role");
    expect(codeOf(await give(bed, owner, { subject: OTHER_ENTERPRISE, paper: nextPaper() }))).toBe("accounts.role");
    expect(codeOf(await give(bed, clerk, { subject: OTHER_ENTERPRISE, paper: nextPaper() }))).toBe(
      "authorisation.unknown-subject",
    );
    expect(codeOf(await give(bed, clerk, { subject: ENTERPRISE }))).toBe("authorisation.hall-needed");
    bed.mandate(refused({ code: "accounts.mandate-lapsed", kind: "forbidden" }));
    expect(codeOf(await give(bed, owner))).toBe("accounts.mandate-lapsed");
    bed.mandate({ ok: true, value: null });
  });

  test("only the wording that was read is consented to, and each draft once", async () => {
    const draft = certain(await draftAuthorisation(bed.ports, owner, { terms: WISH, subject: null }));
    const consent = { draft: draft.draft, consent: draft.digest, subject: null, paper: null };
    const sign = (terms: typeof WISH) => giveAuthorisation(bed.ports, owner, { ...consent, terms });
    const before = await bed.count("authorisation.authorisation");
    expect(codeOf(await sign({ ...WISH, uses: 4 }))).toBe("authorisation.consent-differs");
    expect(codeOf(await sign({ ...WISH, through: addDays(WISH.through, 1) }))).toBe("authorisation.consent-differs");
    const twice = await Promise.all([sign(WISH), sign(WISH)]);
    expect(twice.map(codeOf).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "authorisation.already-given",
      "granted",
    ]);
    expect(await bed.count("authorisation.authorisation")).toBe(before + 1);
  });

  test("a paper file is registered once for a subject", async () => {
    const same = nextPaper();
    expect(codeOf(await give(bed, clerk, { subject: ENTERPRISE, paper: same }))).toBe("granted");
    const before = await bed.count("authorisation.locator");
    expect(codeOf(await give(bed, clerk, { subject: ENTERPRISE, paper: same }))).toBe("authorisation.file-taken");
    expect(await bed.count("authorisation.locator")).toBe(before);
  });

  test("what cannot be audited is not given", async () => {
    const allow = (word: string) =>
      bed.database.admin.write((tx) => tx.run(statement(`test.${word}`, `${word} xinheng_app`)));
    const before = await bed.count("authorisation.authorisation");
    await allow("revoke insert on audit.entry from");
    await expect(give(bed, owner)).rejects.toThrow("permission denied");
    await allow("grant insert on audit.entry to");
    expect(await bed.count("authorisation.authorisation")).toBe(before);
  });
});
