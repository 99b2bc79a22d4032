// Tells endpoints what is new in their feeds. One process does it at a time; what was not answered is sent again.
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { Send } from "../../platform/outgoing/send.ts";
import { readTarget } from "../../platform/outgoing/target.ts";
import { hasArrived, waitAfter } from "./rules.ts";
import type { Feed } from "./rules.ts";
import { loadDue, noteArrived, noteFailed } from "./store.ts";
import type { Due } from "./store.ts";

/** What an organisation is to be told from a place on. */
export interface FeedPart {
  /** As its page of the feed over HTTP would say it. */
  readonly page: object;
  /** Where it goes on. */
  readonly place: string;
}

/** A feed as endpoints are told of it: null where nothing is new. `place` is null before the first, and else the feed's own word. */
export type FeedSource = (organisation: string, place: string | null) => Promise<FeedPart | null>;

export interface DeliveryPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly origins: ReadonlySet<string>;
  readonly sources: Readonly<Record<Feed, FeedSource>>;
  readonly send: Send;
}

const AT_ONCE = 8;
const DUE_MOST = 200;

/** @returns whether a message arrived, so that more may follow at once. */
async function tell({ db, clock, origins, sources, send }: DeliveryPorts, due: Due): Promise<boolean> {
  const part = await sources[due.feed](due.organisation, due.place);
  if (part === null) return false;
  const { endpoint, feed } = due;
  const url = readTarget(due.url, origins);
  const body = Buffer.from(JSON.stringify({ endpoint, feed, page: part.page }));
  const sent = url === null ? ({ kind: "failed", why: "unlisted" } as const) : await send({ url, body });
  const at = new Date(clock.now());
  const answer = sent.kind === "answered" ? String(sent.status) : sent.why;
  if (sent.kind === "answered" && hasArrived(sent.status)) {
    await db.write((tx) => noteArrived(tx, { endpoint, place: part.place, at, answer }));
    return true;
  }
  const nextAt = new Date(at.getTime() + waitAfter(due.failures + 1));
  await db.write((tx) => noteFailed(tx, { endpoint, nextAt, at, answer }));
  return false;
}

async function round(ports: DeliveryPorts): Promise<number> {
  const due = await ports.db.read((tx) => loadDue(tx, new Date(ports.clock.now()), DUE_MOST));
  const told: PromiseSettledResult<boolean>[] = [];
  for (let from = 0; from < due.length; from += AT_ONCE) {
    told.push(...(await Promise.allSettled(due.slice(from, from + AT_ONCE).map((one) => tell(ports, one)))));
  }
  // A feed that cannot be read keeps none of the others waiting.
  const fault = told.find((one) => one.status === "rejected");
  if (fault !== undefined) throw fault.reason;
  return told.filter((one) => one.status === "fulfilled" && one.value).length;
}

const ROUNDS_MOST = 50;

/**
 * Tells every endpoint that is due what is new, page after page, in the order of its feed. A place is noted only when the
 * receiver has answered: killed in between, the same page is sent once more. @returns how many messages arrived.
 */
export async function deliverNews(ports: DeliveryPorts): Promise<number> {
  if (ports.origins.size === 0) return 0;
  let arrived = 0;
  await ports.db.tryLock("endpoints.deliver", async () => {
    for (let rounds = ROUNDS_MOST; rounds > 0; rounds -= 1) {
      const told = await round(ports);
      arrived += told;
      if (told === 0) return;
    }
  });
  return arrived;
}
