// What an answer says, told apart: found, not found, could not be checked. Pure.
import type { components } from "@xinheng/contract/client";

export type QueryAnswer = components["schemas"]["QueryAnswer"];
export type SubjectAnswer = QueryAnswer["answers"][number];
export type AnsweredEntry = SubjectAnswer["entries"][number];
export type SharedRecord = components["schemas"]["SharedRecord"];

export interface AnswerParts {
  readonly found: readonly AnsweredEntry[];
  readonly absent: readonly AnsweredEntry[];
  /** Also entries of which something was found while another source of theirs could not be checked. */
  readonly unchecked: readonly AnsweredEntry[];
  /** Records that there are, of which the answer may show a page only. */
  readonly records: number;
}

export function partsOf({ entries }: Pick<SubjectAnswer, "entries">): AnswerParts {
  const found = entries.filter(({ state }) => state === "found");
  return {
    found,
    absent: entries.filter(({ state }) => state === "not-found"),
    unchecked: entries.filter(({ state, scope }) => state === "unchecked" || scope.unchecked.length > 0),
    records: found.reduce((sum, { records }) => sum + records, 0),
  };
}

/** Adds a further page to the answer about its subject; what was told first stays. */
export function withMore(
  answers: readonly SubjectAnswer[],
  further: readonly SubjectAnswer[],
): readonly SubjectAnswer[] {
  return answers.map((one) => {
    const page = further.find(({ uscc, matter }) => uscc === one.uscc && matter === one.matter);
    if (page === undefined) return one;
    const known = new Set(one.records.map(({ id }) => id));
    return { ...one, records: [...one.records, ...page.records.filter(({ id }) => !known.has(id))], next: page.next };
  });
}

/** How many subjects had which outcome, in the order in which they are told. */
export function outcomesOf(
  answers: readonly SubjectAnswer[],
): readonly { readonly outcome: SubjectAnswer["outcome"]; readonly count: number }[] {
  const order = ["data", "nothing-found", "not-checked", "not-authorised"] as const;
  return order.map((outcome) => ({ outcome, count: answers.filter((one) => one.outcome === outcome).length }));
}
