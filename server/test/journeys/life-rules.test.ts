// 公示 × 修复 × 异议 × 措施 × 撤回 × 重报: the rules of five slices, each asked as its service asks it, against one slow model.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { addDays } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { loadCalendar } from "../../src/policy/calendar.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { judgeStep as judgeObjectionStep } from "../../src/records/objection/rules/judge.ts";
import { judgeFiling } from "../../src/records/objection/rules/filing.ts";
import {
  isMarked as marks,
  isOver as isObjectionOver,
  stateOf as objectionStateOf,
} from "../../src/records/objection/rules/objection.ts";
import type { Step as ObjectionStep } from "../../src/records/objection/rules/objection.ts";
import { isOver, stateOf } from "../../src/records/repair/rules/application.ts";
import type { ApplicationKind, ProposalOutcome, Step } from "../../src/records/repair/rules/application.ts";
import { judgeApplying } from "../../src/records/repair/rules/eligible.ts";
import { judgeStep } from "../../src/records/repair/rules/judge.ts";
import { applicable } from "../../src/views/measures/rules/applicable.ts";
import { hasEnded, visible } from "../../src/views/visibility/rules/channel.ts";
import type { End, JudgedStatement } from "../../src/views/visibility/rules/channel.ts";
import { publicity } from "../../src/views/visibility/rules/clock.ts";
import { after, chance, isMarked, isShown, may, nextDeed } from "./test-life.ts";
import type { Deed, DeedKind, Life, LifeChannel, LifeSeverity } from "./test-life.ts";

/** `XINHENG_LIVES=5000000 npm test -- life-rules` runs longer, from another seed for another number. */
const LIVES = Number(process.env["XINHENG_LIVES"] ?? 100_000);
const DEEDS_MOST = 10;

const region = "990100";
const folders = [fileURLToPath(new URL("../../../policy", import.meta.url))];
const load = loadPolicy({ folders, region, day: "2026-09-09" as Day });
const days = loadCalendar(folders, region);
if (!load.ok || !days.ok) throw new Error("the policy does not load");
const { snapshot } = load;
const { calendar } = days;
const [penalty] = [...snapshot.entries.values()].filter(({ id }) => id === "penalty");
if (penalty === undefined) throw new Error("no entry penalty");
const entry = penalty;
const repairTerms = { accept: 3, decide: 7, extension: 10, feedback: 10 };
const policyOn = (day: Day): typeof snapshot => ({ ...snapshot, day });

/** What the stores keep of one decision. */
interface Kept {
  readonly severity: LifeSeverity;
  readonly decidedOn: Day;
  readonly receivedOn: Day;
  ends: End[];
  versions: ("first" | "later")[];
  takenBack: Day | null;
  repair: { readonly kind: ApplicationKind; readonly steps: Step[] } | null;
  objections: { readonly steps: ObjectionStep[]; readonly about: number; readonly evidence: string }[];
}

const goodEnd = ({ ends }: Kept): boolean => ends.some(({ through }) => (through ?? null) === null);
const isTaken = (kept: Kept, version: number): boolean => kept.versions[version] === "first" && kept.takenBack !== null;
/** The newest version that was not taken back, else the newest. */
function newest(kept: Kept): number {
  const standing = kept.versions.findLastIndex((_, at) => !isTaken(kept, at));
  return standing < 0 ? kept.versions.length - 1 : standing;
}
const isStanding = (kept: Kept): boolean => !isTaken(kept, newest(kept));

const STEP_OF: Readonly<Partial<Record<DeedKind, Exclude<Step["kind"], "apply">>>> = {
  "give-up": "withdraw",
  accept: "accept",
  "not-accept": "not-accept",
  "propose-repair": "propose",
  "propose-refuse": "propose",
  "propose-shield": "propose",
  "propose-revoke": "propose",
  return: "return",
  approve: "approve",
};

function apply(kept: Kept, { kind, day, person }: Deed): boolean {
  const asked: ApplicationKind = kind === "apply" ? "repair" : "bankruptcy";
  const facts = {
    entry: "penalty",
    list: null,
    severity: kept.severity,
    decidedOn: kept.decidedOn,
    ended: goodEnd(kept) || !isStanding(kept),
    shownUntil: null,
    open: kept.repair !== null && !isOver(stateOf(kept.repair.steps)),
    kind: asked,
  };
  if (!judgeApplying(facts, policyOn(day), day).ok) return false;
  kept.repair = { kind: asked, steps: [{ kind: "apply", day, person, proposal: null }] };
  return true;
}

function approved(kept: Kept, steps: readonly Step[], day: Day): boolean {
  const { draft, before } = stateOf(steps);
  const outcome = draft?.proposal.outcome;
  if (outcome === "repair") {
    if (goodEnd(kept)) return false;
    kept.ends.push({ kind: "repaired", effective: day, through: null });
  }
  if (outcome === "shield")
    kept.ends.push({ kind: "shielded", effective: day, through: draft?.proposal.through ?? null });
  if (outcome !== "revoke") return true;
  const back = before === "shielded" ? "shielded" : "repaired";
  const count = kept.ends.length;
  kept.ends = kept.ends.filter((one) => one.kind !== back);
  return kept.ends.length < count;
}

function repair(kept: Kept, deed: Deed): boolean {
  const step = STEP_OF[deed.kind];
  if (kept.repair === null || step === undefined) return false;
  const { kind, steps } = kept.repair;
  const { day, person, ahead } = deed;
  const outcome = deed.kind.slice("propose-".length) as ProposalOutcome;
  const through = outcome === "shield" ? addDays(day, ahead) : null;
  const proposal = step === "propose" ? { outcome, reason: "理由", mend: "补缴", through } : null;
  const reckoning = { terms: repairTerms, calendar, day };
  if (!judgeStep({ kind, steps }, { kind: step, person, words: "理由", proposal }, reckoning).ok) return false;
  if (step === "approve" && !approved(kept, steps, day)) return false;
  steps.push({ kind: step, day, person, proposal });
  return true;
}

const OBJECTION_STEP: Readonly<Partial<Record<DeedKind, Exclude<ObjectionStep["kind"], "file">>>> = {
  drop: "withdraw",
  hear: "accept",
  forward: "forward",
  reject: "answer",
  uphold: "answer",
  "answer-return": "return",
  confirm: "confirm",
};

function file(kept: Kept, { day, person }: Deed): boolean {
  if (snapshot.objection === null || goodEnd(kept) || !isStanding(kept)) return false;
  const digest = String(kept.objections.length).padStart(64, "0");
  const wish = {
    target: "record",
    ground: "wrong-content",
    fields: [],
    evidence: [{ title: "证据", digest }],
  } as const;
  const earlier = kept.objections.map(({ steps, evidence }) => {
    const { phase } = objectionStateOf(steps);
    return { phase, evidence: [evidence], filedOn: day };
  });
  if (!judgeFiling(snapshot.objection, wish, earlier).ok) return false;
  const steps: ObjectionStep[] = [{ kind: "file", day, person, answer: null }];
  kept.objections.push({ steps, about: newest(kept), evidence: digest });
  return true;
}

function objection(kept: Kept, { kind, day, person }: Deed): boolean {
  const one = kept.objections.at(-1);
  const step = OBJECTION_STEP[kind];
  if (one === undefined || step === undefined) return false;
  const { steps, about } = one;
  const evidence = [{ title: "证据", digest: "ab".repeat(32) }];
  const answer =
    kind === "reject"
      ? ({ outcome: "rejected", change: null, evidence } as const)
      : ({ outcome: "upheld", change: { kind: "ended" }, evidence: [] } as const);
  const wish = { kind: step, person, words: "理由", answer: step === "answer" ? answer : null };
  const reckoning = { terms: null, calendar, own: false, day };
  if (!judgeObjectionStep({ kind: "statement", steps }, wish, reckoning).ok) return false;
  const said = step === "answer" ? answer : objectionStateOf(steps).answer;
  const isChange = (step === "answer" || step === "confirm") && said?.outcome === "upheld";
  if (isChange && !goodEnd(kept) && !isTaken(kept, about)) return false;
  steps.push({
    kind: step,
    day,
    person,
    answer: step === "answer" ? { ...answer, words: "理由", corrections: [] } : null,
  });
  return true;
}

function end(kept: Kept, kind: "quashed" | "removed", effective: Day): boolean {
  if (kept.ends.some((one) => one.kind === kind)) return false;
  kept.ends.push({ kind, effective, through: null });
  return true;
}

/** What is sent of a decision that has ended for good stays outside; a row that says nothing new is not taken twice. */
function send(kept: Kept, isNew: boolean): boolean {
  if (!goodEnd(kept) && (isNew || !isStanding(kept))) kept.versions.push("later");
  return true;
}

function takeBack(kept: Kept, day: Day): boolean {
  if (kept.takenBack !== null) return false;
  kept.takenBack = day;
  return true;
}

function act(kept: Kept, deed: Deed): boolean {
  const { kind, day, ahead } = deed;
  switch (kind) {
    case "apply":
    case "apply-court":
      return apply(kept, deed);
    case "file":
      return file(kept, deed);
    case "quash":
      return end(kept, "quashed", day);
    case "remove":
      return end(kept, "removed", addDays(day, ahead));
    case "resend":
    case "revise":
      return send(kept, kind === "revise");
    case "take-back":
      return takeBack(kept, day);
    default:
      return STEP_OF[kind] === undefined ? objection(kept, deed) : repair(kept, deed);
  }
}

const CHANNELS: readonly LifeChannel[] = ["public-page", "duty", "own", "statutory-bar", "archive"];
const grant = { entries: new Set(["penalty"]), fields: null };
const document = {
  id: Buffer.alloc(16),
  entry: "penalty",
  documentNo: "示例",
  authority: "示例机关",
  validUntil: null,
  marks: [],
};
const fields = {
  legalBasis: "食品安全法第一百二十四条",
  penaltyKinds: ["吊销许可证件"],
  content: "吊销食品经营许可证",
};

function seen(kept: Kept, channel: LifeChannel, day: Day): boolean {
  const { severity, decidedOn, receivedOn, ends } = kept;
  const at = newest(kept);
  const batch: End[] =
    isTaken(kept, at) && kept.takenBack !== null ? [{ kind: "batch", effective: kept.takenBack }] : [];
  const facts = { severity, decidedOn, validFrom: null, validUntil: null, providerShownUntil: null, receivedOn };
  const statement: JudgedStatement = {
    entry: "penalty",
    subjectKind: "enterprise",
    facts,
    newest: true,
    paused: false,
  };
  const ended = hasEnded([...ends, ...batch], day, channel);
  return visible({ statement, channel, day, policy: policyOn(day), ended, grant });
}

/** The measures that an officer is told of in a matter. */
function measures(kept: Kept, matter: string, day: Day): readonly string[] {
  const { severity, decidedOn, receivedOn } = kept;
  const facts = { severity, decidedOn, validFrom: null, validUntil: null, providerShownUntil: null, receivedOn };
  const policy = policyOn(day);
  const { shownUntil } = publicity({ entry, facts, policy: policy.publicity, on: day });
  const record = { ...document, fields, decidedOn, shownUntil };
  const records = (["duty", "statutory-bar"] as const)
    .filter((channel) => seen(kept, channel, day))
    .map((channel) => ({ ...record, via: channel === "duty" ? ("shared" as const) : ("lasting" as const) }));
  return applicable({ policy, day, matter, subjectKind: "enterprise" }, records).map(({ measure }) => measure.id);
}

function check(kept: Kept, life: Life, day: Day): void {
  for (const channel of CHANNELS) {
    if (seen(kept, channel, day) !== isShown(life, channel, day)) differ("shown", { kept, life, day, channel });
  }
  const wantsInspection = isShown(life, "duty", day);
  if (measures(kept, "supervision-check", day).includes("food-inspection-frequency") !== wantsInspection)
    differ("restriction", { kept, life, day });
  if (measures(kept, "food-licence", day).includes("food-licence-bar") !== isShown(life, "statutory-bar", day))
    differ("bar", { kept, life, day });
  const last = kept.objections.at(-1);
  const marked =
    last !== undefined && !isObjectionOver(objectionStateOf(last.steps)) && marks(objectionStateOf(last.steps));
  if (marked !== isMarked(life)) differ("marked", { kept, life, day });
}

function differ(what: string, about: object): never {
  throw new Error(`${what}: ${JSON.stringify(about)}`);
}

const SEVERITIES: readonly LifeSeverity[] = ["minor", "general", "general", "serious"];

function begin(random: (below: number) => number): { life: Life; kept: Kept } {
  const receivedOn = addDays("2026-06-20" as Day, random(30));
  const born = {
    severity: SEVERITIES[random(SEVERITIES.length)] ?? "general",
    // Decided from the day on which the order is in force; never on a day that some month has not.
    decidedOn: `2026-0${4 + random(3)}-${String(1 + random(18)).padStart(2, "0")}` as Day,
    receivedOn,
  };
  const empty = { ends: [], takenBack: null, repair: null, objections: [] };
  return { life: { ...born, done: [] }, kept: { ...born, ...empty, versions: ["first"] } };
}

test(`${LIVES} random lives: shown, told, marked and barred as the slow model says, after every deed and on days to come`, () => {
  const random = chance(LIVES);
  const done = new Map<DeedKind, number>();
  let refused = 0;
  for (let one = 0; one < LIVES; one += 1) {
    const { life: born, kept } = begin(random);
    let life = born;
    let day = life.receivedOn;
    for (let deeds = 3 + random(DEEDS_MOST - 3); deeds > 0; deeds -= 1) {
      day = addDays(day, [0, 0, 1, 3, 10, 60][random(6)] ?? 0);
      const deed = nextDeed(random, life, day);
      const expected = may(life, deed);
      const passed = act(kept, deed);
      if (passed !== expected) differ("let through", { deed, expected, life, kept });
      if (passed) done.set(deed.kind, (done.get(deed.kind) ?? 0) + 1);
      else refused += 1;
      life = after(life, deed);
      check(kept, life, addDays(day, random(4) === 0 ? random(400) : 0));
    }
    check(kept, life, addDays(day, random(1100)));
  }
  // Each deed was met in many lives: none of this is said of a life in which nothing happened.
  for (const kind of Object.keys(STEP_OF) as DeedKind[]) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(LIVES / 500);
  for (const kind of Object.keys(OBJECTION_STEP) as DeedKind[])
    expect(done.get(kind) ?? 0, kind).toBeGreaterThan(LIVES / 500);
  expect(refused).toBeGreaterThan(LIVES / 100);
}, 900_000);
