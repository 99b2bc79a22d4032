// The lists as everybody may read them: who lists on which ground, for how long, how one leaves, and what can be done about it.
import type { Day } from "../../kernel/day.ts";
import type { SubjectKind } from "../../policy/catalogue-entry.ts";
import type {
  EarlyRemoval,
  ListDoor,
  ListExit,
  ListKind,
  ListProcedure,
  ListTerm,
} from "../../policy/list-procedure.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import type { Basis, Mark } from "../../policy/source.ts";
import type { Citation } from "../guidance/index.ts";

/** How a basis is cited on pages; without a mark, with that of its source. */
export type Cite = (policy: PolicySnapshot, basis: Basis, mark?: Mark) => Citation;

/** The policy of the day, and how its instruments are cited. */
export interface Cited {
  readonly policy: PolicySnapshot;
  readonly cite: Cite;
}

export interface ListLine {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly state: ListProcedure["state"];
  readonly term: TermLine | null;
  readonly mark: Mark;
}

export interface TermLine {
  readonly kind: ListTerm["kind"];
  readonly months: number | null;
  readonly extensionMonthsMax: number | null;
  readonly citation: Citation | null;
  readonly mark: Mark;
}

export interface RegistryModel {
  readonly regionName: string;
  readonly live: readonly ListLine[];
  readonly templates: readonly ListLine[];
  /** Publications and bars that are no lists. */
  readonly others: readonly ListLine[];
}

export interface ListModel extends ListLine {
  readonly kind: ListKind;
  readonly entry: { readonly id: string; readonly title: string } | null;
  readonly doors: readonly ListDoor[];
  readonly offices: readonly string[];
  readonly subjectKinds: readonly SubjectKind[];
  readonly grounds: readonly {
    readonly title: string;
    readonly threshold: string;
    readonly citation: Citation;
    readonly term: TermLine | null;
  }[];
  readonly exits: readonly ListExit[];
  readonly earlyRemoval:
    | (Pick<EarlyRemoval, "monthsMin" | "from" | "conditions" | "mark"> & { readonly citation: Citation | null })
    | null;
  readonly corrections: readonly { readonly title: string; readonly citation: Citation }[];
  readonly endsWithPenalty: boolean;
  readonly defence: { readonly workingDays: number; readonly mark: Mark } | null;
  readonly hearing: { readonly workingDays: number; readonly mark: Mark } | null;
  readonly remedies: ListProcedure["remedies"];
  readonly publishedFields: readonly string[];
  readonly domain: readonly Citation[];
  readonly procedure: readonly Citation[];
  readonly note: string | null;
  readonly today: Day;
}

function maybeCite({ policy, cite }: Cited, basis: Basis | null, mark: Mark): Citation | null {
  return basis === null ? null : cite(policy, basis, mark);
}

function termOf(cited: Cited, term: ListTerm | null): TermLine | null {
  if (term === null) return null;
  const { kind, months, extensionMonthsMax, basis, mark } = term;
  return { kind, months, extensionMonthsMax, mark, citation: maybeCite(cited, basis, mark) };
}

function lineOf(cited: Cited, list: ListProcedure): ListLine {
  const { id, zh, authority, state, term, mark } = list;
  return { id, title: zh, authority, state, mark, term: termOf(cited, term) };
}

/** All lists of the day, those in force first, in the order of their names' ids. */
export function registryModel(cited: Cited): RegistryModel {
  const { policy } = cited;
  const all = [...policy.lists.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lists = all.filter(({ kind }) => kind !== "not-a-list");
  const of = (wanted: readonly ListProcedure[]): ListLine[] => wanted.map((list) => lineOf(cited, list));
  return {
    regionName: policy.regionName,
    live: of(lists.filter(({ state }) => state === "live")),
    templates: of(lists.filter(({ state }) => state !== "live")),
    others: of(all.filter(({ kind }) => kind === "not-a-list")),
  };
}

/** One list; null where there is none of this id. */
export function listModel(cited: Cited, id: string): ListModel | null {
  const { policy, cite } = cited;
  const list = policy.lists.get(id);
  if (list === undefined) return null;
  const { earlyRemoval: early } = list;
  const entry = list.entry === null ? undefined : policy.entries.get(list.entry);
  return {
    ...lineOf(cited, list),
    kind: list.kind,
    entry: entry === undefined ? null : { id: entry.id, title: entry.zh },
    doors: list.doors,
    offices: list.competent.map(({ uscc }) => policy.providers.get(uscc)?.zh ?? uscc),
    subjectKinds: list.subjectKinds,
    grounds: [...list.grounds.values()].map(({ zh, threshold, basis, mark, term }) => ({
      title: zh,
      threshold,
      citation: cite(policy, basis, mark),
      term: termOf(cited, term),
    })),
    exits: list.exits,
    earlyRemoval: early === null ? null : { ...early, citation: maybeCite(cited, early.basis, early.mark) },
    corrections: list.corrections.map(({ zh, basis, mark }) => ({ title: zh, citation: cite(policy, basis, mark) })),
    endsWithPenalty: list.endsWithPenalty,
    defence: list.defence,
    hearing: list.hearing,
    remedies: list.remedies,
    publishedFields: list.publishedFields,
    domain: list.domain.map((basis) => cite(policy, basis)),
    procedure: list.procedure.map((basis) => cite(policy, basis)),
    note: list.note,
    today: policy.day,
  };
}
