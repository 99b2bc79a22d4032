// Which measures of the registry are shown, and how a state looks. Pure.
import type { Measure } from "../../client/measures.ts";
import type { Query } from "../../router/path.ts";
import type { Status } from "../../ui/status-mark.tsx";
import { measuresText as text } from "./text.ts";

/** Shape, word and colour of a state: what has no effect is never drawn like what has. */
export function stateStatus(state: Measure["state"]): Status {
  const word = text.states[state];
  if (state === "live") return { shape: "tick", word, tone: "lv" };
  if (state === "lapsed") return { shape: "bar", word, tone: "soft" };
  return state === "pending" ? { shape: "half", word, tone: "zhe" } : { shape: "hollow", word, tone: "ink" };
}

const isOr = (wish: string | undefined, told: string): boolean => wish === undefined || wish === told;

/** Those that fit all that stands in the address; what stands there and is no filter is passed over. */
export function shownOf(measures: readonly Measure[], query: Query): readonly Measure[] {
  const { name = "", kind, matter, state } = query;
  const wanted = name.trim();
  return measures.filter(
    (one) =>
      isOr(kind, one.kind) &&
      isOr(state, one.state) &&
      isOr(query["class"], String(one.measureClass)) &&
      (matter === undefined || one.matters.includes(matter)) &&
      (one.name.includes(wanted) || one.content.includes(wanted)),
  );
}

/** How long it lasts, in words. */
export function termOf({ kind, months }: Measure["term"]): string {
  return months === null ? (text.one.terms[kind] ?? kind) : text.one.months(months);
}
