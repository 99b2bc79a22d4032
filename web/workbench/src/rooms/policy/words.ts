import type { Answer, Operation } from "../../client/contract.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { policyText } from "./text.ts";

export type Draft = Answer<Operation<"/api/v1/policy/drafts/{draft}", "get">>;
export type Judgement = Answer<Operation<"/api/v1/policy/drafts/{draft}/judgement", "get">>;
export type Fault = Judgement["faults"][number];
export type Change = Judgement["changes"][number];
export type Impact = Answer<Operation<"/api/v1/policy/drafts/{draft}/impact", "get">>;
export type Release = Answer<Operation<"/api/v1/policy/releases", "get">>["items"][number];
export type Assessment = Answer<Operation<"/api/v1/policy/assessments/{assessment}", "get">>;

/** What a code of the platform is called here; the code itself where it has no word. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

/** A count that is hidden because it is small says so. */
export const countWord = (count: number | null): string => (count === null ? policyText.few : String(count));

const EFFECTS: Readonly<Record<string, Omit<Status, "word">>> = {
  worsening: { shape: "triangle", tone: "zhe" },
  relief: { shape: "tick", tone: "lv" },
  neutral: { shape: "ring", tone: "soft" },
};

/** Whether a change worsens somebody's position, as shape, word and colour. */
export function effectMark(effect: string): Status {
  const mark = EFFECTS[effect] ?? { shape: "ring", tone: "soft" };
  return { ...mark, word: wordFor(policyText.effects, effect) };
}

/** Where a file of the policy stands: shipped, local, each with its pack, or a release. */
export function layerWord(layer: string): string {
  const words = policyText.files;
  const released = /^release-(\d+)$/u.exec(layer)?.[1];
  if (released !== undefined) return words.released(released);
  const [place = "", pack] = layer.split("/");
  const word = place === "shipped" ? words.shipped : words.local;
  return pack === undefined ? word : `${word} ${pack}`;
}

/** Where a line begins in a text, so that it can be shown; the end where there are fewer lines. */
export function placeOfLine(text: string, line: number): number {
  const lines = text.split("\n").slice(0, Math.max(0, line - 1));
  return Math.min(
    text.length,
    lines.reduce((sum, one) => sum + one.length + 1, 0),
  );
}

/** Files whose path and text are there. */
export function wholeFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path, text]) => path.trim() !== "" && text !== ""));
}
