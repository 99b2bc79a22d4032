// Writing a draft: a new version at each saving, and never over somebody else's.
import { randomUUID } from "node:crypto";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { SignedIn } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { checkTexts, hashOfTexts, mayDraft, mayReadDrafts, unknownDraft } from "../rules/draft.ts";
import type { Draft, PolicyTexts } from "../rules/draft.ts";
import { listDrafts, loadDraft, saveDraft, saveVersion } from "../store/drafts.ts";
import type { DraftPlace } from "../store/drafts.ts";
import { standingReleases } from "../store/releases.ts";
import { judgeTexts } from "./judge.ts";
import type { Judgement, ReleasePorts } from "./judge.ts";

/** Drafts of a page. */
export const DRAFTS_A_PAGE = 50;

const newest: DraftPlace = { at: new Date("9999-12-31T00:00:00Z"), draft: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

/** Begins a draft. Refuses what `mayDraft` and `checkTexts` refuse. */
export function createDraft(
  { db, clock }: ReleasePorts,
  by: SignedIn,
  asked: { readonly title: string; readonly files: PolicyTexts },
): Promise<Outcome<Draft>> {
  const { title, files } = asked;
  const at = new Date(clock.now());
  return inOneTransaction(db, async (tx) => {
    const may = mayDraft(by);
    if (!may.ok) return may;
    const fit = checkTexts(files);
    if (!fit.ok) return fit;
    const { account, organisation } = by;
    const ids = { draft: randomUUID(), organisation, title, account, createdAt: at };
    const draft: Draft = { ...ids, version: 1, files, hash: hashOfTexts(files), savedAt: at };
    await saveDraft(tx, draft);
    await saveVersion(tx, draft);
    const state = { version: 1, hash: draft.hash.toString("hex") };
    await record(tx, { at, account: by, action: "policy.draft", purpose: title, target: draft.draft, state });
    return granted(draft);
  });
}

/**
 * Writes a draft's next version over the one that its writer read. Refuses what `mayDraft` and `checkTexts` refuse,
 * `releases.unknown-draft`, `releases.version-moved` where somebody was faster.
 */
export function editDraft(
  { db, clock }: ReleasePorts,
  by: SignedIn,
  asked: { readonly draft: string; readonly version: number; readonly files: PolicyTexts },
): Promise<Outcome<Draft>> {
  const at = new Date(clock.now());
  return inOneTransaction(db, async (tx) => {
    const may = mayDraft(by);
    if (!may.ok) return may;
    const fit = checkTexts(asked.files);
    if (!fit.ok) return fit;
    const before = await loadDraft(tx, asked.draft, by.organisation);
    if (before === undefined) return unknownDraft;
    const version = asked.version + 1;
    const hash = hashOfTexts(asked.files);
    const draft: Draft = { ...before, version, files: asked.files, hash, savedAt: at };
    const isNext = before.version === asked.version;
    if (!isNext || !(await saveVersion(tx, { ...draft, account: by.account }))) {
      return refused({ code: "releases.version-moved", kind: "conflict", values: { version: before.version } });
    }
    const state = { version, hash: hash.toString("hex") };
    await record(tx, { at, account: by, action: "policy.edit", purpose: draft.title, target: draft.draft, state });
    return granted(draft);
  });
}

/** A draft of one's own office. Refuses `accounts.role`; another office's is as absent as one that never was. */
export async function readDraft({ db }: ReleasePorts, by: SignedIn, id: string): Promise<Outcome<Draft>> {
  const may = mayReadDrafts(by);
  if (!may.ok) return may;
  const draft = await db.read((tx) => loadDraft(tx, id, by.organisation));
  return draft === undefined ? unknownDraft : granted(draft);
}

/** Drafts of one's own office, newest first. Refuses `accounts.role`. */
export async function readDrafts(
  { db }: ReleasePorts,
  by: SignedIn,
  before: DraftPlace | null,
): Promise<Outcome<readonly Draft[]>> {
  const may = mayReadDrafts(by);
  if (!may.ok) return may;
  const { organisation } = by;
  return granted(
    await db.read((tx) => listDrafts(tx, { organisation, before: before ?? newest, limit: DRAFTS_A_PAGE })),
  );
}

/** Judges a draft in its newest version for a day. Refuses what `readDraft` and `judgeTexts` refuse. */
export async function judgeDraft(
  ports: ReleasePorts,
  by: SignedIn,
  asked: { readonly draft: string; readonly effective: Day | null },
): Promise<Outcome<Judgement>> {
  const draft = await readDraft(ports, by, asked.draft);
  if (!draft.ok) return draft;
  const standing = await ports.db.read(standingReleases);
  const today = ports.clock.today();
  return judgeTexts(ports, { files: draft.value.files, effective: asked.effective ?? today, today, standing });
}
