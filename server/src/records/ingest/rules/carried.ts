// What an old platform tells of a record that is taken over from it (旧平台数据迁移).
import { readDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { foldHeader, foldName } from "../../../kernel/fold.ts";
import { maskPersonal } from "../../../kernel/personal.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { CarriedOver } from "../../../policy/catalogue-entry.ts";
import type { DocumentWords } from "../../../policy/document-words.ts";
import type { EndKind } from "../../statements/index.ts";
import type { Carried, CarriedState, Issue } from "./fate.ts";
import type { Cells } from "./values.ts";
import { clean } from "./values.ts";

export interface CarriedReading {
  readonly carried: Carried;
  readonly questions: readonly Issue[];
}

export type CarriedWords = Pick<
  DocumentWords,
  "carriedShown" | "carriedRepaired" | "carriedTakenDown" | "carriedQuashed" | "carriedDisputed"
>;

/** How an old platform's end stands here: what it had repaired or taken down may be taken back, what was quashed never was. */
const ends: Readonly<Partial<Record<CarriedState, EndKind>>> = {
  repaired: "repaired",
  "taken-down": "removed",
  quashed: "quashed",
};

/** How a decision ended on the old platform; null where it still stands. */
export function carriedEnd(carried: Carried | null): EndKind | null {
  return carried === null ? null : (ends[carried.state] ?? null);
}

const wordMax = 60;
const documentMax = 128;

const bounded = (text: string, most: number): string => maskPersonal(text).slice(0, most);

function statesOf(words: CarriedWords): ReadonlyMap<string, CarriedState> {
  const lists: readonly (readonly [CarriedState, readonly string[]])[] = [
    ["shown", words.carriedShown],
    ["repaired", words.carriedRepaired],
    ["taken-down", words.carriedTakenDown],
    ["quashed", words.carriedQuashed],
    ["disputed", words.carriedDisputed],
  ];
  return new Map(lists.flatMap(([state, all]) => all.map((word): [string, CarriedState] => [foldName(word), state])));
}

interface ReadDays {
  readonly days: Readonly<Record<"receivedOn" | "on" | "objectionOn", Day | null>>;
  readonly questions: readonly Issue[];
}

/** The day part of a cell that may bear a time as well. A day that cannot be read, or lies ahead, is a question. */
function daysOf(cells: Readonly<Record<"receivedOn" | "on" | "objectionOn", string>>, today: Day): ReadDays {
  const questions: Issue[] = [];
  const read = (text: string): Day | null => {
    if (text === "") return null;
    const reading = readDay(text.split(/[\sT]/u)[0] ?? "");
    if (reading.ok && reading.day <= today) return reading.day;
    questions.push({ code: "ingest.carried-day", field: null, value: bounded(text, wordMax), values: { today } });
    return null;
  };
  const days = { receivedOn: read(cells.receivedOn), on: read(cells.on), objectionOn: read(cells.objectionOn) };
  return { days, questions };
}

/**
 * The reader of what an old platform tells, one row after the other. A state that nobody knows, a contested record and a
 * day that cannot be are questions for a person: nothing of them is shown meanwhile.
 */
export function carriedReader(
  from: CarriedOver,
  layout: { readonly heads: ReadonlyMap<string, number>; readonly notStated: ReadonlySet<string> },
  by: { readonly words: CarriedWords; readonly day: Day },
): (cells: Cells) => CarriedReading {
  const states = statesOf(by.words);
  const columnOf = (head: string | null): number => (head === null ? -1 : (layout.heads.get(foldHeader(head)) ?? -1));
  const at = {
    state: columnOf(from.state),
    on: columnOf(from.stateOn),
    document: columnOf(from.stateDocument),
    receivedOn: columnOf(from.receivedOn),
    objection: columnOf(from.objection),
    objectionOn: columnOf(from.objectionOn),
  };
  return (cells) => {
    const cell = (column: number): string => {
      const text = clean(cells[column]);
      return layout.notStated.has(text) ? "" : text;
    };
    const word = bounded(cell(at.state), wordMax);
    const state = states.get(foldName(word)) ?? "unknown";
    const { days, questions: ofDays } = daysOf(
      { receivedOn: cell(at.receivedOn), on: cell(at.on), objectionOn: cell(at.objectionOn) },
      by.day,
    );
    const code = state === "disputed" ? "ingest.carried-disputed" : "ingest.carried-state-unknown";
    const asked: Issue[] =
      state === "disputed" || state === "unknown" ? [{ code, field: null, value: word, values: {} }] : [];
    const orNone = (text: string): string | null => (text === "" ? null : text);
    return {
      carried: {
        word,
        state,
        ...days,
        documentNo: orNone(bounded(cell(at.document), documentMax)),
        objection: orNone(bounded(cell(at.objection), wordMax)),
      },
      questions: [...asked, ...ofDays],
    };
  };
}

/** How many rows bear each word of state. */
export type StateCounts = Readonly<Record<string, number>>;

/** Counts in order of their words: canonical keys are never Chinese. */
export function listed(counts: StateCounts): { readonly word: string; readonly count: number }[] {
  return Object.entries(counts)
    .map(([word, count]) => ({ word, count }))
    .toSorted((a, b) => (a.word < b.word ? -1 : 1));
}

const declaredPart = /^(?<word>[^=,\uff0c\uff1d]{0,60})[=\uff1d](?<count>\d{1,9})$/u;

/**
 * The counts that the old platform names for a file, each word once: `正常=120,已修复=30`; before an equals sign without a word
 * stand the rows that bear none. Refuses `ingest.declared-counts`.
 */
export function parseDeclared(text: string): Outcome<StateCounts> {
  const counts = new Map<string, number>();
  for (const part of text.split(/[,\uff0c]/u)) {
    const found = declaredPart.exec(part.trim())?.groups;
    const word = found?.["word"]?.trim() ?? "";
    if (found === undefined || counts.has(word)) return refused({ code: "ingest.declared-counts", kind: "invalid" });
    counts.set(word, Number(found["count"]));
  }
  return granted(Object.fromEntries(counts));
}

/** The ideographic comma, in which Chinese sentences list things. */
const listMark = "\u3001";

/** Refuses `ingest.counts-differ`, naming each word whose rows in the file are not as many as the old platform says. */
export function reconcile(declared: StateCounts, counted: StateCounts): Outcome<true> {
  const words = [...new Set([...Object.keys(declared), ...Object.keys(counted)])].toSorted();
  const differing = words.filter((word) => (declared[word] ?? 0) !== (counted[word] ?? 0));
  if (differing.length === 0) return granted(true);
  const told = differing.map((word) => `${word} ${declared[word] ?? 0}/${counted[word] ?? 0}`).join(listMark);
  return refused({ code: "ingest.counts-differ", kind: "invalid", values: { differences: told } });
}
