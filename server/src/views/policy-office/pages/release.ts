import type { z } from "@hono/zod-openapi";
import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss, shortDay } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import type { Day } from "../../../kernel/day.ts";
import { dayOfInstant } from "../../../kernel/day.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { releaseSchema } from "../schema.ts";
import { effectWords, pageText, stateWords, valueWords, whatWords } from "../text.ts";

export type ReleaseModel = z.infer<typeof releaseSchema>;

const ownCss = ".hd{margin:.5rem 0 2.5rem}.hd h1{margin-bottom:.5rem}.hx{overflow-wrap:anywhere}";
export const releaseCss = stylesheet([settingCss, chapterCss, factsCss, tableCss, stackCss, ownCss]);

/** One release: from which day, why, by whose office, and everything that it changed. */
export function releasePage(model: ReleaseModel, chrome: Chrome): Html {
  const title = pageText.number(model.number);
  return framed(
    {
      title: `${pageText.title} ${title}`,
      place: "rules",
      css: releaseCss,
      body: [
        trail([markup`<a href="/policy/releases">${pageText.title}</a>`, title]),
        markup`<div class="hd"><h1>${title} ${model.title}</h1><p>${model.worsens ? pageText.worsens : pageText.eases}</p></div>`,
        chapter({ id: "details", title: pageText.details, aside: [], body: facts(detailsOf(model)) }),
        chapter({
          id: "changes",
          title: pageText.changes,
          aside: [pageText.count(model.difference.length)],
          body: changesTable(model),
        }),
      ],
    },
    chrome,
  );
}

function detailsOf(model: ReleaseModel): { readonly label: Part; readonly value: Part }[] {
  const { columns } = pageText;
  const rows: (readonly [string, Part])[] = [
    [columns.effective, shortDay(model.effective as Day)],
    [columns.state, stateWords[model.state]],
    [columns.office, model.organisationName],
    [pageText.confirmed, shortDay(dayOfInstant(Date.parse(model.confirmedAt)))],
    [pageText.reason, model.reason],
    [pageText.document, model.documentNo],
    [pageText.withdrawn, model.withdrawnReason],
    [pageText.hash, markup`<span class="hx">${model.hash}</span>`],
    [pageText.policyHash, markup`<span class="hx">${model.policyHash}</span>`],
    [pageText.api, markup`<a href="/api/v1/policy/releases/${model.number}">JSON</a>`],
  ];
  return rows.filter(([, value]) => value !== null).map(([label, value]) => ({ label, value }));
}

function changesTable({ difference }: ReleaseModel): Html {
  const { changeColumns: columns } = pageText;
  const rows = difference.map((change) => ({
    head: change.place,
    cells: [
      { label: columns.before, value: change.before ?? whatWords[change.what] },
      { label: columns.after, value: change.after ?? whatWords[change.what] },
      { label: columns.effect, value: effectWords[change.effect] },
    ],
  }));
  if (rows.length === 0) return markup`<p>${valueWords.none}</p>`;
  return table({ caption: pageText.changes, head: Object.values(columns), rows });
}
