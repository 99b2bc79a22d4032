// The shapes of the catalogue as it is published.
import { z } from "@hono/zod-openapi";
import type { CatalogueEntry, Field } from "../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { articleText } from "../../policy/article-text.ts";
import type { DescribedEntry } from "./rules.ts";

const mark = z.enum(["verified", "secondary", "unverified"]);

const basisSchema = z
  .object({ source: z.string(), article: z.string().nullable(), label: z.string() })
  .openapi("Basis");

const fieldSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    names: z.array(z.string()),
    type: z.enum(["string", "text", "enum", "enum-list", "date", "decimal", "integer", "uscc"]),
    lengthMax: z.number().int().nullable(),
    scale: z.number().int().nullable(),
    values: z.array(z.string()).nullable(),
    required: z.enum(["always", "conditional", "optional"]),
    group: z.enum(["public", "duty", "authorisation"]),
    personal: z.boolean(),
    mark,
  })
  .openapi("CatalogueField");

const summaryFields = {
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  category: z.string(),
  state: z.enum(["live", "template"]),
  adverse: z.boolean(),
  mark,
};

const summarySchema = z.object(summaryFields).openapi("CatalogueSummary");

const categorySchema = z
  .object({ id: z.string(), no: z.number().int(), name: z.string(), since: z.number().int(), mark })
  .openapi("CatalogueCategory");

export const catalogueSchema = z
  .object({
    day: z.string(),
    region: z.string(),
    regionName: z.string(),
    official: z.boolean(),
    policyHash: z.string(),
    categories: z.array(categorySchema),
    entries: z.array(summarySchema),
  })
  .openapi("Catalogue");

export const entrySchema = z
  .object({
    ...summaryFields,
    categoryName: z.string(),
    subjectKinds: z.array(z.string()),
    channels: z.array(z.string()),
    publicityRule: z.string().nullable(),
    updateTermWorkingDays: z.number().int().nullable(),
    retentionYears: z.number().int().nullable(),
    basis: z.array(basisSchema),
    providers: z.array(z.object({ uscc: z.string(), name: z.string() })),
    fields: z.array(fieldSchema),
    layouts: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          carriedOverUntil: z
            .string()
            .nullable()
            .openapi({ description: "Last day of a layout that takes over an old platform's records" }),
        }),
      )
      .openapi({ description: "Layouts other than the official heads that the policy knows" }),
    policyHash: z.string(),
  })
  .openapi("CatalogueEntry");

export const entryParams = z.object({
  entry: z
    .string()
    .max(64)
    .openapi({ param: { name: "entry", in: "path" }, example: "penalty" }),
});

function presentField(field: Field): z.infer<typeof fieldSchema> {
  const { id, zh, names, type, lengthMax, scale, values, required, group, personal } = field;
  return {
    id,
    name: zh,
    names: [...names],
    type,
    lengthMax,
    scale,
    values: values === null ? null : [...values],
    required,
    group,
    personal,
    mark: field.mark,
  };
}

function summarise({
  id,
  version,
  zh,
  category,
  state,
  adverse,
  mark: checked,
}: CatalogueEntry): z.infer<typeof summarySchema> {
  return { id, version, name: zh, category, state, adverse, mark: checked };
}

export function presentCatalogue(snapshot: PolicySnapshot): z.infer<typeof catalogueSchema> {
  return {
    day: snapshot.day,
    region: snapshot.region,
    regionName: snapshot.regionName,
    official: snapshot.official,
    policyHash: snapshot.hash,
    categories: snapshot.categories.map(({ id, no, zh, since, mark: checked }) => ({
      id,
      no,
      name: zh,
      since,
      mark: checked,
    })),
    entries: [...snapshot.entries.values()].map(summarise),
  };
}

export function presentEntry(snapshot: PolicySnapshot, described: DescribedEntry): z.infer<typeof entrySchema> {
  const { entry, category, providers } = described;
  return {
    ...summarise(entry),
    categoryName: category?.zh ?? "",
    subjectKinds: [...entry.subjectKinds],
    channels: [...entry.channels],
    publicityRule: entry.publicityRule,
    updateTermWorkingDays: entry.updateTerm?.workingDays ?? null,
    retentionYears: entry.retention.years,
    basis: entry.basis.map((basis) => ({ ...basis, label: articleText(snapshot, basis) })),
    providers: providers.map(({ uscc, zh }) => ({ uscc, name: zh })),
    fields: entry.fields.map(presentField),
    layouts: [...snapshot.mappings.values()]
      .filter((layout) => layout.entry === entry.id)
      .map(({ id, zh, carriedOver }) => ({ id, name: zh, carriedOverUntil: carriedOver?.until ?? null })),
    policyHash: snapshot.hash,
  };
}
