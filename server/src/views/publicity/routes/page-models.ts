import { addDays, isWithin } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { articleText, referenceText } from "../../../policy/article-text.ts";
import type { CatalogueEntry, Field } from "../../../policy/catalogue-entry.ts";
import type { PublicityRule, TermEdition } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { coverageLines, scopeOf } from "../../coverage/index.ts";
import type { AbsenceScope, SourceCoverage } from "../../coverage/index.ts";
import type { FoundSubject, SearchAnswer } from "../../search/index.ts";
import { kindNames, timeOf } from "../../site/index.ts";
import type {
  Chapter,
  HomeModel,
  RecordRow,
  ResultItem,
  ResultsModel,
  ResultsProblem,
  StatementModel,
  SubjectModel,
  TermsModel,
} from "../pages/model.ts";
import { chapterEntries, layoutOf, listHref, registrationEntry, standsEverywhere } from "./chapters.ts";
import { titleOf, validUntilOf } from "../service/record.ts";
import type { ShownRecord } from "../service/record.ts";
import { recordsListed } from "../rules/subject.ts";
import type { LoadedSubject } from "../rules/subject.ts";
import { text, words } from "../text.ts";

/** What a page is made of beside its matter. */
export interface Present {
  readonly today: Day;
  readonly policy: PolicySnapshot;
}

export function subjectHref(uscc: string): string {
  return `/subjects/${encodeURIComponent(uscc)}`;
}

/** What pages say of coverage. It is the same for every subject while the coverage is, so it is made once. */
interface CoverageWords {
  readonly lines: SubjectModel["coverage"];
  readonly byEntry: ReadonlyMap<string, AbsenceScope>;
}

const worded = new WeakMap<readonly SourceCoverage[], CoverageWords>();

function wordsOf(coverage: readonly SourceCoverage[]): CoverageWords {
  const known = worded.get(coverage);
  if (known !== undefined) return known;
  const byEntry = new Map(
    [...new Set(coverage.map((one) => one.entry))].map((entry): [string, AbsenceScope] => [
      entry,
      scopeOf(coverage.filter((one) => one.entry === entry)),
    ]),
  );
  const made = { lines: coverageLines(coverage), byEntry };
  worded.set(coverage, made);
  return made;
}

const noScope = scopeOf([]);

/** The subject page: chapters in their fixed order, each with the scope of its own entry. */
export function subjectModel(
  view: {
    readonly subject: LoadedSubject;
    readonly records: readonly ShownRecord[];
    readonly coverage: readonly SourceCoverage[];
  },
  present: Present,
): SubjectModel {
  const { subject, records, coverage } = view;
  const [current, ...former] = subject.names;
  return {
    uscc: subject.uscc,
    name: current?.name ?? subject.uscc,
    kind: kindNames[subject.kind],
    facts: registrationFacts(records),
    formerNames: former,
    provisional: subject.standing === "provisional",
    chapters: chapterEntries(present.policy).flatMap((entry) => chapterOf(entry, view, present)),
    coverage: wordsOf(coverage).lines,
  };
}

function chapterOf(
  entry: CatalogueEntry,
  view: {
    readonly subject: LoadedSubject;
    readonly records: readonly ShownRecord[];
    readonly coverage: readonly SourceCoverage[];
  },
  present: Present,
): Chapter[] {
  const records = view.records.filter((record) => record.row.entry === entry.id);
  if (records.length === 0 && !standsEverywhere(entry)) return [];
  return [
    {
      id: entry.id,
      title: entry.zh,
      layout: layoutOf(entry),
      records: records.slice(0, recordsListed).map((record) => recordRow(record, view.subject.uscc, present)),
      more: records.length > recordsListed,
      scope: wordsOf(view.coverage).byEntry.get(entry.id) ?? noScope,
    },
  ];
}

/** What the registration authority says of the subject stands with its identity. */
function registrationFacts(records: readonly ShownRecord[]): { label: string; value: string }[] {
  const newest = records.find((record) => record.row.entry === registrationEntry);
  return newest === undefined ? [] : summaryOf(newest);
}

/** A sum as people read it: without the places that its field pads with noughts. */
function plain<Value extends string | null>(field: Field, value: Value): Value | string {
  return field.type === "decimal" && value !== null ? value.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "") : value;
}

function summaryOf(record: ShownRecord): { label: string; value: string }[] {
  const { summary, title } = record.entry.roles;
  return record.fields.flatMap(({ field, value }) =>
    value === null || field.id === title || !summary.includes(field.id)
      ? []
      : [{ label: field.zh, value: plain(field, value) }],
  );
}

function recordRow(record: ShownRecord, uscc: string, { policy, today }: Present): RecordRow {
  const { row, judged, entry, providerName } = record;
  const validUntil = validUntilOf(record, policy);
  return {
    id: record.id,
    href: `${subjectHref(uscc)}/records/${record.id}`,
    title: titleOf(record),
    documentNo: row.documentNo,
    authority: row.authority ?? providerName,
    provider: providerName,
    decidedOn: row.decidedOn,
    validUntil,
    shownUntil: row.shownUntil,
    repairableFrom: row.repairableFrom,
    severity: judged.severity,
    severityBy: severityBy(record),
    summary: summaryOf(record),
    article: judged.article === null ? null : referenceText(policy, judged.article),
    state: entry.adverse ? "shown" : validUntil === null || validUntil >= today ? "valid" : "expired",
    marks: row.marks,
    missing: record.fields.flatMap(({ field, value }) =>
      field.required === "always" && value === null ? [field.zh] : [],
    ),
  };
}

function severityBy(record: ShownRecord): string | null {
  if (record.row.severityBy === "provider") return record.providerName;
  return record.row.severityBy === "procedure" ? words.byProcedure : null;
}

/** The page of one record: every field that is for everybody, the rule applied, and what can be done from which day. */
export function statementModel(
  view: { readonly subject: LoadedSubject; readonly record: ShownRecord },
  present: Present,
): StatementModel {
  const { subject, record } = view;
  const { roles } = record.entry;
  const apart: readonly (string | null)[] = [roles.subjectCode, roles.subjectName, roles.documentNo];
  return {
    subject: { uscc: subject.uscc, name: subject.names[0]?.name ?? subject.uscc, href: subjectHref(subject.uscc) },
    chapterTitle: record.entry.zh,
    record: recordRow(record, subject.uscc, present),
    fields: record.fields.flatMap(({ field, value }) =>
      apart.includes(field.id) ? [] : [{ label: field.zh, value: plain(field, value) }],
    ),
    provider: record.providerName,
    receivedOn: record.receivedOn,
    rule: ruleOf(record, present.policy),
    procedure: procedureOf(record, present.policy),
    ways: waysOf(record, present),
  };
}

/** The list that a record is a listing of: by its entry, and by its name where the entry is of several. */
function procedureOf({ entry, fields, row }: ShownRecord, policy: PolicySnapshot): StatementModel["procedure"] {
  const name = fields.find(({ field }) => field.id === "listName")?.value ?? null;
  const list = [...policy.lists.values()].find((one) => one.entry === entry.id && one.listName === name);
  if (list === undefined) return null;
  const { decidedHere, decidedElsewhere } = text.statement;
  const says = row.decidedHere === true ? decidedHere : decidedElsewhere;
  return { says, word: list.zh, href: `/rules/lists/${encodeURIComponent(list.id)}` };
}

function ruleOf(record: ShownRecord, policy: PolicySnapshot): StatementModel["rule"] {
  const rule = policy.publicity.rules.find((one) => one.id === record.entry.publicityRule);
  const { judged } = record;
  const counted = rule?.kind === "severity-term" ? words.conventions[policy.publicity.convention] : "";
  const stated = judged.reason === "provider-end" ? words.providerEnd : "";
  return {
    title: rule === undefined ? record.entry.zh : words.rules[rule.kind],
    article: judged.article === null ? "" : referenceText(policy, judged.article),
    convention: `${counted}${stated}`,
  };
}

function waysOf(record: ShownRecord, { today }: Present): StatementModel["ways"] {
  const { repairableFrom, shownUntil } = record.row;
  const objection = { from: null, text: words.ways.objection, now: false };
  if (!record.entry.adverse) return [objection];
  const repair =
    repairableFrom === null ? [] : [{ from: repairableFrom, text: words.ways.repair, now: repairableFrom <= today }];
  const stop = shownUntil === null ? [] : [{ from: addDays(shownUntil, 1), text: words.ways.stop, now: false }];
  return [objection, ...repair, ...stop];
}

export function resultItem(found: FoundSubject): ResultItem {
  return {
    uscc: found.uscc,
    name: found.name ?? found.uscc,
    formerName: found.formerName,
    kind: isKind(found.kind) ? kindNames[found.kind] : found.kind,
    status: null,
    href: subjectHref(found.uscc),
    provisional: found.standing === "provisional",
  };
}

function isKind(kind: string): kind is keyof typeof kindNames {
  return Object.hasOwn(kindNames, kind);
}

const problems: Readonly<Record<string, ResultsProblem>> = {
  "search.empty": "empty",
  "search.too-short": "too-short",
  "search.personal": "looks-personal",
};

/** What a results page says instead of results; null for a refusal that is no matter of the search box. */
export function problemOf(code: string): ResultsProblem | null {
  return problems[code] ?? null;
}

/** Nothing was looked for, so nothing is claimed. */
export function refusedResults(query: string, problem: ResultsProblem): ResultsModel {
  return { query, problem, items: [], more: false, nextHref: null, scope: noScope };
}

export function resultsModel(
  query: string,
  found: Pick<SearchAnswer, "items" | "more" | "wrongCheckDigit"> & { readonly coverage: readonly SourceCoverage[] },
  nextHref: string | null,
): ResultsModel {
  return {
    query,
    problem: found.wrongCheckDigit ? "wrong-check-digit" : null,
    items: found.items.map(resultItem),
    more: found.more,
    nextHref,
    scope: scopeOf(found.coverage),
  };
}

/** The home page: live counts by entry, and the terms in force on one ruler. */
export function homeModel(
  figures: {
    readonly at: number;
    readonly subjects: number;
    readonly shown: readonly { readonly entry: string; readonly count: number }[];
  },
  coverage: readonly SourceCoverage[],
  { policy }: Present,
): HomeModel {
  const counts = new Map(figures.shown.map(({ entry, count }) => [entry, count]));
  const lines = chapterEntries(policy).map((entry) => ({
    entry: entry.id,
    title: entry.zh,
    count: counts.get(entry.id) ?? 0,
    href: listHref(entry.id),
  }));
  const terms = termsOf(policy);
  return {
    asOf: timeOf(figures.at).slice(11),
    subjects: figures.subjects,
    shown: lines.filter((line) => line.count > 0),
    providers: policy.providers.size,
    ...(terms === undefined ? {} : { terms }),
    blind: blindOf(coverage),
  };
}

const blindLines = 5;

/** Sources that never sent nor declared anything are told on the coverage page: they would hide those that fell silent. */
function blindOf(coverage: readonly SourceCoverage[]): HomeModel["blind"] {
  const known = coverage.filter((one) => one.state !== "never");
  const late = known.filter((one) => one.state === "late" || one.state === "unknown");
  const providers = (sources: readonly SourceCoverage[]): number => new Set(sources.map((one) => one.provider)).size;
  return { lines: coverageLines(late).slice(0, blindLines), late: providers(late), senders: providers(known) };
}

function termsOf(policy: PolicySnapshot): TermsModel | undefined {
  const rule = policy.publicity.rules.find(
    (one): one is Extract<PublicityRule, { kind: "severity-term" }> => one.kind === "severity-term",
  );
  const edition = rule?.editions.find((one) => inForce(one, policy.day));
  if (edition === undefined) return undefined;
  return {
    lines: (["minor", "general", "serious"] as const).map((severity) => ({ severity, ...edition.terms[severity] })),
    article: articleText(policy, edition.basis),
  };
}

function inForce(edition: TermEdition, day: Day): boolean {
  return isWithin(day, { from: edition.inForce, until: edition.until });
}
