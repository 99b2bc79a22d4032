import { compareDay, readDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry, Provider, SubjectKind } from "../../../policy/catalogue-entry.ts";
import type { RecordPlace } from "./subject.ts";

/** What a list of one entry is narrowed by, as it was typed. Empty text narrows nothing. */
export interface BrowseForm {
  readonly from: string;
  readonly until: string;
  /** Code of a territory: the provider's. */
  readonly region: string;
  /** Any stretch of the deciding authority's name. */
  readonly authority: string;
  readonly kind: string;
}

export const emptyForm: BrowseForm = { from: "", until: "", region: "", authority: "", kind: "" };

const browseFaults = ["from", "until", "order", "region", "authority", "kind"] as const;
export type BrowseFault = (typeof browseFaults)[number];

/** The same, read. Null narrows nothing. */
export interface BrowseFilter {
  /** First and last day of the decision, both included. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Codes of the providers of a territory. */
  readonly providers: readonly string[] | null;
  readonly authority: string | null;
  readonly kind: SubjectKind | null;
}

export interface ReadForm {
  readonly filter: BrowseFilter;
  /** What could not be read; nothing is listed then. */
  readonly faults: readonly BrowseFault[];
}

const authorityMax = 60;

/** Kinds whose names may stand in a list: individual businesses answer to their full name or code only. */
export function listedKinds(entry: CatalogueEntry): readonly SubjectKind[] {
  return entry.subjectKinds.filter((kind) => kind !== "individual-business" && kind !== "natural-person");
}

/** Territories of these providers, by code. */
export function regionsOf(providers: readonly Provider[]): readonly string[] {
  return [...new Set(providers.map(({ region }) => region))].toSorted();
}

/** @param providers who may send the entry; see visibility. */
export function readForm(form: BrowseForm, entry: CatalogueEntry, providers: readonly Provider[]): ReadForm {
  const from = dayIn(form.from);
  const until = dayIn(form.until);
  const kind = listedKinds(entry).find((one) => one === form.kind) ?? null;
  const authority = form.authority.trim();
  const wrong: Readonly<Record<BrowseFault, boolean>> = {
    from: from === undefined,
    until: until === undefined,
    order: isDay(from) && isDay(until) && compareDay(from, until) > 0,
    region: form.region !== "" && !regionsOf(providers).includes(form.region),
    authority: authority.length > authorityMax,
    kind: form.kind !== "" && kind === null,
  };
  const senders = providers.filter(({ region }) => region === form.region);
  const filter = {
    from: from ?? null,
    until: until ?? null,
    providers: form.region === "" ? null : senders.map(({ uscc }) => uscc),
    authority: authority === "" ? null : authority,
    kind,
  };
  return { filter, faults: browseFaults.filter((fault) => wrong[fault]) };
}

/** Null where nothing was typed, undefined for what is no day. */
function dayIn(text: string): Day | null | undefined {
  if (text.trim() === "") return null;
  const read = readDay(text);
  return read.ok ? read.day : undefined;
}

function isDay(read: Day | null | undefined): read is Day {
  return read !== null && read !== undefined;
}

/** Where a page of a list ended, and how many rows came before it. */
export interface BrowsePlace extends RecordPlace {
  readonly before: number;
}

/** Rows a page lists. */
export const rowsOfPage = 20;
/**
 * Rows of an adverse entry that can be paged through. On screen everybody may read them; in bulk they go to registered
 * recipients only, who are bound to take them down when they end.
 */
export const adverseRowsMax = 500;

/** Whether a list goes on after so many rows. */
export function goesOn(entry: CatalogueEntry, listed: number): boolean {
  return !entry.adverse || listed < adverseRowsMax;
}
