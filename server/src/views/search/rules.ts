import { bigrams, foldName } from "../../kernel/fold.ts";
import { findPersonal, residentIdIsSound } from "../../kernel/personal.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";

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
 * A reader of what was typed. It refuses `search.empty`, `search.too-short`, `search.too-long` and `search.personal`;
 * the last without repeating anything of the text.
 * @param legalForms folded ends of names that tell what kind of body it is, not which one.
 */
export function queryReader(legalForms: readonly string[]): (text: string) => Outcome<SearchQuery> {
  const endings = endingsOf(legalForms);
  const formPairs: ReadonlySet<string> = new Set(legalForms.flatMap(bigrams));
  return (text) => {
    const folded = text.length > longest ? "" : foldName(text);
    const refusal = refusalOf(text, folded);
    if (refusal !== null) return refusal;
    const stem = stemOf(folded, endings);
    const all = bigrams(folded);
    const telling = all.filter((pair) => !formPairs.has(pair));
    const sameCore = endings.map((form) => stem + form).filter((name) => name !== folded);
    return granted({ folded, bigrams: telling.length === 0 ? all : telling, stem, sameCore, ...readCodeParts(folded) });
  };
}

function refusalOf(text: string, folded: string): ReturnType<typeof refused> | null {
  if (text.length > longest) return refused({ code: "search.too-long", kind: "invalid", values: { limit: longest } });
  if (looksPersonal(text, folded)) return refused({ code: "search.personal", kind: "invalid" });
  const length = Array.from(folded).length;
  if (length === 0) return refused({ code: "search.empty", kind: "invalid" });
  return length === 1 ? refused({ code: "search.too-short", kind: "invalid" }) : null;
}

function readCodeParts(
  folded: string,
): Pick<SearchQuery, "code" | "wrongCheckDigit" | "codePrefix" | "organisationPrefix"> {
  const compact = folded.replaceAll("-", "");
  if (!/^[0-9A-Z]{1,18}$/.test(compact) || compact.length < shortestCode) {
    return { code: null, wrongCheckDigit: false, codePrefix: null, organisationPrefix: null };
  }
  if (compact.length === 18) {
    return { code: compact, wrongCheckDigit: !isUscc(compact), codePrefix: null, organisationPrefix: null };
  }
  const isOrganisation = compact.length >= shortestOrganisation && compact.length <= 9;
  return {
    code: null,
    wrongCheckDigit: false,
    codePrefix: compact,
    organisationPrefix: isOrganisation ? compact : null,
  };
}

/** What may stand after the stem of a name: a legal form, or nothing. */
export function endingsOf(legalForms: readonly string[]): readonly string[] {
  return ["", ...legalForms];
}

function stemOf(folded: string, endings: readonly string[]): string {
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
  const [tier, former, length, folded, subject] = value as readonly unknown[];
  if (typeof tier !== "number" || typeof former !== "number" || typeof length !== "number") return null;
  return typeof folded === "string" && typeof subject === "string" ? [tier, former, length, folded, subject] : null;
}
