// What an office says about its drawn looks, and what a second person says about that.
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Clock } from "../../../platform/clock.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Database, Tx } from "../../../platform/database/pool.ts";
import { isSecondPerson, mayDo } from "../../accounts/index.ts";
import type { Account } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { drawFigures, drawnLook, drawnLooks, saveConfirmation, saveJustification } from "../store/draws.ts";
import type { DrawFigures, DrawnPlace, DrawnRow } from "../store/draws.ts";

export type { DrawFigures, DrawnRow } from "../store/draws.ts";

export interface JustifyPorts {
  readonly db: Database;
  readonly clock: Clock;
}

/** What cannot be told from an id that does not exist. */
const unknown = refused({ code: "access.unknown-look", kind: "absent" });

/** Whether an account looks in the name of an office: whoever may not look, justifies nothing and is told of nothing. */
function isOfOffice(by: Account, organisation: string): boolean {
  return mayDo({ account: by, command: "subject.query", provider: organisation }).ok;
}

export interface Justified {
  /** The reference of the file in which the reason stands. */
  readonly document: string;
  readonly reason: string;
}

/**
 * Says why a drawn look of one's own office was needed. Refuses `access.unknown-look` (no such, not drawn, another
 * office's), `access.justified`.
 */
export function justify(
  { db, clock }: JustifyPorts,
  by: Account,
  wish: Justified & { readonly look: string },
): Promise<Outcome<DrawnRow>> {
  return inOneTransaction(db, async (tx) => {
    const row = await drawnLook(tx, Buffer.from(wish.look, "hex"));
    if (row === undefined || !isOfOffice(by, row.organisation)) return unknown;
    const at = new Date(clock.now());
    const { document, reason } = wish;
    const isFirst = row.reason === null && (await saveJustification(tx, row, { document, reason, by, at }));
    if (!isFirst) return refused({ code: "access.justified", kind: "conflict" });
    const deed = { at, account: by, action: "access.justify", purpose: null, target: wish.look, state: { document } };
    await record(tx, deed);
    return reread(tx, row);
  });
}

export interface Confirmed {
  /** Whether the look was needed for what was said. */
  readonly sound: boolean;
  readonly remark: string;
}

/**
 * A second person's word on a justification: of the same office, or the auditor; never the looker, nor whoever justified.
 * Refuses `access.unknown-look`, `access.unjustified`, `accounts.second-person`, `access.confirmed`.
 */
export function confirm(
  { db, clock }: JustifyPorts,
  by: Account,
  wish: Confirmed & { readonly look: string },
): Promise<Outcome<DrawnRow>> {
  return inOneTransaction(db, async (tx) => {
    const row = await drawnLook(tx, Buffer.from(wish.look, "hex"));
    if (row === undefined || (!isOfOffice(by, row.organisation) && by.role !== "auditor")) return unknown;
    if (row.justifiedPerson === null) return refused({ code: "access.unjustified", kind: "conflict" });
    const others = [{ person: row.person }, { person: row.justifiedPerson }];
    if (!others.every((other) => isSecondPerson(by, other))) {
      return refused({ code: "accounts.second-person", kind: "forbidden" });
    }
    const at = new Date(clock.now());
    const { sound, remark } = wish;
    const isFirst = row.sound === null && (await saveConfirmation(tx, row, { sound, remark, by, at }));
    if (!isFirst) return refused({ code: "access.confirmed", kind: "conflict" });
    const deed = { at, account: by, action: "access.confirm", purpose: null, target: wish.look, state: { sound } };
    await record(tx, deed);
    return reread(tx, row);
  });
}

async function reread(tx: Tx, row: DrawnRow): Promise<Outcome<DrawnRow>> {
  return granted((await drawnLook(tx, row.look)) ?? row);
}

/** What an account may see of drawn looks: those of its own office; the auditor all, as traces without subject and matter. */
export function drawnFor(
  { db }: JustifyPorts,
  by: Account,
  page: { readonly after: DrawnPlace | null; readonly limit: number },
): Promise<Outcome<readonly DrawnRow[]>> {
  const isAuditor = by.role === "auditor";
  if (!isAuditor && !isOfOffice(by, by.organisation)) {
    return Promise.resolve(refused({ code: "accounts.role", kind: "forbidden" }));
  }
  const organisation = isAuditor ? null : by.organisation;
  return db.read(async (tx) => granted(await drawnLooks(tx, { organisation, ...page })));
}

/** The draws as everybody may see them. */
export function publicDraws(
  { db, clock }: JustifyPorts,
  page: { readonly before: Day | null; readonly limit: number },
): Promise<readonly DrawFigures[]> {
  return db.read((tx) => drawFigures(tx, { ...page, today: clock.today() }));
}
