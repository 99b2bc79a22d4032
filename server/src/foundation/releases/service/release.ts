// Releasing and taking back: proposed by one person, confirmed by another, judged anew at the confirmation.
import { z } from "@hono/zod-openapi";
import { dayOfInstant, parseDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { loadPolicy } from "../../../policy/load.ts";
import type { SignedIn } from "../../accounts/index.ts";
import { propose } from "../../approvals/index.ts";
import type { Handler, Proposal } from "../../approvals/index.ts";
import { record } from "../../audit/index.ts";
import { mayDraft, unknownDraft } from "../rules/draft.ts";
import type { Draft } from "../rules/draft.ts";
import { layerOf, mayTakeEffect, mayWithdraw, unknownRelease } from "../rules/release.ts";
import type { Release } from "../rules/release.ts";
import { draftAuthors, loadDraft, loadDraftVersion } from "../store/drafts.ts";
import {
  listReleases,
  loadRelease,
  lockOrder,
  saveRelease,
  saveWithdrawal,
  standingReleases,
} from "../store/releases.ts";
import { judgeTexts } from "./judge.ts";
import type { Judgement, ReleasePorts } from "./judge.ts";

/** The largest number that the database can compare a release's with. */
const NUMBER_MAX = 2_147_483_647;

const releasePayload = z.strictObject({
  draft: z.uuid(),
  version: z.int().min(1),
  hash: z.string(),
  effective: z.iso.date(),
});
const withdrawalPayload = z.strictObject({ number: z.int().min(1), hash: z.string() });

type Judged = Judgement & { readonly after: NonNullable<Judgement["after"]> };

/** Sound, with every case as it expects, and not before its day. */
function mayRelease(judged: Judgement, today: Day): Outcome<Judged> {
  const { effective, worsens, after, cases, changes, notice } = judged;
  if (after === null) {
    return refused({ code: "releases.faulty", kind: "conflict", values: { count: judged.faults.length } });
  }
  const failed = cases.filter(({ passed }) => !passed).length;
  if (failed > 0) return refused({ code: "releases.cases-fail", kind: "conflict", values: { count: failed } });
  if (changes.length === 0 && !worsens) return refused({ code: "releases.changes-nothing", kind: "conflict" });
  const may = mayTakeEffect(today, { effective, worsens, notice });
  return may.ok ? granted({ ...judged, after }) : may;
}

async function judgeNow(
  ports: ReleasePorts,
  tx: Tx,
  asked: { draft: Draft; effective: Day },
): Promise<Outcome<Judged>> {
  const standing = await standingReleases(tx);
  const today = ports.clock.today();
  const { files } = asked.draft;
  const judged = judgeTexts(ports, { files, effective: asked.effective, today, standing });
  return judged.ok ? mayRelease(judged.value, today) : judged;
}

/**
 * Puts a draft before a second person. Nobody who wrote any of it can confirm it. Refuses what `mayDraft`, `mayTakeEffect`
 * and `propose` refuse, `releases.unknown-draft`, `releases.version-moved`, `releases.faulty`, `releases.cases-fail`,
 * `releases.changes-nothing`.
 */
export function proposeRelease(
  ports: ReleasePorts,
  by: SignedIn,
  asked: {
    readonly draft: string;
    readonly version: number;
    readonly effective: Day;
    readonly reason: string;
    readonly documentNo: string | null;
  },
): Promise<Outcome<Proposal>> {
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<Proposal>> => {
    const may = mayDraft(by);
    if (!may.ok) return may;
    const draft = await loadDraft(tx, asked.draft, by.organisation);
    if (draft === undefined) return unknownDraft;
    if (draft.version !== asked.version) {
      return refused({ code: "releases.version-moved", kind: "conflict", values: { version: draft.version } });
    }
    const judged = await judgeNow(ports, tx, { draft, effective: asked.effective });
    if (!judged.ok) return judged;
    const { version, effective, reason, documentNo } = asked;
    const payload = { draft: draft.draft, version, hash: draft.hash.toString("hex"), effective };
    const { organisation } = by;
    const submittedBy = await draftAuthors(tx, draft.draft);
    const wanted = {
      command: "policy.release",
      organisation,
      target: draft.draft,
      documentNo,
      reason,
      payload,
    } as const;
    return propose(tx, by, { ...wanted, at, submittedBy });
  });
}

/** Refuses what `mayWithdraw` and `propose` refuse, `releases.unknown-release`. */
export function proposeWithdrawal(
  ports: ReleasePorts,
  by: SignedIn,
  asked: { readonly number: number; readonly reason: string; readonly documentNo: string | null },
): Promise<Outcome<Proposal>> {
  const at = new Date(ports.clock.now());
  return inOneTransaction(ports.db, async (tx): Promise<Outcome<Proposal>> => {
    const may = mayDraft(by);
    if (!may.ok) return may;
    const release = await loadRelease(tx, asked.number);
    // An office takes back what it released; every release is public, so its being there is no secret.
    if (release === undefined || release.organisation !== by.organisation) return unknownRelease;
    const open = mayWithdraw(ports.clock.today(), release, await standingReleases(tx));
    if (!open.ok) return open;
    const payload = { number: release.number, hash: release.hash.toString("hex") };
    const { organisation } = by;
    const { reason, documentNo } = asked;
    const target = String(release.number);
    return propose(tx, by, { command: "policy.withdraw", organisation, target, documentNo, reason, payload, at });
  });
}

async function confirmRelease(
  ports: ReleasePorts,
  tx: Tx,
  { proposal, approver }: { readonly proposal: Proposal; readonly approver: SignedIn },
): Promise<Outcome<Release>> {
  await lockOrder(tx);
  const asked = releasePayload.parse(proposal.payload);
  const effective = parseDay(asked.effective);
  const draft = await loadDraftVersion(tx, asked.draft, asked.version);
  if (draft === undefined || effective === undefined || draft.hash.toString("hex") !== asked.hash) return unknownDraft;
  const judged = await judgeNow(ports, tx, { draft, effective });
  if (!judged.ok) return judged;
  const [newest] = await listReleases(tx, NUMBER_MAX, 1);
  const at = new Date(ports.clock.now());
  const { worsens, changes, after } = judged.value;
  const { title, files, hash } = draft;
  const release: Release = {
    number: (newest?.number ?? 0) + 1,
    draft: draft.draft,
    version: draft.version,
    title,
    files,
    hash,
    effective,
    reason: proposal.reason,
    documentNo: proposal.documentNo,
    worsens,
    difference: changes,
    organisation: approver.organisation,
    organisationName: approver.organisationName,
    policyHash: Buffer.from(after.hash, "hex"),
    proposedBy: proposal.account,
    confirmedBy: approver.account,
    confirmedAt: at,
    withdrawnAt: null,
    withdrawnReason: null,
  };
  if (!(await saveRelease(tx, release))) return refused({ code: "releases.already-released", kind: "conflict" });
  await noteRelease(tx, approver, release);
  return granted(release);
}

async function noteRelease(tx: Tx, by: SignedIn, release: Release): Promise<void> {
  const { number, effective, reason, worsens } = release;
  const hashes = { hash: release.hash.toString("hex"), policyHash: release.policyHash.toString("hex") };
  const state = { number, effective, worsens, changes: release.difference.length, ...hashes };
  const deed = { at: release.confirmedAt, account: by, action: "policy.release", purpose: reason };
  await record(tx, { ...deed, target: release.draft, state });
}

/** The policy must hold without it on the day on which it would have come: it may be what mends a basis that ends. */
function holdsWithout(ports: ReleasePorts, standing: Parameters<typeof layerOf>[0][], release: Release): Outcome<true> {
  const rest = standing.filter(({ number }) => number !== release.number).map(layerOf);
  const load = loadPolicy({ ...ports.base, day: release.effective, releases: rest });
  if (load.ok) return granted(true);
  const values = { day: release.effective, count: load.faults.length };
  return refused({ code: "releases.base-faulty", kind: "conflict", values });
}

async function confirmWithdrawal(
  ports: ReleasePorts,
  tx: Tx,
  { proposal, approver }: { readonly proposal: Proposal; readonly approver: SignedIn },
): Promise<Outcome<Release>> {
  await lockOrder(tx);
  const { number } = withdrawalPayload.parse(proposal.payload);
  const release = await loadRelease(tx, number);
  if (release === undefined) return unknownRelease;
  const at = new Date(ports.clock.now());
  const standing = await standingReleases(tx);
  const open = mayWithdraw(dayOfInstant(at.getTime()), release, standing);
  if (!open.ok) return open;
  const holds = holdsWithout(ports, standing, release);
  if (!holds.ok) return holds;
  const { reason } = proposal;
  await saveWithdrawal(tx, { number, reason, proposedBy: proposal.account, confirmedBy: approver.account, at });
  const state = { number, hash: release.hash.toString("hex") };
  await record(tx, { at, account: approver, action: "policy.withdraw", purpose: reason, target: release.draft, state });
  return granted({ ...release, withdrawnAt: at, withdrawnReason: reason });
}

/** How releases and withdrawals come to be, once a second person confirms them. */
export function releaseHandlers(ports: ReleasePorts): Readonly<Record<"policy.release" | "policy.withdraw", Handler>> {
  const handler = (confirm: typeof confirmRelease): Handler => ({
    perform: async (tx, proposal, approver) => {
      const done = await confirm(ports, tx, { proposal, approver });
      if (!done.ok) return done;
      const { number, effective, hash } = done.value;
      return granted({ result: { number, effective, hash: hash.toString("hex") }, after: ports.onChange });
    },
  });
  return { "policy.release": handler(confirmRelease), "policy.withdraw": handler(confirmWithdrawal) };
}

/** Releases of a page. */
export const RELEASES_A_PAGE = 50;

/** Every release, withdrawn ones too, newest first; for everybody. */
export function readReleases({ db }: Pick<ReleasePorts, "db">, below: number | null): Promise<readonly Release[]> {
  return db.read((tx) => listReleases(tx, below ?? NUMBER_MAX, RELEASES_A_PAGE));
}

/** One release; for everybody. Refuses `releases.unknown-release`. */
export async function readRelease({ db }: Pick<ReleasePorts, "db">, number: number): Promise<Outcome<Release>> {
  const release = await db.read((tx) => loadRelease(tx, number));
  return release === undefined ? unknownRelease : granted(release);
}
