// What policy folders hold, checked for shape only.
import type { AccessCase, AccessFile, DutyFile, OfficeFile } from "./access-file.ts";
import type {
  CaseFile,
  CategoryFile,
  ConfirmFile,
  EntryFile,
  FieldFile,
  ForbiddenFile,
  MappingFile,
  ProviderFile,
  PublicityFile,
  RegionFile,
  SourceFile,
  WordsFile,
  YearFile,
} from "./file-schema.ts";
import type { Fault, Position } from "./fault.ts";
import type { AssessmentFile, ReleaseRulesFile } from "./office-file.ts";
import type { CompetenceFile, ListCase, ListFile } from "./list-file.ts";
import type { MatterFile, MeasureCase, MeasureFile } from "./measure-file.ts";
import type { ObjectionCase, ObjectionFile } from "./objection-file.ts";
import type { RepairCase, RepairFile } from "./repair-file.ts";
import type { YamlPath } from "./yaml-file.ts";

/** A value of a policy file together with the place where it stands. */
export interface Located<T> {
  readonly value: T;
  /** Number of the folder it came from: 0 is what is shipped, higher ones are an operator's or a region's. */
  readonly layer: number;
  /** The place of this value, or of something inside it. */
  at(path?: YamlPath): Position;
}

/** Everything that the folders hold for a region, checked for shape only. */
export interface PolicyFiles {
  readonly sources: Located<SourceFile>[];
  readonly categories: Located<CategoryFile>[];
  readonly sets: Map<string, Located<FieldFile[]>>;
  readonly entries: Located<EntryFile>[];
  readonly publicity: Located<PublicityFile>[];
  readonly forbidden: Located<ForbiddenFile>[];
  readonly words: Located<WordsFile>[];
  readonly mappings: Located<MappingFile>[];
  readonly regions: Located<RegionFile>[];
  readonly providers: Located<ProviderFile>[];
  readonly confirms: Located<ConfirmFile>[];
  readonly cases: Located<CaseFile>[];
  readonly years: Located<YearFile>[];
  readonly access: Located<AccessFile>[];
  readonly duties: Located<DutyFile>[];
  readonly offices: Located<OfficeFile>[];
  readonly accessCases: Located<AccessCase>[];
  readonly lists: Located<ListFile>[];
  readonly competence: Located<CompetenceFile>[];
  readonly listCases: Located<ListCase>[];
  readonly matters: Located<MatterFile>[];
  readonly measures: Located<MeasureFile>[];
  readonly measureCases: Located<MeasureCase>[];
  readonly releaseRules: Located<ReleaseRulesFile>[];
  readonly assessment: Located<AssessmentFile>[];
  readonly objections: Located<ObjectionFile>[];
  readonly objectionCases: Located<ObjectionCase>[];
  readonly repairs: Located<RepairFile>[];
  readonly repairCases: Located<RepairCase>[];
  readonly faults: Fault[];
}

/** Nothing read yet. */
export function noFiles(): PolicyFiles {
  return {
    sources: [],
    categories: [],
    sets: new Map(),
    entries: [],
    publicity: [],
    forbidden: [],
    words: [],
    mappings: [],
    regions: [],
    providers: [],
    confirms: [],
    cases: [],
    years: [],
    access: [],
    duties: [],
    offices: [],
    accessCases: [],
    lists: [],
    competence: [],
    listCases: [],
    matters: [],
    measures: [],
    measureCases: [],
    releaseRules: [],
    assessment: [],
    objections: [],
    objectionCases: [],
    repairs: [],
    repairCases: [],
    faults: [],
  };
}
