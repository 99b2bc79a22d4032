import type { AccessFile, DutyFile } from "./access-file.ts";
import type { AccessPolicy, Duty, Office, Purpose } from "./access-policy.ts";
import type { PolicyDraft } from "./draft.ts";
import type { Fault } from "./fault.ts";
import { basisOf } from "./file-schema.ts";
import { fixedMap } from "./frozen.ts";
import { lintBasis } from "./lint-basis.ts";
import type { Located } from "./policy-file-set.ts";

/** An unverified duty rests until an operator confirms it: `duty:<id>`. */
export function accessOf(draft: PolicyDraft, file: AccessFile): AccessPolicy {
  const { authorisation, draw, exports, hours, watch } = file;
  const live = [...draft.duties.values()].filter(
    ({ value }) => value.mark !== "unverified" || draft.confirmed.has(`duty:${value.id}`),
  );
  const duties = live.map(({ value: { mark: _mark, ...duty } }): [string, Duty] => [
    duty.id,
    { ...duty, basis: basisOf(duty.basis) },
  ]);
  return {
    purposes: fixedMap(file.purposes.map((purpose): [string, Purpose] => [purpose.id, purpose])),
    duties: fixedMap(duties),
    offices: fixedMap([...draft.offices.values()].map(({ value }): [string, Office] => [value.uscc, value])),
    authorisation: {
      monthsMax: authorisation.monthsMax,
      usesMax: authorisation.usesMax,
      basis: basisOf(authorisation.basis),
    },
    draw: { perTenThousand: draw.perTenThousand, workingDays: draw.workingDays },
    exports,
    watch,
    delays: file.delays
      .filter(({ id, mark }) => mark !== "unverified" || draft.confirmed.has(`delay:${id}`))
      .map(({ id, zh, basis, offices, daysMax }) => ({ id, zh, article: basis, offices, daysMax })),
    hours,
  };
}

/** A duty names entries, purposes and offices that exist, and an instrument that carries it while it stands. */
export function lintAccess(draft: PolicyDraft): Fault[] {
  return [...[...draft.duties.values()].flatMap((duty) => lintDuty(draft, duty)), ...lintLimits(draft)];
}

function lintDuty(draft: PolicyDraft, duty: Located<DutyFile>): Fault[] {
  const { value } = duty;
  const purposes = new Set(draft.access?.value.purposes.map((purpose) => purpose.id));
  const unknown = (
    key: "entries" | "purposes" | "offices",
    known: { has(id: string): boolean },
    name: Unknown,
  ): Fault[] =>
    value[key].flatMap((id, index) =>
      known.has(id)
        ? []
        : [{ ...duty.at([key, index]), code: `policy.unknown-${name}` as const, values: { [name]: id } }],
    );
  const ended = value.until !== null && value.until <= draft.day;
  return [
    ...unknown("entries", draft.entries, "entry"),
    ...unknown("purposes", purposes, "purpose"),
    ...unknown("offices", draft.offices, "office"),
    ...lintBasis(draft, value.basis, { at: duty.at(["basis"]), use: ended ? "known" : "in-force" }),
  ];
}

type Unknown = "entry" | "purpose" | "office";

function lintLimits(draft: PolicyDraft): Fault[] {
  const { access } = draft;
  if (access === undefined) return [];
  const delays = access.value.delays.flatMap(({ basis }, index) =>
    lintBasis(draft, basis, { at: access.at(["delays", index, "basis"]), use: "in-force" }),
  );
  const limits = (["authorisation", "draw"] as const).flatMap((part) =>
    lintBasis(draft, access.value[part].basis, { at: access.at([part, "basis"]), use: "known" }),
  );
  return [...limits, ...delays];
}
