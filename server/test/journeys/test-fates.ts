import { openReceipt, receiptLeaf } from "@xinheng/log/receipt";
import { RootBuilder } from "@xinheng/log/merkle";
import { readVerifierKey } from "@xinheng/log/note";
import { bearer, get } from "./test-client.ts";
import type { Answer, Issue } from "./test-client.ts";
import { ask } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";

/** What became of one row: `accepted`, or its outcome with the reasons in order. */
export interface Fate {
  readonly row: number;
  readonly outcome: string;
  readonly codes: readonly string[];
}

interface Kept {
  readonly row: number;
  readonly id: Buffer;
  readonly commitment: Buffer;
}

export async function allIssues(platform: Platform, batch: Answer): Promise<Issue[]> {
  const issues: Issue[] = [];
  let next: string | null = "";
  while (next !== null) {
    const cursor: string = next === "" ? "" : `?cursor=${encodeURIComponent(next)}`;
    const page: { items: Issue[]; next: string | null } = await get(
      platform,
      `/api/v1/batches/${batch.batch}/issues${cursor}`,
    );
    issues.push(...page.items);
    ({ next } = page);
  }
  return issues;
}

function keptOf(platform: Platform, batch: string): Promise<Kept[]> {
  return ask<Kept>(
    platform,
    "kept-rows",
    "select row, id, commitment from statements.statement where batch = $1 order by row",
    [batch],
  );
}

/** The fate of every row that was stored or told of, in the order of the file. Skipped rows are told of nowhere. */
export async function fatesOf(platform: Platform, batch: Answer): Promise<Fate[]> {
  const fates = new Map<number, { row: number; outcome: string; codes: string[] }>();
  for (const { row } of await keptOf(platform, batch.batch)) fates.set(row, { row, outcome: "accepted", codes: [] });
  for (const issue of await allIssues(platform, batch)) {
    const known = fates.get(issue.row);
    if (known === undefined) fates.set(issue.row, { row: issue.row, outcome: issue.outcome, codes: [issue.code] });
    else if (known.outcome === issue.outcome) known.codes.push(issue.code);
    else throw new Error(`row ${issue.row} has two fates: ${known.outcome}, ${issue.outcome}`);
  }
  return [...fates.values()].toSorted((a, b) => a.row - b.row);
}

/** The signed root of a batch, and the root over what is stored of it: equal, or something was lost or doubled. */
export async function rootsOf(
  platform: Platform,
  batch: Answer,
): Promise<{ signed: string; recomputed: string; size: number }> {
  const headers = bearer(platform);
  const note = await (await fetch(`${platform.url}/api/v1/batches/${batch.batch}/receipt`, { headers })).text();
  const key = (await (await fetch(`${platform.url}/api/v1/receipt-key`)).text()).trim();
  const { receipt } = openReceipt(note, [readVerifierKey(key)]);
  const kept = new Map((await keptOf(platform, batch.batch)).map((one) => [one.row, one]));
  const tree = new RootBuilder();
  for (const { row, outcome } of await fatesOf(platform, batch)) {
    const one = kept.get(row);
    tree.append(
      receiptLeaf({ row, outcome, statementId: one?.id.toString("hex") ?? null, commitment: one?.commitment ?? null }),
    );
  }
  return {
    signed: Buffer.from(receipt.root).toString("hex"),
    recomputed: tree.root().toString("hex"),
    size: receipt.size,
  };
}
