import { bigrams, foldName } from "../../kernel/fold.ts";
import { findPersonal, residentIdIsSound } from "../../kernel/personal.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { isUscc } from "../../kernel/uscc.ts";
import { abbreviationReader } from "./rules/abbreviation.ts";
import type { NameWords, Reading } from "./rules/abbreviation.ts";

/** What a typed text asks for. A text may be both a name and the beginning of a code. */
export interface SearchQuery {
  readonly folded: string;
  /**
   * Pairs by which the index is asked; those of legal forms only where there are no others. Empty where the text is part
   * of what half of all names end in: then any walk over names meets enough of them at once.
   */
  readonly bigrams: readonly string[];
  /** A full code, sound or not. */
  readonly code: string | null;
  /** 18 characters of which the last contradicts the others: shown, never corrected. */
  readonly wrongCheckDigit: boolean;
  /** The beginning of a code, of at least four characters. */
  readonly codePrefix: string | null;
  /** The beginning of the organisation code that stands inside a code. */
  readonly organisationPrefix: string | null;
  /** A code from its area on, or its end: at least six characters. */
  readonly codePart: string | null;
  /** The text without a legal form at its end; the whole text where too little is left. */
  readonly stem: string;
  /** Full names that differ from the text by their legal form only. */
  readonly sameCore: readonly string[];
  /** How the text may stand apart in a name; none for what may be part of a code. */
  readonly readings: readonly Reading[];
}

const longest = 100;
const shortestCode = 4;
const shortestOrganisation = 6;
const shortestPart = 6;

/**
 * A reader of what was typed. It refuses `search.empty`, `search.too-short`, `search.too-long` and `search.personal`;
 * the last without repeating anything of the text.
 */
export function queryReader(words: NameWords): (text: string) => Outcome<SearchQuery> {
  const { legalForms, commonestForm } = words;
  const endings = endingsOf(legalForms);
  const formPairs: ReadonlySet<string> = new Set(legalForms.flatMap(bigrams));
  const readApart = abbreviationReader(words);
  return (text) => {
    const folded = text.length > longest ? "" : foldName(text);
    const refusal = refusalOf(text, folded);
    if (refusal !== null) return refusal;
    const stem = stemOf(folded, endings);
    const sameCore = endings.map((form) => stem + form).filter((name) => name !== folded);
    const parts = readCodeParts(folded);
    const readings = parts.code === null && parts.codePrefix === null ? readApart(folded) : [];
    return granted({
      folded,
      bigrams: tellingPairs(folded, { formPairs, commonestForm }),
      stem,
      sameCore,
      readings,
      ...parts,
    });
  };
}

function tellingPairs(
  folded: string,
  { formPairs, commonestForm }: { readonly formPairs: ReadonlySet<string>; readonly commonestForm: string },
): readonly string[] {
  const all = bigrams(folded);
  const telling = all.filter((pair) => !formPairs.has(pair));
  if (telling.length > 0) return telling;
  return all.filter((pair) => !commonestForm.includes(pair));
}

function refusalOf(text: string, folded: string): ReturnType<typeof refused> | null {
  if (text.length > longest) return refused({ code: "search.too-long", kind: "invalid", values: { limit: longest } });
  if (looksPersonal(text, folded)) return refused({ code: "search.personal", kind: "invalid" });
  const length = Array.from(folded).length;
  if (length === 0) return refused({ code: "search.empty", kind: "invalid" });
  return length === 1 ? refused({ code: "search.too-short", kind: "invalid" }) : null;
}

type CodeParts = Pick<SearchQuery, "code" | "wrongCheckDigit" | "codePrefix" | "organisationPrefix" | "codePart">;

const noCode: CodeParts = {
  code: null,
  wrongCheckDigit: false,
  codePrefix: null,
  organisationPrefix: null,
  codePart: null,
};

function readCodeParts(folded: string): CodeParts {
  const compact = folded.replaceAll("-", "");
  if (!/^[0-9A-Z]{1,18}$/.test(compact) || compact.length < shortestCode) return noCode;
  if (compact.length === 18) return { ...noCode, code: compact, wrongCheckDigit: !isUscc(compact) };
  const isOrganisation = compact.length >= shortestOrganisation && compact.length <= 9;
  return {
    ...noCode,
    codePrefix: compact,
    organisationPrefix: isOrganisation ? compact : null,
    codePart: compact.length >= shortestPart ? compact : null,
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
