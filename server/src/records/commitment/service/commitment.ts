import { mayDo, requireStepUp } from "../../../foundation/accounts/index.ts";
import type { Account, SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { fillSlots } from "../../../platform/http/problem.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { judgeJudgement, judgeWish, stateOn, wordingDigest } from "../rules.ts";
import type { Commitment, CommitmentState, CommitmentWish, Judgement, JudgementWish } from "../rules.ts";
import {
  commitmentsOf,
  commitmentsOn,
  commitmentsTo,
  findCommitment,
  findReceiver,
  judgementsByCommitment,
  loadJudgements,
  lockCommitments,
  saveCommitment,
  saveJudgement,
} from "../store.ts";
import type { CommitmentPage } from "../store.ts";
import { KIND_NAMES, WORDING } from "../text.ts";

/** What the commands of commitments stand on. */
export interface CommitmentPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Pick<Keys, "mac" | "random">;
  readonly policyAt: (day: Day) => PolicySnapshot;
  /** The mandate under which an account acts for its enterprise on a day; null where it needs none. */
  readonly mandateOf: (tx: Tx, by: Account, day: Day) => Promise<Outcome<string | null>>;
}

/** The wording to be shown before anything is signed. */
export interface CommitmentDraft {
  /** 32 hex digits, to be handed back: the same draft is given once, however often it is sent. */
  readonly draft: string;
  readonly commitment: string;
  readonly wording: string;
  /** SHA-256 of the wording, in hex. */
  readonly digest: string;
}

/** A commitment, what was said of it, and what has become of it today. */
export interface CommitmentView {
  readonly kept: Commitment;
  readonly judgements: readonly Judgement[];
  readonly state: CommitmentState;
}

const DRAFT_BYTES = 16;
const ID_DIGITS = 32;
const unknown = { code: "commitment.unknown", kind: "absent" } as const;

interface Planned {
  readonly draft: CommitmentDraft;
  readonly receiverName: string;
  readonly mandate: string | null;
}

/** Judged twice, before the wording is shown and before it is signed: in between a mandate may lapse or a day may turn. */
async function plan(
  tx: Tx,
  ports: CommitmentPorts,
  { by, wish, draft }: { readonly by: Account; readonly wish: CommitmentWish; readonly draft: string },
): Promise<Outcome<Planned>> {
  const may = mayDo({ account: by, command: "commitment.give", provider: by.organisation });
  if (!may.ok) return may;
  const today = ports.clock.today();
  const mandate = await ports.mandateOf(tx, by, today);
  if (!mandate.ok) return mandate;
  const sound = judgeWish(wish, by.organisation, today);
  if (!sound.ok) return sound;
  const receiverName = await findReceiver(tx, wish.receiver);
  if (receiverName === undefined) return refused({ code: "commitment.unknown-receiver", kind: "invalid" });
  const commitment = ports.keys
    .mac("commitment.id", `${by.organisation}\n${draft}`)
    .toString("hex")
    .slice(0, ID_DIGITS);
  const wording = wordingOf({ ...wish, commitment, subject: by.organisation, receiverName });
  const digest = wordingDigest(wording).toString("hex");
  return granted({ draft: { draft, commitment, wording, digest }, receiverName, mandate: mandate.value });
}

function wordingOf(said: CommitmentWish & Pick<Commitment, "commitment" | "subject" | "receiverName">): string {
  const { commitment, subject, receiver, receiverName, kind, promise, through } = said;
  const values = {
    commitment,
    subject,
    receiver,
    receiverName,
    promise,
    kind: KIND_NAMES[kind],
    matter: said.matter ?? WORDING.none,
    documentNo: said.documentNo ?? WORDING.none,
    through: through === null ? WORDING.open : fillSlots(WORDING.through, { day: through }),
  };
  return `${WORDING.lines.map((line) => fillSlots(line, values)).join("\n")}\n`;
}

/** The wording of a commitment with its consequences. Refuses what `mayDo`, the mandate and `judgeWish` refuse. */
export function draftCommitment(
  ports: CommitmentPorts,
  by: Account,
  wish: CommitmentWish,
): Promise<Outcome<CommitmentDraft>> {
  const draft = ports.keys.random(DRAFT_BYTES).toString("hex");
  return ports.db.read(async (tx) => {
    const planned = await plan(tx, ports, { by, wish, draft });
    return planned.ok ? granted(planned.value.draft) : planned;
  });
}

export interface SigningWish {
  readonly wish: CommitmentWish;
  readonly draft: string;
  /** Digest of the wording that was seen, in hex. */
  readonly digest: string;
}

/**
 * Signs a commitment for one's own enterprise. Besides what the draft refuses: what `requireStepUp` refuses,
 * `commitment.wording-differs`, and `commitment.given` (also where a decision has a commitment that has not lapsed).
 */
export async function giveCommitment(
  ports: CommitmentPorts,
  by: SignedIn,
  { wish, draft, digest }: SigningWish,
): Promise<Outcome<CommitmentView>> {
  const proved = requireStepUp(by, ports.clock.now());
  if (!proved.ok) return proved;
  const today = ports.clock.today();
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<CommitmentView>> => {
    const planned = await plan(tx, ports, { by, wish, draft });
    if (!planned.ok) return planned;
    const { receiverName, mandate, draft: seen } = planned.value;
    if (seen.digest !== digest) return refused({ code: "commitment.wording-differs", kind: "conflict" });
    const { organisation: subject, account, person } = by;
    await lockCommitments(tx, subject);
    const given = { code: "commitment.given", kind: "conflict" } as const;
    const { documentNo } = wish;
    if (documentNo !== null && (await commitmentFor(tx, { subject, documentNo, day: today })) !== undefined)
      return refused(given);
    const { commitment, wording } = seen;
    const signed = { subject, account, person, mandate, givenOn: today, givenAt: at };
    const made = { ...wish, ...signed, receiverName, commitment, wording, digest: wordingDigest(wording) };
    if (!(await saveCommitment(tx, made, ports.policyAt(today).hash))) return refused(given);
    const state = { kind: wish.kind, receiver: wish.receiver, through: wish.through, digest };
    await record(tx, { at, account: by, action: "commitment.give", purpose: null, target: commitment, state });
    return granted({ kept: made, judgements: [], state: stateOn(made, [], today) });
  });
}

/**
 * The commitment for repair of one decision that still counts on a day; undefined where there is none, or each has lapsed.
 * One that is broken counts too: whoever decides the repair sees it.
 */
export async function commitmentFor(
  tx: Tx,
  { subject, documentNo, day }: { readonly subject: string; readonly documentNo: string; readonly day: Day },
): Promise<CommitmentView | undefined> {
  for (const kept of await commitmentsOn(tx, subject, documentNo)) {
    const view = await viewOf(tx, kept, day);
    if (view.state !== "lapsed") return view;
  }
  return undefined;
}

async function viewOf(tx: Tx, kept: Commitment, day: Day): Promise<CommitmentView> {
  const judgements = await loadJudgements(tx, kept);
  return { kept, judgements, state: stateOn(kept, judgements, day) };
}

const mayJudge = (by: Account): Outcome<unknown> =>
  mayDo({ account: by, command: "commitment.judge", provider: by.organisation });

export interface SayingWish extends JudgementWish {
  readonly commitment: string;
  /** How many judgements the officer saw. */
  readonly version: number;
}

/**
 * Says what became of a promise, after those said before. Refuses what `mayDo` and `judgeJudgement` refuse,
 * `commitment.unknown` and `commitment.changed`. Nothing else follows from it.
 */
export function judgeCommitment(
  ports: CommitmentPorts,
  by: Account,
  { commitment, version, ...wish }: SayingWish,
): Promise<Outcome<CommitmentView>> {
  const day = ports.clock.today();
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<CommitmentView>> => {
    // The role first: it is the same whatever the number names. Another's is not found, as one that is none.
    const role = mayJudge(by);
    if (!role.ok) return role;
    const kept = await findCommitment(tx, commitment, by.organisation);
    if (kept === undefined) return refused(unknown);
    const { subject } = kept;
    await lockCommitments(tx, subject);
    const before = await loadJudgements(tx, kept);
    const may = judgeJudgement(wish, { commitment: kept, last: before.at(-1) }, by);
    if (!may.ok) return may;
    const { organisation, account, person } = by;
    const said = { ...wish, no: version + 1, day, at };
    const isNext = version === before.length;
    if (!isNext || !(await saveJudgement(tx, { ...said, subject, commitment, organisation, account, person })))
      return refused({ code: "commitment.changed", kind: "conflict" });
    const state = { no: said.no, outcome: wish.outcome, document: wish.document };
    await record(tx, { at, account: by, action: "commitment.judge", purpose: wish.reason, target: commitment, state });
    const judgements = [...before, said];
    return granted({ kept, judgements, state: stateOn(kept, judgements, day) });
  });
}

/** What one's own enterprise promised, the newest first. Refuses what `mayDo` and the mandate refuse. */
export function ownCommitments(
  ports: CommitmentPorts,
  by: Account,
  page: CommitmentPage,
): Promise<Outcome<CommitmentView[]>> {
  return ports.db.read(async (tx) => {
    const may = mayDo({ account: by, command: "subject.own", provider: by.organisation });
    if (!may.ok) return may;
    const mandate = await ports.mandateOf(tx, by, ports.clock.today());
    return mandate.ok ? granted(await viewsOf(tx, ports, await commitmentsOf(tx, by.organisation, page))) : mandate;
  });
}

/** What one's own organisation received, the newest first. Refuses what `mayDo` refuses. */
export function receivedCommitments(
  ports: CommitmentPorts,
  by: Account,
  page: CommitmentPage,
): Promise<Outcome<CommitmentView[]>> {
  return ports.db.read(async (tx) => {
    const may = mayJudge(by);
    return may.ok ? granted(await viewsOf(tx, ports, await commitmentsTo(tx, by.organisation, page))) : may;
  });
}

async function viewsOf(tx: Tx, { clock }: CommitmentPorts, all: readonly Commitment[]): Promise<CommitmentView[]> {
  const day = clock.today();
  const said = await judgementsByCommitment(tx, all);
  return all.map((kept) => {
    const judgements = (said.get(kept.commitment) ?? []).map(({ no, outcome, reason, document, day: on, at }) => {
      return { no, outcome, reason, document, day: on, at };
    });
    return { kept, judgements, state: stateOn(kept, judgements, day) };
  });
}
