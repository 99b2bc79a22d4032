// How far a recipient came, in words and marks. Pure.
import type { components } from "@xinheng/contract/client";
import type { Status } from "../../ui/status-mark.tsx";
import { subscribersText as text } from "./text.ts";

export type Subscriber = components["schemas"]["Subscriber"];
export type Subscription = components["schemas"]["Subscription"];
export type LateSubscriber = components["schemas"]["LateSubscriber"];
export type Naming = components["schemas"]["LateSubscribers"]["naming"];

/** Whether a subscription opens anything on a day. */
export function subscriptionStatus(
  { since, until, endedAt }: Pick<Subscription, "since" | "until" | "endedAt">,
  today: string,
): Status {
  const { ended, early, over, live } = text.states;
  if (endedAt !== null) return { shape: "bar", word: ended, tone: "soft" };
  if (today < since) return { shape: "hollow", word: early, tone: "soft" };
  return today < until ? { shape: "tick", word: live, tone: "lv" } : { shape: "bar", word: over, tone: "soft" };
}

/** Receipts that are owed, and since how many days. */
export function receiptStatus({ unacknowledged, days }: Pick<Subscriber, "unacknowledged" | "days">): Status {
  if (unacknowledged === 0) return { shape: "tick", word: text.nothingOwed, tone: "lv" };
  return { shape: "broken", word: text.owed(unacknowledged, days ?? 0), tone: "zhe" };
}

/** How far was told and confirmed: places begin at 0, people count from 1. */
export function progressWord({ nextPosition, through }: Pick<Subscriber, "nextPosition" | "through">): string {
  return nextPosition === 0 ? text.noNotices : text.progress(nextPosition, through === null ? 0 : through + 1);
}

/** Why somebody cannot be named now, and what would make it possible; null where it can be asked for. */
export function bar(naming: Naming, { days }: Pick<LateSubscriber, "days">): readonly [string, string] | null {
  const { notConfirmed, tooEarly } = text.overdue.bars;
  if (!naming.confirmed) return [notConfirmed.says(naming.publisher), notConfirmed.cure];
  return days < naming.days ? [tooEarly.says(naming.days, days), tooEarly.cure(naming.days - days)] : null;
}

/** What is filled in to ask for a subscription. */
export interface Wish {
  readonly organisation: string;
  readonly name: string;
  readonly basisKind: "article" | "contract";
  readonly basis: string;
  readonly purpose: string;
  readonly entries: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly documentNo: string;
  readonly reason: string;
}

export const noWish: Wish = {
  organisation: "",
  name: "",
  basisKind: "contract",
  basis: "",
  purpose: "",
  entries: [],
  since: "",
  until: "",
  documentNo: "",
  reason: "",
};

const CODE = 18;

/** What a wish lacks; null: nothing. */
export function lackOf(wish: Wish): string | null {
  const { lacks } = text.wish;
  if (wish.organisation.trim().length !== CODE) return lacks.organisation;
  if (wish.entries.length === 0) return lacks.entries;
  if (wish.since === "" || wish.until === "" || wish.until <= wish.since) return lacks.term;
  const words = [wish.name, wish.basis, wish.purpose, wish.documentNo, wish.reason];
  return words.some((word) => word.trim() === "") ? lacks.words : null;
}
