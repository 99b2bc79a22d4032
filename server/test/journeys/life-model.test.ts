// Random lives of 2,000 decisions through the whole platform, against the slow model of `test-life.ts`: each deed over HTTP as
// its own account, many at once; what is let through, what everybody reads, what the subject reads, what an officer is told.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../src/kernel/day.ts";
import type { Day } from "../../src/kernel/day.ts";
import { openTestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { after, chance, isMarked, isShown, may, nextDeed } from "./test-life.ts";
import type { DeedKind, LifeChannel, LifeSeverity } from "./test-life.ts";
import { act, call, send } from "./test-lived.ts";
import type { Lived, World } from "./test-lived.ts";
import { firm } from "./test-sheets.ts";

const LIVES = Number(process.env["XINHENG_LIVES"] ?? 2000);
const DAYS = 14;
/** Lives of one file: all of them go when it is taken back. */
const BATCH = 10;
const AT_ONCE = 6;
const FIRST = 5000;

const centre = "129901009900397397";
const environment = "11990100990006857Y";
const random = chance(20_260_909);

const tokens: Record<string, string> = {};
let world: World;
const lives: Lived[] = [];

const SEVERITIES: readonly LifeSeverity[] = ["minor", "general", "general", "serious"];

function born(index: number): Lived {
  const decidedOn = `2026-0${4 + random(3)}-${String(1 + random(18)).padStart(2, "0")}` as Day;
  const severity = SEVERITIES[random(SEVERITIES.length)] ?? "general";
  return {
    index,
    code: firm(index).code,
    life: { severity, decidedOn, receivedOn: world.today, done: [] },
    content: 0,
    batch: "",
    newest: "",
    token: "",
    commitment: "",
    repair: { id: "", version: 0 },
    objection: { id: "", version: 0 },
    evidence: 0,
  };
}

async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
    }),
  );
}

beforeAll(async () => {
  const bed = await openTestApp();
  world = { bed, tokens, today: "2026-07-01" as Day };
  world.bed.at(`${world.today}T08:00:00`);
  tokens["clerk"] = await world.bed.tokenOf(market);
  tokens["one"] = await world.bed.tokenOf(market, "reviewer");
  tokens["two"] = await world.bed.tokenOf(market, "reviewer");
  tokens["operator"] = await world.bed.tokenOf(centre, "operator");
  for (let index = 0; index < LIVES; index += 1) lives.push(born(FIRST + index));
  const files = Array.from({ length: Math.ceil(LIVES / BATCH) }, (_, at) => lives.slice(at * BATCH, (at + 1) * BATCH));
  await eachOf(files, async (file) => {
    const { batch, accepted } = await send(world, file);
    expect(accepted).toBe(file.length);
    for (const one of file) Object.assign(one, { batch, newest: batch });
  });
}, 600_000);
afterAll(() => world.bed.close());

const done = new Map<DeedKind, number>();
let refused = 0;

async function live(one: Lived): Promise<void> {
  const deed = nextDeed(random, one.life, world.today);
  const expected = may(one.life, deed);
  const told = await act(world, one, deed);
  const passed = told.status < 300;
  if (passed !== expected) throw new Error(`let through: ${JSON.stringify({ deed, expected, told, one })}`);
  if (passed) done.set(deed.kind, (done.get(deed.kind) ?? 0) + 1);
  else refused += 1;
  // What takes a file back takes all of it.
  const touched = deed.kind === "take-back" ? lives.filter(({ batch }) => batch === one.batch) : [one];
  for (const each of touched) each.life = after(each.life, deed);
}

interface Item {
  readonly marks: readonly { readonly kind: string }[];
}

async function itemsOf(path: string, token?: string): Promise<readonly Item[]> {
  const response = await world.bed.ask(
    path,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
  expect(response.status).toBe(200);
  return ((await response.json()) as { items: Item[] }).items;
}

/** What everybody reads, and what the subject reads. */
async function checkPages(one: Lived): Promise<void> {
  const { life, code, token } = one;
  const shown = isShown(life, "public-page", world.today);
  const [item, ...more] = await itemsOf(`/api/v1/subjects/${code}/records`);
  expect(more).toEqual([]);
  const marked = shown && isMarked(life);
  const found = { shown: item !== undefined, marked: item?.marks.some(({ kind }) => kind === "objection") === true };
  if (found.shown !== shown || found.marked !== marked)
    throw new Error(`shown: ${JSON.stringify({ today: world.today, found, shown, marked, one })}`);
  if (token === "") return;
  const own = await itemsOf("/api/v1/own/records", token);
  if (own.length > 0 !== isShown(life, "own", world.today))
    throw new Error(`own: ${JSON.stringify({ today: world.today, own, one })}`);
}

/** A matter, and the measure that such a decision brings in it. */
interface Prompt {
  readonly matter: string;
  readonly purpose: string;
  readonly measure: string;
  readonly channel: LifeChannel;
}
const restriction: Prompt = {
  matter: "supervision-check",
  purpose: "supervision",
  measure: "food-inspection-frequency",
  channel: "duty",
};
const bar: Prompt = {
  matter: "food-licence",
  purpose: "administrative-approval",
  measure: "food-licence-bar",
  channel: "statutory-bar",
};

let matters = 0;

/** What an officer is told before he decides. Each asks of a few dozen: more would be stopped, as it should be. */
async function checkMeasures(of: readonly Lived[], { matter, purpose, measure, channel }: Prompt): Promise<void> {
  const token = await world.bed.tokenOf(environment, "approver");
  const subjects = of.map(({ code }) => {
    matters += 1;
    return { uscc: code, matterNo: `SL-2026-${String(matters).padStart(6, "0")}` };
  });
  const told = await call(world, "/api/v1/checks", token, { matter, purpose, duty: "permit-review", subjects });
  expect(told.status, JSON.stringify(told)).toBe(200);
  const answers = told["answers"] as { measures: { measure: string }[] }[];
  for (const [at, one] of of.entries()) {
    const found = answers[at]?.measures.some((each) => each.measure === measure) === true;
    // Of these decisions the serious ones take a licence away.
    const isFit = channel === "duty" || one.life.severity === "serious";
    const wanted = isFit && isShown(one.life, channel, world.today);
    if (found !== wanted)
      throw new Error(`told: ${JSON.stringify({ today: world.today, measure, found, wanted, one })}`);
  }
}

const CHECKED = 40;
const A_DAY = 6 * CHECKED;

function passTo(days: number, time: string): void {
  world.today = addDays(world.today, days);
  world.bed.at(`${world.today}T${time}`);
}

test(`${LIVES} lives, each deed over HTTP: let through, shown, marked and told as the slow model says`, async () => {
  for (let passed = 0; passed < DAYS; passed += 1) {
    passTo([1, 1, 2, 3, 7, 30][random(6)] ?? 1, "08:00:00");
    // One of ten does something every day, the others now and then; of one file one at a time, since it may take it back.
    const active = lives.filter(({ index }) => index % BATCH === 0 || random(6) === 0);
    const files = new Set<string>();
    const apart = active.filter(({ batch }) => !files.has(batch) && files.add(batch));
    await eachOf(apart, live);
    for (const one of active.filter((each) => !apart.includes(each))) await live(one);
    await eachOf(
      active.filter(() => random(4) === 0),
      checkPages,
    );
    const from = random(LIVES);
    await checkMeasures(lives.slice(from, from + CHECKED), restriction);
    await checkMeasures(lives.slice(from, from + CHECKED), bar);
  }
  // In the end every one of them, and once more when terms have run out.
  for (const days of [0, 200]) {
    passTo(days, "23:59:59");
    await eachOf(lives, checkPages);
    // An office may ask of so many a day and of no more.
    for (let at = 0; at < (days === 0 ? LIVES : A_DAY); at += CHECKED) {
      if (at % A_DAY === 0) passTo(1, "08:00:00");
      await checkMeasures(lives.slice(at, at + CHECKED), at % (2 * CHECKED) === 0 ? restriction : bar);
    }
  }
  for (const kind of ["apply", "approve", "propose-revoke", "apply-court", "file", "confirm", "take-back"] as const)
    expect(done.get(kind) ?? 0, kind).toBeGreaterThan(LIVES / 500);
  expect(lives.filter(({ life }) => life.done.length > 1).length).toBeGreaterThan(LIVES / 2);
  expect(refused).toBeGreaterThan(LIVES / 50);
}, 1_800_000);
