// The rules of looks as the policy in force has them: purposes, duties, offices, limits of authorisations.
import { ask } from "../client/client.ts";
import type { Outcome } from "../client/problem.ts";
import { useResource } from "../client/resource.ts";
import type { Resource } from "../client/resource.ts";

export interface LookPurpose {
  readonly purpose: string;
  readonly name: string;
}

export interface LookDuty {
  readonly duty: string;
  readonly name: string;
  readonly offices: readonly string[];
  readonly entries: readonly string[];
  readonly purposes: readonly string[];
  /** The article in words, as people cite it. */
  readonly articleText: string;
}

export interface LookOffice {
  readonly uscc: string;
  readonly name: string | null;
  readonly matterFormat: string;
}

/** What may be looked at, by whom and why. Every list is empty where the server does not tell it. */
export interface LookRules {
  readonly purposes: readonly LookPurpose[];
  readonly duties: readonly LookDuty[];
  readonly offices: readonly LookOffice[];
  readonly authorisation: { readonly monthsMax: number; readonly usesMax: number } | null;
}

export const noRules: LookRules = { purposes: [], duties: [], offices: [], authorisation: null };

const ADDRESS = "/api/v1/access/rules";
const ABSENT = 404;

type Loose = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): readonly Loose[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).filter((one): one is Loose => typeof one === "object" && one !== null);
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");
const wordsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as unknown[]).filter((one) => typeof one === "string") : [];

/** Reads the answer; a member that is not as expected is left out, never guessed. */
export function readRules(told: unknown): LookRules {
  if (typeof told !== "object" || told === null) return noRules;
  const { purposes, duties, offices, authorisation } = told as Loose;
  const limits = authorisation as Loose | null | undefined;
  const monthsMax = limits?.["monthsMax"];
  const usesMax = limits?.["usesMax"];
  return {
    purposes: membersOf(purposes).map((one) => ({ purpose: wordOf(one["purpose"]), name: wordOf(one["name"]) })),
    duties: membersOf(duties).map((one) => ({
      duty: wordOf(one["duty"]),
      name: wordOf(one["name"]),
      offices: wordsOf(one["offices"]),
      entries: wordsOf(one["entries"]),
      purposes: wordsOf(one["purposes"]),
      articleText: wordOf(one["articleText"]),
    })),
    offices: membersOf(offices).map((one) => ({
      uscc: wordOf(one["uscc"]),
      name: typeof one["name"] === "string" ? one["name"] : null,
      matterFormat: wordOf(one["matterFormat"]),
    })),
    authorisation: typeof monthsMax === "number" && typeof usesMax === "number" ? { monthsMax, usesMax } : null,
  };
}

/** Whoever serves no such list is asked by ids, which the rooms then take as text. */
async function load(signal: AbortSignal): Promise<Outcome<LookRules>> {
  const answered = await ask(ADDRESS, { signal });
  if (!answered.ok) return answered.problem.status === ABSENT ? { ok: true, value: noRules } : answered;
  return { ok: true, value: readRules((await answered.value.json().catch(() => null)) as unknown) };
}

export function useLookRules(): Resource<LookRules> {
  return useResource("look-rules", load);
}

/** The duties that an office has, those alone which serve a purpose where one is given. */
export function dutiesOf(rules: LookRules, office: string, purpose = ""): readonly LookDuty[] {
  return rules.duties.filter(
    ({ offices, purposes }) => offices.includes(office) && (purpose === "" || purposes.includes(purpose)),
  );
}

export function formatOf(rules: LookRules, office: string): string | null {
  return rules.offices.find(({ uscc }) => uscc === office)?.matterFormat ?? null;
}

export function purposeName(rules: LookRules | null, purpose: string): string {
  return rules?.purposes.find((one) => one.purpose === purpose)?.name ?? purpose;
}
