import { bigrams, foldName } from "../../kernel/fold.ts";
import { findPersonal, residentIdIsSound } from "../../kernel/personal.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";
import { legalForms } from "./text.ts";

/** What a typed text asks for. A text may be both a name and the beginning of a code. */
export interface SearchQuery {
  readonly folded: string;
  /** Pairs by which the index is asked; those of legal forms, which half of all names hold, only where there are no others. */
  readonly bigrams: readonly string[];
  /** A full code, sound or not. */
  readonly code: string | null;
  /** 18 characters of which the last contradicts the others: shown, never corrected. */
  readonly wrongCheckDigit: boolean;
  /** The beginning of a code, of at least four characters. */
  readonly codePrefix: string | null;
  /** The beginning of the organisation code that stands inside a code. */
  readonly organisationPrefix: string | null;
  /** The text without a legal form at its end; the whole text where too little is left. */
  readonly stem: string;
  /** Full names that differ from the text by their legal form only. */
  readonly sameCore: readonly string[];
}

const longest = 100;
const shortestCode = 4;
const shortestOrganisation = 6;

/**
 * Reads what was typed. Refuses `search.empty`, `search.too-short`, `search.too-long` and `search.personal`; the last
 * without repeating anything of the text.
 */
export function readQuery(text: string): Outcome<SearchQuery> {
  if (text.length > longest) return refused({ code: "search.too-long", kind: "invalid", values: { limit: longest } });
  const folded = foldName(text);
  if (looksPersonal(text, folded)) return refused({ code: "search.personal", kind: "invalid" });
  const length = Array.from(folded).length;
  if (length < 2) return refused({ code: length === 0 ? "search.empty" : "search.too-short", kind: "invalid" });
  const compact = folded.replaceAll("-", "");
  const stem = stemOf(folded);
  const isCodeLike = /^[0-9A-Z]{4,18}$/.test(compact);
  const code = isCodeLike && compact.length === 18 ? compact : null;
  const isPart = isCodeLike && code === null && compact.length >= shortestCode;
  const isOrganisation = isPart && compact.length >= shortestOrganisation && compact.length <= 9;
  return granted({
    folded,
    bigrams: tellingPairs(folded),
    code,
    wrongCheckDigit: code !== null && !isUscc(code),
    codePrefix: isPart ? compact : null,
    organisationPrefix: isOrganisation ? compact : null,
    stem,
    sameCore: endings.map((form) => stem + form).filter((name) => name !== folded),
  });
}

const formPairs: ReadonlySet<string> = new Set(legalForms.flatMap(bigrams));

function tellingPairs(folded: string): string[] {
  const all = bigrams(folded);
  const telling = all.filter((pair) => !formPairs.has(pair));
  return telling.length === 0 ? all : telling;
}

/** What may stand after the stem of a name: a legal form, or nothing. */
export const endings: readonly string[] = ["", ...legalForms];

function stemOf(folded: string): string {
  const form = endings.filter((one) => folded.endsWith(one)).toSorted((a, b) => b.length - a.length)[0] ?? "";
  const stem = folded.slice(0, folded.length - form.length);
  return Array.from(stem).length < 2 ? folded : stem;
}

const checkCharacters = "0123456789X";

/** An identity number with a mistyped last character is still somebody's. Fifteen digits may be a registration number. */
function looksPersonal(text: string, folded: string): boolean {
  const compact = folded.replaceAll("-", "");
  if (/^\d{15}$/.test(compact)) return false;
  if (findPersonal(text).length > 0 || residentIdIsSound(compact)) return true;
  if (!/^\d{17}[\dX]$/.test(compact) || isUscc(compact)) return false;
  return [...checkCharacters].some((check) => residentIdIsSound(compact.slice(0, 17) + check));
}

/** A subject that was found, under the name that fitted best. */
export interface FoundSubject {
  readonly uscc: string;
  /** The present name; null for a subject that is known by code alone. */
  readonly name: string | null;
  /** The former name that fitted, when the present one fitted less well. */
  readonly formerName: string | null;
  readonly kind: string;
  readonly standing: "registered" | "provisional";
}

/** Where a page ended: the sort key of its last subject. */
export type SearchPlace = readonly [tier: number, former: number, length: number, folded: string, subject: string];

export interface SearchAnswer {
  readonly items: readonly FoundSubject[];
  /** More than 500 names fit: those listed are some of them. */
  readonly more: boolean;
  readonly next: SearchPlace | null;
  readonly wrongCheckDigit: boolean;
}

/** Reads a place out of an opened cursor; null when it is not one. */
export function readPlace(value: unknown): SearchPlace | null {
  if (!Array.isArray(value) || value.length !== 5) return null;
  const [tier, former, length, folded, subject]: unknown[] = value;
  if (typeof tier !== "number" || typeof former !== "number" || typeof length !== "number") return null;
  return typeof folded === "string" && typeof subject === "string" ? [tier, former, length, folded, subject] : null;
}
