// A pasted column of codes, judged line by line before anything is asked. Pure.

/** What is wrong with a code; `sound`: nothing that can be seen without asking. */
export type CodeVerdict = "sound" | "length" | "sign" | "check" | "twice";

export interface ListedCode {
  /** Line of the column, from 1. */
  readonly line: number;
  readonly code: string;
  /** The matter number that stands behind the code on its line. */
  readonly matter: string | null;
  readonly verdict: CodeVerdict;
}

/** As many subjects as one query takes. */
export const CODES_MAX = 100;

const LENGTH = 18;
/** The 31 characters of GB 32100-2015; a character's value is its place. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a unified social credit code can be one, GB 32100-2015. The server judges once more. */
export function judgeCode(code: string): Exclude<CodeVerdict, "twice"> {
  if (code.length !== LENGTH) return "length";
  const values = [...code].map((sign) => ALPHABET.indexOf(sign));
  if (values.includes(-1)) return "sign";
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  const wanted = (ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length;
  return values[LENGTH - 1] === wanted ? "sound" : "check";
}

/** Reads a column: one code a line, full-width and lower-case forms as people type them, a matter number behind it or none. */
export function readCodes(text: string): readonly ListedCode[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/u).flatMap((line, at): ListedCode[] => {
    const [first = "", matter = null] = line
      .normalize("NFKC")
      .split(/[\s,;]+/u)
      .filter((part) => part !== "");
    const code = first.toUpperCase();
    if (code === "") return [];
    const judged = judgeCode(code);
    const verdict = judged === "sound" && seen.has(code) ? "twice" : judged;
    seen.add(code);
    return [{ line: at + 1, code, matter, verdict }];
  });
}

/** A code as people read it, in groups of 2, 6, 9 and 1. */
export function codeGroups(code: string): readonly string[] {
  if (code.length !== LENGTH) return [code];
  return [code.slice(0, 2), code.slice(2, 8), code.slice(8, 17), code.slice(17)];
}
