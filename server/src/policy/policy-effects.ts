// Whom a change of policy favours: one table by kind and place. What stands in no row counts as worsening.

/** For those whom the policy is about: worse, better, or neither. */
export type Effect = "worsening" | "relief" | "neutral";

/** A change as it is judged: undefined where the value was not, or is no more, there. */
export interface JudgedChange {
  readonly kind: string;
  readonly path: readonly string[];
  readonly what: "added" | "removed" | "changed";
  readonly before: unknown;
  readonly after: unknown;
  /** The whole thing before and after, of which this is a part. */
  readonly whole: { readonly before: unknown; readonly after: unknown };
}

type Judge = (change: JudgedChange) => Effect;

const neutral: Judge = () => "neutral";
const worse: Judge = () => "worsening";

/** More is worse: a longer term, a higher limit. */
const more: Judge = ({ before, after }) => {
  if (typeof before !== "number" || typeof after !== "number") return "worsening";
  if (after === before) return "neutral";
  return after > before ? "worsening" : "relief";
};
/** Less is worse: fewer days of notice. */
const less: Judge = (change) => more({ ...change, before: change.after, after: change.before });

const isTrue: Judge = ({ before, after }) => (before === false || after === true ? "worsening" : "relief");
const isFalse: Judge = ({ before, after }) => (before === true || after === false ? "worsening" : "relief");

function wordsOf(value: unknown): ReadonlySet<string> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Set(list.map((item) => (typeof item === "string" ? item : JSON.stringify(item))));
}

const holdsAll = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

/** A wider list is worse, a narrower one a relief; one that is both is worse. */
const wider: Judge = ({ before, after }) => {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (!holdsAll(one, other)) return "worsening";
  return holdsAll(other, one) ? "neutral" : "relief";
};
const narrower: Judge = (change) => wider({ ...change, before: change.after, after: change.before });

/** Something that burdens: worse when it comes, a relief when it goes; its inside is judged by other rows. */
const burden: Judge = ({ what }) => (what === "added" ? "worsening" : what === "removed" ? "relief" : "worsening");
/** Something that favours: a relief when it comes, worse when it goes. */
const favour: Judge = ({ what }) => (what === "added" ? "relief" : "worsening");

/** Texts of days: a later one is worse, and none at all is the latest. */
const later: Judge = ({ before, after }) => {
  const [one, other] = [before ?? "9999-12-31", after ?? "9999-12-31"].map(String);
  return (other ?? "") > (one ?? "") ? "worsening" : "relief";
};
const earlier: Judge = ({ before, after }) => {
  if (typeof before !== "string" || typeof after !== "string") return "worsening";
  return after < before ? "worsening" : "relief";
};

const REACH: readonly unknown[] = ["authorisation", "duty", "public"];
/** Seen by more people is worse. */
const shownWider: Judge = ({ before, after }) => {
  const [one, other] = [REACH.indexOf(before), REACH.indexOf(after)];
  return one < 0 || other < 0 || other > one ? "worsening" : "relief";
};

function flag(whole: unknown, name: string): unknown {
  return typeof whole === "object" && whole !== null ? new Map<string, unknown>(Object.entries(whole)).get(name) : null;
}

/** Adverse before or after: a change that also turns the entry is judged at its stricter side. */
const isAdverse = ({ whole }: JudgedChange): boolean =>
  flag(whole.before, "adverse") === true || flag(whole.after, "adverse") === true;

const ofAdverse =
  (adverse: Judge, other: Judge): Judge =>
  (change) =>
    isAdverse(change) ? adverse(change) : other(change);

const holdsPersonal = (entry: unknown): boolean => {
  const fields = flag(entry, "fields");
  return Array.isArray(fields) && fields.some((field) => flag(field, "personal") === true);
};

/** An entry that comes or goes: an adverse one burdens, one that favours is missed when it goes. A template does nothing. */
const wholeEntry: Judge = (change) => {
  const entry = change.after ?? change.before;
  if (flag(entry, "state") === "template") return "neutral";
  if (isAdverse(change)) return burden(change);
  return change.what === "removed" || holdsPersonal(entry) ? "worsening" : "neutral";
};

const entryState: Judge = (change) => {
  const opens = change.after === "live";
  if (isAdverse(change)) return opens ? "worsening" : "relief";
  return opens && !holdsPersonal(change.whole.after) ? "neutral" : "worsening";
};

const wholeField: Judge = (change) => {
  const field = change.after ?? change.before;
  return isAdverse(change) || flag(field, "personal") === true ? burden(change) : "neutral";
};

/** A subject's own view and the archive are nobody's burden; whoever loses them loses something. */
const channels: Judge = (change) => {
  const [before, after] = [wordsOf(change.before), wordsOf(change.after)];
  if (["own", "archive"].some((one) => before.has(one) !== after.has(one))) return "worsening";
  return ofAdverse(wider, (one) => (narrower(one) === "worsening" ? "worsening" : "neutral"))(change);
};

/** From no rule to one is shown now; from one to none is shown no more; from one to another nobody can tell. */
const publicityRule: Judge = (change) => {
  if (change.before === null) return isAdverse(change) ? "worsening" : "neutral";
  return change.after === null && isAdverse(change) ? "relief" : "worsening";
};

const sealed: Judge = ({ before, after }) => {
  if (before !== null && after !== null) return "neutral";
  return before === null ? "worsening" : "relief";
};

/** 民法典 201: with the first day counted, publicity ends a day earlier. */
const convention: Judge = ({ after }) => (after === "start-counted" ? "relief" : "worsening");

/** What the day alone can make of a measure counts as what it may become. */
const isOn = (state: unknown): boolean => state !== "template" && state !== "lapsed";

/** A list or a measure that comes or goes; a template does nothing. */
const wholeRule =
  (judge: Judge): Judge =>
  (change) =>
    isOn(flag(change.after ?? change.before, "state")) ? judge(change) : "neutral";
const ruleState =
  (whenOn: Effect, whenOff: Effect): Judge =>
  ({ before, after }) => {
    if (isOn(before) === isOn(after)) return "neutral";
    return isOn(after) ? whenOn : whenOff;
  };

/** An incentive favours, everything else in the registry burdens; what was one and is the other nobody can judge. */
const ofMeasure =
  (burdens: Judge, favours: Judge): Judge =>
  (change) => {
    const sides = [change.whole.before, change.whole.after].filter((side) => side !== undefined);
    const incentives = sides.filter((side) => flag(side, "kind") === "incentive").length;
    if (incentives === 0) return burdens(change);
    return incentives === sides.length ? favours(change) : "worsening";
  };

type Row = readonly [kind: string, path: string, judge: Judge];

/** First match wins. `*` is one step of a path, `**` any number of them, an empty path the whole thing. */
const TABLE: readonly Row[] = [
  ["entries", "", wholeEntry],
  ["entries", "state", entryState],
  ["entries", "adverse", isTrue],
  ["entries", "zh", neutral],
  ["entries", "version", neutral],
  ["entries", "mark", neutral],
  ["entries", "providers", neutral],
  ["entries", "providers/**", neutral],
  ["entries", "updateTerm", neutral],
  ["entries", "updateTerm/**", neutral],
  ["entries", "subjectKinds", ofAdverse(wider, (one) => (narrower(one) === "worsening" ? "worsening" : "neutral"))],
  ["entries", "channels", channels],
  ["entries", "publicityRule", publicityRule],
  ["entries", "retention/years", more],
  ["entries", "roles/summary", ofAdverse(wider, neutral)],
  ["entries", "fields/*", wholeField],
  ["entries", "fields/*/group", shownWider],
  ["entries", "fields/*/personal", isFalse],
  ["entries", "fields/*/identityNumber", isFalse],
  ["entries", "fields/*/sealed", sealed],
  ...["zh", "names", "lengthMax", "values", "scale", "mark", "required", "requiredLegacy", "when"].map((field): Row => [
    "entries",
    `fields/*/${field}`,
    neutral,
  ]),
  ["entries", "fields/*/synonyms", neutral],
  ["entries", "fields/*/synonyms/**", neutral],
  ["entries", "fields/*/when/**", neutral],
  ["publicity.rules", "", neutral],
  ["publicity.rules", "editions/*/terms/*/monthsMax", more],
  ["publicity.rules", "editions/*/terms/*/monthsMin", more],
  ["publicity.rules", "editions/*/terms/*/shown", isTrue],
  ["publicity.rules", "editions/*/mark", neutral],
  ["publicity.rules", "mark", neutral],
  ["publicity.convention", "", convention],
  ["publicity.conventionMark", "", neutral],
  ["publicity.minorProceduresMark", "", neutral],
  ["publicity.minorProcedures", "", narrower],
  ["sources", "", ({ what }) => (what === "added" ? "neutral" : "worsening")],
  ...["title", "number", "note", "textSha256", "mark", "issued"].map((field): Row => ["sources", field, neutral]),
  ["categories", "", ({ what }) => (what === "added" ? "neutral" : "worsening")],
  ["categories", "**", neutral],
  ["providers", "**", neutral],
  ["mappings", "**", neutral],
  ["districts", "**", neutral],
  ["regionName", "", neutral],
  ["forbidden", "", favour],
  ["forbidden", "asKind", narrower],
  ["forbidden", "mention", narrower],
  ["forbidden", "zh", neutral],
  ["forbidden", "mark", neutral],
  ["words.simpleProcedure", "", narrower],
  ["words.templateRow", "", neutral],
  ["words.notStated", "", neutral],
  ["access.purposes", "", burden],
  ["access.purposes", "zh", neutral],
  ["access.duties", "", burden],
  ["access.duties", "zh", neutral],
  ["access.duties", "offices", wider],
  ["access.duties", "entries", wider],
  ["access.duties", "purposes", wider],
  ["access.duties", "from", earlier],
  ["access.duties", "until", later],
  ["access.offices", "", burden],
  ["access.offices", "subjectsPerDay", more],
  ["access.authorisation", "monthsMax", more],
  ["access.authorisation", "usesMax", more],
  ["access.draw", "perTenThousand", less],
  ["access.draw", "workingDays", more],
  ["access.exports", "rowsMax", more],
  ["access.watch", "", favour],
  ["access.watch", "zh", neutral],
  ["access.watch", "more", more],
  ["access.hours", "", worse],
  ["access.delays", "", burden],
  ["access.delays", "zh", neutral],
  ["access.delays", "offices", wider],
  ["access.delays", "daysMax", more],
  ["office.notice", "days", less],
  ["office.notice", "mark", neutral],
  ["office.flags", "**", neutral],
  ["office.proportion", "minor", more],
  ["office.proportion", "general", more],
  ["office.proportion", "serious", more],
  // More time for the authorities is worse for whoever waits; a ground or a pause more favours him.
  ...["accept", "own", "transfer", "provider", "extension", "total"].map((term): Row => ["objection.rule", term, more]),
  ["objection.rule", "pausesDisplay", isFalse],
  ...["id", "zh", "mark"].map((field): Row => ["objection.rule", field, neutral]),
  ["objection.grounds", "", favour],
  ["objection.grounds", "zh", neutral],
  ["objection.grounds", "targets", narrower],
  // More time for the authorities, more to hand in, fewer kinds that may be repaired: worse for whoever asks.
  ...["accept", "decide", "extension", "feedback"].map((term): Row => ["repair.deadlines", term, more]),
  ["repair.scope", "", favour],
  ["repair.materials", "", burden],
  ["repair.conditions", "", burden],
  ["repair.notRepairable", "", burden],
  ["repair.waiting", "", burden],
  ["repair.remedies", "", favour],
  ["repair", "tier", neutral],
  ...["repair.deadlines", "repair.materials", "repair.conditions", "repair.remedies"].map((kind): Row => [
    kind,
    "zh",
    neutral,
  ]),
  ["lists", "", wholeRule(burden)],
  ["lists", "state", ruleState("worsening", "relief")],
  ["lists", "doors", wider],
  ["lists", "subjectKinds", wider],
  ["lists", "grounds/*", burden],
  ["lists", "publishedFields", wider],
  ["lists", "exits", narrower],
  ["lists", "term/months", more],
  ["lists", "term/extensionMonthsMax", more],
  ["lists", "earlyRemoval/monthsMin", more],
  ["lists", "defence/workingDays", less],
  ["lists", "hearing/workingDays", less],
  ["measures", "", ofMeasure(wholeRule(burden), wholeRule(favour))],
  ["measures", "state", ofMeasure(ruleState("worsening", "relief"), ruleState("relief", "worsening"))],
  ...["triggers", "subjectKinds", "matters", "bodies"].map((field): Row => [
    "measures",
    field,
    ofMeasure(wider, narrower),
  ]),
  ["measures", "unless", wider],
  ["measures", "term/months", ofMeasure(more, less)],
  ...["lists", "measures", "matters"].flatMap((kind): Row[] =>
    ["zh", "mark", "note", "version", "item"].map((field): Row => [kind, field, neutral]),
  ),
  ["matters", "", neutral],
];

function fits(pattern: string, path: readonly string[]): boolean {
  const steps = pattern === "" ? [] : pattern.split("/");
  const open = steps.at(-1) === "**";
  const fixed = open ? steps.slice(0, -1) : steps;
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((step, index) => step === "*" || step === path[index]);
}

/** What a change means for those whom the policy is about. */
export function effectOf(change: JudgedChange): Effect {
  const row = TABLE.find(([kind, path]) => kind === change.kind && fits(path, change.path));
  return (row?.[2] ?? worse)(change);
}
