import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Document, Node } from "yaml";
import type { Fault, Position } from "./fault.ts";

export type YamlPath = readonly (string | number)[];

/** A parsed YAML file that can say where in its text a value stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The place of a value, or of the nearest enclosing value that exists. */
  at(path: YamlPath): Position;
  /** The place of a key rather than of its value. */
  keyAt(path: YamlPath, key: string): Position;
}

/**
 * Parses YAML 1.2 (days stay strings; duplicate keys and aliases are refused). A file that cannot be read yields faults
 * only.
 */
export function parseYaml(file: string, text: string): { readonly yaml: YamlFile } | { readonly faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    version: "1.2",
    resolveKnownTags: false,
  });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unreadable = [
    ...document.errors.map((error) => ({ offset: error.pos[0], reason: error.code })),
    ...aliasesOf(document).map((offset) => ({ offset, reason: "ALIAS" })),
  ];
  if (unreadable.length > 0) {
    return {
      faults: unreadable.map(({ offset, reason }) => ({
        ...place(offset),
        code: "policy.unreadable",
        values: { reason },
      })),
    };
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return {
    yaml: {
      file,
      value,
      at: (path) => place(offsetOf(document, path)),
      keyAt: (path, key) => place(keyOffset(document, path, key)),
    },
  };
}

/** Where aliases stand: a value is written where it applies, and a few lines never unfold into many. */
function aliasesOf(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, { Alias: (_key, node) => void offsets.push(node.range?.[0] ?? 0) });
  return offsets;
}

function offsetOf(document: Document, path: YamlPath): number {
  return nearest(document, path)?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: YamlPath, key: string): number {
  const node = nearest(document, path);
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  return node?.range?.[0] ?? 0;
}

function nearest(document: Document, path: YamlPath): Node | undefined {
  let node = asNode(document.contents);
  for (const step of path) {
    const next: Node | undefined = childOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (isSeq(node) && typeof step === "number") return asNode(node.items[step]);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
  if (pair === undefined) return undefined;
  return asNode(pair.value) ?? asNode(pair.key);
}

function asNode(value: unknown): Node | undefined {
  if (isMap(value) || isSeq(value) || isScalar(value) || isAlias(value)) return value;
  return undefined;
}
