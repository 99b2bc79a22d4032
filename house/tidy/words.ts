import ts from "typescript";
import { bannedChinese } from "../text.ts";
import type { Fault } from "./fault.ts";
import { commentsOf, lineOf, tokensOf, walk } from "./source.ts";
import type { Source } from "./source.ts";

/** Words that say nothing or the wrong thing, each with its replacement. They are matched as whole words of a name. */
const banned: Readonly<Record<string, string>> = {
  info: "say which: facts, summary, heading",
  helper: "name what it does",
  helpers: "name what they do",
  util: "name what it does",
  utils: "name what they do",
  misc: "name what it holds",
  manager: "name what it does: register, schedule, keep",
  blacklist: "seriousList",
  whitelist: "allowed, or honours",
  licence: "permit",
  license: "permit",
  licences: "permits",
  licenses: "permits",
  complaint: "objection",
  blacklisted: "listed",
};
/** `data` is fine in `dataFolder`, and empty where it is the whole name or its end. */
const bannedAtEnd: Readonly<Record<string, string>> = {
  data: "say what it is: rows, bytes, body, facts",
  thing: "say what it is",
  stuff: "say what it is",
};
const bannedFiles = /(^|\/)(utils?|helpers?|types|lib|common|misc|constants|interfaces|shared|functions)(\.tsx?$|\/)/;

const declares: readonly ((node: ts.Node) => boolean)[] = [
  ts.isVariableDeclaration,
  ts.isParameter,
  ts.isFunctionDeclaration,
  ts.isClassDeclaration,
  ts.isInterfaceDeclaration,
  ts.isTypeAliasDeclaration,
  ts.isPropertySignature,
  ts.isPropertyDeclaration,
  ts.isMethodDeclaration,
  ts.isMethodSignature,
];

/** Names that the code declares. Names of packages, and keys that a package prescribes, are not ours to choose. */
function declaredNames(source: Source): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  walk(source.file, (node) => {
    if (!declares.some((is) => is(node))) return;
    const name = ts.getNameOfDeclaration(node as ts.Declaration);
    // The level of a log is called so everywhere.
    if (ts.isMethodSignature(node) && name?.getText(source.file) === "info") return;
    if (name !== undefined && ts.isIdentifier(name)) found.push(name);
  });
  return found;
}

function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_$-]+/)
    .filter((word) => word !== "");
}

/** What is wrong with a name, and the word to use instead. */
export function nameFault(name: string): string | undefined {
  const words = wordsOfName(name);
  const found = words.find((word) => Object.hasOwn(banned, word));
  if (found !== undefined) return `"${found}" in ${name}: ${banned[found] ?? ""}.`;
  const last = words.at(-1) ?? "";
  if (Object.hasOwn(bannedAtEnd, last)) return `"${last}" in ${name}: ${bannedAtEnd[last] ?? ""}.`;
  return undefined;
}

export function nameFaults(source: Source): readonly Fault[] {
  return declaredNames(source).flatMap((name) => {
    const message = nameFault(name.text);
    return message === undefined
      ? []
      : [{ file: source.path, line: lineOf(source, name), rule: "banned-name", message }];
  });
}

export function fileNameFaults(path: string): readonly Fault[] {
  const at = (rule: string, message: string): Fault => ({ file: path, line: 0, rule, message });
  const found: Fault[] = [];
  if (bannedFiles.test(path))
    found.push(at("banned-name", "a file is called after what it holds, never utils, helpers, types, lib or common."));
  const base = path.split("/").at(-1) ?? "";
  const isCode = /^(server|cli|log|house|bench|policy|contract|web)\//.test(path);
  if (isCode && base !== "README.md" && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(base)) {
    found.push(at("kebab-case", `${base} is not kebab-case.`));
  }
  return found;
}

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const chineseStandsIn =
  /(^|\/)text\.ts$|(^|\/)kernel\/characters\.ts$|\.test\.ts$|(^|\/)test-[^/]+\.ts$|^policy\/|^docs\//;

/** Chinese in code: a jurist must find every word that a person reads in one kind of file. */
export function chineseFaults(source: Source): readonly Fault[] {
  if (chineseStandsIn.test(source.path)) return [];
  const lines = new Map<number, string>();
  for (const token of tokensOf(source)) {
    if (han.test(token.text) && !lines.has(token.line)) lines.set(token.line, token.text);
  }
  return [...lines].map(([line, text]) => ({
    file: source.path,
    line,
    rule: "chinese",
    message: `${text.slice(0, 40).trim()}: Chinese stands in text.ts, in kernel/characters.ts or in policy/.`,
  }));
}

/** Chinese words of text files that mislead or have no basis. */
export function bannedChineseFaults(source: Source): readonly Fault[] {
  if (!/(^|\/)text\.ts$/.test(source.path) || source.path === "house/text.ts") return [];
  return tokensOf(source).flatMap((token) =>
    Object.entries(bannedChinese)
      .filter(([word]) => token.text.includes(word))
      .map(([word, instead]) => ({
        file: source.path,
        line: token.line,
        rule: "banned-word",
        message: `${word}: say ${instead}.`,
      })),
  );
}

const marker = /\b(TODO|FIXME|HACK)\b(?![^\n]*#\d+)/;

/** Reminders nobody will find again. */
export function markerFaults(source: Source): readonly Fault[] {
  return commentsOf(source)
    .filter((comment) => marker.test(comment.text))
    .map(({ line }) => ({
      file: source.path,
      line,
      rule: "leftover",
      message: "a reminder needs an issue number (#12), or do it now.",
    }));
}

/** The same for SQL, whose comments begin with two hyphens. */
export function sqlMarkerFaults(file: string, sql: string): readonly Fault[] {
  return sql.split("\n").flatMap((line, at) => {
    const isLeft = /--/.test(line) && marker.test(line);
    return isLeft
      ? [{ file, line: at + 1, rule: "leftover", message: "a reminder needs an issue number (#12), or do it now." }]
      : [];
  });
}
