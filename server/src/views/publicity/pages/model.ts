import type { Day } from "../../../kernel/day.ts";
import type { PublicityRule } from "../../../policy/publicity-rule.ts";
import type { MarkKind } from "../../../records/statements/index.ts";
import type { AbsenceScope, CoverageLine } from "../../coverage/index.ts";
import type { BrowseFault, BrowseForm } from "../rules/browse.ts";

/** The terms of one edition, drawn on one ruler on the home page. */
export interface TermsModel {
  readonly lines: readonly {
    readonly severity: "minor" | "general" | "serious";
    readonly shown: boolean;
    readonly monthsMin: number;
    readonly monthsMax: number;
  }[];
  readonly article: string;
}

export interface HomeModel {
  /** HH:mm of the count; it may lag by a minute. */
  readonly asOf: string;
  readonly subjects: number;
  readonly shown: readonly {
    readonly entry: string;
    readonly title: string;
    readonly count: number;
    readonly href?: string;
  }[];
  readonly providers: number;
  readonly terms?: TermsModel;
  /** What could not be looked up: the first few sources that are late or silent, and how many providers they are of. */
  readonly blind: { readonly lines: readonly CoverageLine[]; readonly late: number; readonly senders: number };
}

/** The entries that are shown, each with its list. */
export interface ListsModel {
  /** HH:mm of the count; it may lag by a minute. */
  readonly asOf: string;
  readonly entries: readonly {
    readonly title: string;
    readonly href: string;
    readonly count: number;
    readonly rule: PublicityRule["kind"] | null;
  }[];
}

/** A page of one entry's list. */
export interface ListModel {
  readonly title: string;
  readonly action: string;
  readonly adverse: boolean;
  readonly form: BrowseForm;
  readonly faults: readonly BrowseFault[];
  readonly regions: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly rows: readonly ListRow[];
  readonly nextHref: string | null;
  /** How many rows were paged through when the list was cut off; null where it was not. */
  readonly capped: number | null;
  /** How far everybody's word on this entry reaches. */
  readonly coverageHref: string;
  readonly scope: AbsenceScope;
}

export interface Choice {
  readonly value: string;
  readonly word: string;
}

export interface ListRow {
  readonly href: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly party: { readonly name: string; readonly href: string };
  readonly authority: string;
  readonly decidedOn: Day | null;
  /** Last day shown, or last day of validity where nothing adverse is told; null: no fixed end. */
  readonly until: Day | null;
  readonly marks: readonly MarkKind[];
}

export type ResultsProblem = "empty" | "too-short" | "wrong-check-digit" | "busy" | "looks-personal";

export interface ResultsModel {
  readonly query: string;
  readonly problem: ResultsProblem | null;
  readonly items: readonly ResultItem[];
  /** More than 500 subjects fit. */
  readonly more: boolean;
  readonly nextHref: string | null;
  readonly scope: AbsenceScope;
}

export interface ResultItem {
  readonly uscc: string;
  readonly name: string;
  /** The former name that was found, when it was not the present one. */
  readonly formerName: string | null;
  readonly kind: string;
  readonly status: string | null;
  readonly href: string;
  readonly provisional: boolean;
}

export interface SubjectModel {
  readonly uscc: string;
  readonly name: string;
  readonly kind: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly formerNames: readonly { readonly name: string; readonly until: Day | null }[];
  /** Known from providers only, not yet from the registration authority. */
  readonly provisional: boolean;
  readonly chapters: readonly Chapter[];
  readonly coverage: readonly CoverageLine[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly layout: "table" | "beam" | "plain";
  readonly records: readonly RecordRow[];
  /** There are more than the page lists; it lists the newest. */
  readonly more?: boolean;
  readonly scope: AbsenceScope;
}

export type SeverityWord = "minor" | "general" | "serious" | "unclassified";
export type RecordState = "shown" | "valid" | "expired";

export interface RecordRow {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly authority: string;
  readonly provider: string;
  readonly decidedOn: Day | null;
  /** `null`: long-term. */
  readonly validUntil: Day | null;
  /** Last day on the public page; `null`: until an end is recorded. */
  readonly shownUntil: Day | null;
  /** First day of an application for repair; `null`: none for this record. */
  readonly repairableFrom: Day | null;
  readonly severity: SeverityWord | null;
  readonly severityBy: string | null;
  readonly summary: readonly { readonly label: string; readonly value: string }[];
  readonly article: string | null;
  readonly state: RecordState;
  /** What is said beside it on every channel. */
  readonly marks: readonly MarkKind[];
  /** Titles of required fields that were not provided. */
  readonly missing: readonly string[];
}

export interface StatementModel {
  readonly subject: { readonly uscc: string; readonly name: string; readonly href: string };
  readonly chapterTitle: string;
  readonly record: RecordRow;
  /** `null`: not provided. */
  readonly fields: readonly { readonly label: string; readonly value: string | null }[];
  readonly provider: string;
  readonly receivedOn: Day;
  readonly rule: { readonly title: string; readonly article: string; readonly convention: string };
  /** By which procedure somebody came onto a list, and where it is read; null for what is no listing. */
  readonly procedure: { readonly says: string; readonly word: string; readonly href: string } | null;
  /** A first line followed by a line break becomes the heading of a way. In order of their day; `from` is `null` for what has no day of its own, `now` says that it is possible today. */
  readonly ways: readonly { readonly from: Day | null; readonly text: string; readonly now: boolean }[];
}

export interface ProblemModel {
  /** `busy`: refused for the moment because too many ask. */
  readonly status: 404 | 429 | 500 | 503 | "busy";
  /** After how many seconds the same request may be tried again (429, 503). */
  readonly retryAfterSeconds: number | null;
  /** In place of the words of the status: what is wrong with an address or a form. */
  readonly own: { readonly title: string; readonly says: string } | null;
  /** The number to quote (500). */
  readonly incident: string | null;
}
