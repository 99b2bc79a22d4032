import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { framed, trail, way, waysCss } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { GuideIndexModel, GuideModel } from "../rules/guide.ts";
import { text } from "../text.ts";
import { bases, heading, links, partCss } from "./part.ts";

const words = text.guide;

export const guideCss = stylesheet([settingCss, chapterCss, waysCss, partCss]);

/** Which way to take: the guides, and the calculator. */
export function guideIndexPage({ guides }: GuideIndexModel, chrome: Chrome): Html {
  const ways = guides.map(({ when, title, says, href }) =>
    way({ when, note: markup`<a href="${href}">${title}</a>`, waits: false, heading: title, lines: [says] }),
  );
  const nothing = way({
    when: words.always,
    note: markup`<a href="/guide/dates">${words.dates}</a>`,
    waits: false,
    heading: words.alwaysHead,
    lines: [words.alwaysSays],
  });
  return framed(
    {
      title: words.title,
      css: guideCss,
      place: "guide",
      body: [
        trail([words.title]),
        heading({ title: words.title, lead: words.lead }),
        chapter({
          id: "ways",
          title: words.which,
          aside: [words.whichNote],
          body: markup`<ol class="can">${ways}${nothing}</ol>`,
        }),
      ],
    },
    chrome,
  );
}

/** One guide: its steps by day, each with the article that says so, then where to go on. */
export function guidePage(model: GuideModel, chrome: Chrome): Html {
  return framed(
    {
      title: model.title,
      css: guideCss,
      place: "guide",
      body: [
        trail([markup`<a href="/guide">${words.title}</a>`, model.title]),
        heading({ title: model.title, lead: model.says }),
        model.chapters.map(guideChapter),
        chapter({ id: "next", title: text.nextSteps, aside: [], body: links(model.next) }),
      ],
    },
    chrome,
  );
}

function guideChapter(one: GuideModel["chapters"][number]): Html {
  const steps = one.steps.map((step) => {
    const note: Part = step.citations.length === 0 ? null : bases(step.citations);
    return way({ when: step.when, note, waits: false, heading: step.head, lines: step.says });
  });
  return chapter({ id: one.id, title: one.title, aside: [one.note], body: markup`<ol class="can">${steps}</ol>` });
}
