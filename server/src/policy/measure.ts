import type { SubjectKind } from "./catalogue-entry.ts";
import type { Basis, Mark } from "./source.ts";

export const MEASURE_KINDS = ["restriction", "statutory-bar", "incentive"] as const;
/**
 * 惩戒措施: what an officer may decide because of a listing or a concluded decision, as long as that holds. 法定限制: a bar that
 * a statute or the decision itself sets for its own term; repair does not shorten it. 激励措施: what makes things easier.
 */
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** 事项: what somebody applies for, or what an office is about to do. */
export interface Matter {
  readonly id: string;
  readonly zh: string;
  /** 查询事由 under which it may be asked about. */
  readonly purposes: readonly string[];
}

/** A field of a record says one of these words, or has one of them among its values. */
export interface FactCondition {
  readonly field: string;
  readonly contains: readonly string[];
}

/**
 * What a measure follows from: a list that the subject is on, or a concluded decision about the subject itself. There is no
 * kind for a count, a grade, an evaluation or somebody else's record: such a trigger cannot be written down.
 */
export type Trigger = { readonly list: string } | { readonly entry: string; readonly where: readonly FactCondition[] };

/**
 * How long it lasts. `while-triggered`: as long as the listing or record holds. `months`: so many from the day of the
 * decision. `stated`: until the day that the decision states; where it states none, the decision must be read.
 */
export type MeasureTerm =
  | { readonly kind: "while-triggered" }
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "stated" };

export const LEVELS = ["national", "province", "city", "county"] as const;
/** 实施层级. */
export type Level = (typeof LEVELS)[number];

/** 实施单位. */
export interface Body {
  readonly zh: string;
  readonly levels: readonly Level[];
}

/**
 * live: offered today. template: shipped, waits for confirmation. pending: its instrument is not in force yet. lapsed: its
 * instrument has ended without another of the same rank; nothing new is offered from that day on (依据已失效).
 */
export type MeasureState = "live" | "template" | "pending" | "lapsed";

/** One measure or incentive of the registry. What is not in the registry does not exist for this platform. */
export interface Measure {
  readonly id: string;
  readonly version: number;
  readonly zh: string;
  readonly kind: MeasureKind;
  /**
   * 1 减损权益或增加义务; 2 相关管理措施; 3 by organisations other than public bodies, at their own decision, never as an order;
   * null for incentives.
   */
  readonly measureClass: 1 | 2 | 3 | null;
  /** Number in the national list; null where it has none or it is not known. */
  readonly item: string | null;
  /** What it consists in, in words. */
  readonly content: string;
  /** Any one of them is enough. */
  readonly triggers: readonly Trigger[];
  /** Any one of them takes an incentive away. */
  readonly unless: readonly Trigger[];
  readonly subjectKinds: readonly SubjectKind[];
  /** Ids of the matters in which it may be offered, and in no others. */
  readonly matters: readonly string[];
  readonly bodies: readonly Body[];
  readonly basis: readonly Basis[];
  readonly term: MeasureTerm;
  /** 救济途径 in words, with its article. */
  readonly remedy: { readonly zh: string; readonly basis: Basis | null };
  /** What the subject must promise in writing to have it (容缺受理); null where nothing. */
  readonly commitment: string | null;
  readonly state: MeasureState;
  readonly mark: Mark;
  readonly note: string | null;
}
