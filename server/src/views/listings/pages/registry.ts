import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { heading, markWord, partCss } from "../../guidance/index.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { ListLine, RegistryModel } from "../rules.ts";
import { text } from "../text.ts";
import { termText } from "./term.ts";

const ownCss = ".stack th{font-weight:400}@media print,(min-width:40.01rem){.stack th{width:40%}}";

export const registryCss = stylesheet([settingCss, chapterCss, tableCss, stackCss, partCss, ownCss]);

/** All lists: what is in force, what waits, and what is no list. */
export function registryPage(model: RegistryModel, chrome: Chrome): Html {
  return framed(
    {
      title: text.title,
      css: registryCss,
      place: "rules",
      body: [
        trail([markup`<a href="/rules">${text.rules}</a>`, text.title]),
        heading({ title: text.title, lead: text.lead }),
        part("live", { title: text.live, note: text.liveNote, lines: model.live }),
        part("templates", { title: text.templates, note: text.templatesNote, lines: model.templates }),
        part("others", { title: text.others, note: text.othersNote, lines: model.others }),
      ],
    },
    chrome,
  );
}

function part(
  id: string,
  told: { readonly title: string; readonly note: string; readonly lines: readonly ListLine[] },
): Html {
  const rows = told.lines.map((line) => ({
    head: markup`<a href="/rules/lists/${line.id}">${line.title}</a>${line.state === "lapsed" && markup`<br>${text.states.lapsed}`}`,
    cells: [
      { label: text.authority, value: line.authority },
      {
        label: text.term,
        value: markup`${termText(line.term)}${line.term !== null && markup` <span class="meta">${markWord(line.term.mark)}</span>`}`,
      },
    ],
  }));
  const head = [text.name, text.authority, text.term];
  const body =
    rows.length === 0 ? markup`<p class="meta">${text.none}</p>` : table({ caption: told.title, head, rows });
  return chapter({ id, title: told.title, aside: [told.note], body });
}
