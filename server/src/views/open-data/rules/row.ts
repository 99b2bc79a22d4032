import type { Day } from "../../../kernel/day.ts";

/** One statement as it is handed out in bulk. Everything is text as the public API gives it; days are YYYY-MM-DD. */
export interface OpenRow {
  /** Record id, base64url. */
  readonly id: string;
  readonly uscc: string;
  /** The subject's name at present; null where none is known. */
  readonly name: string | null;
  readonly provider: string;
  readonly providerName: string;
  readonly authority: string | null;
  readonly documentNo: string | null;
  readonly decidedOn: Day | null;
  /** Null also for what is valid without an end. */
  readonly validUntil: Day | null;
  /** Last day shown, inclusive; null = no fixed end. */
  readonly shownUntil: Day | null;
  readonly receivedOn: Day;
  /** Names of what is said beside it, as in 异议处理中; null where nothing is. */
  readonly marks: string | null;
  /** Public fields by id; null where nothing was provided. */
  readonly fields: Readonly<Record<string, string | null>>;
}
