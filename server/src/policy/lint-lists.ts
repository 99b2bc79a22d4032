import { inspectCode } from "../kernel/uscc.ts";
import type { DraftEntry, PolicyDraft } from "./draft.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import { lintBasis } from "./lint-basis.ts";
import type { CompetenceFile, ListFile } from "./list-file.ts";
import { isTemplate } from "./lists-part.ts";
import type { Located } from "./policy-file-set.ts";
import type { Rank } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

/** Ranks that may say that there is such a list at all (意见十二). */
export const DOMAIN_RANKS: ReadonlySet<Rank> = new Set<Rank>([
  "law",
  "administrative-regulation",
  "local-regulation",
  "central-policy",
]);
/** Ranks that may say how one gets in and out: a departmental rule, or what stands above one; for courts their own. */
export const PROCEDURE_RANKS: ReadonlySet<Rank> = new Set<Rank>([
  "law",
  "administrative-regulation",
  "local-regulation",
  "departmental-rule",
  "judicial-interpretation",
]);
const RULE = "opinions-2025#12";

/** Everything that can be wrong with the procedures of lists, with who decides them, and with their cases. */
export function lintLists(draft: PolicyDraft): Fault[] {
  return [
    ...[...draft.lists.values()].flatMap((list) => lintList(draft, list)),
    ...[...draft.competence.values()].flatMap((one) => lintCompetence(draft, one)),
    ...draft.files.listCases.flatMap((one) =>
      draft.lists.has(one.value.list)
        ? []
        : [{ ...one.at(["list"]), code: "policy.unknown-list" as const, values: { list: one.value.list } }],
    ),
  ];
}

type Told = (code: FaultCode, path: YamlPath, values?: Fault["values"]) => Fault;

function lintList(draft: PolicyDraft, list: Located<ListFile>): Fault[] {
  const { value } = list;
  const told: Told = (code, path, values = {}) => ({
    ...list.at(path),
    code,
    values: { list: value.id, ...values },
    article: RULE,
  });
  const live = !isTemplate(draft, value);
  return [
    ...lintBases(draft, list),
    ...lintRanks(draft, { list, told }),
    ...lintEntry(draft, { value, told, live }),
    ...lintParts(value, told),
    ...(live ? lintLive(draft, { value, told }) : []),
  ];
}

/** Where an article is written, and how strictly it is judged: what has ended lapses the list, and is no fault. */
function lintBases(draft: PolicyDraft, list: Located<ListFile>): Fault[] {
  return writtenIn(list.value).flatMap(({ basis, path }) => {
    const at = list.at(path);
    const faults = lintBasis(draft, basis, { at, use: "known" }).filter(({ code }) => code !== "policy.expired-basis");
    const { source, article } = readBasis(basis);
    return article === undefined
      ? [...faults, { ...at, code: "policy.missing-article" as const, values: { source, title: source } }]
      : faults;
  });
}

function writtenIn(value: ListFile): { readonly basis: string; readonly path: YamlPath }[] {
  const single = (["earlyRemoval", "defence", "hearing", "term"] as const).map((key) => ({
    basis: value[key]?.basis ?? null,
    path: [key, "basis"],
  }));
  const many = (["grounds", "corrections", "remedies"] as const).flatMap((key) =>
    value[key].map((one, index) => ({ basis: one.basis, path: [key, index, "basis"] })),
  );
  const grounds = value.grounds.map((one, index) => ({
    basis: one.term?.basis ?? null,
    path: ["grounds", index, "term", "basis"],
  }));
  const whole = (["domain", "procedure"] as const).flatMap((key) =>
    value[key].map((basis, index) => ({ basis, path: [key, index] })),
  );
  return [...whole, ...single, ...many, ...grounds].flatMap(({ basis, path }) =>
    basis === null ? [] : [{ basis, path }],
  );
}

function lintRanks(draft: PolicyDraft, { list, told }: { list: Located<ListFile>; told: Told }): Fault[] {
  const judge = (key: "domain" | "procedure", ranks: ReadonlySet<Rank>): Fault[] =>
    list.value[key].flatMap((written, index) => {
      const source = draft.sources.get(readBasis(written).source)?.value;
      if (source === undefined || ranks.has(source.rank)) return [];
      return [told("policy.list-rank", [key, index], { source: source.id, title: source.title })];
    });
  return [...judge("domain", DOMAIN_RANKS), ...judge("procedure", PROCEDURE_RANKS)];
}

interface Asked {
  readonly value: ListFile;
  readonly told: Told;
}

/** A list whose listings are recorded stands in the catalogue by entry and name; what is no list has neither. */
function lintEntry(draft: PolicyDraft, { value, told, live }: Asked & { readonly live: boolean }): Fault[] {
  if (value.entry === null)
    return value.kind === "not-a-list" ? [] : [told("policy.unknown-entry", ["entry"], { entry: "" })];
  const entry = draft.entries.get(value.entry);
  if (entry === undefined) return [told("policy.unknown-entry", ["entry"], { entry: value.entry })];
  const outside = value.subjectKinds.filter((kind) => !entry.value.subjectKinds.includes(kind));
  const faults = outside.map((kind) => told("policy.list-subject", ["subjectKinds"], { kind }));
  const names = namesOf(draft, entry, live);
  if (value.listName !== null && !names.includes(value.listName)) {
    faults.push(told("policy.unknown-value", ["listName"], { entry: entry.value.id, field: "listName" }));
  }
  return faults;
}

/** The names that the entry's field knows; of a live list those that are received today. */
function namesOf(draft: PolicyDraft, entry: DraftEntry, live: boolean): readonly string[] {
  const values = entry.fields.find(({ value }) => value.id === "listName")?.value.values;
  if (values === null || values === undefined) return [];
  const confirmed = draft.confirmed.has(`values:${entry.value.id}.listName`);
  return live && !confirmed ? values.list : [...values.list, ...values.pending];
}

/** Parts of one procedure that speak of each other. */
function lintParts(value: ListFile, told: Told): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, ground] of value.grounds.entries()) {
    if (seen.has(ground.id)) faults.push(told("policy.duplicate-id", ["grounds", index, "id"], { id: ground.id }));
    seen.add(ground.id);
  }
  if (value.exits.includes("early-removal") !== (value.earlyRemoval !== null))
    faults.push(told("policy.list-part", ["exits"], { part: "early-removal" }));
  if (value.exits.includes("correction") !== value.corrections.length > 0)
    faults.push(told("policy.list-part", ["exits"], { part: "correction" }));
  if (value.kind === "not-a-list" && value.doors.length > 0)
    faults.push(told("policy.list-part", ["doors"], { part: "doors" }));
  return faults;
}

/** What a list must have before anybody can be put on it. An empty template cannot be confirmed into one. */
function lintLive(draft: PolicyDraft, { value, told }: Asked): Fault[] {
  const here = value.doors.includes("here");
  const missing: Readonly<Record<string, boolean>> = {
    doors: value.doors.length === 0,
    subjectKinds: value.subjectKinds.length === 0,
    grounds: value.grounds.length === 0,
    term: value.term === null || (value.term.kind === "months" && value.term.months === null),
    exits: value.exits.length === 0,
    procedure: value.procedure.length === 0,
    remedies: here && value.remedies.length === 0,
    defence: here && value.defence === null,
    hearing: here && value.hearing === null,
  };
  const faults = Object.entries(missing)
    .filter(([, absent]) => absent)
    .map(([part]) => told("policy.list-part", [part], { part }));
  return value.state === "live" ? [...faults, ...lintMarks(draft, { value, told })] : faults;
}

/** What ships live is verified, its grounds, term and instruments with it. */
function lintMarks(draft: PolicyDraft, { value, told }: Asked): Fault[] {
  const named = [...value.domain, ...value.procedure].map((written) => draft.sources.get(readBasis(written).source));
  const doubtful =
    value.mark !== "verified" ||
    value.term?.mark !== "verified" ||
    value.grounds.some((ground) => ground.mark === "unverified") ||
    named.some((source) => source?.value.mark === "unverified" || source?.value.inForce === null);
  return doubtful ? [told("policy.list-unverified", ["state"])] : [];
}

function lintCompetence(draft: PolicyDraft, one: Located<CompetenceFile>): Fault[] {
  const { list, offices } = one.value;
  const unknown: Fault[] = draft.lists.has(list)
    ? []
    : [{ ...one.at(["list"]), code: "policy.unknown-list", values: { list } }];
  const unsound = offices.flatMap(({ uscc }, index): Fault[] => {
    const verdict = inspectCode(uscc);
    if (verdict === "ok") return [];
    return [{ ...one.at(["offices", index, "uscc"]), code: "policy.unsound-code", values: { uscc, verdict } }];
  });
  return [...unknown, ...unsound];
}
