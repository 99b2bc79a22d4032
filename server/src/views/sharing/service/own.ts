// A subject's own side. Its own record is read by GET and is no look; who looked at it is told office by office.
import { mayReadOwn } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
import { openPersonal } from "../../visibility/index.ts";
import { loadLooks, loadRows, loadSubjects } from "../store.ts";
import type { KnownSubject, LookPlace, RecordPlace, SharedRow, ToldLook } from "../rules/told.ts";
import type { SharingDeps } from "./query.ts";

export interface OwnRecords {
  readonly moment: Moment;
  /** Null: the platform knows nothing of it yet. */
  readonly subject: KnownSubject | null;
  readonly rows: readonly SharedRow[];
  readonly next: RecordPlace | null;
}

export interface OwnLooks {
  readonly moment: Moment;
  readonly items: readonly ToldLook[];
  readonly next: LookPlace | null;
}

export interface OwnSide {
  /**
   * All records about the organisation that the account acts for, public or not. Refuses `accounts.role`,
   * `accounts.mandate-lapsed` (the agent's mandate does not stand, or does not reach its record).
   */
  records(by: Account, after: RecordPlace | null): Promise<Outcome<OwnRecords>>;
  /** Who looked at it, newest first. Refuses as `records`. */
  looks(by: Account, after: LookPlace | null): Promise<Outcome<OwnLooks>>;
}

const pageMax = 100;

/** A page, and where the list goes on: one more was read than is told. */
function pageOf<T>(read: readonly T[]): { readonly items: readonly T[]; readonly last: T | null } {
  const items = read.slice(0, pageMax);
  return { items, last: read.length > pageMax ? (items.at(-1) ?? null) : null };
}

export function openOwnSide(deps: SharingDeps): OwnSide {
  const { db, representativeOf } = deps;
  /** Judged and read in one snapshot: a mandate that has ended opens nothing any more. */
  const readOwn = <T>(by: Account, moment: Moment, read: (tx: Tx) => Promise<T>): Promise<Outcome<T>> =>
    db.read(async (tx) => {
      const may = await mayReadOwn(tx, by, { day: moment.today, representativeOf });
      return may.ok ? granted(await read(tx)) : may;
    });
  return {
    records: async (by, after) => {
      const moment = momentOf(deps);
      const subjects = [by.organisation];
      const asked = { ...publicDay(moment), channel: "own" as const, grant: null, subjects, after, limit: pageMax + 1 };
      const read = await readOwn(by, moment, async (tx) => {
        const rows = await openPersonal(tx, deps.keys.keystore, await loadRows(tx, asked));
        return [await loadSubjects(tx, subjects), rows] as const;
      });
      if (!read.ok) return read;
      const [known, rows] = read.value;
      const { items, last } = pageOf(rows);
      const next = last === null ? null : { day: last.decidedOn, id: last.id };
      return granted({ moment, subject: known.get(by.organisation) ?? null, rows: items, next });
    },
    looks: async (by, after) => {
      const moment = momentOf(deps);
      const asked = { subject: by.organisation, today: moment.today, after, limit: pageMax + 1 };
      const read = await readOwn(by, moment, (tx) => loadLooks(tx, asked));
      if (!read.ok) return read;
      const { items, last } = pageOf(read.value);
      return granted({ moment, items, next: last === null ? null : { at: last.at, look: last.look } });
    },
  };
}
