import type { AccessFile, DutyFile, OfficeFile } from "./access-file.ts";
import type { Day } from "../kernel/day.ts";
import type { Fault, Position } from "./fault.ts";
import type {
  CategoryFile,
  EntryFile,
  FieldFile,
  ForbiddenFile,
  MappingFile,
  ProviderFile,
  PublicityFile,
  RegionFile,
  RuleFile,
  SourceFile,
  WordsFile,
} from "./file-schema.ts";
import type { CompetenceFile, ListFile } from "./list-file.ts";
import type { AssessmentFile, ReleaseRulesFile } from "./office-file.ts";
import type { MatterFile, MeasureFile } from "./measure-file.ts";
import type { ObjectionFile } from "./objection-file.ts";
import type { RepairFile } from "./repair-file.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { PolicyOverlay } from "./policy-files.ts";
import type { Located, PolicyFiles } from "./policy-file-set.ts";
import type { YamlPath } from "./yaml-file.ts";

/** A field with the sets it may come from already opened. */
export interface DraftField {
  readonly value: FieldFile;
  at(path?: YamlPath): Position;
}

export interface DraftEntry extends Located<EntryFile> {
  readonly fields: readonly DraftField[];
  /** Shipped as template and not confirmed: known, but nothing comes in. */
  readonly disabled: boolean;
}

/** All layers laid over each other: what the linter judges and the snapshot is built from. */
export interface PolicyDraft {
  readonly day: Day;
  readonly region: string;
  readonly sources: ReadonlyMap<string, Located<SourceFile>>;
  readonly categories: ReadonlyMap<string, Located<CategoryFile>>;
  readonly entries: ReadonlyMap<string, DraftEntry>;
  readonly publicity: Located<PublicityFile> | undefined;
  readonly rules: ReadonlyMap<string, Located<RuleFile>>;
  readonly forbidden: ReadonlyMap<string, Located<ForbiddenFile>>;
  readonly words: readonly Located<WordsFile>[];
  readonly mappings: ReadonlyMap<string, Located<MappingFile>>;
  readonly place: Located<RegionFile> | undefined;
  readonly providers: ReadonlyMap<string, Located<ProviderFile>>;
  readonly access: Located<AccessFile> | undefined;
  readonly releaseRules: Located<ReleaseRulesFile> | undefined;
  readonly assessment: Located<AssessmentFile> | undefined;
  readonly objection: Located<ObjectionFile> | undefined;
  readonly repair: Located<RepairFile> | undefined;
  readonly duties: ReadonlyMap<string, Located<DutyFile>>;
  readonly offices: ReadonlyMap<string, Located<OfficeFile>>;
  readonly lists: ReadonlyMap<string, Located<ListFile>>;
  readonly competence: ReadonlyMap<string, Located<CompetenceFile>>;
  readonly matters: ReadonlyMap<string, Located<MatterFile>>;
  readonly measures: ReadonlyMap<string, Located<MeasureFile>>;
  /** What packs confirm of the shipped templates and unverified values: `entry:…`, `values:…`, `length:…`, `edition:…`, `duty:…`, `list:…`, `measure:…`. */
  readonly confirmed: ReadonlySet<string>;
  readonly files: PolicyFiles;
}

/** A release of policy: laid over the folders from its day on. */
export interface PolicyRelease extends PolicyOverlay {
  /** SHA-256 over its files in hex. */
  readonly hash: string;
  /** The first day on which it is in effect. */
  readonly effective: Day;
}

/** What is asked for: folders in order (shipped first), the region, the day, and what was released, in its order. */
export interface PolicyQuestion {
  readonly folders: readonly string[];
  readonly region: string;
  readonly day: Day;
  readonly production?: boolean;
  readonly releases?: readonly PolicyRelease[];
}

/** The releases that are in effect on a day, in the order in which they were released. */
export function releasesOn(day: Day, releases: readonly PolicyRelease[] = []): readonly PolicyRelease[] {
  return releases.filter((release) => release.effective <= day);
}

/** Lays the folders over each other. Faults of shape and of laying over are added to `faults`. */
export function draftPolicy(question: PolicyQuestion, faults: Fault[]): PolicyDraft {
  const files = readPolicyFiles({ ...question, overlays: releasesOn(question.day, question.releases) });
  faults.push(...files.faults);
  const confirmed = new Set(files.confirms.map((confirm) => confirm.value.what));
  const entries = new Map<string, DraftEntry>();
  for (const [id, entry] of byId(files.entries, (value) => value.id, faults)) {
    const disabled = entry.value.state === "template" && !confirmed.has(`entry:${id}`);
    entries.set(id, { ...entry, fields: openSets(entry, files, faults), disabled });
  }
  return {
    day: question.day,
    region: question.region,
    sources: byId(files.sources, (value) => value.id, faults),
    categories: byId(files.categories, (value) => value.id, faults),
    entries,
    publicity: files.publicity.at(-1),
    rules: byId(files.publicity.flatMap(rulesOf), (value) => value.id, faults),
    forbidden: byId(files.forbidden, (value) => value.id, faults),
    words: files.words,
    mappings: byId(files.mappings, (value) => value.id, faults),
    place: files.regions.findLast((place) => place.value.region === question.region),
    providers: byId(files.providers, (value) => value.uscc, faults),
    access: files.access.at(-1),
    releaseRules: files.releaseRules.at(-1),
    assessment: files.assessment.at(-1),
    objection: files.objections.at(-1),
    repair: files.repairs.at(-1),
    duties: byId(files.duties, (value) => value.id, faults),
    offices: byId(files.offices, (value) => value.uscc, faults),
    lists: byId(files.lists, (value) => value.id, faults),
    competence: byId(files.competence, (value) => value.list, faults),
    matters: byId(files.matters, (value) => value.id, faults),
    measures: byId(files.measures, (value) => value.id, faults),
    confirmed,
    files,
  };
}

function rulesOf(file: Located<PublicityFile>): Located<RuleFile>[] {
  return file.value.rules.map((value, index) => ({
    value,
    layer: file.layer,
    at: (path = []) => file.at(["rules", index, ...path]),
  }));
}

/** The last layer wins; twice in one layer is a fault, and so is a version that goes back. */
function byId<T>(items: readonly Located<T>[], idOf: (value: T) => string, faults: Fault[]): Map<string, Located<T>> {
  const found = new Map<string, Located<T>>();
  for (const item of items) {
    const id = idOf(item.value);
    const before = found.get(id);
    if (before !== undefined && before.layer === item.layer) {
      faults.push({ ...item.at(), code: "policy.duplicate-id", values: { id } });
      continue;
    }
    if (before !== undefined && versionOf(item.value) < versionOf(before.value)) {
      const values = { id, version: versionOf(item.value), before: versionOf(before.value) };
      faults.push({ ...item.at(["version"]), code: "policy.version-lower", values });
      continue;
    }
    found.set(id, item);
  }
  return found;
}

function versionOf(value: unknown): number {
  if (typeof value !== "object" || value === null || !("version" in value)) return 0;
  return typeof value.version === "number" ? value.version : 0;
}

function openSets(entry: Located<EntryFile>, files: PolicyFiles, faults: Fault[]): DraftField[] {
  return entry.value.fields.flatMap((item, index) => {
    if (!("use" in item)) return [{ value: item, at: (path: YamlPath = []) => entry.at(["fields", index, ...path]) }];
    const set = files.sets.get(item.use);
    if (set === undefined) {
      faults.push({ ...entry.at(["fields", index, "use"]), code: "policy.unknown-set", values: { set: item.use } });
      return [];
    }
    for (const id of item.except) {
      if (set.value.some((field) => field.id === id)) continue;
      faults.push({ ...entry.at(["fields", index, "except"]), code: "policy.unknown-field", values: { field: id } });
    }
    return set.value.flatMap((value, place) =>
      item.except.includes(value.id) ? [] : [{ value, at: (path: YamlPath = []) => set.at([place, ...path]) }],
    );
  });
}
