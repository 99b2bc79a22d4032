import { bigrams } from "../../../kernel/fold.ts";

/** Words by which a typed name is read. All folded. */
export interface NameWords {
  /** Ends of names that tell what kind of body it is, not which one. */
  readonly legalForms: readonly string[];
  /** The form that most names of a register end in. */
  readonly commonestForm: string;
  /** What forms are called for short: whoever types a form means any that ends in the same. */
  readonly shortForms: readonly string[];
  /** Characters that close the name of an area and are left out as often as written. */
  readonly areaMarks: readonly string[];
}

/** One way in which a text may stand apart in a name: pairs that the name holds, and its order as a `like` pattern. */
export interface Reading {
  readonly pairs: readonly string[];
  readonly pattern: string;
}

const pieceMin = 2;
const piecesMax = 3;
/** A longer text is cut once only: three pieces of it would be read in hundreds of ways. */
const cutTwiceMax = 12;
const cutMax = 40;
const pairsMax = 10;
/** The longest name of an area that is looked for in brackets. */
const bracketedMax = 4;

type Characters = readonly string[];
type Pieces = readonly Characters[];

/**
 * A reader of texts that stand in a name with something left out between: cut in two or three pieces of two characters
 * or more; without the marks of areas; and with a place in brackets behind or before its place. What stands before a
 * legal form is cut, and the form ends the name. No character is changed: spelling is not guessed.
 * @returns at most some two hundred readings, of which a usual text has twenty; none where the text is too short or too long to be cut.
 */
export function abbreviationReader(words: NameWords): (folded: string) => readonly Reading[] {
  const formPairs: ReadonlySet<string> = new Set(words.legalForms.flatMap(bigrams));
  const pairsOf = (piece: string): readonly string[] => {
    const all = bigrams(piece);
    const telling = all.filter((pair) => !formPairs.has(pair));
    return telling.length === 0 ? all : telling;
  };
  return (folded) => {
    const readings = new Map<string, Reading>();
    const add = (pieces: readonly string[], tail: string): void => {
      const pattern = `%${[...pieces.map(escaped), ""].join("%")}${escaped(tail)}`;
      readings.set(pattern, { pattern, pairs: thinned([...new Set(pieces.flatMap(pairsOf))]) });
    };
    for (const { stem, tail } of stemsOf(folded, words)) {
      for (const pieces of orders(stem, words, tail !== ""))
        add(
          pieces.map((one) => one.join("")),
          tail,
        );
      for (const pieces of bracketedOrders(stem, words)) add(pieces, tail);
    }
    return [...readings.values()];
  };
}

interface Stem {
  readonly stem: Characters;
  readonly tail: string;
}

/** The text before its legal form, which ends the name; a form of one character may as well be part of a word. */
function stemsOf(folded: string, { legalForms, shortForms }: NameWords): readonly Stem[] {
  const whole = Array.from(folded);
  if (whole.length > cutMax) return [];
  const ends = [...legalForms, ...shortForms].filter((one) => folded.endsWith(one));
  const form = longestOf(ends);
  const stem = whole.slice(0, whole.length - Array.from(form).length);
  const uncut: Stem = { stem: whole, tail: "" };
  if (form === "" || stem.length < pieceMin) return [uncut];
  const tail = longestOf(shortForms.filter((one) => form.endsWith(one)));
  const cut: Stem = { stem, tail: tail === "" ? form : tail };
  return Array.from(form).length === 1 ? [cut, uncut] : [cut];
}

function longestOf(texts: readonly string[]): string {
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

/** Every order of pieces that the stem is read as. */
function orders(stem: Characters, words: NameWords, hasTail: boolean): readonly Pieces[] {
  const bracketed = splitAt(stem, (one) => one === "(" || one === ")");
  const marked = splitAt(stem, (one) => words.areaMarks.includes(one));
  const found: Pieces[] = [];
  if (bracketed.length === 1) found.push(...cuts(stem, piecesMax - 1));
  if (hasTail) found.push([stem]);
  if (bracketed.length > 1) {
    const [first, place, ...rest] = bracketed;
    found.push(...moreCuts(bracketed));
    if (first !== undefined && place !== undefined) found.push(...moreCuts([place, first, ...rest]));
  }
  if (marked.length > 1) found.push(...moreCuts(marked));
  return found;
}

/** The parts between separators, these left out; a separator that would leave too little before it stays. */
function splitAt(text: Characters, isSeparator: (character: string) => boolean): Pieces {
  const parts: string[][] = [];
  let part: string[] = [];
  for (const character of text) {
    if (!isSeparator(character) || part.length === 1) part.push(character);
    else if (part.length > 1) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 0) parts.push(part);
  return part.length === 1 || parts.length === 0 ? [text] : parts;
}

/** The pieces as they are, and with one of them cut once more. */
function moreCuts(pieces: Pieces): readonly Pieces[] {
  const cut = pieces.flatMap((piece, at) =>
    cuts(piece, 1).map((two) => [...pieces.slice(0, at), ...two, ...pieces.slice(at + 1)]),
  );
  return [pieces, ...cut];
}

/** The text cut once, or up to twice. */
function cuts(text: Characters, most: number): readonly Pieces[] {
  const found: Pieces[] = [];
  for (let at = pieceMin; at <= text.length - pieceMin; at += 1) {
    const [first, rest] = [text.slice(0, at), text.slice(at)];
    found.push([first, rest]);
    if (most > 1 && text.length <= cutTwiceMax) found.push(...cuts(rest, most - 1).map((more) => [first, ...more]));
  }
  return found;
}

/** The beginning of the stem as a place in brackets, with and without its mark: behind the rest or inside it. */
function bracketedOrders(stem: Characters, { areaMarks }: NameWords): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (let at = pieceMin; at <= Math.min(bracketedMax, stem.length - pieceMin); at += 1) {
    const [place, rest] = [stem.slice(0, at), stem.slice(at)];
    const isMarked = at > pieceMin && areaMarks.includes(place.at(-1) ?? "");
    for (const one of isMarked ? [place, place.slice(0, -1)] : [place]) {
      const bracketed = `(${one.join("")})`;
      found.push([rest.join(""), bracketed]);
      for (const two of cuts(rest, 1)) {
        const [before = "", behind = ""] = two.map((piece) => piece.join(""));
        found.push([before, bracketed, behind]);
      }
    }
  }
  return found;
}

/** Pairs from all over the text, as few as still tell names apart: each is looked up. The pattern has the last word. */
function thinned(pairs: readonly string[]): readonly string[] {
  const step = Math.max(1, pairs.length / pairsMax);
  return Array.from({ length: Math.min(pairsMax, pairs.length) }, (_, at) => pairs[Math.floor(at * step)] ?? "");
}

/** The text with nothing in it that `like` reads as a wildcard. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
