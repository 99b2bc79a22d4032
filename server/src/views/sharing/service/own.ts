// A subject's own side. Its own record is read by GET and is no look; who looked at it is told office by office.
import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
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
  /** All records about the organisation that the account acts for, public or not. Refuses `accounts.role`. */
  records(by: Account, after: RecordPlace | null): Promise<Outcome<OwnRecords>>;
  /** Who looked at it, newest first. Refuses `accounts.role`. */
  looks(by: Account, after: LookPlace | null): Promise<Outcome<OwnLooks>>;
}

const pageMax = 100;

/** A page, and where the list goes on: one more was read than is told. */
function pageOf<T>(read: readonly T[]): { readonly items: readonly T[]; readonly last: T | null } {
  const items = read.slice(0, pageMax);
  return { items, last: read.length > pageMax ? (items.at(-1) ?? null) : null };
}

export function openOwnSide(deps: SharingDeps): OwnSide {
  const { db } = deps;
  const may = (by: Account): Outcome<unknown> =>
    mayDo({ account: by, command: "subject.own", provider: by.organisation });
  return {
    records: async (by, after) => {
      const allowed = may(by);
      if (!allowed.ok) return allowed;
      const moment = momentOf(deps);
      const subjects = [by.organisation];
      const asked = { ...publicDay(moment), channel: "own" as const, grant: null, subjects, after, limit: pageMax + 1 };
      const [known, read] = await db.read((tx) => Promise.all([loadSubjects(tx, subjects), loadRows(tx, asked)]));
      const { items, last } = pageOf(read);
      const next = last === null ? null : { day: last.decidedOn, id: last.id };
      return granted({ moment, subject: known.get(by.organisation) ?? null, rows: items, next });
    },
    looks: async (by, after) => {
      const allowed = may(by);
      if (!allowed.ok) return allowed;
      const moment = momentOf(deps);
      const asked = { subject: by.organisation, today: moment.today, after, limit: pageMax + 1 };
      const { items, last } = pageOf(await db.read((tx) => loadLooks(tx, asked)));
      return granted({ moment, items, next: last === null ? null : { at: last.at, look: last.look } });
    },
  };
}
