import { chapter, chapterCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { form, formCss } from "../../../platform/html/form.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { heading, links, partCss } from "../../guidance/index.ts";
import { framed, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import { text } from "../text.ts";
import { askCss } from "./ask.ts";

const words = text.verify;

export interface VerifyModel {
  readonly asked: { readonly number: string; readonly digest: string };
  readonly faults: { readonly number: boolean; readonly digest: boolean };
  /** null where nothing, or nothing sound, was asked. */
  readonly genuine: boolean | null;
}

export const verifyCss = stylesheet([settingCss, chapterCss, noticeCss, formCss, partCss, askCss]);

/** The question with what was typed, and below it whether such a document was issued. */
export function verifyPage(model: VerifyModel, chrome: Chrome): Html {
  return framed(
    {
      title: words.title,
      css: verifyCss,
      place: "guide",
      body: [
        trail([markup`<a href="/guide/repair">${text.guide}</a>`, words.title]),
        heading({ title: words.title, lead: words.lead }),
        chapter({ id: "ask", title: words.form, aside: [words.formNote], body: question(model) }),
        result(model),
        links([{ href: "/repair/progress", word: words.progress }]),
      ],
    },
    chrome,
  );
}

function question({ asked, faults }: VerifyModel): Html {
  return form({
    action: "/repair/verify",
    label: words.form,
    button: words.button,
    fields: [
      {
        name: "number",
        label: words.number,
        value: asked.number,
        hint: words.numberHint,
        problem: faults.number ? words.numberFault : null,
      },
      {
        name: "digest",
        label: words.digest,
        value: asked.digest,
        hint: words.digestHint,
        problem: faults.digest ? words.digestFault : null,
      },
    ],
  });
}

function result({ genuine }: VerifyModel): Part {
  if (genuine === null) return null;
  const [said, more] = genuine ? [words.genuine, words.genuineMore] : [words.unknown, words.unknownMore];
  const body = notice(markup`<p><b>${said}</b></p><p>${more}</p>`);
  return chapter({ id: "result", title: words.result, aside: [words.resultNote], body });
}
