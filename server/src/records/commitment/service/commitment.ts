import { mayDo, requireStepUp } from "../../../foundation/accounts/index.ts";
import type { Account, SignedIn } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { loadSubjects } from "../../subject/index.ts";
import { fillSlots } from "../../../platform/http/problem.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { judgeJudgement, judgeWish, stateOn, wordingDigest } from "../rules.ts";
import type { Commitment, CommitmentState, CommitmentWish, Judgement, JudgementWish, OnPaper } from "../rules.ts";
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
  readonly subject: string;
  readonly mandate: string | null;
}

interface Planning {
  readonly by: Account;
  readonly wish: CommitmentWish;
  /** At a hall: who promises on paper; null in the portal. */
  readonly hallFor: string | null;
  readonly draft: string;
}

/** Who promises: one's own enterprise under its mandate, or whoever signs a paper at a hall and is known here. */
async function promiserOf(
  tx: Tx,
  ports: CommitmentPorts,
  { by, hallFor }: Planning,
): Promise<Outcome<Pick<Planned, "subject" | "mandate">>> {
  const subject = hallFor ?? by.organisation;
  const command = hallFor === null ? "commitment.give" : "commitment.register";
  const may = mayDo({ account: by, command, provider: subject });
  if (!may.ok) return may;
  if (hallFor === null) {
    const mandate = await ports.mandateOf(tx, by, ports.clock.today());
    return mandate.ok ? granted({ subject, mandate: mandate.value }) : mandate;
  }
  const known = (await loadSubjects(tx, [subject])).get(subject);
  return known === undefined || known.withdrawn
    ? refused({ code: "commitment.unknown-subject", kind: "invalid" })
    : granted({ subject, mandate: null });
}

/** Judged twice, before the wording is shown and before it is signed: in between a mandate may lapse or a day may turn. */
async function plan(tx: Tx, ports: CommitmentPorts, planning: Planning): Promise<Outcome<Planned>> {
  const { by, wish, hallFor, draft } = planning;
  const promiser = await promiserOf(tx, ports, planning);
  if (!promiser.ok) return promiser;
  const { subject, mandate } = promiser.value;
  const sound = judgeWish(wish, subject, ports.clock.today());
  if (!sound.ok) return sound;
  const receiverName = await findReceiver(tx, wish.receiver);
  if (receiverName === undefined) return refused({ code: "commitment.unknown-receiver", kind: "invalid" });
  const commitment = ports.keys.mac("commitment.id", `${subject}\n${draft}`).toString("hex").slice(0, ID_DIGITS);
  const registrar = hallFor === null ? null : by.organisationName;
  const wording = wordingOf({ ...wish, commitment, subject, receiverName, registrar });
  const digest = wordingDigest(wording).toString("hex");
  return granted({ draft: { draft, commitment, wording, digest }, receiverName, subject, mandate });
}

type Said = CommitmentWish & Pick<Commitment, "commitment" | "subject" | "receiverName">;

/** @param said with the hall's name where it is signed on paper. */
function wordingOf(said: Said & { readonly registrar: string | null }): string {
  const { commitment, subject, receiver, receiverName, kind, promise, through, registrar } = said;
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
    signed: registrar === null ? WORDING.portal : fillSlots(WORDING.hall, { registrar }),
  };
  return `${WORDING.lines.map((line) => fillSlots(line, values)).join("\n")}\n`;
}

/**
 * The wording of a commitment with its consequences. Refuses what `mayDo`, the mandate and `judgeWish` refuse, and at a hall
 * `commitment.unknown-subject`.
 */
export function draftCommitment(
  ports: CommitmentPorts,
  by: Account,
  { hallFor, ...wish }: CommitmentWish & Pick<Planning, "hallFor">,
): Promise<Outcome<CommitmentDraft>> {
  const draft = ports.keys.random(DRAFT_BYTES).toString("hex");
  return ports.db.read(async (tx) => {
    const planned = await plan(tx, ports, { by, wish, hallFor, draft });
    return planned.ok ? granted(planned.value.draft) : planned;
  });
}

export interface SigningWish {
  readonly wish: CommitmentWish;
  readonly draft: string;
  /** Digest of the wording that was seen, in hex. */
  readonly digest: string;
  /** At a hall: who promises, and the paper that it signed. */
  readonly hall: { readonly subject: string; readonly paper: Pick<OnPaper, "title" | "digest"> } | null;
}

/**
 * Signs a commitment for one's own enterprise, or registers one that was signed on paper at a hall. Besides what the draft
 * refuses: what `requireStepUp` refuses in the portal, `commitment.wording-differs`, and `commitment.given` (also where a
 * decision has a commitment that has not lapsed, and for a paper that is registered).
 */
export async function giveCommitment(
  ports: CommitmentPorts,
  by: SignedIn,
  { wish, draft, digest, hall }: SigningWish,
): Promise<Outcome<CommitmentView>> {
  // A hall has the paper; in the portal nobody but the person himself stands for the signature.
  const proved = hall === null ? requireStepUp(by, ports.clock.now()) : granted(undefined);
  if (!proved.ok) return proved;
  const today = ports.clock.today();
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<CommitmentView>> => {
    const planned = await plan(tx, ports, { by, wish, hallFor: hall?.subject ?? null, draft });
    if (!planned.ok) return planned;
    const { receiverName, subject, mandate, draft: seen } = planned.value;
    if (seen.digest !== digest) return refused({ code: "commitment.wording-differs", kind: "conflict" });
    const { organisation, account, person } = by;
    await lockCommitments(tx, subject);
    const given = { code: "commitment.given", kind: "conflict" } as const;
    if (await isBound(tx, { subject, documentNo: wish.documentNo, day: today })) return refused(given);
    const { commitment, wording } = seen;
    const onPaper = hall === null ? null : { registrar: organisation, ...hall.paper };
    const signed = { subject, account, person, mandate, onPaper, givenOn: today, givenAt: at };
    const made = { ...wish, ...signed, receiverName, commitment, wording, digest: wordingDigest(wording) };
    if (!(await saveCommitment(tx, made, ports.policyAt(today).hash))) return refused(given);
    const { kind, receiver, through } = wish;
    const state = { kind, receiver, through, digest, paper: onPaper?.digest ?? null };
    await record(tx, { at, account: by, action: "commitment.give", purpose: null, target: commitment, state });
    return granted({ kept: made, judgements: [], state: stateOn(made, [], today) });
  });
}

/** Whether a decision has a commitment already; a commitment about none is never bound. */
async function isBound(
  tx: Tx,
  { documentNo, ...of }: { readonly subject: string; readonly documentNo: string | null; readonly day: Day },
): Promise<boolean> {
  return documentNo !== null && (await commitmentFor(tx, { ...of, documentNo })) !== undefined;
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
