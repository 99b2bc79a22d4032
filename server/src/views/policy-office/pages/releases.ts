import type { z } from "@hono/zod-openapi";
import { chapterCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html } from "../../../platform/html/markup.ts";
import { settingCss, shortDay } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import type { Day } from "../../../kernel/day.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { releasesSchema } from "../schema.ts";
import { pageText, stateWords } from "../text.ts";

export interface ReleasesModel {
  readonly releases: z.infer<typeof releasesSchema>["items"];
  /** Whether older ones follow. */
  readonly more: boolean;
}

const ownCss = ".hd{margin:.5rem 0 2.5rem}.hd h1{margin-bottom:.5rem}";
export const releasesCss = stylesheet([settingCss, chapterCss, tableCss, stackCss, ownCss]);

/** Everything that was ever released, newest first. */
export function releasesPage({ releases, more }: ReleasesModel, chrome: Chrome): Html {
  const { columns } = pageText;
  const rows = releases.map((one) => ({
    head: markup`<a href="/policy/releases/${one.number}">${pageText.number(one.number)}</a>`,
    cells: [
      { label: columns.title, value: one.title },
      { label: columns.effective, value: shortDay(one.effective as Day) },
      { label: columns.state, value: stateWords[one.state] },
      { label: columns.effect, value: one.worsens ? pageText.worsens : pageText.eases },
      { label: columns.office, value: one.organisationName },
    ],
  }));
  const last = releases.at(-1);
  const older = more && last !== undefined && markup`<p><a href="?below=${last.number}">${pageText.older}</a></p>`;
  const list = table({ caption: pageText.title, head: Object.values(columns), rows });
  return framed(
    {
      title: pageText.title,
      place: "rules",
      css: releasesCss,
      body: [
        trail([pageText.title]),
        markup`<div class="hd"><h1>${pageText.title}</h1><p>${pageText.lead}</p></div>`,
        releases.length === 0 ? markup`<p>${pageText.none}</p>` : list,
        older,
      ],
    },
    chrome,
  );
}
