import { failure, failureCss } from "../../../platform/html/failure.ts";
import { iconCss } from "../../../platform/html/icon.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html } from "../../../platform/html/markup.ts";
import { searchBoxCss } from "../../../platform/html/search-box.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import type { Chrome } from "../../site/index.ts";
import { framed, siteSearch } from "../../site/index.ts";
import { text } from "../text.ts";
import type { ProblemModel } from "./model.ts";

const words = text.problems;

export const problemCss = stylesheet([settingCss, iconCss, searchBoxCss, failureCss]);

/**
 * What cannot be shown. A page that never was and one whose matter has ended read the same, so that 404 betrays
 * nothing; its path is not repeated either.
 */
export function problemPage(model: ProblemModel, chrome: Chrome): Html {
  const { title, says } = model.own ?? words[model.status];
  const lines = [
    says,
    model.retryAfterSeconds !== null && words.retry(model.retryAfterSeconds),
    model.incident !== null && markup`${words.incident} <span class="code">${model.incident}</span>`,
  ];
  const next = siteSearch({ value: "", problem: null });
  const said = lines.filter((line) => line !== false);
  return framed({ title, css: problemCss, body: failure({ title, says: said, next }) }, { ...chrome, path: "/" });
}
