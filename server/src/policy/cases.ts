import type { AccessCase } from "./access-file.ts";
import type { Day } from "../kernel/day.ts";
import type { PolicyDraft } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { basisOf } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { ListCase } from "./list-file.ts";
import type { MeasureCase } from "./measure-file.ts";
import type { RepairCase } from "./repair-file.ts";
import type { PolicyOverlay } from "./policy-files.ts";
import type { PolicyFiles } from "./policy-file-set.ts";
import type { CountingConvention, Severity } from "./publicity-rule.ts";
import type { Basis } from "./source.ts";

/** One case of `visibility/cases.yaml`. Days are inclusive; `undefined` in `expected` means "not asked". */
export interface PublicityCase {
  readonly title: string;
  readonly entry: string;
  readonly severity: Severity | null;
  readonly decidedOn: Day;
  readonly received: Day;
  readonly providerShownUntil: Day | null;
  readonly validUntil: Day | null;
  /** Day from which the statement has ended; null when it has not. */
  readonly ended: Day | null;
  /** Null = the convention of the policy. */
  readonly convention: CountingConvention | null;
  /** The day that is asked about. */
  readonly day: Day;
  readonly expected: {
    readonly shown: boolean;
    readonly shownUntil: Day | null | undefined;
    readonly repairableFrom: Day | null | undefined;
  };
  readonly basis: Basis;
}

/** The cases that the folders hold, in order. Files with faults give none: `lintPolicy` tells why. */
export function readCases(folders: readonly string[], region: string): readonly PublicityCase[] {
  return casesOf(readPolicyFiles({ folders, region }));
}

/** The cases that a release or a draft brings with it, by what they are about, in order. */
export interface OverlayCases {
  readonly publicity: readonly PublicityCase[];
  readonly lists: readonly ListCase[];
  readonly measures: readonly MeasureCase[];
  readonly access: readonly AccessCase[];
  readonly repair: readonly RepairCase[];
}

export function readOverlayCases(overlay: PolicyOverlay): OverlayCases {
  const files = readPolicyFiles({ folders: [], region: "", overlays: [overlay] });
  return {
    publicity: casesOf(files),
    lists: files.listCases.map(({ value }) => value),
    measures: files.measureCases.map(({ value }) => value),
    access: files.accessCases.map(({ value }) => value),
    repair: files.repairCases.map(({ value }) => value),
  };
}

function casesOf({ cases }: PolicyFiles): readonly PublicityCase[] {
  return cases.map(({ value }) => ({
    title: value.case,
    entry: value.given.entry,
    severity: value.given.severity,
    decidedOn: value.given.decidedOn,
    received: value.given.received ?? value.given.decidedOn,
    providerShownUntil: value.given.providerShownUntil,
    validUntil: value.given.validUntil,
    ended: value.given.ended,
    convention: value.given.convention ?? null,
    day: value.given.day,
    expected: {
      shown: value.then.shown,
      shownUntil: value.then.shownUntil,
      repairableFrom: value.then.repairableFrom,
    },
    basis: basisOf(value.basis),
  }));
}

/** The cases of `access/cases.yaml`, in order. */
export function readAccessCases(folders: readonly string[], region: string): readonly AccessCase[] {
  return readPolicyFiles({ folders, region }).accessCases.map(({ value }) => value);
}

/** A case must speak of an entry and an instrument that exist; cases of former law stay. */
export function lintCases(draft: PolicyDraft): Fault[] {
  return draft.files.cases.flatMap((one) => {
    const { given, basis } = one.value;
    const faults = lintBasis(draft, basis, { at: one.at(["basis"]), use: "known" });
    if (!draft.entries.has(given.entry)) {
      faults.push({ ...one.at(["given", "entry"]), code: "policy.unknown-entry", values: { entry: given.entry } });
    }
    return faults.filter((fault) => fault.code !== "policy.expired-basis");
  });
}
