/** One word, sign or literal of SQL. */
export interface Word {
  /** word: keyword or name, folded to lower case unless quoted. text: a string literal. sign: anything else. */
  readonly kind: "word" | "text" | "sign";
  readonly text: string;
  /** Line from 1 within the text that was read. */
  readonly line: number;
}

const shapes = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?\*/)`,
    String.raw`(?<text>[eE]?'(?:[^'\\]|''|\\[\s\S])*'|(?<tag>\$[a-z_]*\$)[\s\S]*?\k<tag>)`,
    String.raw`"(?<quoted>(?:[^"]|"")+)"`,
    String.raw`(?<word>[A-Za-z_][\w$]*)`,
    String.raw`(?<sign>::|\$\d+|[^\s])`,
  ].join("|"),
  "g",
);

/** Reads SQL into words; comments and white space are left out. */
export function sqlWords(sql: string): readonly Word[] {
  const found: Word[] = [];
  let line = 1;
  let at = 0;
  for (const match of sql.matchAll(shapes)) {
    line += sql.slice(at, match.index).split("\n").length - 1;
    at = match.index;
    const word = wordOf(match.groups ?? {}, line);
    if (word !== undefined) found.push(word);
  }
  return found;
}

function wordOf(groups: Readonly<Record<string, string | undefined>>, line: number): Word | undefined {
  if (groups["text"] !== undefined) return { kind: "text", text: groups["text"], line };
  if (groups["quoted"] !== undefined) return { kind: "word", text: groups["quoted"], line };
  if (groups["word"] !== undefined) return { kind: "word", text: groups["word"].toLowerCase(), line };
  if (groups["sign"] !== undefined) return { kind: "sign", text: groups["sign"], line };
  return undefined;
}

/** Splits words at the semicolons. */
export function statementsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const found: Word[][] = [[]];
  for (const word of words) {
    if (word.kind === "sign" && word.text === ";") found.push([]);
    else found.at(-1)?.push(word);
  }
  return found.filter((statement) => statement.length > 0);
}

/** The words between the parenthesis at `open` and its partner, and where that partner stands. */
export function within(
  words: readonly Word[],
  open: number,
): { readonly inner: readonly Word[]; readonly end: number } {
  let depth = 0;
  for (let at = open; at < words.length; at++) {
    if (isSign(words[at], "(")) depth++;
    if (isSign(words[at], ")")) depth--;
    if (depth === 0) return { inner: words.slice(open + 1, at), end: at };
  }
  return { inner: words.slice(open + 1), end: words.length };
}

/** Splits a list at its commas, not those inside parentheses. */
export function listOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const found: Word[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (isSign(word, "(")) depth++;
    if (isSign(word, ")")) depth--;
    if (depth === 0 && isSign(word, ",")) found.push([]);
    else found.at(-1)?.push(word);
  }
  return found.filter((part) => part.length > 0);
}

export function isSign(word: Word | undefined, text: string): boolean {
  return word?.kind === "sign" && word.text === text;
}

export function isWord(word: Word | undefined, ...texts: readonly string[]): boolean {
  return word?.kind === "word" && texts.includes(word.text);
}

/** Where the words `texts` follow one another, from `start` on; -1 where they do not. */
export function indexOfWords(words: readonly Word[], texts: readonly string[], start = 0): number {
  for (let at = start; at + texts.length <= words.length; at++) {
    if (texts.every((text, offset) => isWord(words[at + offset], text))) return at;
  }
  return -1;
}
