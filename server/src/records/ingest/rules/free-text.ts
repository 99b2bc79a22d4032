import { findPersonal } from "../../../kernel/personal.ts";
import type { ForbiddenKind } from "../../../policy/forbidden-kind.ts";

/** What free text gives away: personal data, a forbidden kind by name or by mention, a decision not yet made. */
export type TextFinding =
  | { readonly kind: "personal" }
  | { readonly kind: "forbidden"; readonly law: ForbiddenKind }
  | { readonly kind: "mention"; readonly law: ForbiddenKind; readonly word: string }
  | { readonly kind: "proposed"; readonly word: string };

export interface TextScanner {
  /** A field that names a kind, a category or a basis: a forbidden word here makes the record a forbidden kind. */
  readonly asKind: (text: string) => TextFinding | undefined;
  /** Free text: a forbidden kind is merely mentioned. */
  readonly inText: (text: string) => TextFinding | undefined;
  readonly personal: (text: string) => boolean;
  readonly proposed: (text: string) => TextFinding | undefined;
}

const escaped = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

function wordFinder(words: readonly string[]): (text: string) => string | undefined {
  if (words.length === 0) return () => undefined;
  const pattern = new RegExp(words.map(escaped).join("|"), "u");
  return (text) => pattern.exec(text)?.[0];
}

/** Compiled once per batch: it runs over every free text of every row. */
export function compileScanner(law: {
  readonly forbidden: readonly ForbiddenKind[];
  readonly proposed: readonly string[];
}): TextScanner {
  const byKind = new Map(law.forbidden.flatMap((kind) => kind.asKind.map((word) => [word, kind] as const)));
  const byMention = new Map(
    law.forbidden.flatMap((kind) => [...kind.asKind, ...kind.mention].map((word) => [word, kind] as const)),
  );
  const findKind = wordFinder([...byKind.keys()]);
  const findMention = wordFinder([...byMention.keys()]);
  const findProposed = wordFinder(law.proposed);
  return {
    asKind(text) {
      const kind = byKind.get(findKind(text) ?? "");
      return kind === undefined ? undefined : { kind: "forbidden", law: kind };
    },
    inText(text) {
      const word = findMention(text);
      const kind = word === undefined ? undefined : byMention.get(word);
      return word === undefined || kind === undefined ? undefined : { kind: "mention", law: kind, word };
    },
    personal: (text) => findPersonal(text).length > 0,
    proposed(text) {
      const word = findProposed(text);
      return word === undefined ? undefined : { kind: "proposed", word };
    },
  };
}
