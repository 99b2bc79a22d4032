import type { SubjectKind } from "./catalogue-entry.ts";
import type { Basis, Mark } from "./source.ts";

export const LIST_KINDS = ["serious", "abnormal", "not-a-list"] as const;
/** 严重失信主体名单; 经营异常名录, which is none; a publication or a bar set by statute, into which nobody is listed at all. */
export type ListKind = (typeof LIST_KINDS)[number];

export const LIST_DOORS = ["here", "elsewhere"] as const;
/** Where listings of a list may come from: decided in this platform's case room, or elsewhere and sent in as concluded. */
export type ListDoor = (typeof LIST_DOORS)[number];

export const LIST_EXITS = ["term", "early-removal", "correction", "revocation", "repair"] as const;
/** 期满移出, 提前移出, 纠正移出, 撤销列入决定, 信用修复. */
export type ListExit = (typeof LIST_EXITS)[number];

/** How long a listing lasts. `months` and what it may be lengthened by are null where the kind has none, or nobody knows yet. */
export interface ListTerm {
  readonly kind: "months" | "none" | "until-performed";
  readonly months: number | null;
  readonly extensionMonthsMax: number | null;
  readonly basis: Basis | null;
  readonly mark: Mark;
}

/** 列入情形. What it takes is words of the instrument: nothing here can be reckoned, so nothing can list by reckoning. */
export interface EntryGround {
  readonly id: string;
  readonly zh: string;
  /** 认定标准 in the words of the instrument. */
  readonly threshold: string;
  readonly basis: Basis;
  readonly mark: Mark;
  /** The term of this ground where it has its own; else the list's. */
  readonly term: ListTerm | null;
}

/** 提前移出: months that must have passed, from the listing or from the correction, and what must be shown. */
export interface EarlyRemoval {
  readonly monthsMin: number;
  readonly from: "listing" | "correction";
  readonly conditions: readonly string[];
  readonly basis: Basis | null;
  readonly mark: Mark;
}

/** 纠正移出: what the subject does to be taken off at once. */
export interface Correction {
  readonly zh: string;
  readonly basis: Basis;
  readonly mark: Mark;
}

/** A number of working days with the rule that gives it; unverified ones that favour the subject are on and marked. */
export interface ProcedureDays {
  readonly workingDays: number;
  readonly basis: Basis | null;
  readonly mark: Mark;
}

/** 救济途径, counted from service of the decision. */
export interface Remedy {
  readonly kind: "reconsideration" | "litigation";
  readonly days: number | null;
  readonly months: number | null;
  readonly basis: Basis | null;
  readonly mark: Mark;
}

/** A competent office and the characters under which it numbers its documents (机关代字). */
export interface CompetentOffice {
  readonly uscc: string;
  readonly prefix: string;
}

/** The procedure of one list as data: who, on what ground, by which steps, for how long, and how out again. */
export interface ListProcedure {
  readonly id: string;
  readonly zh: string;
  readonly kind: ListKind;
  /** Catalogue entry under which a listing is a statement; null where there is none. */
  readonly entry: string | null;
  /** The list's name as the entry's field states it; null where the entry is of one list alone. */
  readonly listName: string | null;
  readonly doors: readonly ListDoor[];
  /** 认定机关 in words, and those of this region that are competent. */
  readonly authority: string;
  readonly competent: readonly CompetentOffice[];
  /**
   * live: cases may be opened. template: shipped, waits for confirmation. lapsed: it was live, and an instrument that it
   * stands on has ended; nothing new is listed from that day on.
   */
  readonly state: "live" | "template" | "lapsed";
  readonly subjectKinds: readonly SubjectKind[];
  readonly grounds: ReadonlyMap<string, EntryGround>;
  readonly term: ListTerm | null;
  readonly earlyRemoval: EarlyRemoval | null;
  readonly corrections: readonly Correction[];
  readonly exits: readonly ListExit[];
  /** Whether ending the underlying penalty ends the listing: false unless the list's rule says so. */
  readonly endsWithPenalty: boolean;
  /** 陈述申辩期限 from service of the prior notice; null where nobody knows it yet. */
  readonly defence: ProcedureDays | null;
  /** Working days between the notice of a hearing and the hearing. */
  readonly hearing: ProcedureDays | null;
  readonly publishedFields: readonly string[];
  readonly remedies: readonly Remedy[];
  /** 设列领域的依据: what lets there be such a list. */
  readonly domain: readonly Basis[];
  /** 列入和退出的条件、程序的依据. */
  readonly procedure: readonly Basis[];
  readonly mark: Mark;
  readonly note: string | null;
}
