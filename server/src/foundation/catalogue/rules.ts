// What may be recorded, by whom: promise 1 — no catalogue entry, no record.
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome, RefusalCode, RefusalKind } from "../../kernel/refusal.ts";
import type { Category, CatalogueEntry, Provider } from "../../policy/catalogue-entry.ts";
import { covers } from "../../policy/lint-basis.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";

export interface Admission {
  readonly snapshot: PolicySnapshot;
  /** Id of the entry that the data claims to be of. */
  readonly entry: string;
  /** 统一社会信用代码 of whoever sends. */
  readonly provider: string;
  /** The instance's region; providers of the districts within it belong to it. */
  readonly region: string;
}

/** Every provider of the region's register may send, as far as the register lists the entry for it. */
const ANY_REGISTERED = "any-registered";
const SHOWN_MAX = 64;

function articleOf(entry: CatalogueEntry): string | undefined {
  const basis = entry.basis[0];
  if (basis === undefined) return undefined;
  return basis.article === null ? basis.source : `${basis.source}#${basis.article}`;
}

function refuse(
  code: RefusalCode,
  kind: RefusalKind,
  { entry, provider }: Admission,
  article?: string,
): ReturnType<typeof refused> {
  const values = { entry: entry.slice(0, SHOWN_MAX), provider: provider.slice(0, SHOWN_MAX) };
  return refused({ code, kind, values, ...(article === undefined ? {} : { article }) });
}

/** Whether the entry lists this provider for a region, by code or as any registered one, and the register agrees. */
function maySend(entry: CatalogueEntry, provider: Provider, region: string): boolean {
  if (!provider.entries.includes(entry.id)) return false;
  const codes = Object.hasOwn(entry.providers, region) ? entry.providers[region] : undefined;
  return codes !== undefined && (codes.includes(ANY_REGISTERED) || codes.includes(provider.uscc));
}

/**
 * Whether a provider may send records of an entry. Refuses, in this order: `catalogue.unknown-entry` (absent),
 * `catalogue.entry-disabled`, `catalogue.not-provider` (not in the register), `catalogue.other-region`,
 * `catalogue.not-provider` (not for this entry) — all forbidden.
 */
export function admits(admission: Admission): Outcome<CatalogueEntry> {
  const { snapshot, region } = admission;
  const entry = snapshot.entries.get(admission.entry);
  if (entry === undefined) return refuse("catalogue.unknown-entry", "absent", admission);
  const article = articleOf(entry);
  if (entry.state !== "live") return refuse("catalogue.entry-disabled", "forbidden", admission, article);
  const provider = snapshot.providers.get(admission.provider);
  if (provider === undefined) return refuse("catalogue.not-provider", "forbidden", admission, article);
  if (snapshot.region !== region || !covers(region, provider.region)) {
    return refuse("catalogue.other-region", "forbidden", admission, article);
  }
  if (!maySend(entry, provider, region)) {
    return refuse("catalogue.not-provider", "forbidden", admission, article);
  }
  return granted(entry);
}

/** An entry with what its ids stand for: what a reader of the catalogue needs beside the entry itself. */
export interface DescribedEntry {
  readonly entry: CatalogueEntry;
  readonly category: Category | undefined;
  /** Providers of this region that `admits` lets send it, by code. */
  readonly providers: readonly Provider[];
}

export function describeEntry(snapshot: PolicySnapshot, entry: CatalogueEntry): DescribedEntry {
  const { region } = snapshot;
  const providers = [...snapshot.providers.values()].filter(
    (provider) => covers(region, provider.region) && maySend(entry, provider, region),
  );
  return {
    entry,
    category: snapshot.categories.find((category) => category.id === entry.category),
    providers: entry.state === "live" ? providers.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1)) : [],
  };
}

/** Column heads of an empty file for an entry, in the official order. */
export function templateHeads(entry: CatalogueEntry): readonly string[] {
  return entry.fields.map((field) => field.zh);
}
