// A change in words that a jurist reads.
import type { CanonicalValue } from "@xinheng/log/canonical";
import type { PolicyChange } from "../../../policy/policy-diff.ts";
import { fieldWords, kindWords, valueWords } from "../text.ts";

/** Characters of a value that are shown; the whole text stands in the files of the release. */
const VALUE_MAX = 200;

/** Where something is changed: part, name, and the steps inside it. */
export function placeOf({ kind, id, name, path }: PolicyChange): string {
  const what = name === null || name === id ? (id ?? "") : `${name}(${id ?? ""})`;
  const head = [kindWords[kind] ?? kind, what].filter((word) => word !== "").join(" ");
  return [head, ...path.map((step) => fieldWords[step] ?? step)].join(valueWords.step);
}

/** The value before and after; null on the side where there is none. */
export function valuesOf({ what, path, before, after }: PolicyChange): {
  readonly before: string | null;
  readonly after: string | null;
} {
  const whole = path.length === 0;
  return {
    before: what === "added" ? null : valueText(before, whole),
    after: what === "removed" ? null : valueText(after, whole),
  };
}

function valueText(value: CanonicalValue, whole: boolean): string {
  const text = whole && typeof value === "object" && value !== null ? valueWords.whole : plainText(value);
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}${valueWords.more}` : text;
}

function plainText(value: CanonicalValue): string {
  if (value === null) return valueWords.none;
  if (typeof value === "boolean") return value ? valueWords.yes : valueWords.no;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? valueWords.none : value.map(plainText).join(valueWords.join);
  return objectText(value);
}

function objectText(value: object): string {
  const fields = new Map<string, CanonicalValue>(Object.entries(value));
  const [source, article] = [fields.get("source"), fields.get("article")];
  if (fields.size === 2 && typeof source === "string" && article !== undefined)
    return typeof article === "string" ? `${source}#${article}` : source;
  return [...fields].map(([key, item]) => `${fieldWords[key] ?? key}: ${plainText(item)}`).join(valueWords.join);
}
