// What a judge of steps is asked, and how it says no.
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome, Refusal, RefusalCode } from "../../../kernel/refusal.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import { articleOf } from "../../../policy/source.ts";
import type { Basis } from "../../../policy/source.ts";
import type { Instruments } from "./instrument.ts";
import type { CaseFile, CaseState, StepKind, StepTerms } from "./case.ts";

/** 意见十二: who may be listed, by which procedure. The article of whatever has none of its own. */
export const LISTING_RULE = "opinions-2025#12";

/** What somebody wants to add. */
export interface StepWish {
  readonly kind: Exclude<StepKind, "open">;
  /** The day of the fact; null = today. */
  readonly on: Day | null;
  readonly person: string;
  readonly terms: StepTerms;
}

export interface Judging {
  readonly file: CaseFile;
  readonly procedure: ListProcedure;
  /** The register of instruments of the day, and the region. */
  readonly instruments: Instruments;
  readonly day: Day;
  readonly calendar: WorkingCalendar;
}

/** Everything that a judge of one kind may look at. */
export interface Asked extends Judging {
  readonly state: CaseState;
  readonly wish: StepWish;
  readonly on: Day;
}

/** The terms as they are kept: with what the rules add. */
export type Verdict = Outcome<StepTerms>;

/** The article of a rule, or the one that all listing stands on. */
export const articleIn = (basis: Basis | null | undefined): string =>
  basis === null || basis === undefined ? LISTING_RULE : articleOf(basis);

/** A refusal for a lawful reason; a conflict with the state of the case unless it is said otherwise. */
export function no(code: RefusalCode, more: Partial<Refusal> = {}): { readonly ok: false; readonly refusal: Refusal } {
  return refused({ code, kind: "conflict", article: LISTING_RULE, ...more });
}

/** A refusal that ends on a known day. */
export function tooEarly(code: RefusalCode, availableFrom: Day, article: string): ReturnType<typeof no> {
  return no(code, { kind: "too-early", availableFrom, article });
}

/** Why nobody can be listed: it waits for confirmation, or what it stood on has ended. */
export function notStanding(procedure: Pick<ListProcedure, "state" | "zh">): ReturnType<typeof no> {
  const code = procedure.state === "lapsed" ? "lists.lapsed" : "lists.not-live";
  return no(code, { kind: "forbidden", values: { list: procedure.zh } });
}
