// Statements handed out to a registered recipient: read in one snapshot, written down, remembered, and only then answered.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import type { AccessLog, Look } from "../../../foundation/access/index.ts";
import { addDays } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { MarkKind } from "../../../records/statements/index.ts";
import { liveSubscriptions } from "../../../records/subscription/index.ts";
import type { Subscription } from "../../../records/subscription/index.ts";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { momentOf } from "../../site/index.ts";
import type { Moment, Present } from "../../site/index.ts";
import { contentOf, digestOf } from "../rules/content.ts";
import { holdFeed, settleOwn } from "../store/carry.ts";
import { loadDeliverable, saveReceived } from "../store/deliveries.ts";
import type { DeliverableRow, DeliveryPlace, HandedOut } from "../store/deliveries.ts";

export type { DeliveryPlace } from "../store/deliveries.ts";

export interface DeliveryDeps extends Present {
  readonly db: Database;
  readonly looks: AccessLog;
  readonly keys: Pick<Keys, "random">;
}

export interface DeliveryWish {
  /** 16 bytes that the caller chose for this pull: asked again with the same, every page brings the same. */
  readonly delivery: Buffer;
  /** Null: all entries that the caller's subscriptions open. */
  readonly entries: readonly string[] | null;
  /** Also what was received by earlier pulls, under the same ids: for a copy that is to be built anew. */
  readonly again: boolean;
  readonly after: DeliveryPlace | null;
}

/** A statement as it is handed out. */
export interface Delivered {
  readonly ownId: Buffer;
  readonly replaces: Buffer | null;
  readonly name: string | null;
  readonly content: CanonicalObject;
  readonly digest: Buffer;
  readonly shownUntil: Day | null;
  readonly marks: readonly MarkKind[];
}

export interface Delivery {
  readonly moment: Moment;
  readonly items: readonly Delivered[];
  readonly next: DeliveryPlace | null;
}

const PAGE = 200;
const ID_BYTES = 16;

/**
 * A page of what the caller's subscriptions open and it has not received yet. Refuses `accounts.role`,
 * `withdrawals.no-subscription`, `withdrawals.entry-not-open`, and what the access log refuses. What would be shown for no
 * full day more is not handed out: a copy that ends tonight is none.
 */
export async function deliver(deps: DeliveryDeps, by: SignedIn, wish: DeliveryWish): Promise<Outcome<Delivery>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  if (!may.ok) return may;
  const moment = momentOf(deps);
  const read = await deps.db.read((tx) => readPage(tx, { by, wish, moment }));
  if (!read.ok) return read;
  const { rows, standing } = read.value;
  const page = rows.slice(0, PAGE);
  const contents = page.map((row) => contentOf({ ...row, subject: row.subject }));
  const random = deps.keys.random(ID_BYTES * page.length);
  const handed = page.map((row, at): HandedOut => {
    const fresh = Buffer.from(random.subarray(at * ID_BYTES, (at + 1) * ID_BYTES));
    return { row, ownId: row.ownId ?? fresh, content: digestOf(contents[at] ?? {}) };
  });
  const recorded = await remember(deps, { by, wish, moment }, { handed, standing });
  if (!recorded.ok) return recorded;
  const items = handed.map(({ row, ownId, content }, at): Delivered => {
    const { replaces, name, shownUntil, marks } = row;
    const own = recorded.value.get(row.id.toString("hex")) ?? ownId;
    return { ownId: own, replaces, name, content: contents[at] ?? {}, digest: content, shownUntil, marks };
  });
  const last = page.at(-1);
  const next = rows.length > PAGE && last !== undefined ? { subject: last.subject, id: last.id } : null;
  return granted({ moment, items, next });
}

interface Asked {
  readonly by: SignedIn;
  readonly wish: DeliveryWish;
  readonly moment: Moment;
}

interface Page {
  readonly rows: readonly DeliverableRow[];
  readonly standing: readonly Subscription[];
}

async function readPage(tx: Tx, { by, wish, moment }: Asked): Promise<Outcome<Page>> {
  const { now, today, policy } = moment;
  const standing = await liveSubscriptions(tx, by.organisation, now);
  if (standing.length === 0) return refused({ code: "withdrawals.no-subscription", kind: "forbidden" });
  const open = new Set(standing.flatMap((one) => one.entries));
  const closed = wish.entries?.find((entry) => !open.has(entry));
  if (closed !== undefined) return refused({ code: "withdrawals.entry-not-open", kind: "forbidden" });
  const grant = { entries: new Set(wish.entries ?? open), fields: null };
  // Tomorrow's term and today's ends: what was shielded until tonight does not leave today.
  const asked = { policy, day: addDays(today, 1), today, grant };
  const { delivery, again, after } = wish;
  const subscriber = by.organisation;
  const rows = await loadDeliverable(tx, { ...asked, subscriber, delivery, again, after, limit: PAGE + 1 });
  return granted({ rows, standing });
}

/** The subscription by which an entry leaves: the newest that opens it. */
function basisOf(entry: string, standing: readonly Subscription[]): Subscription | undefined {
  return standing.find((one) => one.entries.includes(entry));
}

const noArticle = "";

/** One look a subject and subscription, with the statements that are handed out of it. */
function looksOf(handed: readonly HandedOut[], standing: readonly Subscription[]): Look[] {
  const groups = Map.groupBy(handed, ({ row }) => `${row.subject} ${basisOf(row.entry, standing)?.subscription ?? ""}`);
  return [...groups.values()].flatMap((group): Look[] => {
    const [first] = group;
    const right = first === undefined ? undefined : basisOf(first.row.entry, standing);
    if (first === undefined || right === undefined) return [];
    const entries = [...new Set(group.map(({ row }) => row.entry))];
    const article = right.basis.kind === "article" ? right.basis.article : noArticle;
    return [
      {
        subject: first.row.subject,
        matter: right.subscription,
        purpose: right.purpose,
        basis: { kind: "duty", duty: `subscription:${right.subscription}`, article },
        channel: "subscriber",
        entries,
        fields: entries.map((entry) => `${entry}.*`),
        statements: group.map(({ row }) => row.id),
        outcome: "data",
      },
    ];
  });
}

/** Looks, what was received, and what changed since it was read: in one transaction, or nothing is answered. */
async function remember(
  deps: DeliveryDeps,
  { by, wish, moment }: Asked,
  { handed, standing }: { readonly handed: readonly HandedOut[]; readonly standing: readonly Subscription[] },
): Promise<Outcome<ReadonlyMap<string, Buffer>>> {
  let own: ReadonlyMap<string, Buffer> = new Map();
  if (handed.length === 0) return granted(own);
  const at = new Date(moment.now);
  const subscriber = by.organisation;
  const entry = { by, multiParty: true, budget: null, looks: looksOf(handed, standing) };
  const recorded = await deps.looks.record(entry, async (tx) => {
    const held = await holdFeed(tx, subscriber);
    // A subscription that was ended meanwhile opens nothing.
    const still = await liveSubscriptions(tx, subscriber, moment.now);
    if (!standing.every((one) => still.some(({ subscription }) => subscription === one.subscription))) {
      return refused({ code: "withdrawals.no-subscription", kind: "forbidden" });
    }
    own = await saveReceived(tx, { subscriber, delivery: wish.delivery, at }, handed);
    await settleOwn(tx, subscriber, held, { ownIds: [...own.values()], at });
    return granted(undefined);
  });
  return recorded.ok ? granted(own) : recorded;
}
