import ts from "typescript";

/** A TypeScript or JavaScript file with its syntax tree: comments are trivia there and never mistaken for code. */
export interface Source {
  readonly path: string;
  readonly file: ts.SourceFile;
}

export interface Piece {
  readonly text: string;
  readonly line: number;
}

export function parseSource(path: string, text: string): Source {
  return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

export function lineOf(source: Source, node: ts.Node): number {
  return source.file.getLineAndCharacterOfPosition(node.getStart(source.file)).line + 1;
}

/** Visits every node, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** What stands for `${...}` in the text of a template. No SQL word and no identifier contains it. */
export const hole = "\u0000";

/** The text of a string or template; each `${...}` is one `hole`. Undefined for other nodes. */
export function stringOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => hole + span.literal.text).join("");
}

/** Every string and template of the file, in order. */
export function stringsOf(source: Source): readonly Piece[] {
  const found: Piece[] = [];
  walk(source.file, (node) => {
    const text = stringOf(node);
    if (text !== undefined) found.push({ text, line: lineOf(source, node) });
  });
  return found;
}

/** The words and literals of the code itself, without comments and white space. */
export function tokensOf(source: Source): readonly Piece[] {
  const found: Piece[] = [];
  walk(source.file, (node) => {
    const isLeaf = ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node);
    const isBetweenTags = ts.isJsxText(node) && !node.containsOnlyTriviaWhiteSpaces;
    const isTemplatePart = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isLeaf || isTemplatePart || isBetweenTags)
      found.push({ text: node.getText(source.file), line: lineOf(source, node) });
  });
  return found;
}

/** Comments of the file, each with the line on which it begins. */
export function commentsOf(source: Source): readonly Piece[] {
  const text = source.file.text;
  const starts = new Map<number, Piece>();
  const collect = (at: number): void => {
    const ranges = [...(ts.getLeadingCommentRanges(text, at) ?? []), ...(ts.getTrailingCommentRanges(text, at) ?? [])];
    for (const range of ranges) {
      const line = source.file.getLineAndCharacterOfPosition(range.pos).line + 1;
      starts.set(range.pos, { text: text.slice(range.pos, range.end), line });
    }
  };
  const visit = (node: ts.Node): void => {
    collect(node.getFullStart());
    collect(node.getEnd());
    for (const child of node.getChildren(source.file)) visit(child);
  };
  visit(source.file);
  return [...starts.values()].sort((a, b) => a.line - b.line);
}
