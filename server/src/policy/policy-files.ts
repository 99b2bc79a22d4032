import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { accessCaseShape, accessShape, dutyShape, officeShape } from "./access-file.ts";
import {
  caseShape,
  categoryShape,
  confirmShape,
  entryShape,
  fieldShape,
  forbiddenShape,
  mappingShape,
  providerShape,
  publicityShape,
  regionShape,
  sourceShape,
  wordsShape,
  yearShape,
} from "./file-schema.ts";
import type { Fault } from "./fault.ts";
import { assessmentShape, releaseRulesShape } from "./office-file.ts";
import { competenceShape, listCaseShape, listShape } from "./list-file.ts";
import { matterShape, measureCaseShape, measureShape } from "./measure-file.ts";
import { objectionCaseShape, objectionShape } from "./objection-file.ts";
import { repairCaseShape, repairShape } from "./repair-file.ts";
import { parseYaml } from "./yaml-file.ts";
import { noFiles } from "./policy-file-set.ts";
import type { Located, PolicyFiles } from "./policy-file-set.ts";
import type { YamlFile, YamlPath } from "./yaml-file.ts";

/**
 * Policy files that lie in no folder: a release, or a draft of one. Keys are paths as in a policy folder
 * (`catalogue/entries/penalty.yaml`); faults name them as `name/path`.
 */
export interface PolicyOverlay {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Folders whose files are all ours to know; others may stand beside them for later rooms. */
const KNOWN_FOLDERS = [
  "",
  "catalogue",
  "catalogue/entries",
  "visibility",
  "ingest",
  "ingest/mappings",
  "calendar",
  "access",
  "releases",
  "assessment",
  "lists",
  "measures",
  "objection",
  "repair",
];

/** Whether a policy folder, and so a release, may hold a file of this path. */
export function isPolicyFile(relative: string): boolean {
  const folder = relative.includes("/") ? relative.slice(0, relative.lastIndexOf("/")) : "";
  return KNOWN_FOLDERS.includes(folder) && /\.ya?ml$/.test(relative) && readerOf(relative) !== undefined;
}

type Reader = (into: PolicyFiles, yaml: YamlFile, layer: number) => void;

const READERS: Readonly<Record<string, Reader>> = {
  "sources.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "sources", shape: sourceShape, to: into.sources }),
  "catalogue/categories.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "categories", shape: categoryShape, to: into.categories }),
  "catalogue/field-sets.yaml": readSets,
  "visibility/rules.yaml": (into, yaml, layer) =>
    readWhole(into, { yaml, layer, shape: publicityShape, to: into.publicity }),
  "ingest/forbidden.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "forbidden", shape: forbiddenShape, to: into.forbidden }),
  "ingest/document-words.yaml": (into, yaml, layer) =>
    readWhole(into, { yaml, layer, shape: wordsShape, to: into.words }),
  "region.yaml": (into, yaml, layer) => readWhole(into, { yaml, layer, shape: regionShape, to: into.regions }),
  "providers.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "providers", shape: providerShape, to: into.providers }),
  "confirms.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "confirms", shape: confirmShape, to: into.confirms }),
  "visibility/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: caseShape, to: into.cases }),
  "calendar/working-days.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "years", shape: yearShape, to: into.years }),
  "releases/rules.yaml": (into, yaml, layer) =>
    readWhole(into, { yaml, layer, shape: releaseRulesShape, to: into.releaseRules }),
  "assessment/rules.yaml": (into, yaml, layer) =>
    readWhole(into, { yaml, layer, shape: assessmentShape, to: into.assessment }),
  "objection/rules.yaml": (into, yaml, layer) =>
    readWhole(into, { yaml, layer, shape: objectionShape, to: into.objections }),
  "objection/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: objectionCaseShape, to: into.objectionCases }),
  "repair/rules.yaml": (into, yaml, layer) => readWhole(into, { yaml, layer, shape: repairShape, to: into.repairs }),
  "repair/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: repairCaseShape, to: into.repairCases }),
  "access/rules.yaml": (into, yaml, layer) => readWhole(into, { yaml, layer, shape: accessShape, to: into.access }),
  "access/duties.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "duties", shape: dutyShape, to: into.duties }),
  "access/offices.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "offices", shape: officeShape, to: into.offices }),
  "lists/competence.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "competence", shape: competenceShape, to: into.competence }),
  "measures/matters.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "matters", shape: matterShape, to: into.matters }),
  "measures/measures.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "measures", shape: measureShape, to: into.measures }),
  "measures/incentives.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "incentives", shape: measureShape, to: into.measures }),
  "measures/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: measureCaseShape, to: into.measureCases }),
  "lists/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: listCaseShape, to: into.listCases }),
  "access/cases.yaml": (into, yaml, layer) =>
    readList(into, { yaml, layer, key: "cases", shape: accessCaseShape, to: into.accessCases }),
};

/**
 * Reads the policy folders in order, each followed by its packs for the region (`packs/<name>/region.yaml`). Later
 * layers stand over earlier ones. In production a pack that is not official stays out. Overlays stand over all folders,
 * in their order.
 */
export function readPolicyFiles(asked: PolicyPlaces): PolicyFiles {
  const files = noFiles();
  let layer = 0;
  for (const { folder } of layersOf(files, asked)) readLayer(files, folder, layer++);
  for (const overlay of asked.overlays ?? []) readOverlay(files, overlay, layer++);
  return files;
}

/** Where a policy lies: its folders in order, and what stands over them. */
export interface PolicyPlaces {
  readonly folders: readonly string[];
  readonly region: string;
  readonly production?: boolean;
  readonly overlays?: readonly PolicyOverlay[];
}

/** A file of the policy as it is written. */
export interface PolicyText {
  /** `shipped` and `local`, each with its pack behind a slash; `release-N` for what was released. */
  readonly layer: string;
  readonly path: string;
  readonly text: string;
}

/** Every file of a policy, layer by layer: what a draft may begin from. */
export function policyTexts(asked: PolicyPlaces): PolicyText[] {
  const texts: PolicyText[] = [];
  for (const { folder, name } of layersOf(noFiles(), asked)) {
    for (const path of policyPaths(folder))
      if (readerOf(path) !== undefined)
        texts.push({ layer: name, path, text: readFileSync(join(folder, path), "utf8") });
  }
  for (const { name, files } of asked.overlays ?? []) {
    for (const [path, text] of files) if (isPolicyFile(path)) texts.push({ layer: name, path, text });
  }
  return texts;
}

interface Layer {
  readonly folder: string;
  readonly name: string;
}

/** The folders of a policy, each followed by its packs. One that is missing is a fault. */
function* layersOf(files: PolicyFiles, asked: PolicyPlaces): Generator<Layer> {
  for (const [at, folder] of asked.folders.entries()) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      files.faults.push({ file: folder, line: 1, column: 1, code: "policy.folder-missing", values: { folder } });
      continue;
    }
    const name = at === 0 ? "shipped" : "local";
    yield { folder, name };
    for (const pack of packsOf(files, { ...asked, folder })) yield { folder: pack, name: `${name}/${basename(pack)}` };
  }
}

/** Paths of the files of a folder that are ours to know. */
function policyPaths(folder: string): string[] {
  return KNOWN_FOLDERS.flatMap((known) =>
    yamlNames(join(folder, known)).map((name) => (known === "" ? name : `${known}/${name}`)),
  );
}

function packsOf(
  files: PolicyFiles,
  asked: { readonly folder: string; readonly region: string; readonly production?: boolean },
): string[] {
  const root = join(asked.folder, "packs");
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => join(root, item.name))
    .toSorted()
    .filter((pack) => {
      const yaml = readYaml(files, join(pack, "region.yaml"));
      const head = regionShape.safeParse(yaml?.value);
      if (!head.success) return yaml !== undefined;
      return head.data.region === asked.region && (head.data.official || asked.production !== true);
    });
}

function readLayer(files: PolicyFiles, folder: string, layer: number): void {
  for (const relative of policyPaths(folder)) {
    const file = join(folder, relative);
    const read = readerOf(relative);
    if (read === undefined) {
      files.faults.push({ file, line: 1, column: 1, code: "policy.unknown-file", values: { name: relative } });
      continue;
    }
    const yaml = readYaml(files, file);
    if (yaml !== undefined) read(files, yaml, layer);
  }
}

function readOverlay(files: PolicyFiles, { name, files: held }: PolicyOverlay, layer: number): void {
  for (const relative of [...held.keys()].toSorted()) {
    const file = `${name}/${relative}`;
    const read = isPolicyFile(relative) ? readerOf(relative) : undefined;
    if (read === undefined) {
      files.faults.push({ file, line: 1, column: 1, code: "policy.unknown-file", values: { name: relative } });
      continue;
    }
    const yaml = parsedYaml(files, file, held.get(relative) ?? "");
    if (yaml !== undefined) read(files, yaml, layer);
  }
}

function readerOf(relative: string): Reader | undefined {
  if (relative.startsWith("catalogue/entries/")) {
    return (into, yaml, layer) => readWhole(into, { yaml, layer, shape: entryShape, to: into.entries });
  }
  if (relative.startsWith("ingest/mappings/")) {
    return (into, yaml, layer) => readWhole(into, { yaml, layer, shape: mappingShape, to: into.mappings });
  }
  const known = READERS[relative];
  if (known === undefined && relative.startsWith("lists/")) {
    return (into, yaml, layer) => readWhole(into, { yaml, layer, shape: listShape, to: into.lists });
  }
  return known;
}

function yamlNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile() && /\.ya?ml$/.test(item.name))
    .map((item) => item.name)
    .toSorted();
}

/** Reads one YAML file; undefined when it is absent or unreadable, which is then noted. */
function readYaml(files: { readonly faults: Fault[] }, file: string): YamlFile | undefined {
  return existsSync(file) ? parsedYaml(files, file, readFileSync(file, "utf8")) : undefined;
}

function parsedYaml(files: { readonly faults: Fault[] }, file: string, text: string): YamlFile | undefined {
  const parsed = parsedOnce(file, text);
  if ("yaml" in parsed) return parsed.yaml;
  for (const fault of parsed.faults)
    if (!files.faults.some((known) => sameFault(known, fault))) files.faults.push(fault);
  return undefined;
}

type Parsed = ReturnType<typeof parseYaml>;

/** Files kept parsed: what the shipped folder, an operator's and some releases hold together. */
const PARSED_KEPT = 256;
const parsedFiles = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

/** Parsing is most of the cost of a load, and from one day to the next almost no file has changed. */
function parsedOnce(file: string, text: string): Parsed {
  const before = parsedFiles.get(file);
  if (before?.text === text) return before.parsed;
  const parsed = parseYaml(file, text);
  const oldest = parsedFiles.keys().next();
  if (before === undefined && parsedFiles.size >= PARSED_KEPT && oldest.done !== true) parsedFiles.delete(oldest.value);
  parsedFiles.set(file, { text, parsed });
  return parsed;
}

function sameFault(one: Fault, other: Fault): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column && one.code === other.code;
}

interface Reading<T> {
  readonly yaml: YamlFile;
  readonly layer: number;
  readonly shape: z.ZodType<T>;
  readonly to: Located<T>[];
}

function readWhole<T>(into: PolicyFiles, { yaml, layer, shape, to }: Reading<T>): void {
  const value = shaped(into, { yaml, shape, path: [], value: yaml.value });
  if (value !== undefined) to.push(located(yaml, layer, { value, path: [] }));
}

function readList<T>(into: PolicyFiles, { yaml, layer, shape, to, key }: Reading<T> & { readonly key: string }): void {
  const outer = shaped(into, {
    yaml,
    shape: z.strictObject({ [key]: z.array(z.unknown()) }),
    path: [],
    value: yaml.value,
  });
  for (const [index, item] of (outer?.[key] ?? []).entries()) {
    const path = [key, index];
    const value = shaped(into, { yaml, shape, path, value: item });
    if (value !== undefined) to.push(located(yaml, layer, { value, path }));
  }
}

function readSets(into: PolicyFiles, yaml: YamlFile, layer: number): void {
  const shape = z.strictObject({ sets: z.record(z.string(), z.array(fieldShape)) });
  const read = shaped(into, { yaml, shape, path: [], value: yaml.value });
  for (const [name, value] of Object.entries(read?.sets ?? {})) {
    into.sets.set(name, located(yaml, layer, { value, path: ["sets", name] }));
  }
}

function located<T>(yaml: YamlFile, layer: number, held: { readonly value: T; readonly path: YamlPath }): Located<T> {
  return { value: held.value, layer, at: (path = []) => yaml.at([...held.path, ...path]) };
}

/** The value in its shape, or undefined with a fault for every key and value that does not fit. */
export function shaped<T>(
  into: { readonly faults: Fault[] },
  asked: { readonly yaml: YamlFile; readonly shape: z.ZodType<T>; readonly path: YamlPath; readonly value: unknown },
): T | undefined {
  const read = asked.shape.safeParse(asked.value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) into.faults.push(...faultsOf(asked.yaml, asked.path, issue));
  return undefined;
}

function faultsOf(yaml: YamlFile, base: YamlPath, issue: z.core.$ZodIssue): Fault[] {
  const path: YamlPath = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ ...yaml.keyAt(path, key), code: "policy.unknown-key", values: { key } }));
  }
  if (issue.code === "invalid_union") {
    const nearest = closest(issue.errors);
    if (nearest !== undefined) return nearest.flatMap((inner) => faultsOf(yaml, path, inner));
  }
  return [{ ...yaml.at(path), code: "policy.wrong-shape", values: { key: path.join("."), reason: issue.code } }];
}

/** Of the alternatives of a union the one that fits best: most deeply entered, then least wrong. */
function closest(alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const weight = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code === "invalid_type" ? 100 : 1), 0) +
    issues.filter((issue) => issue.code === "unrecognized_keys").reduce((sum, issue) => sum + issue.keys.length, 0);
  return alternatives.filter((issues) => issues.length > 0).toSorted((a, b) => weight(a) - weight(b))[0];
}
