// The list of looks as a sheet that people take along. Pure.
import type { components } from "@xinheng/contract/client";
import { looksText } from "../../looks/text.ts";
import { momentOf } from "../../ui/moment.ts";
import { ownLooksText as text } from "./text.ts";

export type OwnLook = components["schemas"]["OwnLooks"]["items"][number];

/** What people call an outcome; one that is not known keeps its own word. */
export function outcomeWord(outcome: string): string {
  const words: Readonly<Record<string, string>> = looksText.outcomes;
  return words[outcome] ?? outcome;
}

/** Rows with their heads; cells that a spreadsheet would run are guarded by whoever writes them. */
export function sheetOf(looks: readonly OwnLook[]): readonly (readonly string[])[] {
  const rows = looks.map((one) => [
    momentOf(one.at),
    one.organisationName,
    one.organisation,
    text.posts[one.post] ?? one.post,
    one.matter,
    one.purposeName,
    looksText.bases[one.basis] ?? one.basis,
    one.articleText ?? one.basisRef,
    one.entries.join(looksText.join),
    one.fields.join(looksText.join),
    outcomeWord(one.outcome),
    one.measures
      .filter(({ applied }) => applied)
      .map(({ name, decisionNo }) => `${name} ${decisionNo ?? ""}`.trim())
      .join(looksText.join),
    one.look,
  ]);
  return [text.heads, ...rows];
}
