import { addDays, startOfDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import type { CatalogueEntry, ChannelId } from "../../../policy/catalogue-entry.ts";
import type { PublicityRule, Severity, SeverityTerm } from "../../../policy/publicity-rule.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { MarkKind } from "../../../records/statements/index.ts";
import { admits, channelRules, fieldsOn, fromBeginning, opens } from "./channel.ts";
import type { Grant } from "./channel.ts";
import { chooseTerm } from "../../../policy/severity-term.ts";
import type { SeverityTermRule } from "../../../policy/severity-term.ts";

/** The one way to read statements: `select {select} from statements.pub_statement s where {where}`. */
export interface CompiledChannel {
  readonly where: string;
  /** Columns of `VisibleRow`, named as its members. */
  readonly select: string;
  /** Bound parameters `$offset+1 …` of `where` and `select` together. */
  readonly values: readonly unknown[];
  /** The leading ones that `where` alone needs: a count binds no more than these. */
  readonly whereValues: readonly unknown[];
  /**
   * The kept values that may leave, as one JSON object: `select {fields} from statements.pub_body b`, beside `s` or a
   * row of it under that name. What may not leave is not read out of the table. Binds `values` and `fieldValues`.
   */
  readonly fields: string;
  readonly fieldValues: readonly unknown[];
  /**
   * The sealed personal values that may leave, as one JSON object of `SealedCell`s by field, beside the same `s`; binds
   * nothing more than `fields`. `openPersonal` opens them.
   */
  readonly sealed: string;
}

/** A statement as it comes through a compiled channel. */
export interface VisibleRow {
  readonly subject: string;
  readonly entry: string;
  readonly entryVersion: number;
  readonly provider: string;
  readonly id: Buffer;
  readonly version: number;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly decidedOn: Day | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly severity: Severity | null;
  readonly severityBy: string | null;
  readonly providerShownUntil: Day | null;
  readonly receivedAt: Date;
  /** Last day shown, inclusive; null = no fixed end. */
  readonly shownUntil: Day | null;
  readonly repairableFrom: Day | null;
  /** What is said beside its decision at present, each kind once, in the order of their words. */
  readonly marks: readonly MarkKind[];
}

export interface CompileQuestion {
  readonly channel: ChannelId;
  readonly policy: PolicySnapshot;
  /** The day that is asked about. */
  readonly day: Day;
  /** The real present: what has ended is judged by it, whatever day is asked about. */
  readonly today: Day;
  /** Parameters already taken by the caller's statement. */
  readonly offset?: number;
  /** What was shown to be a right to see; without one a granted channel gives nothing. */
  readonly grant?: Grant | null;
}

const compiledMax = 64;
const compiled = new Map<string, CompiledChannel>();

/**
 * The channel's rule and the policy's clock as one SQL predicate and select list over `statements.pub_statement s`.
 * The text depends on the shape of the policy only; days, entries and months are bound, so it is prepared once.
 */
export function compileChannel(question: CompileQuestion): CompiledChannel {
  const { channel, policy, day, today, offset = 0 } = question;
  const key = [channel, policy.hash, policy.day, day, today, offset, keyOfGrant(question.grant ?? null)].join(" ");
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compile(question, offset);
  const oldest = compiled.size >= compiledMax ? compiled.keys().next().value : undefined;
  if (oldest !== undefined) compiled.delete(oldest);
  compiled.set(key, made);
  return made;
}

/** Grants that open the same are one: what is kept does not grow with the number of grants. */
function keyOfGrant(grant: Grant | null): string {
  if (grant === null) return "";
  const fields =
    grant.fields === null
      ? null
      : [...grant.fields].map(([entry, ids]) => [entry, ids === null ? null : [...ids].toSorted()]);
  return JSON.stringify([[...grant.entries].toSorted(), fields]);
}

/** Hands out parameter numbers. */
interface Binder {
  readonly values: unknown[];
  bind(value: unknown, type: string): string;
}

function openBinder(offset: number): Binder {
  const values: unknown[] = [];
  const places = new Map<string, string>();
  return {
    values,
    bind(value, type) {
      const key = `${type} ${JSON.stringify(value)}`;
      const place = places.get(key) ?? `$${offset + values.push(value)}::${type}`;
      places.set(key, place);
      return place;
    },
  };
}

/** Entries under one rule. */
interface RuleGroup {
  readonly rule: PublicityRule;
  readonly entries: readonly string[];
}

/** A stretch of decision days over which so many months run for these severities. */
interface Piece {
  readonly severities: readonly Severity[];
  readonly from: Day | null;
  readonly before: Day | null;
  readonly months: number;
}

function compile(question: CompileQuestion, offset: number): CompiledChannel {
  const binder = openBinder(offset);
  const { policy, channel } = question;
  if (!channelRules[channel].open) return nothing(policy, binder);
  const where = [...conditionsOf(question, binder)];
  const groups = groupEntries(question);
  if (channelRules[channel].catalogued) where.push(entriesOf(question, groups, binder));
  const whereValues = [...binder.values];
  const select = selectList(groups, policy, binder);
  const values = [...binder.values];
  const { fields, sealed } = fieldList(question, binder);
  return {
    where: where.join("\n and "),
    select,
    values,
    whereValues,
    fields,
    fieldValues: binder.values.slice(values.length),
    sealed,
  };
}

function nothing(policy: PolicySnapshot, binder: Binder): CompiledChannel {
  const select = selectList([], policy, binder);
  const fields = { fields: "null::jsonb", fieldValues: [], sealed: nothingSealed };
  return { where: "false", select, values: [], whereValues: [], ...fields };
}

function entriesOf(question: CompileQuestion, groups: readonly RuleGroup[], binder: Binder): string {
  if (channelRules[question.channel].term) return entriesInTerm(question, groups, binder);
  return `s.entry = any(${binder.bind(
    admitted(question).map(({ id }) => id),
    "text[]",
  )})`;
}

/** Entries that the channel admits, each within its term; those without a rule where the channel passes them. */
function entriesInTerm(question: CompileQuestion, groups: readonly RuleGroup[], binder: Binder): string {
  const ways: string[] = [];
  if (groups.length > 0) {
    const day = binder.bind(question.day, "date");
    const inTerm = groups.map(
      (group) => `(${applies(group, binder)} and ${termCondition(group, question.policy, binder, day)})`,
    );
    ways.push(`(${inTerm.join(" or ")}) and (s.provider_shown_until is null or s.provider_shown_until >= ${day})`);
  }
  const untermed = channelRules[question.channel].untermed
    ? admitted(question).flatMap((entry) => (entry.publicityRule === null ? [entry.id] : []))
    : [];
  if (untermed.length > 0) ways.push(`s.entry = any(${binder.bind(untermed, "text[]")})`);
  return ways.length === 0 ? "false" : `(${ways.join(" or ")})`;
}

/** Entries that may leave by the channel under the grant. */
function admitted({ channel, policy, grant }: CompileQuestion): CatalogueEntry[] {
  return [...policy.entries.values()].filter(
    (entry) => admits(channel, entry) && opens(channel, entry.id, grant ?? null),
  );
}

const nothingSealed = "'{}'::jsonb";

/** The kept values of a statement, cut down to what its entry opens; the map is bound, so the text stays the same. */
function fieldList(question: CompileQuestion, binder: Binder): Pick<CompiledChannel, "fields" | "sealed"> {
  const { channel, grant } = question;
  const open = admitted(question).map((entry) => ({ entry, fields: fieldsOn(channel, entry, grant ?? null) }));
  const ids = open.map(({ entry, fields }): [string, string[]] => [entry.id, fields.map(({ id }) => id)]);
  const map = binder.bind(Object.fromEntries(ids), "jsonb");
  const opensPersonal = open.some(({ fields }) => fields.some((field) => field.sealed !== null));
  return { fields: plainFields(map), sealed: opensPersonal ? sealedFields(map) : nothingSealed };
}

function sealedFields(map: string): string {
  return `(select coalesce(jsonb_object_agg(p.field, jsonb_build_object('key', encode(p.key, 'hex'), 'suite', p.suite,
      'sealed', encode(p.sealed, 'hex'))), '{}'::jsonb)
    from statements.pub_sealed_field p where p.subject = s.subject and p.id = s.id and (${map} -> s.entry) ? p.field)`;
}

function plainFields(map: string): string {
  return `(select coalesce(jsonb_object_agg(f.id, b.fields -> f.id), '{}'::jsonb)
    from jsonb_array_elements_text(${map} -> s.entry) f (id) where b.fields ? f.id)`;
}

function* conditionsOf(question: CompileQuestion, binder: Binder): Generator<string> {
  const rule = channelRules[question.channel];
  // True of nearly every row: said so that the planner does not read a whole index of receipt times for one subject.
  yield `(s.received_at < ${binder.bind(new Date(startOfDay(addDays(question.day, 1))), "timestamptz")}) is true`;
  if (rule.withoutEnded) {
    const today = binder.bind(question.today, "date");
    const outlived =
      rule.outlives.length === 0 ? "" : ` and e.kind <> all(${binder.bind([...rule.outlives], "text[]")})`;
    yield `not exists (select 1 from statements.pub_ended e where e.subject = s.subject and e.decision = s.decision
      and (e.effective <= ${today} and (e.through is null or e.through >= ${today}) or e.kind = any(${binder.bind([...fromBeginning], "text[]")}))${outlived})`;
    yield `not exists (select 1 from statements.pub_ended_batch b where b.batch = s.batch and b.effective <= ${today})`;
  }
  if (rule.withoutPaused) {
    yield `not exists (select 1 from statements.pub_mark m
      where m.subject = s.subject and m.decision = s.decision and m.pauses)`;
  }
  if (rule.newestOnly) {
    // Versions begin at 1: the second condition changes nothing, but a count then compares with the few mended ones only.
    yield `not exists (select 1 from statements.pub_statement n where n.subject = s.subject and n.entry = s.entry
      and n.provider = s.provider and n.source_key = s.source_key and n.version > s.version and n.version > 1
      and not exists (select 1 from statements.pub_ended_batch w where w.batch = n.batch))`;
  }
  if (rule.withoutKinds.length > 0) {
    yield `not exists (select 1 from subject.pub_subject k where k.subject = s.subject
      and k.kind = any(${binder.bind([...rule.withoutKinds], "text[]")}))`;
  }
}

function groupEntries(question: CompileQuestion): RuleGroup[] {
  const { policy } = question;
  const byRule = new Map<string, string[]>();
  for (const entry of admitted(question)) {
    if (entry.publicityRule === null) continue;
    byRule.set(entry.publicityRule, [...(byRule.get(entry.publicityRule) ?? []), entry.id]);
  }
  return policy.publicity.rules.flatMap((rule) => {
    const entries = byRule.get(rule.id);
    return entries === undefined ? [] : [{ rule, entries }];
  });
}

const severities: readonly Severity[] = ["minor", "general", "serious", "unclassified"];
const earliest = "0001-01-01" as Day;

/**
 * Which edition governs changes only where one begins or ends, so a few stretches of decision days tell all. Stretches
 * and severities that come to the same months are put together, for the planner's sake.
 * @param pick the months in question; null where the term gives none.
 */
function piecesOf(rule: SeverityTermRule, on: Day, pick: (term: SeverityTerm) => number | null): Piece[] {
  const bounds = rule.editions.flatMap(({ inForce, until }) => (until === null ? [inForce] : [inForce, until]));
  const turns = [...new Set(bounds)].toSorted();
  const bySchedule = new Map<string, { severities: Severity[]; runs: Run[] }>();
  for (const severity of severities) {
    const runs: Run[] = [];
    for (const from of [null, ...turns]) {
      const chosen = chooseTerm(rule, { severity, decidedOn: from ?? earliest, on });
      const months = chosen === null ? null : pick(chosen.term);
      if (runs.length === 0 || runs.at(-1)?.months !== months) runs.push({ from, months });
    }
    const alike = bySchedule.get(JSON.stringify(runs));
    if (alike === undefined) bySchedule.set(JSON.stringify(runs), { severities: [severity], runs });
    else alike.severities.push(severity);
  }
  return [...bySchedule.values()].flatMap(({ severities: alike, runs }) =>
    runs.flatMap(({ from, months }, at) =>
      months === null ? [] : [{ severities: alike, from, before: runs[at + 1]?.from ?? null, months }],
    ),
  );
}

interface Run {
  readonly from: Day | null;
  readonly months: number | null;
}

// Parameters are bound where the text is written, never before: one that the text does not name has no type.

function applies(group: RuleGroup, binder: Binder): string {
  return `s.entry = any(${binder.bind(group.entries, "text[]")})`;
}

function holds(piece: Piece, binder: Binder): string {
  // Without the day of the decision nothing can be reckoned, and `least` would pass a null over.
  const conditions = [
    "s.decided_on is not null",
    `coalesce(s.severity, 'unclassified') = any(${binder.bind(piece.severities, "text[]")})`,
  ];
  if (piece.from !== null) conditions.push(`s.decided_on >= ${binder.bind(piece.from, "date")}`);
  if (piece.before !== null) conditions.push(`s.decided_on < ${binder.bind(piece.before, "date")}`);
  return conditions.join(" and ");
}

/** True exactly while the rule shows the statement; null counts as false. */
function termCondition({ rule }: RuleGroup, policy: PolicySnapshot, binder: Binder, day: string): string {
  switch (rule.kind) {
    case "severity-term":
      return `${termEnd(rule, policy, binder, (last) => last)} >= ${day}`;
    case "valid-until":
      return `(s.valid_until is null or s.valid_until = any(${binder.bind([...rule.longTerm], "date[]")}) or s.valid_until >= ${day})`;
    case "until-ended":
      return `(s.valid_until is null or s.valid_until > ${day})`;
  }
}

/** The last day by severity, by the rule alone unless shortened; null where the term shows nothing. */
function termEnd(
  rule: SeverityTermRule,
  policy: PolicySnapshot,
  binder: Binder,
  shortened: (last: string) => string,
): string {
  const pieces = piecesOf(rule, policy.day, (term) => (term.shown ? term.monthsMax : null));
  return caseOf(pieces.map((piece) => [holds(piece, binder), shortened(lastDay(piece.months, policy, binder))]));
}

/** 民法典 202: the server's month arithmetic also ends on the month's last day where there is no corresponding one. */
function lastDay(months: number, policy: PolicySnapshot, binder: Binder): string {
  const corresponding = `(s.decided_on + make_interval(months => ${binder.bind(months, "int")}))::date`;
  return policy.publicity.convention === "start-counted" ? `${corresponding} - 1` : corresponding;
}

/** The last day with the provider's own, which only shortens; a term that shows nothing has none, whatever it states. */
function shownUntil({ rule }: RuleGroup, policy: PolicySnapshot, binder: Binder): string {
  switch (rule.kind) {
    case "severity-term":
      return termEnd(rule, policy, binder, (last) => `least(${last}, s.provider_shown_until)`);
    case "valid-until": {
      const longTerm = binder.bind([...rule.longTerm], "date[]");
      return `least(case when s.valid_until = any(${longTerm}) then null else s.valid_until end, s.provider_shown_until)`;
    }
    case "until-ended":
      return "least(s.valid_until - 1, s.provider_shown_until)";
  }
}

function repairableFrom({ rule }: RuleGroup, policy: PolicySnapshot, binder: Binder): string {
  if (rule.kind !== "severity-term") return "null::date";
  return caseOf(
    piecesOf(rule, policy.day, (term) => term.monthsMin).map((piece) => [
      holds(piece, binder),
      piece.months === 0 ? "s.decided_on" : `${lastDay(piece.months, policy, binder)} + 1`,
    ]),
  );
}

function caseOf(branches: readonly (readonly [condition: string, value: string])[]): string {
  if (branches.length === 0) return "null::date";
  return `(case ${branches.map(([condition, value]) => `when ${condition} then ${value}`).join(" ")} end)`;
}

function selectList(groups: readonly RuleGroup[], policy: PolicySnapshot, binder: Binder): string {
  const days = (dayOf: (group: RuleGroup) => string): string =>
    caseOf(groups.map((group) => [applies(group, binder), dayOf(group)]));
  return `s.subject, s.entry, s.entry_version as "entryVersion", s.provider, s.id, s.version,
    s.document_no as "documentNo", s.authority, s.decided_on as "decidedOn", s.valid_from as "validFrom",
    s.valid_until as "validUntil", s.severity, s.severity_by as "severityBy",
    s.provider_shown_until as "providerShownUntil", s.received_at as "receivedAt",
    ${days((group) => shownUntil(group, policy, binder))} as "shownUntil",
    ${days((group) => repairableFrom(group, policy, binder))} as "repairableFrom",
    array(select distinct m.kind from statements.pub_mark m
      where m.subject = s.subject and m.decision = s.decision order by m.kind) as marks`;
}
