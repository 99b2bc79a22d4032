// What is about to be asked: read from the address and the pasted column, and judged before it is sent. Pure.
import type { components } from "@xinheng/contract/client";
import { CODES_MAX } from "../../looks/code-list.ts";
import type { ListedCode } from "../../looks/code-list.ts";
import { fitsFormat } from "../../looks/matter-format.ts";
import type { Query } from "../../router/path.ts";

export type AskedQuery = components["schemas"]["Query"];

/** What stands in the address: everything but the subjects. */
export interface Matter {
  readonly purpose: string;
  readonly basis: "duty" | "authorisation";
  readonly duty: string;
  readonly matter: string;
  readonly entries: readonly string[];
}

/** @param isLender a lender has no duty: it looks by authorisation alone. */
export function matterOf(query: Query, isLender: boolean): Matter {
  const { purpose = isLender ? "financing" : "", basis, duty = "", matter = "", entries = "" } = query;
  return {
    purpose,
    basis: isLender || basis === "authorisation" ? "authorisation" : "duty",
    duty,
    matter: matter.trim(),
    entries: entries.split(",").filter((entry) => entry !== ""),
  };
}

/** Matter numbers that stand for more than one subject, with how many. */
export function sharedMatters(
  codes: readonly ListedCode[],
  matter: string,
): readonly { readonly matter: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const one of codes.filter(({ verdict }) => verdict === "sound")) {
    const own = one.matter ?? matter;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts].flatMap(([own, count]) => (count > 1 ? [{ matter: own, count }] : []));
}

export type Fault =
  | { readonly field: "purpose" | "duty" | "matter" | "codes" | "party" }
  | { readonly field: "format"; readonly matter: string }
  | { readonly field: "wrong" | "many"; readonly count: number };

export interface Judging {
  readonly codes: readonly ListedCode[];
  /** How the office numbers its matters; null where that is not known here. */
  readonly format: string | null;
  readonly multiParty: boolean;
}

function matterFaults(matter: string, { codes, format }: Judging): readonly Fault[] {
  const numbers = codes.length === 0 ? [matter] : codes.map((one) => one.matter ?? matter);
  if (numbers.includes("")) return [{ field: "matter" }];
  const misfit = format === null ? undefined : numbers.find((number) => !fitsFormat(format, number));
  return misfit === undefined ? [] : [{ field: "format", matter: misfit }];
}

function codeFaults({ codes }: Judging): readonly Fault[] {
  if (codes.length === 0) return [{ field: "codes" }];
  const wrong = codes.filter(({ verdict }) => verdict !== "sound").length;
  const faults: Fault[] = wrong === 0 ? [] : [{ field: "wrong", count: wrong }];
  return codes.length > CODES_MAX ? [...faults, { field: "many", count: codes.length }] : faults;
}

/** What must be mended before it is sent; in the order of the form. */
export function faultsOf(asked: Matter, judging: Judging): readonly Fault[] {
  const faults: Fault[] = [];
  if (asked.purpose === "") faults.push({ field: "purpose" });
  if (asked.basis === "duty" && asked.duty === "") faults.push({ field: "duty" });
  faults.push(...matterFaults(asked.matter, judging), ...codeFaults(judging));
  const isShared = sharedMatters(judging.codes, asked.matter).length > 0;
  if (isShared && !judging.multiParty) faults.push({ field: "party" });
  return faults;
}

export function queryOf(asked: Matter, { codes, multiParty }: Judging): AskedQuery {
  const { purpose, basis, duty, matter, entries } = asked;
  return {
    purpose,
    basis: basis === "duty" ? { kind: "duty", duty } : { kind: "authorisation" },
    entries: entries.length === 0 ? null : [...entries],
    multiParty,
    subjects: codes.map(({ code, matter: own }) => ({ uscc: code, matter: own ?? matter })),
  };
}
