// What a person must ask about one measure of a draft before it is issued, and what takes its standing (意见十二).
import type { PolicyDraft } from "./draft.ts";
import type { Position } from "./fault.ts";
import { readBasis } from "./file-schema.ts";
import type { Measure, Trigger } from "./measure.ts";
import { carriersOf } from "./measures-part.ts";
import type { FlagRule, ProportionRule } from "./office-policy.ts";
import type { Severity } from "./publicity-rule.ts";
import type { PolicySnapshot } from "./snapshot.ts";
import { articleOf } from "./source.ts";
import type { Mark } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

export const FINDING_CODES = [
  "assess.lapsed",
  "assess.not-in-force",
  "assess.template",
  "assess.flag",
  "assess.too-long",
  "assess.outlasts-list",
  "assess.any-record",
  "assess.unrelated",
  "assess.remedy-unnamed",
  "assess.governed",
  "assess.replaces",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What a person must answer before it is issued; a fault takes its standing. */
export interface Finding extends Position {
  readonly code: FindingCode;
  readonly weight: "fault" | "question";
  readonly values: Readonly<Record<string, string | number>>;
  readonly article: string | null;
  readonly mark: Mark | null;
}

/** A measure as it would stand, with the registry around it. */
export interface FindingQuestion {
  /** The policy with the draft laid over it. */
  readonly draft: PolicyDraft;
  /** The policy that stands. */
  readonly before: PolicySnapshot;
  readonly measure: Measure;
  /** The whole registry with the draft's measures. */
  readonly made: ReadonlyMap<string, Measure>;
  /** Where a part of the measure stands in its file. */
  readonly at: (path?: YamlPath) => Position;
}

/** 设定失信惩戒措施须有依据、相关联、相当 (意见十二). */
const RULE = "opinions-2025#12";

type Found = Omit<Finding, keyof Position> & { readonly path: YamlPath };

/** Everything that is to be asked about a measure, in the order of what it is: standing, words, length, relation, registry. */
export function findingsOf(asked: FindingQuestion): readonly Finding[] {
  const { before, measure, at } = asked;
  const found = [
    ...stateFindings(asked),
    ...before.office.flags.flatMap((flag) => flagFindings(measure, flag)),
    ...lengthFindings(asked, before.office.proportion),
    ...exitFindings(asked),
    ...relationFindings(asked),
    ...remedyFindings(measure),
    ...registryFindings(asked),
  ];
  return found.map(({ path, ...one }) => ({ ...one, ...at(path) }));
}

const question = { weight: "question", article: null, mark: null } as const;

function stateFindings({ draft, measure }: FindingQuestion): Found[] {
  const { state, basis } = measure;
  const file = draft.measures.get(measure.id)?.value;
  const article = basis.map(articleOf).join(" ");
  const told = { weight: "fault", values: {}, article, mark: null, path: ["basis"] } as const;
  if (state === "lapsed") return [{ code: "assess.lapsed", ...told }];
  // Where nothing of the rank carries it, it is told so when it is loaded.
  if (state === "pending" && (file === undefined || carriersOf(draft, file).length === 0)) return [];
  if (state === "pending") return [{ code: "assess.not-in-force", ...told }];
  return state === "template" ? [{ code: "assess.template", ...question, values: {}, path: ["state"] }] : [];
}

/** Everything of a measure that is words, with its place. */
function wordsOf(measure: Measure): readonly (readonly [YamlPath, string])[] {
  const { zh, content, bodies, remedy, commitment, note, triggers, unless } = measure;
  const conditions = Object.entries({ triggers, unless }).flatMap(([key, list]) =>
    list.flatMap((one, index) =>
      ("where" in one ? one.where : []).flatMap(({ contains }) =>
        contains.map((word): [YamlPath, string] => [[key, index], word]),
      ),
    ),
  );
  return [
    [["zh"], zh],
    [["content"], content],
    ...bodies.map((body, index): [YamlPath, string] => [["bodies", index], body.zh]),
    [["remedy", "zh"], remedy.zh],
    [["commitment"], commitment ?? ""],
    [["note"], note ?? ""],
    ...conditions,
  ];
}

/** Words that say local protection, counting, related persons: told with their place, and judged by a person. */
function flagFindings(measure: Measure, flag: FlagRule): Found[] {
  const { id, zh, basis, mark } = flag;
  if (flag.classes.length > 0 && !flag.classes.some((one) => one === measure.measureClass)) return [];
  const found = new Map<string, YamlPath>();
  for (const [path, text] of wordsOf(measure)) {
    const rest = flag.except.reduce((left, phrase) => left.replaceAll(phrase, " "), text);
    for (const word of flag.words) if (rest.includes(word) && !found.has(word)) found.set(word, path);
  }
  const told = { code: "assess.flag", weight: "question", article: articleOf(basis), mark } as const;
  return [...found].map(([word, path]) => ({ ...told, values: { flag: id, name: zh, word }, path }));
}

const SEVERITIES = ["minor", "general", "serious"] as const satisfies readonly Severity[];

/** The gravest that a trigger may be set off by: the words it asks for, or what its list is for. */
function gravestOf(trigger: Trigger, { draft, before }: FindingQuestion): (typeof SEVERITIES)[number] {
  if ("list" in trigger) return draft.lists.get(trigger.list)?.value.kind === "abnormal" ? "general" : "serious";
  const field = draft.entries.get(trigger.entry)?.value.roles.severity ?? null;
  const words = trigger.where.filter((one) => one.field === field).flatMap(({ contains }) => contains);
  const asked = words.map((word) => before.publicity.severityWords[word]);
  return words.length === 0 ? "serious" : (SEVERITIES.findLast((one) => asked.includes(one)) ?? "serious");
}

/** A restriction longer than its cause may be shown; what a statute bars for its own term is the statute's. */
function lengthFindings(asked: FindingQuestion, proportion: ProportionRule | null): Found[] {
  const { kind, term, triggers } = asked.measure;
  if (proportion === null || kind !== "restriction" || term.kind !== "months") return [];
  const { basis, mark } = proportion;
  const gravest = new Set(triggers.map((trigger) => gravestOf(trigger, asked)));
  const most = proportion[SEVERITIES.find((one) => gravest.has(one)) ?? "serious"];
  if (term.months <= most) return [];
  const values = { months: term.months, most };
  return [
    { code: "assess.too-long", weight: "question", values, article: articleOf(basis), mark, path: ["term", "months"] },
  ];
}

/** A restriction for a listing that lasts on when the list has let go: the list's exits would be worth nothing. */
function exitFindings({ draft, measure }: FindingQuestion): Found[] {
  const { kind, term, triggers } = measure;
  if (kind !== "restriction" || term.kind === "while-triggered") return [];
  return triggers.flatMap((trigger) => {
    const list = "list" in trigger ? draft.lists.get(trigger.list)?.value : undefined;
    if (list === undefined || list.exits.length === 0) return [];
    const article = list.procedure[0] ?? list.domain[0] ?? RULE;
    const values = { list: list.id, name: list.zh };
    return [
      { code: "assess.outlasts-list" as const, weight: "fault" as const, values, article, mark: null, path: ["term"] },
    ];
  });
}

/** Words of a condition that name an instrument stand in its title. */
function speaksOf(trigger: Trigger, measure: Measure, draft: PolicyDraft): boolean {
  const sources = measure.basis.map(({ source }) => source);
  if ("list" in trigger) {
    const list = draft.lists.get(trigger.list)?.value;
    if (list === undefined) return true;
    const grounds = list.grounds.map((ground) => ground.basis);
    return [...list.domain, ...list.procedure, ...grounds].some((one) => sources.includes(readBasis(one).source));
  }
  const titles = sources.map((source) => draft.sources.get(source)?.value.title ?? "");
  return trigger.where.some(({ contains }) => contains.some((word) => titles.some((title) => title.includes(word))));
}

/**
 * 关联: what follows from any record of an entry, however light, has no relation to what was done; and where neither the
 * list nor the condition rests on a law that the measure rests on, somebody must say what the one has to do with the other.
 */
function relationFindings({ draft, measure }: FindingQuestion): Found[] {
  if (measure.kind === "incentive") return [];
  return measure.triggers.flatMap((trigger, index): Found[] => {
    const path = ["triggers", index];
    const told = { weight: "question", article: RULE, mark: null, path } as const;
    if ("entry" in trigger && trigger.where.length === 0) {
      return [{ code: "assess.any-record", values: { entry: trigger.entry }, ...told }];
    }
    if (speaksOf(trigger, measure, draft)) return [];
    const cause = "list" in trigger ? trigger.list : trigger.entry;
    const matters = measure.matters.map((id) => draft.matters.get(id)?.value.zh ?? id).join(" ");
    return [{ code: "assess.unrelated", values: { cause, matters }, ...told }];
  });
}

function remedyFindings({ kind, remedy }: Measure): Found[] {
  if (kind === "incentive" || remedy.basis !== null) return [];
  return [{ code: "assess.remedy-unnamed", ...question, article: RULE, values: {}, path: ["remedy"] }];
}

const shares = <T>(one: readonly T[], other: readonly T[]): boolean => one.some((item) => other.includes(item));
const causesOf = ({ triggers }: Measure): string[] =>
  triggers.map((one) => ("list" in one ? `list ${one.list}` : `entry ${one.entry}`));

/** What the registry, and the draft itself, hold already about the same cause, matter and kind of subject. */
function registryFindings({ measure, made, before }: FindingQuestion): Found[] {
  const own = before.measures.get(measure.id);
  const replaces = own === undefined ? [] : [{ measure: own.id, name: own.zh, version: own.version }];
  const governed = [...made.values()].filter(
    (other) =>
      other.id !== measure.id &&
      (other.kind === "incentive") === (measure.kind === "incentive") &&
      shares(causesOf(other), causesOf(measure)) &&
      shares(other.matters, measure.matters) &&
      shares(other.subjectKinds, measure.subjectKinds),
  );
  return [
    ...replaces.map((values): Found => ({ code: "assess.replaces", ...question, values, path: ["id"] })),
    ...governed.map(({ id, zh }): Found => ({
      code: "assess.governed",
      ...question,
      values: { measure: id, name: zh },
      path: ["triggers"],
    })),
  ];
}
