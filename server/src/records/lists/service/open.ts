import { randomUUID } from "node:crypto";
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { findPersonal } from "../../../kernel/personal.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inspectCode } from "../../../kernel/uscc.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { loadSubjects } from "../../subject/index.ts";
import { NO_TERMS } from "../rules/case.ts";
import type { Evidence } from "../rules/document.ts";
import { judgeOpening } from "../rules/opening.ts";
import type { OpeningWish } from "../rules/opening.ts";
import { no } from "../rules/verdict.ts";
import { hasOpenCase, isListed, lockListing, saveCase, saveStep } from "../store/case.ts";
import type { KeptCase, KeptStep } from "../store/case.ts";
import type { ListPorts } from "./ports.ts";
import { viewOf } from "./read.ts";
import type { CaseView } from "./read.ts";

export interface CaseWish {
  readonly list: string;
  /** The one code that the decision will name. */
  readonly subject: string;
  readonly ground: string;
  readonly facts: string;
  readonly evidence: readonly Evidence[];
  /** How many responsible persons the rule would have listed beside the organisation: counted, and refused. */
  readonly naturalPersons: number;
}

/** A person's number where a code belongs: refused, counted in the trail, and never repeated. */
async function refuseCode(ports: ListPorts, by: SignedIn, subject: string): Promise<Outcome<CaseView>> {
  if (findPersonal(subject).length === 0) return refused({ code: "lists.unsound-code", kind: "invalid" });
  const deed = {
    at: new Date(ports.clock.now()),
    account: by,
    action: "lists.natural-person",
    purpose: null,
    target: null,
  };
  await ports.db.write((tx) => record(tx, { ...deed, state: { refused: true } }));
  return no("lists.natural-person", { kind: "forbidden" });
}

async function standingOf(
  tx: Tx,
  policy: PolicySnapshot,
  wish: Pick<CaseWish, "list" | "subject">,
): Promise<OpeningWish["standing"]> {
  const procedure = policy.lists.get(wish.list);
  if (procedure?.entry === null || procedure === undefined) return "none";
  if (await hasOpenCase(tx, wish)) return "open";
  const { entry, listName } = procedure;
  return (await isListed(tx, { subject: wish.subject, entry, listName, day: policy.day })) ? "listed" : "none";
}

/**
 * Opens a case against one subject. Refuses what `mayDo` and `judgeOpening` refuse, `lists.unsound-code`. A number of a
 * person in place of a code is refused and counted.
 */
export function openCase(ports: ListPorts, by: SignedIn, wish: CaseWish): Promise<Outcome<CaseView>> {
  const may = mayDo({ account: by, command: "list.handle", provider: by.organisation });
  if (!may.ok) return Promise.resolve(may);
  if (inspectCode(wish.subject) !== "ok") return refuseCode(ports, by, wish.subject);
  const policy = ports.policyAt(ports.clock.today());
  return inOneTransaction(ports.db, async (tx) => {
    await lockListing(tx, wish);
    const known = (await loadSubjects(tx, [wish.subject])).get(wish.subject);
    const judged = judgeOpening(policy, {
      procedure: policy.lists.get(wish.list),
      organisation: by.organisation,
      ground: wish.ground,
      subjectKind: known?.withdrawn === true ? undefined : known?.kind,
      standing: await standingOf(tx, policy, wish),
      day: policy.day,
    });
    if (!judged.ok) return judged;
    return granted(await viewOf(tx, ports, await save(tx, ports, { by, wish, policy })));
  });
}

async function save(
  tx: Tx,
  ports: ListPorts,
  { by, wish, policy }: { readonly by: SignedIn; readonly wish: CaseWish; readonly policy: PolicySnapshot },
): Promise<KeptCase> {
  const at = new Date(ports.clock.now());
  const day = ports.clock.today();
  const { organisation, organisationName } = by;
  const kept: KeptCase = { ...wish, case: randomUUID(), organisation, organisationName, openedAt: at };
  await saveCase(tx, kept, policy.hash);
  const first: KeptStep = {
    no: 1,
    kind: "open",
    day,
    on: day,
    at,
    account: by.account,
    person: by.person,
    terms: { ...NO_TERMS, receipt: null },
    words: wish.facts,
    document: null,
  };
  await saveStep(tx, { ...first, subject: kept.subject, case: kept.case }, policy.hash);
  const { list, ground, naturalPersons } = wish;
  const state = { list, ground, naturalPersons, evidence: wish.evidence.map(({ digest }) => digest) };
  await record(tx, { at, account: by, action: "lists.open", purpose: null, target: kept.case, state });
  return kept;
}
