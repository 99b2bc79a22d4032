// What is about to be checked: read from the address and the pasted column, and judged before it is sent. Pure.
import type { components } from "@xinheng/contract/client";
import type { MeasureRegistry } from "../../client/measures.ts";
import { CODES_MAX } from "../../looks/code-list.ts";
import type { ListedCode } from "../../looks/code-list.ts";
import { fitsFormat } from "../../looks/matter-format.ts";
import { dutiesOf } from "../../looks/rules.ts";
import type { LookDuty, LookRules } from "../../looks/rules.ts";
import type { Query } from "../../router/path.ts";

export type CheckBody = components["schemas"]["Check"];
export type CheckAnswer = components["schemas"]["CheckAnswer"];
type Matter = MeasureRegistry["matters"][number];

/** As many subjects as a check takes that a second person approved. */
export const LARGE_MAX = 10_000;

/** What stands in the address: everything but the subjects. */
export interface Asked {
  readonly matter: Matter | null;
  readonly purpose: string;
  readonly duty: LookDuty | null;
  readonly matterNo: string;
  /** Number of the approved proposal; null for none. */
  readonly approval: string | null;
}

/** What may be chosen from, narrowed by what was chosen before. */
export interface Choices {
  readonly matters: readonly Matter[];
  readonly purposes: readonly string[];
  readonly duties: readonly LookDuty[];
}

export interface Known {
  readonly registry: Pick<MeasureRegistry, "matters">;
  readonly rules: LookRules;
  /** USCC of one's own office. */
  readonly office: string;
}

/** The one there is, or the chosen one of several. */
function chosenOf<T>(all: readonly T[], isChosen: (one: T) => boolean): T | null {
  return all.find(isChosen) ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** A matter offers only its own purposes, of these those that a duty of the office serves, and a purpose only its duties. */
export function askedOf(query: Query, { registry, rules, office }: Known): Asked & { readonly choices: Choices } {
  const served = new Set(dutiesOf(rules, office).flatMap(({ purposes }) => purposes));
  const matters = registry.matters.filter(({ purposes }) => purposes.some((purpose) => served.has(purpose)));
  const matter = chosenOf(matters, ({ id }) => id === query["matter"]);
  const purposes = matter === null ? [] : matter.purposes.filter((purpose) => served.has(purpose));
  const purpose = chosenOf(purposes, (one) => one === query["purpose"]) ?? "";
  const duties = purpose === "" ? [] : dutiesOf(rules, office, purpose);
  const duty = chosenOf(duties, (one) => one.duty === query["duty"]);
  const { number = "", approval = null } = query;
  return { matter, purpose, duty, matterNo: number.trim(), approval, choices: { matters, purposes, duties } };
}

export type Fault =
  | { readonly field: "matter" | "purpose" | "duty" | "number" | "codes" | "party" | "reason" }
  | { readonly field: "format"; readonly number: string }
  | { readonly field: "wrong" | "many"; readonly count: number };

export interface Judging {
  readonly codes: readonly ListedCode[];
  /** How the office numbers its matters; null where that is not known here. */
  readonly format: string | null;
  readonly multiParty: boolean;
  /** Why so many are checked; only a proposal needs it. */
  readonly reason: string;
}

/** Whether a second person must see the list first. */
export function needsSecond(asked: Pick<Asked, "approval">, codes: readonly ListedCode[]): boolean {
  return codes.length > CODES_MAX && asked.approval === null;
}

const numberOf = (asked: Asked, one: ListedCode): string => one.matter ?? asked.matterNo;

/** Matter numbers that stand for more than one subject, with how many. */
export function sharedNumbers(
  asked: Asked,
  codes: readonly ListedCode[],
): readonly { readonly number: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const one of codes) counts.set(numberOf(asked, one), (counts.get(numberOf(asked, one)) ?? 0) + 1);
  return [...counts].flatMap(([number, count]) => (count > 1 && number !== "" ? [{ number, count }] : []));
}

function chosenFaults({ matter, purpose, duty }: Asked): readonly Fault[] {
  const faults: Fault[] = [];
  if (matter === null) faults.push({ field: "matter" });
  if (purpose === "") faults.push({ field: "purpose" });
  if (duty === null) faults.push({ field: "duty" });
  return faults;
}

function numberFaults(asked: Asked, { codes, format }: Judging): readonly Fault[] {
  const numbers = codes.length === 0 ? [asked.matterNo] : codes.map((one) => numberOf(asked, one));
  if (numbers.includes("")) return [{ field: "number" }];
  const misfit = format === null ? undefined : numbers.find((number) => !fitsFormat(format, number));
  return misfit === undefined ? [] : [{ field: "format", number: misfit }];
}

function codeFaults({ codes }: Judging): readonly Fault[] {
  if (codes.length === 0) return [{ field: "codes" }];
  const wrong = codes.filter(({ verdict }) => verdict !== "sound").length;
  const faults: Fault[] = wrong === 0 ? [] : [{ field: "wrong", count: wrong }];
  return codes.length > LARGE_MAX ? [...faults, { field: "many", count: codes.length }] : faults;
}

/** What must be mended before it is sent; in the order of the form. */
export function faultsOf(asked: Asked, judging: Judging): readonly Fault[] {
  const faults = [...chosenFaults(asked), ...numberFaults(asked, judging), ...codeFaults(judging)];
  if (sharedNumbers(asked, judging.codes).length > 0 && !judging.multiParty) faults.push({ field: "party" });
  if (needsSecond(asked, judging.codes) && judging.reason.trim() === "") faults.push({ field: "reason" });
  return faults;
}

/** What is sent once nothing is to be mended. */
export function bodyOf(asked: Asked, { codes, multiParty }: Judging): CheckBody {
  const { matter, purpose, duty, approval } = asked;
  return {
    matter: matter?.id ?? "",
    purpose,
    duty: duty?.duty ?? "",
    multiParty,
    subjects: codes.map((one) => ({ uscc: one.code, matterNo: numberOf(asked, one) })),
    approval: codes.length > CODES_MAX ? approval : null,
  };
}
