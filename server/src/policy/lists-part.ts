import type { Day } from "../kernel/day.ts";
import type { PolicyDraft } from "./draft.ts";
import { basisOf, readBasis } from "./file-schema.ts";
import { fixedMap } from "./frozen.ts";
import type { ListFile } from "./list-file.ts";
import type { EntryGround, ListProcedure, ListTerm } from "./list-procedure.ts";
import { readPolicyFiles } from "./policy-files.ts";
import type { ListCase } from "./list-file.ts";
import type { Basis } from "./source.ts";

/** The procedures of all lists, by id. An ended instrument lapses a list that midnight, without anybody acting. */
export function listsOf(draft: PolicyDraft): ReadonlyMap<string, ListProcedure> {
  return fixedMap(
    [...draft.lists.values()].map(({ value }): [string, ListProcedure] => [value.id, procedureOf(draft, value)]),
  );
}

function procedureOf(draft: PolicyDraft, file: ListFile): ListProcedure {
  const { version: _version, ...same } = file;
  return {
    ...same,
    competent: draft.competence.get(file.id)?.value.offices ?? [],
    state: stateOf(draft, file),
    grounds: fixedMap(
      file.grounds.map((ground): [string, EntryGround] => [
        ground.id,
        { ...ground, basis: basisOf(ground.basis), term: termOf(ground.term) },
      ]),
    ),
    term: termOf(file.term),
    earlyRemoval: withBasis(file.earlyRemoval),
    corrections: file.corrections.map((one) => ({ ...one, basis: basisOf(one.basis) })),
    defence: withBasis(file.defence),
    hearing: withBasis(file.hearing),
    remedies: file.remedies.map((one) => ({ ...one, basis: maybeBasis(one.basis) })),
    domain: file.domain.map(basisOf),
    procedure: file.procedure.map(basisOf),
  };
}

const maybeBasis = (written: string | null): Basis | null => (written === null ? null : basisOf(written));

function withBasis<T extends { readonly basis: string | null }>(
  part: T | null,
): (Omit<T, "basis"> & { readonly basis: Basis | null }) | null {
  return part === null ? null : { ...part, basis: maybeBasis(part.basis) };
}

function termOf(term: ListFile["term"]): ListTerm | null {
  return withBasis(term);
}

/** Shipped as template and not confirmed: known, and nobody is listed. */
export function isTemplate(draft: PolicyDraft, { id, state }: Pick<ListFile, "id" | "state">): boolean {
  return state === "template" && !draft.confirmed.has(`list:${id}`);
}

function stateOf(draft: PolicyDraft, file: ListFile): ListProcedure["state"] {
  if (isTemplate(draft, file)) return "template";
  const { day } = draft;
  const stands = file.domain.some((one) => standsOn(draft, one, day)) && procedureStands(draft, file);
  return stands ? "live" : "lapsed";
}

function procedureStands(draft: PolicyDraft, file: ListFile): boolean {
  return file.procedure.some((one) => standsOn(draft, one, draft.day));
}

/** Whether an instrument is in force on a day, as far as is known. */
function standsOn(draft: PolicyDraft, written: string, day: Day): boolean {
  const source = draft.sources.get(readBasis(written).source)?.value;
  if (source === undefined || source.inForce === null) return false;
  return source.inForce <= day && (source.until === null || day < source.until);
}

/** The cases of `lists/cases.yaml`, in order. */
export function readListCases(folders: readonly string[], region: string): readonly ListCase[] {
  return readPolicyFiles({ folders, region }).listCases.map(({ value }) => value);
}
