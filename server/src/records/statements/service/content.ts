import { randomBytes } from "node:crypto";
import { canonicalString } from "@xinheng/log/canonical";
import { sealGroups } from "@xinheng/log/commitment";
import type { CatalogueEntry, DisclosureGroup } from "../../../policy/catalogue-entry.ts";
import type { Content, Fields, FieldValue, Personal } from "../rules.ts";

const seedBytes = 32;
const hashBytes = 32;
/** Seeds that are drawn at once: a call for each would cost as much as a hash. */
const seedsDrawn = 256;

const groupOrder: readonly DisclosureGroup[] = ["public", "duty", "authorisation"];

/** The personal fields that an entry keeps, in the order in which commitments number them. */
export function sealedFieldsOf(entry: CatalogueEntry): readonly string[] {
  return entry.fields.flatMap(({ id, sealed }) => (sealed === null ? [] : [id])).toSorted();
}

/**
 * The field ids of each disclosure group of an entry, in the order in which commitments number them: each personal field
 * that is kept is a group of its own, behind the others. What is received and not kept has none.
 */
export function groupsOf(entry: CatalogueEntry): readonly (readonly string[])[] {
  const open = groupOrder
    .map((group) =>
      entry.fields
        .filter((field) => field.group === group && !field.personal && !field.identityNumber)
        .map((field) => field.id)
        .toSorted(),
    )
    .filter((ids) => ids.length > 0);
  return [...open, ...sealedFieldsOf(entry).map((id) => [id])];
}

/** Where the body begins in the content of an entry with so many groups. */
const bodyAt = (groups: number): number => seedBytes + hashBytes * (1 + groups);

/** The seed of a content. */
export const seedOf = (content: Content): Buffer => content.subarray(0, seedBytes);

/** The sealed groups of a content, as `commitSealed` takes them. */
export const sealedOf = (content: Content, groups: number): Buffer => content.subarray(seedBytes, bodyAt(groups));

/** The fields of a content as JSON text: what is stored. */
export const bodyOf = (content: Content, groups: number): Buffer => content.subarray(bodyAt(groups));

/** The fields of a content again, in the order of their ids. */
export function fieldsOf(content: Content, groups: number): Fields {
  return JSON.parse(bodyOf(content, groups).toString()) as Fields;
}

/** A fresh 32 bytes each time. */
function drawSeeds(): () => Buffer {
  let drawn = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === drawn.length) {
      drawn = randomBytes(seedBytes * seedsDrawn);
      at = 0;
    }
    at += seedBytes;
    return drawn.subarray(at - seedBytes, at);
  };
}

function valueText(value: FieldValue): string {
  if (typeof value === "string") return canonicalString(value);
  return value === null ? "null" : `[${value.map(canonicalString).join(",")}]`;
}

/**
 * The maker of contents under an entry: body and canonical texts of the groups are written from one text a value. Made
 * once a batch. Personal values go into the hashes of their groups and nowhere else. What it returns throws CanonicalError
 * for a field that has no canonical bytes.
 */
export function contentMaker(entry: CatalogueEntry): (fields: Fields, personal?: Personal) => Content {
  const groups = groupsOf(entry);
  const nextSeed = drawSeeds();
  const start = bodyAt(groups.length);
  const version = { suite: "sha256", entry: entry.id, entryVersion: entry.version } as const;
  // Of the entry, not of the fields: a row that waited in the database comes back in another order with the same content.
  const order = entry.fields.map((field) => field.id).toSorted();
  const labels = new Map(groups.flat().map((id) => [id, `${canonicalString(id)}:`]));
  return (fields, personal = {}) => {
    const written: Record<string, string> = {};
    let body = "{";
    for (const id of order) {
      if (fields[id] === undefined) continue;
      const text = `${labels.get(id) ?? `${canonicalString(id)}:`}${valueText(fields[id])}`;
      written[id] = text;
      body += body === "{" ? text : `,${text}`;
    }
    body += "}";
    for (const [id, value] of Object.entries(personal))
      written[id] = `${labels.get(id) ?? ""}${canonicalString(value)}`;
    const texts = groups.map((ids) => `{${ids.map((id) => written[id] ?? `${labels.get(id) ?? ""}null`).join(",")}}`);
    const seed = nextSeed();
    const content = Buffer.allocUnsafe(start + body.length * 3);
    content.set(seed);
    content.set(sealGroups({ ...version, seed, groups: texts }), seedBytes);
    return content.subarray(0, start + content.write(body, start));
  };
}
