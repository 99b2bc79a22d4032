// 案件: the file of one listing, as a sequence of steps, and what follows from the sequence.
import type { Day } from "../../../kernel/day.ts";
import type { SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { ListExit } from "../../../policy/list-procedure.ts";

export const STEP_KINDS = [
  "open",
  "notice",
  "notice-served",
  "late-entry",
  "defence",
  "waiver",
  "hearing-set",
  "hearing-held",
  "decision",
  "decision-returned",
  "decision-approved",
  "decision-served",
  "exit",
  "exit-returned",
  "exit-approved",
  "repaired",
  "repair-revoked",
  "close",
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** Exits that an authority decides in its case room: a term runs out by itself, and repair has a room of its own. */
export const DECIDED_EXITS = ["early-removal", "correction", "revocation"] as const satisfies readonly ListExit[];

export type DecidedExit = (typeof DECIDED_EXITS)[number];

/** What only some kinds of steps say; null where it is not theirs. Days are legal days in Asia/Shanghai. */
export interface StepTerms {
  /** hearing-set: the day of the hearing. */
  readonly hearingOn: Day | null;
  /** defence: whether the subject asks for a hearing. */
  readonly asksHearing: boolean;
  /** decision: months by which the term is lengthened. */
  readonly extensionMonths: number;
  /** decision-served: last day of the listing, to 24:00; null = without a fixed end. */
  readonly validUntil: Day | null;
  readonly exit: DecidedExit | null;
  /** exit: the day on which what the list asks for was put right. */
  readonly correctedOn: Day | null;
  /** exit: how many of the list's conditions were found to be met. */
  readonly conditionsMet: readonly string[];
}

export const NO_TERMS: StepTerms = {
  hearingOn: null,
  asksHearing: false,
  extensionMonths: 0,
  validUntil: null,
  exit: null,
  correctedOn: null,
  conditionsMet: [],
};

export interface CaseStep {
  readonly kind: StepKind;
  /** The day on which it was entered, by the platform's clock. */
  readonly day: Day;
  /** The day of the fact itself (of service, of the hearing); the day of entry where nothing else is said. */
  readonly on: Day;
  /** UUID of the human being. */
  readonly person: string;
  readonly terms: StepTerms;
}

export interface CaseFile {
  /** UUID. */
  readonly case: string;
  readonly list: string;
  /** The one code that the decision names: nobody else is listed by it. */
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  /** 统一社会信用代码 of the deciding authority. */
  readonly organisation: string;
  readonly ground: string;
  /** In order; the first is `open`. */
  readonly steps: readonly CaseStep[];
}

export type Phase =
  | "opened"
  | "noticed"
  | "notice-served"
  | "decision-drafted"
  | "approved"
  | "listed"
  | "exit-drafted"
  | "ended"
  | "closed";

export interface NoticeService {
  readonly on: Day;
  readonly entered: Day;
  readonly person: string;
  /** Two persons stand for it that it was served before it was entered. */
  readonly lateEntry: boolean;
}

export interface Listing {
  readonly from: Day;
  /** Last day, to 24:00; null = without a fixed end. */
  readonly until: Day | null;
  readonly servedOn: Day;
}

export interface DraftedExit {
  readonly kind: DecidedExit;
  readonly person: string;
  readonly correctedOn: Day | null;
}

export interface CaseState {
  /** Number of steps: whoever adds one names it, and of two at once one is refused. */
  readonly version: number;
  readonly phase: Phase;
  readonly openedOn: Day | null;
  readonly noticeOn: Day | null;
  readonly service: NoticeService | null;
  readonly defended: boolean;
  readonly waived: boolean;
  readonly hearingAsked: boolean;
  readonly hearingOn: Day | null;
  readonly hearingHeld: Day | null;
  readonly drafter: string | null;
  readonly extensionMonths: number;
  readonly approvedOn: Day | null;
  readonly listing: Listing | null;
  readonly exit: DraftedExit | null;
  readonly endedOn: Day | null;
  readonly endedBy: DecidedExit | "repair" | null;
}

const NEW: CaseState = {
  version: 0,
  phase: "opened",
  openedOn: null,
  noticeOn: null,
  service: null,
  defended: false,
  waived: false,
  hearingAsked: false,
  hearingOn: null,
  hearingHeld: null,
  drafter: null,
  extensionMonths: 0,
  approvedOn: null,
  listing: null,
  exit: null,
  endedOn: null,
  endedBy: null,
};

type Change = (state: CaseState, step: CaseStep) => Partial<CaseState>;

const CHANGES: Readonly<Record<StepKind, Change>> = {
  open: (_, { day }) => ({ openedOn: day }),
  notice: (_, { day }) => ({ phase: "noticed", noticeOn: day }),
  "notice-served": (_, { on, day, person }) => ({
    phase: "notice-served",
    service: { on, entered: day, person, lateEntry: false },
  }),
  "late-entry": ({ service }) => ({ service: service === null ? null : { ...service, lateEntry: true } }),
  defence: ({ hearingAsked }, { terms }) => ({ defended: true, hearingAsked: hearingAsked || terms.asksHearing }),
  // Whoever waives takes back what he asked for as well.
  waiver: ({ hearingHeld }) => ({ waived: true, ...(hearingHeld === null ? { hearingAsked: false } : {}) }),
  "hearing-set": (_, { terms }) => ({ hearingOn: terms.hearingOn }),
  "hearing-held": (_, { day }) => ({ hearingHeld: day }),
  decision: (_, { person, terms }) => ({
    phase: "decision-drafted",
    drafter: person,
    extensionMonths: terms.extensionMonths,
  }),
  "decision-returned": () => ({ phase: "notice-served", drafter: null, extensionMonths: 0 }),
  "decision-approved": (_, { day }) => ({ phase: "approved", approvedOn: day }),
  "decision-served": (_, { day, on, terms }) => ({
    phase: "listed",
    listing: { from: day, until: terms.validUntil, servedOn: on },
  }),
  exit: (_, { person, terms }) => ({
    phase: "exit-drafted",
    exit: terms.exit === null ? null : { kind: terms.exit, person, correctedOn: terms.correctedOn },
  }),
  "exit-returned": () => ({ phase: "listed", exit: null }),
  "exit-approved": ({ exit }, { day }) => ({ phase: "ended", endedOn: day, endedBy: exit?.kind ?? null }),
  repaired: (_, { day }) => ({ phase: "ended", exit: null, endedOn: day, endedBy: "repair" }),
  // The repair was got by a false commitment: the listing stands as it stood.
  "repair-revoked": () => ({ phase: "listed", endedOn: null, endedBy: null }),
  close: (_, { day }) => ({ phase: "closed", endedOn: day }),
};

/** Where a case stands after its steps. */
export function stateOf({ steps }: Pick<CaseFile, "steps">): CaseState {
  return steps.reduce<CaseState>(
    (state, step) => ({ ...state, ...CHANGES[step.kind](state, step), version: state.version + 1 }),
    NEW,
  );
}

/** What a case is called on a day: a listing whose term has run out has ended by itself, and no row says so. */
export type CaseStanding = Phase | "expired";

export function standingOn(state: CaseState, day: Day): CaseStanding {
  const runs = state.phase === "listed" || state.phase === "exit-drafted";
  const until = state.listing?.until ?? null;
  return runs && until !== null && day > until ? "expired" : state.phase;
}

/** The day from which the term for statement and defence runs: the later of service and entry, unless two stand for the earlier. */
export function noticeRunsFrom(service: NoticeService): Day {
  if (service.lateEntry) return service.on;
  return service.on > service.entered ? service.on : service.entered;
}
