// What the centre's gateway is told, so that organisations learn in time by other ways than a page: whom, of what, until when.
import type { FeedSource } from "../../../foundation/endpoints/index.ts";
import { addDays, dayOfInstant, parseDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Moment, Present } from "../../site/index.ts";
import { recordNotices } from "../rules/notices.ts";
import type { Notice } from "../rules/notices.ts";
import { factsOf } from "../service.ts";
import { adverseRecords, enterprisesAfter } from "../store.ts";

/** One thing that an organisation is to be reminded of. Never what a record says, nor any name. */
export interface Reminder {
  /** USCC of the organisation whose inbox it stands in. */
  readonly organisation: string;
  readonly kind: Notice["kind"];
  /** The record that it is about, as its subject knows it. */
  readonly record: string | null;
  /** Last day of publicity, or first day of repair; null where none is meant. */
  readonly day: string | null;
}

/** Organisations that are asked about in one call, and the items and records of one message. */
const PART = 50;
const PARTS_AT_ONCE = 20;
const RECORDS_MAX = 500;
/** Behind every code: the day is told to its end. */
const WHOLE = "~";

interface Place {
  readonly day: Day;
  readonly after: string;
}

const placeText = ({ day, after }: Place): string => `${day}:${after}`;

/** Where the feed goes on; the day before today where nothing was told yet, and null once that day is whole. */
function placeOf(text: string | null, today: Day): Place | null {
  const yesterday = addDays(today, -1);
  if (text === null) return { day: yesterday, after: "" };
  const [dayText = "", after = ""] = text.split(":");
  const day = parseDay(dayText) ?? yesterday;
  const next = after === WHOLE ? { day: addDays(day, 1), after: "" } : { day, after };
  return next.day > yesterday ? null : next;
}

async function remindersOf(
  tx: Tx,
  organisation: string,
  { moment, day }: { readonly moment: Moment; readonly day: Day },
): Promise<Reminder[]> {
  const asked = { ...publicDay(moment), subject: organisation, limit: RECORDS_MAX };
  const records = await adverseRecords(tx, asked);
  return records
    .flatMap((row) => recordNotices(factsOf(row, moment), moment.today))
    .filter(({ at }) => dayOfInstant(at.getTime()) === day)
    .map(({ kind, about, values }) => {
      const named = values["day"];
      return { organisation, kind, record: about, day: typeof named === "string" ? named : null };
    });
}

/**
 * What stands new in the inboxes of enterprises on each whole day: an adverse record arrived, its repair may soon be asked for,
 * its publicity will soon end. A day is told once it is over, in the order of codes, and its end even where nothing happened.
 */
export function reminderNews(deps: Present & { readonly db: Database }): FeedSource {
  return async (_organisation, text) => {
    const moment = momentOf(deps);
    const place = placeOf(text, moment.today);
    if (place === null) return null;
    return deps.db.read(async (tx) => {
      const items: Reminder[] = [];
      let { after } = place;
      for (let part = 0; part < PARTS_AT_ONCE && items.length < PART && after !== WHOLE; part += 1) {
        const codes = await enterprisesAfter(tx, after, PART);
        for (const code of codes) items.push(...(await remindersOf(tx, code, { moment, day: place.day })));
        after = codes.length < PART ? WHOLE : (codes.at(-1) ?? WHOLE);
      }
      const page = { day: place.day, items, more: after !== WHOLE };
      return { page, place: placeText({ day: place.day, after }) };
    });
  };
}
