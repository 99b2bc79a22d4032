import type { Day } from "../../../kernel/day.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";
import type { DecisionFacts, Fields, Personal } from "../../statements/index.ts";

/** Where each row of a file ends: in exactly one of these. */
export type Outcome = "skipped" | "accepted" | "duplicate" | "quarantined" | "rejected";

/** One reason for a row's fate. `value` is as received, masked where it is personal, shortened where it is long. */
export interface Issue {
  readonly code: RefusalCode;
  readonly field: string | null;
  readonly value: string | null;
  /** Values that the Chinese message names: the proposed code, the other amount, the enumeration. */
  readonly values: Readonly<Record<string, string>>;
}

export type CarriedState = "shown" | "repaired" | "taken-down" | "quashed" | "disputed" | "unknown";

/** 旧平台状态 of one row. Texts are as received, masked and bounded. */
export interface Carried {
  readonly word: string;
  readonly state: CarriedState;
  /** Day since which the state holds; null where the old platform kept none. */
  readonly on: Day | null;
  readonly documentNo: string | null;
  /** 原平台收到日期. */
  readonly receivedOn: Day | null;
  readonly objection: string | null;
  readonly objectionOn: Day | null;
}

/** What decides over a row that reads well on its own; what the record knows decides the rest. */
export interface Claim {
  /** The code as a sound USCC, or null when the row names its subject in another way. */
  readonly subject: string | null;
  /** What stood in the code column, for the person who decides: an old number, a code with a slip. */
  readonly stated: StatedCode;
  readonly name: string;
  readonly folded: string;
  readonly facts: DecisionFacts;
  readonly warnings: readonly string[];
  /** Personal values that the entry keeps under a key: in memory only, and never part of a question. */
  readonly personal: Personal;
  /** How an old platform kept it; null for what is sent for the first time. */
  readonly carried: Carried | null;
}

/** A claim with all that its row says. Nothing personal stands in its fields. */
export interface Candidate extends Claim {
  readonly fields: Fields;
  readonly keyParts: readonly string[];
  readonly decisionParts: readonly string[] | null;
}

export interface StatedCode {
  readonly kind: string;
  /** The code as it stood there, kept only where it may be confirmed as it is: a failed check digit. */
  readonly text: string | null;
  /** The canonical form when the slip is plain; a proposal for a person, never applied by itself. */
  readonly proposal: string | null;
  /** The nine characters of an organisation code inside what was stated, when there are any. */
  readonly organisationCode: string | null;
}

/** What a row is worth by itself. */
export type Judged =
  | { readonly kind: "skipped"; readonly code: RefusalCode }
  | { readonly kind: "rejected"; readonly issues: readonly Issue[]; readonly naturalPerson: boolean }
  | { readonly kind: "candidate"; readonly candidate: Candidate; readonly questions: readonly Issue[] };

/** Where a judged row stands in its file. */
export interface Position {
  readonly row: number;
  readonly sheet: string | null;
}

/** An issue as it was kept; `cure` holds the values that its message names. */
export interface KeptIssue {
  readonly seq: number;
  readonly row: number;
  readonly sheet: string | null;
  readonly outcome: Outcome;
  readonly field: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly cure: Readonly<Record<string, string>>;
}

/** A question as it was kept, with its answer once there is one. `sheet` is empty where the file has one table. */
export interface KeptQuestion {
  readonly row: number;
  readonly sheet: string;
  readonly codes: readonly string[];
  readonly candidate: Candidate;
  readonly proposals: readonly string[];
  readonly state: "open" | "accepted" | "rejected";
  readonly decidedAt: Date | null;
  readonly decidedSubject: string | null;
  readonly reason: string | null;
  readonly documentNo: string | null;
}

/** What a row needs to know beyond itself: the day it was received, and who sent it. */
export interface Reception {
  readonly day: Day;
  readonly provider: string;
}
