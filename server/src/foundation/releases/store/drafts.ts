import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Draft } from "../rules/draft.ts";

const columns = `d.draft, d.organisation, d.title, d.account, d.created_at as "createdAt", v.version, v.files, v.hash,
  v.saved_at as "savedAt"`;
const newest = `from releases.draft d join lateral (
  select * from releases.draft_version v where v.draft = d.draft order by v.version desc limit 1) v on true`;

const insertDraft = statement(
  "releases.draft",
  "insert into releases.draft (draft, organisation, title, account, created_at) values ($1, $2, $3, $4, $5)",
);
const insertVersion = statement(
  "releases.draft-version",
  `insert into releases.draft_version (draft, version, files, hash, account, saved_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (draft, version) do nothing`,
);
const selectNewest = statement(
  "releases.draft-newest",
  `select ${columns} ${newest} where d.draft = $1 and d.organisation = $2`,
);
const selectVersion = statement(
  "releases.draft-at",
  `select ${columns} from releases.draft d join releases.draft_version v on v.draft = d.draft
   where d.draft = $1 and v.version = $2`,
);
const selectPage = statement(
  "releases.drafts",
  `select ${columns} ${newest} where d.organisation = $1 and (d.created_at, d.draft) < ($2, $3)
   order by d.created_at desc, d.draft desc limit $4`,
);
const selectAuthors = statement(
  "releases.draft-authors",
  "select distinct account from releases.draft_version where draft = $1",
);

export async function saveDraft(tx: Tx, draft: Draft): Promise<void> {
  const { account, createdAt } = draft;
  await tx.run(insertDraft, [draft.draft, draft.organisation, draft.title, account, createdAt]);
}

/** @returns whether nobody else wrote this version before. */
export async function saveVersion(tx: Tx, draft: Omit<Draft, "createdAt" | "title">): Promise<boolean> {
  const { version, files, hash, account, savedAt } = draft;
  return (await tx.run(insertVersion, [draft.draft, version, files, hash, account, savedAt])) === 1;
}

/** A draft of an office in its newest version. */
export async function loadDraft(tx: Tx, draft: string, organisation: string): Promise<Draft | undefined> {
  return (await tx.rows<Draft>(selectNewest, [draft, organisation]))[0];
}

export async function loadDraftVersion(tx: Tx, draft: string, version: number): Promise<Draft | undefined> {
  return (await tx.rows<Draft>(selectVersion, [draft, version]))[0];
}

/** Where a list goes on, newest first. */
export interface DraftPlace {
  readonly at: Date;
  readonly draft: string;
}

export function listDrafts(
  tx: Tx,
  asked: { readonly organisation: string; readonly before: DraftPlace; readonly limit: number },
): Promise<Draft[]> {
  return tx.rows<Draft>(selectPage, [asked.organisation, asked.before.at, asked.before.draft, asked.limit]);
}

/** Accounts that wrote any version of a draft. */
export async function draftAuthors(tx: Tx, draft: string): Promise<readonly string[]> {
  return (await tx.rows<{ account: string }>(selectAuthors, [draft])).map(({ account }) => account);
}
