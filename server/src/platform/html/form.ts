import { findPersonal } from "../../kernel/personal.ts";
import { markup, type Html, type Part } from "./markup.ts";
import { wholeDays } from "./setting.ts";

/** One question of a form: a line of text, or one of several words. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  /** What was typed; it stays, whatever is wrong with it, unless it is a personal number: pages are kept and passed on. */
  readonly value: string;
  readonly hint?: Part;
  /** What is wrong with it; null for nothing. */
  readonly problem: Part;
  /** Present: a choice among these; the first is the one for "all". */
  readonly choices?: readonly { readonly value: string; readonly word: string }[];
}

/** Label above, hint below, its fault in words beside it. */
export function field(options: FieldOptions): Html {
  const { name, problem, hint } = options;
  const bad = problem !== null && problem !== undefined && problem !== false;
  const described = [...(bad ? [`${name}-e`] : []), ...(hint === undefined ? [] : [`${name}-h`])].join(" ");
  const state = [bad && markup` aria-invalid="true"`, described !== "" && markup` aria-describedby="${described}"`];
  return markup`<div class="f"><label for="${name}">${options.label}</label>${control(options, state)}${bad && markup`<p class="err" id="${name}-e">${set(problem)}</p>`}${hint !== undefined && markup`<p class="meta" id="${name}-h">${set(hint)}</p>`}</div>`;
}

function set(said: Part): Part {
  return typeof said === "string" ? wholeDays(said) : said;
}

function control({ name, value, choices }: FieldOptions, state: Part): Html {
  if (choices === undefined) {
    const repeated = findPersonal(value).length > 0 ? "" : value;
    return markup`<input id="${name}" name="${name}" type="text" value="${repeated}" maxlength="100" autocomplete="off"${state}>`;
  }
  const options = choices.map(
    (one) => markup`<option value="${one.value}"${one.value === value && markup` selected`}>${one.word}</option>`,
  );
  return markup`<select id="${name}" name="${name}"${state}>${options}</select>`;
}

/** A GET form of several questions and one button. */
export function form(options: {
  readonly action: string;
  readonly label: string;
  readonly fields: readonly FieldOptions[];
  readonly button: string;
}): Html {
  return markup`<form class="fs" action="${options.action}" aria-label="${options.label}">${options.fields.map(field)}<p class="go"><button>${options.button}</button></p></form>`;
}

export const formCss =
  ".fs{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:1rem 1.5rem;align-items:start;margin-bottom:1.5rem}.f label{display:block;font-weight:600}.f input,.f select{width:100%;min-height:2.75rem;font:inherit;color:inherit;background:#fff;border:1px solid var(--field);border-radius:2px;padding:.25rem .5rem}.f [aria-invalid]{border:2px solid var(--zhe)}.f .err{color:var(--zhe);font-weight:600}.fs .go{align-self:end}.fs button{font:inherit;font-weight:600;color:#fff;background:var(--ink);border:2px solid var(--ink);border-radius:2px;min-height:2.75rem;padding:.25rem 1.75rem;cursor:pointer}@media print{.fs{display:none}}";
