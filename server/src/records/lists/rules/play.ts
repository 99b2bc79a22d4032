// The cases of `lists/cases.yaml`, played by the rules themselves: a jurist's sentence becomes a case file and one step more.
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { ListCase } from "../../../policy/list-file.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { DECIDED_EXITS, NO_TERMS } from "./case.ts";
import type { CaseFile, CaseStep, DecidedExit, StepTerms } from "./case.ts";
import { judgeStep } from "./judge.ts";
import { judgeOpening } from "./opening.ts";
import type { StepWish } from "./verdict.ts";

/** What a case is played by. */
export interface Played {
  /** The policy of a day of the case. */
  readonly policyOn: (day: Day) => PolicySnapshot;
  readonly calendar: WorkingCalendar;
}

const isExit = (name: string): name is DecidedExit => DECIDED_EXITS.some((exit) => exit === name);

/** A step of the cases' language as the rules know it. */
function wishOf(
  name: string,
  said: { person: string; until?: Day | undefined; correctedOn?: Day | undefined; conditions: readonly string[] },
): StepWish {
  const kind = isExit(name) ? "exit" : name === "defence-hearing" ? "defence" : name;
  const terms: StepTerms = {
    ...NO_TERMS,
    hearingOn: said.until ?? null,
    asksHearing: name === "defence-hearing",
    exit: isExit(name) ? name : null,
    correctedOn: said.correctedOn ?? null,
    conditionsMet: said.conditions,
  };
  return { kind: kind as StepWish["kind"], on: null, person: said.person, terms };
}

interface Playing extends Played {
  readonly one: ListCase;
  readonly procedure: ListProcedure;
}

/** Who decides where a case does not say: the first that may. */
const officeOf = ({ one, procedure }: Playing): string => one.given.office ?? procedure.competent[0]?.uscc ?? "";

function emptyFile(playing: Playing): CaseFile {
  const { one, procedure } = playing;
  return {
    case: "",
    list: one.list,
    subject: "",
    subjectKind: "enterprise",
    organisation: officeOf(playing),
    ground: one.given.ground ?? [...procedure.grounds.keys()][0] ?? "",
    steps: [],
  };
}

const conditionsOf = ({ procedure }: Playing): readonly string[] => procedure.earlyRemoval?.conditions ?? [];

/** The case file after its steps; each of them must have been lawful itself. */
function fileAfter(playing: Playing): Outcome<CaseFile> {
  const { one, procedure, policyOn, calendar } = playing;
  const conditions = conditionsOf(playing);
  let file = emptyFile(playing);
  for (const [index, { step, day, until }] of one.given.done.entries()) {
    const wish = wishOf(step, { person: `person-${index}`, until, conditions, correctedOn: day });
    const opens = step === "open";
    const verdict = opens
      ? granted(wish.terms)
      : judgeStep({ file, procedure, instruments: policyOn(day), day, calendar }, wish);
    if (!verdict.ok) return verdict;
    const kind = opens ? "open" : wish.kind;
    const added: CaseStep = { kind, day, on: day, person: wish.person, terms: verdict.value };
    file = { ...file, steps: [...file.steps, added] };
  }
  return granted(file);
}

function playOpening(playing: Playing): Outcome<null> {
  const { one, procedure, policyOn } = playing;
  const { given } = one;
  const opened = judgeOpening(policyOn(given.day), {
    procedure,
    organisation: officeOf(playing),
    ground: given.ground ?? "",
    subjectKind: given.subjectKind,
    standing: given.listed ? "listed" : "none",
    day: given.day,
  });
  return opened.ok ? granted(null) : opened;
}

/** How the step that a case asks about is judged; its terms, or null for an opening. Refuses `lists.unknown` too. */
export function playListCase(one: ListCase, by: Played): Outcome<StepTerms | null> {
  const { given } = one;
  const policy = by.policyOn(given.day);
  const procedure = policy.lists.get(one.list);
  if (procedure === undefined) return refused({ code: "lists.unknown", kind: "absent" });
  const playing = { ...by, one, procedure };
  if (given.step === "open") return playOpening(playing);
  const file = fileAfter(playing);
  if (!file.ok) return file;
  const wish = wishOf(given.step, {
    person: "second",
    conditions: conditionsOf(playing),
    correctedOn: given.correctedOn,
    until: given.step === "hearing-set" ? given.day : undefined,
  });
  return judgeStep({ file: file.value, procedure, instruments: policy, day: given.day, calendar: by.calendar }, wish);
}
