// What a subscriber compares its copy with: only what it received, and of that only what may be shown today.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { SignedIn } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { momentOf } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
import { digestOfEntry } from "../rules/content.ts";
import { loadCopies, loadDigests } from "../store/digest.ts";
import type { BucketDigest, Copy } from "../store/digest.ts";
import { loadNext } from "../store/feed.ts";
import type { FeedDeps } from "./feed.ts";

export type { BucketDigest, Copy } from "../store/digest.ts";

/** The digest of one entry. */
export interface EntryDigest {
  readonly entry: string;
  readonly count: number;
  readonly digest: Buffer;
  readonly buckets: readonly BucketDigest[];
}

export interface SetDigest {
  readonly moment: Moment;
  /** Events below this place are in it. */
  readonly nextPosition: number;
  readonly entries: readonly EntryDigest[];
}

/** Digests by entry, of the same snapshot as the place. Refuses `accounts.role`. */
export async function readDigest(
  deps: FeedDeps,
  by: SignedIn,
  asked: { readonly entry: string | null },
): Promise<Outcome<SetDigest>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  if (!may.ok) return may;
  const moment = momentOf(deps);
  const subscriber = by.organisation;
  return deps.db.read(async (tx) => {
    const buckets = await loadDigests(tx, { subscriber, day: moment.today, entry: asked.entry });
    const entries = [...Map.groupBy(buckets, ({ entry }) => entry)].map(([entry, own]): EntryDigest => {
      const digest = digestOfEntry(new Map(own.map((one) => [one.bucket, one.digest])));
      return { entry, count: own.reduce((sum, { count }) => sum + count, 0), digest, buckets: own };
    });
    return granted({ moment, nextPosition: await loadNext(tx, subscriber), entries });
  });
}

const PAGE = 2000;
const ID_BYTES = 16;

/** Copies of an entry as they ought to be, in order of own ids. Refuses `accounts.role`. */
export async function readCopies(
  deps: FeedDeps,
  by: SignedIn,
  asked: { readonly entry: string; readonly bucket: number | null; readonly after: Buffer | null },
): Promise<Outcome<{ readonly items: readonly Copy[]; readonly next: Buffer | null }>> {
  const may = mayDo({ account: by, command: "delivery.receive", provider: by.organisation });
  if (!may.ok) return may;
  const { entry, bucket } = asked;
  const { today } = momentOf(deps);
  const above = asked.after ?? Buffer.from(bucket === null ? [] : [bucket]);
  // Longer than any own id: nothing of the bucket lies above it.
  const below = Buffer.concat([Buffer.from([bucket ?? 0xff]), Buffer.alloc(ID_BYTES, 0xff)]);
  const question = { subscriber: by.organisation, day: today, entry, above, below, limit: PAGE };
  const items = await deps.db.read((tx) => loadCopies(tx, question));
  return granted({ items, next: items.length === PAGE ? (items.at(-1)?.ownId ?? null) : null });
}
