// The feed of a subscriber as messages to an endpoint of its own: what a pull from the same place would have brought.
import { parseDay } from "../../../kernel/day.ts";
import type { FeedSource } from "../../../foundation/endpoints/index.ts";
import { feedBeginning } from "../rules/event.ts";
import type { FeedPlace } from "../rules/event.ts";
import { presentPage } from "../schema.ts";
import { feedPage } from "../service/feed.ts";
import type { FeedDeps } from "../service/feed.ts";

function written({ position, expired }: FeedPlace): string {
  return expired === null ? String(position) : `${position} ${expired.day} ${expired.ownId.toString("hex")}`;
}

function read(place: string | null): FeedPlace {
  const [position, day, id] = (place ?? "0").split(" ");
  const parsed = day === undefined ? undefined : parseDay(day);
  const expired = parsed === undefined || id === undefined ? null : { day: parsed, ownId: Buffer.from(id, "hex") };
  return { ...feedBeginning, position: Number(position), expired };
}

/** What endpoints of subscribers are told; an endpoint of an organisation that received nothing is told nothing. */
export function withdrawalNews(deps: FeedDeps): FeedSource {
  return async (organisation, place) => {
    const page = await feedPage(deps, organisation, read(place));
    if (page.events.length + page.expired.length === 0) return null;
    return { page: presentPage(page), place: written(page.next) };
  };
}
