import ts from "typescript";
import type { Fault } from "./fault.ts";
import { lineOf, stringOf, walk } from "./source.ts";
import type { Source } from "./source.ts";

const codeShape = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Where the refusal codes of the product are used, and where their Chinese texts stand. */
interface Codes {
  readonly used: Map<string, Place>;
  readonly mentioned: Set<string>;
  readonly texts: Map<string, Place>;
}

/**
 * Every refusal code has a Chinese text, and no text outlives its code.
 * A code is a string `slice.reason` given as `code:`; a text is a property of that name in a text.ts.
 */
export function refusalFaults(sources: readonly Source[]): readonly Fault[] {
  const codes: Codes = { used: new Map(), mentioned: new Set(), texts: new Map() };
  for (const source of sources) {
    if (/(^|\/)text\.ts$/.test(source.path)) collectTexts(source, codes);
    else collectUses(source, codes);
  }
  const found: Fault[] = [];
  for (const [code, place] of codes.used) {
    if (codes.texts.has(code)) continue;
    found.push({
      ...place,
      rule: "refusal-text",
      message: `${code} has no Chinese text: add it to the text.ts of its slice.`,
    });
  }
  for (const [code, place] of codes.texts) {
    if (codes.used.has(code) || codes.mentioned.has(code)) continue;
    found.push({ ...place, rule: "refusal-unused", message: `${code} is never used: delete its text.` });
  }
  return found;
}

function collectTexts(source: Source, codes: Codes): void {
  walk(source.file, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name) || !codeShape.test(node.name.text)) return;
    codes.texts.set(node.name.text, { file: source.path, line: lineOf(source, node) });
  });
}

function collectUses(source: Source, codes: Codes): void {
  walk(source.file, (node) => {
    const text = stringOf(node);
    if (text !== undefined && codeShape.test(text)) codes.mentioned.add(text);
    if (ts.isPropertyAssignment(node) && node.name.getText(source.file) === "code")
      collectValues(source, node.initializer, codes);
  });
}

/** The codes a `code:` may take: a literal, or the branches of a choice between literals. */
function collectValues(source: Source, value: ts.Expression, codes: Codes): void {
  const text = stringOf(value);
  if (text !== undefined && codeShape.test(text))
    codes.used.set(text, { file: source.path, line: lineOf(source, value) });
  if (ts.isConditionalExpression(value)) {
    collectValues(source, value.whenTrue, codes);
    collectValues(source, value.whenFalse, codes);
  }
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) {
    collectValues(source, value.expression, codes);
  }
}
