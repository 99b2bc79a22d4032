// What a case says of itself, and what a step needs before it can be sent. Pure.
import type { components } from "@xinheng/contract/client";
import { judgeCode } from "../../looks/code-list.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { isProof, noProof } from "../../ui/proof.ts";
import type { Proof } from "../../ui/proof.ts";
import { casesText as text } from "./text.ts";

export type Case = components["schemas"]["ListCase"];
export type CaseItem = components["schemas"]["ListCaseItem"];
export type StepBody = components["schemas"]["ListCaseStepTaking"];
export type NextStep = CaseItem["next"][number];
type How = NonNullable<StepBody["receipt"]>["how"];

export interface StepForm {
  readonly words: string;
  readonly on: string;
  readonly how: string;
  readonly proof: Proof;
  readonly hearingOn: string;
  readonly months: string;
  readonly correctedOn: string;
  readonly conditions: readonly string[];
}

export const noForm: Omit<StepForm, "words"> = {
  on: "",
  how: "direct",
  proof: noProof,
  hearingOn: "",
  months: "0",
  correctedOn: "",
  conditions: [],
};

const SHAPES: Readonly<Record<string, Omit<Status, "word">>> = {
  listed: { shape: "filled", tone: "zhe" },
  "exit-drafted": { shape: "half", tone: "zhe" },
  ended: { shape: "tick", tone: "lv" },
  expired: { shape: "tick", tone: "lv" },
  closed: { shape: "bar", tone: "soft" },
};

export function standingMark(standing: string): Status {
  return { ...(SHAPES[standing] ?? { shape: "half", tone: "ink" }), word: text.standings[standing] ?? standing };
}

export function stepName({ kind, exit }: { readonly kind: string; readonly exit: string | null }): string {
  const name = text.steps[kind] ?? kind;
  return exit === null ? name : text.stepOfExit(name, text.exits[exit] ?? exit);
}

const DAY_MS = 86_400_000;

/** Days from one day to another; both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The step that a case waits for: ending it without a listing is always open to the authority and is not what it waits for. */
export function waitsFor({ next }: Pick<CaseItem, "next">): NextStep | null {
  const onward = next.filter(({ kind }) => kind !== "close");
  return onward.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))[0] ?? null;
}

/** From when on the next step may be taken, in words. */
export function whenOf(item: Pick<CaseItem, "next" | "asOf">): string {
  const step = waitsFor(item);
  if (step === null) return "";
  return step.from <= item.asOf ? text.now : text.from(step.from, daysBetween(item.asOf, step.from));
}

const WORDED: ReadonlySet<string> = new Set(["notice", "defence", "decision", "exit", "late-entry", "close"]);
const SERVED: ReadonlySet<string> = new Set(["notice-served", "decision-served"]);
const SILENT: ReadonlySet<string> = new Set(["decision-approved", "exit-approved", "waiver"]);

/** Which fields a kind of step has. */
export function fieldsOf(step: Pick<NextStep, "kind" | "exit">, one: Pick<Case, "extensionMonthsMax">) {
  const { kind, exit } = step;
  return {
    words: !SILENT.has(kind),
    mustSay: WORDED.has(kind),
    receipt: SERVED.has(kind),
    on: SERVED.has(kind) || kind === "hearing-held",
    hearingOn: kind === "hearing-set",
    months: kind === "decision" && one.extensionMonthsMax > 0,
    correctedOn: kind === "exit" && exit !== "revocation",
    conditions: kind === "exit" && exit === "early-removal",
  };
}

/** What is missing in words; undefined where it can be sent. Days and terms are the server's to judge. */
export function stepFault(
  form: StepForm,
  step: Pick<NextStep, "kind" | "exit">,
  one: Pick<Case, "extensionMonthsMax" | "exitConditions">,
): string | undefined {
  const fields = fieldsOf(step, one);
  const months = Number(form.months);
  const faults: readonly (readonly [boolean, string])[] = [
    [fields.mustSay && form.words.trim() === "", text.faults.words],
    [fields.receipt && !isProof(form.proof), text.faults.receipt],
    [fields.hearingOn && form.hearingOn === "", text.faults.hearingOn],
    [
      fields.months && !(Number.isInteger(months) && months >= 0 && months <= one.extensionMonthsMax),
      text.faults.months,
    ],
    [step.exit === "correction" && form.correctedOn === "", text.faults.correctedOn],
    [fields.conditions && one.exitConditions.some((each) => !form.conditions.includes(each)), text.faults.conditions],
  ];
  return faults.find(([is]) => is)?.[1];
}

type Exit = StepBody["exit"];
type Days = Partial<Pick<StepBody, "on" | "hearingOn" | "correctedOn">>;

/** The days that a kind of step asks for, and that were written. */
function daysOf(form: StepForm, fields: ReturnType<typeof fieldsOf>): Days {
  const names = (["on", "hearingOn", "correctedOn"] as const).filter((name) => fields[name] && form[name] !== "");
  return Object.fromEntries(names.map((name) => [name, form[name]]));
}

/** A step as the server takes it: what its kind does not ask for is not said. */
export function stepBody(form: StepForm, step: Pick<NextStep, "kind" | "exit">, one: Case): StepBody {
  const fields = fieldsOf(step, one);
  const said = form.words.trim();
  return {
    version: one.version,
    kind: step.kind as StepBody["kind"],
    words: said !== "" && fields.words ? said : null,
    receipt: fields.receipt ? { how: form.how as How, proof: form.proof } : null,
    extensionMonths: fields.months ? Number(form.months) : 0,
    exit: step.exit as Exit,
    conditionsMet: fields.conditions ? [...form.conditions] : [],
    ...daysOf(form, fields),
  };
}

export interface OpeningForm {
  readonly list: string;
  readonly ground: string;
  readonly subject: string;
  readonly facts: string;
  readonly evidence: readonly Proof[];
}

/** What is missing before a case can be opened: a name opens none. */
export function openingFault(form: OpeningForm): string | undefined {
  const faults: readonly (readonly [boolean, string])[] = [
    [form.list === "", text.faults.list],
    [form.ground === "", text.faults.ground],
    [judgeCode(form.subject.trim().toUpperCase()) !== "sound", text.faults.subject],
    [form.facts.trim() === "", text.faults.words],
    [form.evidence.length === 0 || !form.evidence.every(isProof), text.faults.evidence],
  ];
  return faults.find(([is]) => is)?.[1];
}
