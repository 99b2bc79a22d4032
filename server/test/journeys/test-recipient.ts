// A registered recipient as a test plays it: it receives, keeps a copy, follows the feed.
import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { sequenceChanges } from "../../src/records/statements/index.ts";
import { carryWithdrawals } from "../../src/views/withdrawals/index.ts";
import type { TestApp } from "./test-app.ts";

export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly position?: number;
  readonly effective: string | null;
  readonly ends?: readonly { readonly from: string | null; readonly through: string | null }[];
  readonly marks?: readonly string[];
  readonly paused?: boolean;
}
export interface Item {
  readonly id: string;
  readonly shownUntil: string | null;
  readonly digest: string;
  readonly replaces: string | null;
  readonly marks: readonly { readonly kind: string }[];
  readonly content: { readonly uscc: string; readonly entry: string; readonly documentNo: string };
}
export interface FeedPage {
  readonly items: readonly Told[];
  readonly cursor: string;
  readonly more: boolean;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly status: number; readonly json: Record<string, unknown> }>;

/** Asks as somebody. */
export function asking(bed: Pick<TestApp, "ask">, token: string): Ask {
  return async (method, path, body) => {
    const response = await bed.ask(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      json: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : { text },
    };
  };
}

export const recipient = { uscc: "91990100MA0XH00426", name: "示例征信有限公司" };
export const centre = { uscc: "129901009900397397", name: "示例市信用中心" };

export interface Grant {
  readonly organisation: { readonly uscc: string; readonly name: string };
  readonly entries?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/** Registers a recipient by two persons of the centre. @returns the id of the subscription. */
export async function subscribe(bed: TestApp, grant: Grant): Promise<string> {
  const one = asking(bed, await bed.tokenOf(centre, "operator"));
  const other = asking(bed, await bed.tokenOf(centre, "operator"));
  const { organisation, entries = ["penalty", "permit"], since = "2026-09-09", until = "2027-09-09" } = grant;
  const proposed = await one("POST", "/api/v1/subscriptions", {
    organisation: organisation.uscc,
    name: organisation.name,
    basis: { kind: "contract", number: "示信合〔2026〕1号" },
    purpose: "financing",
    entries,
    since,
    until,
    documentNo: "示信函〔2026〕1号",
    reason: "接收公示信息",
  });
  expect(proposed.status, JSON.stringify(proposed.json)).toBe(202);
  const path = `/api/v1/approvals/${String(proposed.json["proposal"])}/approval`;
  expect((await one("POST", path, {})).status).toBe(403);
  const approved = await other("POST", path, {});
  expect(approved.status, JSON.stringify(approved.json)).toBe(200);
  return (approved.json["result"] as { subscription: string }).subscription;
}

/** Everything that a pull brings, page by page. */
export async function pull(
  ask: Ask,
  wish: { readonly delivery?: string; readonly again?: boolean } = {},
): Promise<Item[]> {
  const delivery = wish.delivery ?? randomBytes(16).toString("hex");
  const items: Item[] = [];
  for (let cursor: string | null = null; ;) {
    const { status, json } = await ask("POST", "/api/v1/deliveries", { ...wish, delivery, cursor });
    expect(status, JSON.stringify(json)).toBe(200);
    items.push(...(json["items"] as Item[]));
    cursor = json["next"] as string | null;
    if (cursor === null) return items;
  }
}

/** The feed from a cursor to its end. */
export async function follow(ask: Ask, after?: string): Promise<{ items: Told[]; cursor: string }> {
  const items: Told[] = [];
  for (let cursor = after; ;) {
    const query = cursor === undefined ? "" : `?after=${encodeURIComponent(cursor)}`;
    const { status, json } = await ask("GET", `/api/v1/withdrawals${query}`);
    expect(status, JSON.stringify(json)).toBe(200);
    const page = json as unknown as FeedPage;
    items.push(...page.items);
    cursor = page.cursor;
    if (!page.more) return { items, cursor };
  }
}

/** What the running platform does several times a second. */
export async function carry(bed: Pick<TestApp, "database">): Promise<void> {
  await sequenceChanges(bed.database.db);
  await carryWithdrawals(bed.database.db);
}
