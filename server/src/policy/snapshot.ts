import type { Day } from "../kernel/day.ts";
import type { AccessPolicy } from "./access-policy.ts";
import type { Category, CatalogueEntry, Mapping, Provider } from "./catalogue-entry.ts";
import type { DocumentWords } from "./document-words.ts";
import type { ForbiddenKind } from "./forbidden-kind.ts";
import type { ListProcedure } from "./list-procedure.ts";
import type { ObjectionPolicy } from "./objection.ts";
import type { RepairPolicy } from "./repair.ts";
import type { OfficePolicy } from "./office-policy.ts";
import type { Matter, Measure } from "./measure.ts";
import type { PublicityPolicy } from "./publicity-rule.ts";
import type { Source } from "./source.ts";

/** The law as it stands on a day for a region: frozen, and known by its hash. */
export interface PolicySnapshot {
  readonly day: Day;
  readonly region: string;
  /** SHA-256 over the canonical bytes of everything below, in hex. */
  readonly hash: string;
  readonly regionName: string;
  /** Names of the territories inside the region, by code. */
  readonly districts: ReadonlyMap<string, string>;
  /** False for packs that invent their content (the demo city): pages say 示例 非官方. */
  readonly official: boolean;
  readonly sources: ReadonlyMap<string, Source>;
  readonly categories: readonly Category[];
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly forbidden: readonly ForbiddenKind[];
  readonly publicity: PublicityPolicy;
  readonly words: DocumentWords;
  readonly access: AccessPolicy;
  /** How the policy office releases and assesses. */
  readonly office: OfficePolicy;
  /** Terms of objections, and their grounds. */
  readonly objection: ObjectionPolicy;
  /** Rules of repair; null where the folder holds none. */
  readonly repair: RepairPolicy | null;
  /** Procedures of lists, by id. */
  readonly lists: ReadonlyMap<string, ListProcedure>;
  readonly matters: ReadonlyMap<string, Matter>;
  /** 惩戒措施、法定限制与激励措施的登记册, by id: what does not stand here does not exist. */
  readonly measures: ReadonlyMap<string, Measure>;
}
