// What the guides and the pages about the site say is data too: it is read once, when the platform is put together.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { basisOf } from "../../policy/file-schema.ts";
import { parseYaml } from "../../policy/yaml-file.ts";
import type { SiteDocument } from "./rules/document.ts";
import type { Guide } from "./rules/guide.ts";

const SHIPPED = fileURLToPath(new URL("../../../../policy/guidance", import.meta.url));

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z-]*$/);
const stepShape = z
  .strictObject({
    when: text,
    head: text,
    says: z.array(text).min(1),
    basis: z.array(z.string().regex(/^[a-z][a-z0-9-]*#.+$/)),
    mark: z.enum(["verified", "secondary", "unverified"]).nullable(),
  })
  .refine(({ basis, mark }) => (basis.length === 0) === (mark === null));
const chapterShape = z.strictObject({ id, title: text, note: text, steps: z.array(stepShape).min(1) });
const guidesShape = z.strictObject({
  guides: z.array(z.strictObject({ id, title: text, says: text, chapters: z.array(chapterShape).min(1) })).min(1),
});
const linkShape = z.strictObject({ href: z.string().startsWith("/"), word: text });
const sectionShape = z.strictObject({
  id,
  title: text,
  note: text,
  lines: z.array(text).min(1),
  links: z.array(linkShape),
});
const documentsShape = z.strictObject({
  documents: z.array(z.strictObject({ id, title: text, says: text, sections: z.array(sectionShape).min(1) })),
});

/** Throws with the file where it is not what it should be: what is shipped broken does not start. */
function readShipped<T>(name: string, shape: z.ZodType<T>): T {
  const file = `${SHIPPED}/${name}`;
  const read = parseYaml(file, readFileSync(file, "utf8"));
  if ("faults" in read) throw new Error(`guidance: ${file} is no readable YAML`);
  const parsed = shape.safeParse(read.yaml.value);
  if (!parsed.success) throw new Error(`guidance: ${file}: ${parsed.error.message}`);
  return parsed.data;
}

/** The guides of `policy/guidance/guides.yaml`. */
export function readGuides(): readonly Guide[] {
  return readShipped("guides.yaml", guidesShape).guides.map((guide) => ({
    ...guide,
    chapters: guide.chapters.map((chapter) => ({
      ...chapter,
      steps: chapter.steps.map((step) => ({ ...step, basis: step.basis.map(basisOf) })),
    })),
  }));
}

/** The pages about the site of `policy/guidance/site.yaml`, by id. */
export function readDocuments(): ReadonlyMap<string, SiteDocument> {
  return new Map(readShipped("site.yaml", documentsShape).documents.map((document) => [document.id, document]));
}
