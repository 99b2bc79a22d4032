import { z } from "@hono/zod-openapi";
import { sourceShape } from "../coverage/index.ts";
import type { Moment } from "../site/index.ts";
import { fixedNames, formats, unitOf } from "./rules/columns.ts";
import type { Column, FixedName, Format } from "./rules/columns.ts";
import type { TermsOfUse } from "./service/terms-of-use.ts";
import type { Dataset } from "./service/row.ts";
import { decimalDigits } from "./service/write-parquet.ts";
import type { ListedDataset, Listing } from "./service.ts";
import { api, words } from "./text.ts";

const root = "/api/v1/open-data";
/** Where the terms of use stand for people. */
const termsPlace = "/open-data#terms";

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};

export const schemaMediaType = "application/schema+json; charset=utf-8";

export function fileHref(entry: string, format: Format): string {
  return `${root}/${entry}.${format}`;
}

export function schemaHref(entry: string): string {
  return `${root}/${entry}/schema`;
}

export function termsHref({ url }: TermsOfUse): string {
  return url ?? termsPlace;
}

export const fileParams = z.object({
  file: z.string().max(80).openapi({ description: api.fileParam, example: "permit.csv" }),
});
export const entryParams = z.object({
  entry: z.string().max(64).openapi({ description: api.entryParam, example: "permit" }),
});

const day = (): z.ZodString => z.string().openapi({ example: "2026-09-08", format: "date" });
const instant = (): z.ZodString => z.string().openapi({ example: "2026-09-09T01:42:00.000Z", format: "date-time" });

const termsSchema = z
  .object({
    id: z.string().openapi({ example: "template" }),
    name: z.string(),
    href: z.string().openapi({ example: termsPlace }),
    confirmed: z.boolean().openapi({ description: api.confirmed }),
    terms: z.array(z.string()).openapi({ description: api.termsInBrief }),
  })
  .openapi("TermsOfUse");

const fieldSchema = z
  .object({
    id: z.string().openapi({ example: "permitKind" }),
    column: z.string().openapi({ description: api.column, example: "fields_permitKind" }),
    title: z.string().openapi({ example: api.titleExample }),
    type: z.enum(["string", "date", "decimal", "integer"]),
    unit: z.string().nullable().openapi({ description: api.unit }),
  })
  .openapi("OpenDataField");

/** A data set is of one entry: its sources need not name it. */
const ownSourceSchema = z.object(sourceShape).pick({ provider: true, providerName: true, through: true, state: true });

const datasetSchema = z
  .object({
    id: z.string().openapi({ example: "permit" }),
    title: z.string().openapi({ example: api.datasetExample }),
    version: z.number().int(),
    count: z.number().int().openapi({ description: api.count }),
    newestReceipt: instant().nullable().openapi({ description: api.newestReceipt }),
    completeThrough: day().nullable().openapi({ description: api.completeThrough }),
    sources: z.array(ownSourceSchema).openapi({ description: api.sources }),
    fields: z.array(fieldSchema).openapi({ description: api.fields }),
    formats: z.array(
      z.object({
        format: z.enum(formats),
        mediaType: z.string().openapi({ example: mediaTypes.csv }),
        href: z.string().openapi({ example: fileHref("permit", "csv") }),
      }),
    ),
    schema: z.string().openapi({ example: schemaHref("permit") }),
  })
  .openapi("OpenDataset");

export const listingSchema = z
  .object({
    day: day(),
    region: z.string().openapi({ example: "990100" }),
    official: z.boolean(),
    policyHash: z.string(),
    countedAt: instant().openapi({ description: api.countedAt }),
    license: termsSchema,
    items: z.array(datasetSchema),
  })
  .openapi("OpenDataListing");

export const rowSchemaSchema = z
  .object({
    $schema: z.string().openapi({ example: "https://json-schema.org/draft/2020-12/schema" }),
    $id: z.string().openapi({ example: schemaHref("permit") }),
    title: z.string(),
    description: z.string(),
    type: z.literal("object"),
    properties: z.record(z.string(), z.unknown()),
    required: z.array(z.string()),
    additionalProperties: z.boolean(),
  })
  .openapi("OpenDataRowSchema");

function presentTerms(granted: TermsOfUse): z.infer<typeof termsSchema> {
  const { id, zh, terms, mark } = granted;
  return { id, name: zh, href: termsHref(granted), confirmed: mark !== "unverified", terms: [...terms] };
}

function presentFields(columns: readonly Column[]): z.infer<typeof fieldSchema>[] {
  return columns.flatMap(({ field, name, type }) =>
    field === null ? [] : [{ id: field.id, column: name, title: field.zh, type, unit: unitOf(field) }],
  );
}

function presentDataset(dataset: ListedDataset): z.infer<typeof datasetSchema> {
  const { entry, columns, count, newestReceipt, completeThrough, sources } = dataset;
  return {
    id: entry.id,
    title: entry.zh,
    version: entry.version,
    count,
    newestReceipt: newestReceipt?.toISOString() ?? null,
    completeThrough,
    sources: sources.map(({ provider, providerName, through, state }) => ({ provider, providerName, through, state })),
    fields: presentFields(columns),
    formats: formats.map((format) => ({ format, mediaType: mediaTypes[format], href: fileHref(entry.id, format) })),
    schema: schemaHref(entry.id),
  };
}

export function presentListing(listing: Listing, { today, policy }: Moment): z.infer<typeof listingSchema> {
  return {
    day: today,
    region: policy.region,
    official: policy.official,
    policyHash: policy.hash,
    countedAt: new Date(listing.at).toISOString(),
    license: presentTerms(listing.terms),
    items: listing.datasets.map(presentDataset),
  };
}

/** What a property of a row says of its values, as JSON Schema. */
function propertyOf(column: Column): Readonly<Record<string, unknown>> {
  const { name, type, scale, field } = column;
  const unit = field === null ? null : unitOf(field);
  return {
    type: isAlwaysThere(name) ? "string" : ["string", "null"],
    ...shapeOf(column),
    ...(field === null ? {} : { title: field.zh }),
    ...(unit === null ? {} : { "x-unit": unit }),
    "x-column": name,
    "x-parquet": { string: "STRING", date: "DATE", integer: "INT64", decimal: decimalType(scale) }[type],
  };
}

function decimalType(scale: number | null): string {
  return `DECIMAL(${decimalDigits},${scale ?? 0})`;
}

function shapeOf({ type, scale, field }: Column): Readonly<Record<string, unknown>> {
  if (type === "date") return { format: "date" };
  if (type === "integer") return { pattern: "^-?[0-9]+$" };
  if (type === "decimal") return { pattern: scale === 0 ? "^-?[0-9]+$" : String.raw`^-?[0-9]+(\.[0-9]+)?$` };
  return field?.lengthMax == null ? {} : { maxLength: field.lengthMax };
}

const alwaysThere: ReadonlySet<string> = new Set<FixedName>(["id", "uscc", "provider", "providerName", "receivedOn"]);

function isAlwaysThere(name: string): boolean {
  return alwaysThere.has(name);
}

function fixedProperty(column: Column, name: FixedName): Readonly<Record<string, unknown>> {
  const notes: Partial<Record<FixedName, string>> = words.notes;
  const note = notes[name];
  return { title: words.columns[name], ...(note === undefined ? {} : { description: note }), ...propertyOf(column) };
}

/** JSON Schema 2020-12 of one NDJSON row; annotations tell column and type in the flat formats. */
export function rowSchemaOf({ entry, columns }: Dataset): z.infer<typeof rowSchemaSchema> {
  const fixed = fixedNames.flatMap((name) => {
    const column = columns.find((one) => one.name === name);
    return column === undefined ? [] : [[name, fixedProperty(column, name)] as const];
  });
  const ofFields = columns.flatMap((column) =>
    column.field === null ? [] : [[column.field.id, propertyOf(column)] as const],
  );
  const fields = {
    title: words.fieldsTitle,
    type: "object",
    properties: Object.fromEntries(ofFields),
    required: ofFields.map(([id]) => id),
    additionalProperties: false,
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaHref(entry.id),
    title: words.schemaTitle(entry.zh),
    description: words.schemaNote,
    type: "object",
    properties: { ...Object.fromEntries(fixed), fields },
    required: [...fixedNames, "fields"],
    additionalProperties: false,
  };
}
