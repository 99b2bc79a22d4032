import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Release, StandingRelease } from "../rules/release.ts";

const columns = `r.number, r.draft, r.version, r.title, r.files, r.hash, r.effective, r.reason, r.document_no as "documentNo",
  r.organisation, r.organisation_name as "organisationName", r.worsens, r.difference, r.policy_hash as "policyHash",
  r.proposed_by as "proposedBy", r.confirmed_by as "confirmedBy", r.confirmed_at as "confirmedAt",
  w.confirmed_at as "withdrawnAt", w.reason as "withdrawnReason"`;
const joined = "from releases.release r left join releases.withdrawal w on w.number = r.number";

const takeOrder = statement("releases.order", "select pg_advisory_xact_lock(hashtext('releases.order'))");
const insertOne = statement(
  "releases.release",
  `insert into releases.release (number, draft, version, title, files, hash, effective, reason, document_no, organisation,
     organisation_name, worsens, difference, policy_hash, proposed_by, confirmed_by, confirmed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15, $16, $17)
   on conflict (draft, version) do nothing`,
);
const insertWithdrawal = statement(
  "releases.withdraw",
  `insert into releases.withdrawal (number, reason, proposed_by, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5)
   on conflict (number) do nothing`,
);
const selectOne = statement("releases.one", `select ${columns} ${joined} where r.number = $1`);
const selectPage = statement(
  "releases.page",
  `select ${columns} ${joined} where r.number < $1 order by r.number desc limit $2`,
);
const selectStanding = statement(
  "releases.standing",
  `select r.number, r.files, r.hash, r.effective ${joined} where w.number is null order by r.number`,
);
const selectVersion = statement(
  "releases.version",
  `select coalesce((select max(number) from releases.release), 0) as released,
     (select count(*)::int from releases.withdrawal) as withdrawn`,
);

/** Held until the transaction ends: releases are judged one over the other, so one at a time. */
export async function lockOrder(tx: Tx): Promise<void> {
  await tx.run(takeOrder);
}

/** @returns whether this version of the draft was not released before. */
export async function saveRelease(tx: Tx, one: Omit<Release, "withdrawnAt" | "withdrawnReason">): Promise<boolean> {
  const saved = await tx.run(insertOne, [
    one.number,
    one.draft,
    one.version,
    one.title,
    one.files,
    one.hash,
    one.effective,
    one.reason,
    one.documentNo,
    one.organisation,
    one.organisationName,
    one.worsens,
    JSON.stringify(one.difference),
    one.policyHash,
    one.proposedBy,
    one.confirmedBy,
    one.confirmedAt,
  ]);
  return saved === 1;
}

export interface Withdrawal {
  readonly number: number;
  readonly reason: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly at: Date;
}

/** @returns whether it was not withdrawn before. */
export async function saveWithdrawal(tx: Tx, one: Withdrawal): Promise<boolean> {
  return (await tx.run(insertWithdrawal, [one.number, one.reason, one.proposedBy, one.confirmedBy, one.at])) === 1;
}

export async function loadRelease(tx: Tx, number: number): Promise<Release | undefined> {
  return (await tx.rows<Release>(selectOne, [number]))[0];
}

/** Releases below a number, the newest first; withdrawn ones too. */
export function listReleases(tx: Tx, below: number, limit: number): Promise<Release[]> {
  return tx.rows<Release>(selectPage, [below, limit]);
}

/** What was released and not taken back, in the order of release, in effect already or not. */
export function standingReleases(tx: Tx): Promise<StandingRelease[]> {
  return tx.rows<StandingRelease>(selectStanding);
}

/** Changes whenever a release or a withdrawal is added; two index reads. */
export async function releasesVersion(tx: Tx): Promise<string> {
  const [row] = await tx.rows<{ released: number; withdrawn: number }>(selectVersion);
  return `${row?.released ?? 0}:${row?.withdrawn ?? 0}`;
}
