import fc from "fast-check";
import { expect, test } from "vitest";
import { isUscc, organisationCheckHolds } from "../../kernel/uscc.ts";
import { DEMO_CODES, isLogin, isSecondPerson, mayDo, ROLES } from "./rules.ts";
import type { Account, Command, Role } from "./rules.ts";
import { isSeparated } from "./rules/separation.ts";
import { accountTexts } from "./text.ts";

const OWN = "11990100MB0XH0054P";
const OTHER = "11990100MB0XH0062J";

function holder(role: Role): Account {
  return {
    account: "account",
    person: "a",
    organisation: OWN,
    organisationName: "示例市市场监督管理局",
    role,
    login: "x",
  };
}

const SUBMIT: readonly Role[] = ["clerk", "reviewer", "operator"];
const matrix: readonly (readonly [Command, readonly Role[], readonly Role[]])[] = [
  // command, who may for his own organisation, who may for another
  ["batch.submit", SUBMIT, []],
  ["batch.withdraw", SUBMIT, []],
  ["mapping.keep", SUBMIT, []],
  ["completeness.declare", SUBMIT, []],
  ["batch.read", SUBMIT, ["operator"]],
  ["question.read", SUBMIT, ["operator"]],
  ["batch.list", SUBMIT, ["operator"]],
  ["question.accept", SUBMIT, ["operator"]],
  ["question.reject", SUBMIT, ["operator"]],
  ["account.list", ROLES, ["system-admin", "security-admin"]],
  ["account.create", ["system-admin"], ["system-admin"]],
  ["account.disable", ["system-admin", "security-admin"], ["system-admin", "security-admin"]],
  ["mandate.register", ["hall-clerk"], ["hall-clerk"]],
  ["account.freeze", ["security-admin"], ["security-admin"]],
  ["subject.query", ["approver", "operator", "bank"], []],
  ["subject.own", ["enterprise"], []],
  ["audit.read", ["auditor"], ["auditor"]],
  ["authorisation.give", ["enterprise"], []],
  ["authorisation.register", ["hall-clerk"], ["hall-clerk"]],
  ["authorisation.revoke", ["enterprise", "approver", "operator", "bank", "hall-clerk"], ["hall-clerk"]],
  ["authorisation.read", ["enterprise", "approver", "operator", "bank"], []],
  ["commitment.give", ["enterprise"], []],
  ["commitment.register", ["hall-clerk"], ["hall-clerk"]],
  ["repair.apply", ["enterprise"], []],
  ["repair.hand-in", ["hall-clerk"], ["hall-clerk"]],
  ["commitment.judge", ["clerk", "reviewer", "approver", "operator"], []],
];

test.each(matrix)("%s is for its roles and for no other", (command, own, other) => {
  for (const role of ROLES) {
    const ask = (provider: string) => mayDo({ account: holder(role), command, provider, purpose: "核查" });
    expect([role, ask(OWN).ok]).toEqual([role, own.includes(role)]);
    expect([role, ask(OTHER).ok]).toEqual([role, other.includes(role)]);
  }
});

test.each<[Command, Role, string, Partial<{ purpose: string | null }>, string]>([
  ["batch.submit", "leader", OWN, {}, "accounts.role"],
  ["batch.submit", "clerk", OTHER, {}, "accounts.other-organisation"],
  ["batch.submit", "operator", OTHER, {}, "accounts.other-organisation"],
  ["question.accept", "clerk", OTHER, {}, "accounts.other-organisation"],
  ["batch.list", "clerk", OTHER, {}, "accounts.other-organisation"],
  ["batch.list", "leader", OWN, {}, "accounts.role"],
  ["account.list", "reviewer", OTHER, {}, "accounts.other-organisation"],
  ["batch.read", "operator", OTHER, {}, "accounts.purpose-needed"],
  ["batch.read", "operator", OTHER, { purpose: "  " }, "accounts.purpose-needed"],
  ["audit.read", "operator", OTHER, {}, "accounts.role"],
  ["commitment.give", "clerk", OWN, {}, "accounts.role"],
  ["commitment.judge", "enterprise", OWN, {}, "accounts.role"],
  ["commitment.judge", "approver", OTHER, {}, "accounts.other-organisation"],
])("%s by %s for %s with %o is refused: %s", (command, role, provider, more, code) => {
  const outcome = mayDo({ account: holder(role), command, provider, ...more });
  expect(outcome.ok ? "" : outcome.refusal.code).toBe(code);
  expect(Object.keys(accountTexts)).toContain(code);
});

test("one human being is never his own second person", () => {
  expect(isSecondPerson({ person: "a" }, { person: "a" })).toBe(false);
  expect(isSecondPerson({ person: "a" }, { person: "b" })).toBe(true);
});

test("nobody ever submits as another organisation", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), fc.string(), fc.string(), (role, provider, purpose) => {
      fc.pre(provider !== OWN);
      for (const command of ["batch.submit", "batch.withdraw", "completeness.declare"] as const) {
        expect(mayDo({ account: holder(role), command, provider, purpose }).ok).toBe(false);
      }
    }),
  );
});

test.each<[readonly Role[], boolean]>([
  [[], true],
  [["clerk", "reviewer", "operator"], true],
  [["auditor"], true],
  [["auditor", "auditor"], true],
  [["auditor", "clerk"], false],
  [["clerk", "security-admin"], false],
  [["system-admin", "security-admin"], false],
  [["system-admin", "auditor"], false],
])("one person as %s: %s", (roles, allowed) => {
  expect(isSeparated(roles)).toBe(allowed);
});

test("the invented codes are sound", () => {
  for (const code of Object.values(DEMO_CODES))
    expect([code, isUscc(code) && organisationCheckHolds(code)]).toEqual([code, true]);
});

test.each([
  ["demo-clerk", true],
  ["a1", true],
  ["a", false],
  ["A1", false],
  ["1a", false],
  ["a b", false],
  ["a/../b", false],
  [`a${"b".repeat(40)}`, false],
])("login %s", (login, good) => {
  expect(isLogin(login)).toBe(good);
});
