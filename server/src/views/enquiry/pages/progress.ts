import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { field, formCss } from "../../../platform/html/form.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss, shortDay } from "../../../platform/html/setting.ts";
import type { ProgressView } from "../../../records/repair/index.ts";
import { heading, links, partCss } from "../../guidance/index.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import { text } from "../text.ts";
import { askCss } from "./ask.ts";

const words = text.progress;

export interface ProgressModel {
  /** null: nothing was asked yet; `unknown`: of no code, and of what is none. */
  readonly answer: ProgressView | "unknown" | null;
}

export const progressCss = stylesheet([settingCss, chapterCss, factsCss, formCss, partCss, askCss]);

/** The question, and below it how far the application has come. The code is not repeated: pages are kept and passed on. */
export function progressPage({ answer }: ProgressModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: progressCss,
      place: "guide",
      body: [
        trail([markup`<a href="/guide/repair">${text.guide}</a>`, words.title]),
        heading({ title: words.title, lead: words.lead }),
        chapter({ id: "ask", title: words.form, aside: [words.formNote], body: question(answer === "unknown") }),
        answer !== null && answer !== "unknown" && result(answer),
        links([{ href: "/repair/verify", word: text.verify.title }]),
      ],
    },
    chrome,
  );
}

function question(unknown: boolean): Html {
  const code = field({
    name: "code",
    label: words.code,
    value: "",
    hint: words.codeHint,
    problem: unknown ? words.unknown : null,
  });
  return markup`<form class="fs" method="post" action="/repair/progress" aria-label="${words.form}">${code}<p class="go"><button>${words.button}</button></p></form>`;
}

function result({ phase, appliedOn, due, left, closedOn }: ProgressView): Html {
  // A draft is the authority's own: to others it is still in hand.
  const told = words.phases[phase === "proposed" ? "accepted" : phase];
  const rows: readonly { readonly label: string; readonly value: Part }[] = [
    { label: words.phase, value: markup`<b>${told?.name ?? phase}</b>` },
    { label: words.appliedOn, value: shortDay(appliedOn) },
    ...(closedOn === null ? [dueRow(due, left)] : [{ label: words.closedOn, value: shortDay(closedOn) }]),
    ...(told === undefined ? [] : [{ label: words.next, value: told.next }]),
  ];
  return chapter({ id: "result", title: words.result, aside: [words.resultNote], body: facts(rows) });
}

function dueRow(due: ProgressView["due"], left: number | null): { readonly label: string; readonly value: Part } {
  if (due === null) return { label: words.due, value: words.noDue };
  if (left === null) return { label: words.due, value: shortDay(due) };
  const said = left < 0 ? words.late(-left) : `${words.left} ${words.leftDays(left)}`;
  return { label: words.due, value: markup`${shortDay(due)} ${said}` };
}
