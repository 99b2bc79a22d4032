import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES } from "../accounts/index.ts";
import type { Role, SignedIn, Via } from "../accounts/index.ts";
import {
  COMMAND_NAMES,
  COMMANDS,
  decidedBy,
  digestOf,
  expiryOf,
  mayDecide,
  mayPropose,
  maySee,
  mayTakeBack,
  stateAt,
} from "./rules.ts";
import type { ApprovalCommand, Asked, Proposal } from "./rules.ts";

const here = "11990100990001378K";
const elsewhere = "11990100990006857Y";
const at = new Date("2026-09-09T00:00:00Z");
const later = (ms: number): Date => new Date(at.getTime() + ms);

function person(role: Role, more: Partial<SignedIn> = {}): SignedIn {
  return {
    account: `account-${role}`,
    person: `person-${role}`,
    organisation: here,
    organisationName: "示例市市场监督管理局",
    role,
    login: role,
    via: "token",
    session: null,
    client: null,
    steppedUpAt: at,
    ...more,
  };
}

const asked = (command: ApprovalCommand, more: Partial<Asked> = {}): Asked => ({
  command,
  organisation: here,
  target: "t",
  documentNo: "函1号",
  reason: "报送有误",
  payload: { batch: "b", rows: [1, 2] },
  ...more,
});

function proposalOf(command: ApprovalCommand, by: SignedIn, more: Partial<Proposal> = {}): Proposal {
  const who = { proposal: "00000000-0000-4000-8000-000000000001", account: by.account };
  return {
    ...asked(command),
    ...who,
    person: by.person,
    barred: [by.person],
    digest: digestOf({ ...asked(command), ...who }),
    proposedAt: at,
    expiresAt: expiryOf(command, at),
    state: "open",
    decidedAccount: null,
    decidedPerson: null,
    decidedAt: null,
    decidedReason: null,
    ...more,
  };
}

const codeOf = (outcome: ReturnType<typeof mayDecide>): string => (outcome.ok ? "yes" : outcome.refusal.code);

/** The table a second time, by hand: who may propose and who may decide. */
const wanted: Readonly<Record<ApprovalCommand, readonly [string, string]>> = {
  "batch.withdraw": ["clerk reviewer operator", "reviewer operator"],
  "question.accept": ["clerk reviewer operator", "reviewer operator"],
  "batch.release": ["", "reviewer operator"],
  "batch.carry-over": ["clerk reviewer operator", "reviewer operator"],
  "client.register": ["clerk reviewer operator", "reviewer operator"],
  "client.rotate": ["clerk reviewer operator", "reviewer operator"],
  "check.batch": ["approver", "reviewer approver"],
  "subscription.grant": ["operator", "operator security-admin"],
  "endpoint.register": ["operator", "operator security-admin"],
  "withdrawal.name": ["operator", "operator security-admin"],
  "policy.release": ["operator", "operator security-admin"],
  "policy.withdraw": ["operator", "operator security-admin"],
  "account.create": ["system-admin", "security-admin"],
  "account.role": ["system-admin", "security-admin"],
  "account.unfreeze": ["system-admin", "security-admin"],
  "account.close": ["system-admin", "security-admin"],
};

test.each(COMMAND_NAMES)("%s is proposed and decided by the roles of the table and by no other", (command) => {
  const proposer = person("clerk", { person: "somebody" });
  const proposal = proposalOf(command, proposer);
  const proposers = ROLES.filter((role) => mayPropose(person(role), asked(command)).ok);
  const deciders = ROLES.filter((role) => mayDecide(person(role), proposal, at).ok);
  expect([proposers.join(" "), deciders.join(" ")]).toEqual(wanted[command]);
  for (const role of ROLES) {
    expect(decidedBy(role).includes(command)).toBe(deciders.includes(role));
    expect(mayDecide(person(role, { organisation: elsewhere }), proposal, at).ok, role).toBe(false);
  }
});

test("no administrator both asks for and grants the same", () => {
  for (const command of COMMAND_NAMES) {
    const { propose, approve } = COMMANDS[command];
    const both = propose.filter((role) => approve.includes(role));
    expect(both.filter((role) => role.endsWith("-admin") || role === "auditor")).toEqual([]);
  }
});

test("nobody decides his own, whichever account, role or organisation he comes with", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMAND_NAMES),
      fc.constantFrom(...ROLES),
      fc.constantFrom(here, elsewhere),
      fc.constantFrom<Via>("token", "session", "signature"),
      (command, role, organisation, via) => {
        const proposal = proposalOf(command, person("clerk", { person: "he" }));
        const again = person(role, { account: "another", person: "he", organisation, via });
        expect(mayDecide(again, proposal, at).ok).toBe(false);
      },
    ),
  );
});

test("whoever submitted what it is about does not decide it either", () => {
  const proposal = proposalOf("question.accept", person("clerk"), { barred: ["person-clerk", "person-reviewer"] });
  expect(codeOf(mayDecide(person("reviewer"), proposal, at))).toBe("approvals.second-person");
  expect(codeOf(mayDecide(person("reviewer", { person: "third" }), proposal, at))).toBe("yes");
});

test("a machine neither proposes nor decides; what a machine's deed calls for no person proposes", () => {
  for (const command of COMMAND_NAMES) {
    const { byMachine } = COMMANDS[command];
    for (const role of ROLES) {
      expect(mayPropose(person(role, { via: "signature" }), asked(command)).ok).toBe(byMachine);
      const proposal = proposalOf(command, person("clerk", { person: "somebody" }));
      expect(mayDecide(person(role, { via: "signature" }), proposal, at).ok).toBe(false);
      if (byMachine) expect(mayPropose(person(role), asked(command)).ok).toBe(false);
    }
  }
});

test("a reason always, and a document where records are touched", () => {
  for (const reason of ["", " ", "\n"]) {
    expect(codeOf(mayPropose(person("clerk"), asked("batch.withdraw", { reason })))).toBe("approvals.reason-needed");
  }
  for (const documentNo of [null, "", "  "]) {
    expect(codeOf(mayPropose(person("clerk"), asked("batch.withdraw", { documentNo })))).toBe(
      "approvals.document-needed",
    );
    expect(codeOf(mayPropose(person("clerk"), asked("question.accept", { documentNo })))).toBe(
      "approvals.document-needed",
    );
    expect(codeOf(mayPropose(person("system-admin"), asked("account.create", { documentNo })))).toBe("yes");
  }
});

test("a proposal lapses at its end and not a moment before", () => {
  const proposal = proposalOf("batch.withdraw", person("clerk"));
  const end = 30 * 86_400_000;
  expect(stateAt(proposal, later(end - 1))).toBe("open");
  expect(stateAt(proposal, later(end))).toBe("lapsed");
  expect(codeOf(mayDecide(person("reviewer"), proposal, later(end - 1)))).toBe("yes");
  expect(codeOf(mayDecide(person("reviewer"), proposal, later(end)))).toBe("approvals.lapsed");
  expect(codeOf(mayTakeBack(person("clerk"), proposal, later(end)))).toBe("approvals.lapsed");
});

test("what is decided stays decided", () => {
  for (const state of ["approved", "refused", "withdrawn"] as const) {
    const proposal = proposalOf("batch.withdraw", person("clerk"), { state });
    expect(codeOf(mayDecide(person("reviewer"), proposal, at))).toBe("approvals.decided");
    expect(codeOf(mayTakeBack(person("clerk"), proposal, at))).toBe("approvals.decided");
  }
});

test("a proposal is seen by its proposer and by whom it concerns at his organisation; for all others it is not there", () => {
  const proposal = proposalOf("question.accept", person("operator", { organisation: elsewhere }));
  const seers = ROLES.filter((role) => maySee(person(role, { person: "x" }), proposal));
  expect(seers).toEqual(["clerk", "reviewer", "operator"]);
  expect(maySee(person("operator", { organisation: elsewhere }), proposal)).toBe(true);
  for (const role of ROLES) {
    const stranger = person(role, { person: "x", organisation: elsewhere });
    expect(codeOf(mayDecide(stranger, proposal, at)), role).toBe("approvals.unknown");
    expect(codeOf(mayTakeBack(stranger, proposal, at)), role).toBe("approvals.unknown");
  }
  expect(codeOf(mayTakeBack(person("reviewer"), proposal, at))).toBe("approvals.not-yours");
});

test("the digest is of every part of what is proposed, and of nothing else", () => {
  const whole = proposalOf("batch.withdraw", person("clerk"));
  const changes: readonly Partial<Proposal>[] = [
    { proposal: "00000000-0000-4000-8000-000000000002" },
    { command: "question.accept" },
    { organisation: elsewhere },
    { target: "u" },
    { account: "somebody else" },
    { documentNo: null },
    { reason: "其他" },
    { payload: { batch: "b", rows: [1, 3] } },
    { payload: { batch: "b" } },
  ];
  for (const change of changes) expect(digestOf({ ...whole, ...change }).equals(whole.digest)).toBe(false);
  const same = { ...whole, payload: { rows: [1, 2], batch: "b" }, state: "approved", barred: [] } as const;
  expect(digestOf(same).equals(whole.digest)).toBe(true);
});
