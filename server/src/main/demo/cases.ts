// Two cases of the market regulator: one that led to a listing, and one whose subject may still be heard.
import { createHash, randomBytes } from "node:crypto";
import { createAccount, disableAccount } from "../../foundation/accounts/index.ts";
import type { Organisation } from "../../foundation/accounts/index.ts";
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { Database } from "../../platform/database/pool.ts";
import { demoCast } from "./cast.ts";
import type { Send } from "./send.ts";
import { CASE_WORDS as words } from "./text.ts";
import { officeDay, officeInstant } from "./window.ts";

export interface CasesWish {
  readonly db: Database;
  readonly send: Send;
  /** The present, Unix milliseconds. */
  readonly now: () => number;
  /** When the officers got their accounts; never after the present. */
  readonly since: number;
  readonly organisation: Organisation;
  readonly today: Day;
}

type Officer = "clerk" | "reviewer";

interface Step {
  readonly daysAgo: number;
  readonly by: Officer;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Script {
  readonly list: string;
  readonly opening: Readonly<Record<string, unknown>>;
  readonly openedDaysAgo: number;
  readonly steps: readonly Step[];
}

const digestOf = (title: string): string => createHash("sha256").update(title).digest("hex");
const evidence = (title: string): { title: string; digest: string } => ({ title, digest: digestOf(title) });
const receipt = { how: "direct", proof: evidence(words.receipt) };
const MINUTE = 40;
const CLOSING = "the demo city is loaded";

const SCRIPTS: readonly Script[] = [
  {
    list: "market-regulation",
    openedDaysAgo: 60,
    opening: {
      subject: demoCast.twins[0].uscc,
      ground: "food",
      facts: words.concluded.facts,
      evidence: [evidence(words.concluded.evidence)],
      naturalPersons: 1,
    },
    steps: [
      { daysAgo: 59, by: "clerk", body: { kind: "notice", words: words.consequences } },
      { daysAgo: 57, by: "clerk", body: { kind: "notice-served", receipt } },
      { daysAgo: 36, by: "clerk", body: { kind: "decision", words: words.concluded.reasons } },
      { daysAgo: 35, by: "reviewer", body: { kind: "decision-approved" } },
      { daysAgo: 33, by: "clerk", body: { kind: "decision-served", receipt } },
    ],
  },
  {
    list: "abnormal-operation",
    openedDaysAgo: 4,
    opening: {
      subject: demoCast.enterprise.uscc,
      ground: "annual-report",
      facts: words.running.facts,
      evidence: [evidence(words.running.evidence)],
      naturalPersons: 0,
    },
    steps: [
      { daysAgo: 3, by: "clerk", body: { kind: "notice", words: words.consequences } },
      { daysAgo: 2, by: "clerk", body: { kind: "notice-served", receipt } },
    ],
  },
];

interface CaseHead {
  readonly case: string;
  readonly version: number;
}

/** The case as the answer shows it; undefined where it was refused, as where the calendar does not reach so far. */
async function headOf(response: Response): Promise<CaseHead | undefined> {
  const answer = (await response.json()) as Partial<CaseHead>;
  return response.ok && answer.case !== undefined && answer.version !== undefined
    ? { case: answer.case, version: answer.version }
    : undefined;
}

async function play(
  wish: CasesWish,
  { list, opening, openedDaysAgo, steps }: Script,
  tokens: Readonly<Record<Officer, string>>,
): Promise<boolean> {
  const post = async (
    path: string,
    { by, daysAgo, body }: { by: Officer; daysAgo: number; body: unknown },
  ): Promise<CaseHead | undefined> => {
    const headers = { authorization: `Bearer ${tokens[by]}`, "content-type": "application/json" };
    const at = officeInstant(officeDay(addDays(wish.today, -daysAgo)), MINUTE);
    const request = new Request(`http://localhost${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return headOf(await wish.send(request, at));
  };
  const path = `/api/v1/lists/${list}/cases`;
  let head = await post(path, { by: "clerk", daysAgo: openedDaysAgo, body: opening });
  for (const { body, ...how } of steps) {
    if (head === undefined) return false;
    head = await post(`${path}/${head.case}/steps`, { ...how, body: { ...body, version: head.version } });
  }
  return head !== undefined;
}

/** Plays the two cases through the API. What the policy of the city refuses is left out. @returns how many were played. */
export async function playCases(wish: CasesWish): Promise<number> {
  const { db, organisation, since, now } = wish;
  const stamp = randomBytes(4).toString("hex");
  const loginOf = (role: Officer): string => `demo-lists-${role}-${stamp}`;
  const open = async (role: Officer): Promise<string> => {
    const at = new Date(Math.min(since, now()));
    const made = await createAccount(db, { at, by: null, organisation, role, login: loginOf(role) });
    if (!made.ok) throw new Error(`${loginOf(role)}: ${made.refusal.code}`);
    return made.value.token;
  };
  const tokens = { clerk: await open("clerk"), reviewer: await open("reviewer") };
  let played = 0;
  for (const script of SCRIPTS) played += Number(await play(wish, script, tokens));
  for (const role of ["clerk", "reviewer"] as const)
    await disableAccount(db, { at: new Date(now()), by: null, login: loginOf(role), reason: CLOSING });
  return played;
}
