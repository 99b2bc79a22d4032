import type { Day } from "../../../kernel/day.ts";
import { compareDecimal } from "../../../kernel/money.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { Severity } from "../../../policy/publicity-rule.ts";
import type { Standing } from "../../statements/index.ts";
import type { Issue } from "./fate.ts";
import { text } from "./keys.ts";

/** A field that weighs less than it did. Days are days, sums decimals, severities ids; null where nothing is stated. */
export interface Relief {
  /** Field id of the entry; null where the entry has no such field. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** 未分类 is treated as 一般 wherever a term is reckoned, so to be no longer classed relieves nobody of it. */
const ranks: Readonly<Record<Severity, number>> = { minor: 0, general: 1, unclassified: 1, serious: 2 };

type Relieves<T extends string> = (before: T | null, after: T | null) => boolean;

const isMilder: Relieves<Severity> = (before, after) =>
  ranks[after ?? "unclassified"] < ranks[before ?? "unclassified"];

/** A term without a last day has no end. */
const endsEarlier: Relieves<Day> = (before, after) => after !== null && (before === null || after < before);

/** The public term runs from the day of the document: an earlier day ends it earlier, and without a day none runs. */
const ranEarlier: Relieves<Day> = (before, after) => before !== null && (after === null || after < before);

/** To be struck out counts too: stated anew it could be any day. */
const beginsLater: Relieves<Day> = (before, after) => before !== null && (after === null || after > before);

/** A sum that is no longer stated is lower than any. */
const isLess: Relieves<string> = (before, after) =>
  before !== null && (after === null || compareDecimal(after, before) < 0);

function relief<T extends string>(
  relieves: Relieves<T>,
  field: string | null | undefined,
  [before, after]: readonly [T | null, T | null],
): Relief[] {
  return relieves(before, after) ? [{ field: field ?? null, before, after }] : [];
}

/**
 * In what a correction lowers severity, term or sums of an adverse statement, to the good of its subject: empty for one
 * that does not, and for entries that hold nothing against anybody. Sums are all decimals of the entry.
 */
export function reliefOf(
  entry: Pick<CatalogueEntry, "adverse" | "roles" | "fields">,
  before: Standing,
  after: Standing,
): readonly Relief[] {
  if (!entry.adverse) return [];
  const { roles } = entry;
  const [was, is] = [before.facts, after.facts];
  return [
    ...relief(isMilder, roles.severity ?? roles.procedure, [was.severity, is.severity]),
    ...relief(ranEarlier, roles.decidedOn, [was.decidedOn, is.decidedOn]),
    ...relief(beginsLater, roles.validFrom, [was.validFrom, is.validFrom]),
    ...relief(endsEarlier, roles.validUntil, [was.validUntil, is.validUntil]),
    ...relief(endsEarlier, roles.shownUntil, [was.providerShownUntil, is.providerShownUntil]),
    ...entry.fields
      .filter((field) => field.type === "decimal")
      .flatMap(({ id }) => relief(isLess, id, [text(before.fields, id), text(after.fields, id)])),
  ];
}

/** What a person is asked of each of them: the field, what it said, what it would say. */
export function reliefIssues(entry: Pick<CatalogueEntry, "fields">, reliefs: readonly Relief[]): Issue[] {
  return reliefs.map(({ field, before, after }) => ({
    code: "ingest.favourable-correction",
    field: entry.fields.find(({ id }) => id === field)?.zh ?? null,
    value: null,
    values: { before: before ?? "", after: after ?? "" },
  }));
}
