import { markup, type Html, type Part } from "./markup.ts";

export interface SearchBoxOptions {
  readonly action: string;
  readonly label: string;
  readonly placeholder: string;
  readonly button: string;
  readonly value: string;
  /** What is wrong with what was typed; it stays in the box, and the box takes the focus. */
  readonly problem: Part;
  readonly hint: string;
}

/** One field and one button, a plain GET form. */
export function searchBox(options: SearchBoxOptions): Html {
  const bad = options.problem !== null && options.problem !== false && options.problem !== undefined;
  const state = bad && markup` aria-invalid="true" aria-describedby="qe qh" autofocus`;
  const problem = bad && markup`<p class="err" id="qe">${options.problem}</p>`;
  return markup`<form role="search" action="${options.action}"><div class="q"><input name="q" type="text" aria-label="${options.label}" placeholder="${options.placeholder}" value="${options.value}" autocomplete="off" maxlength="100" enterkeyhint="search"${state || markup` aria-describedby="qh"`}><button>${options.button}</button></div>${problem}<p class="meta" id="qh">${options.hint}</p></form>`;
}

export const searchBoxCss =
  ".q{font-size:1.1875rem;display:flex;border:2px solid var(--ink);border-radius:2px;max-width:46rem}.q:focus-within{outline:3px solid var(--qing);outline-offset:2px}.q input{flex:1;min-width:0;border:0;font:inherit;padding:.75rem 1rem;background:none;color:inherit;outline:0}input::placeholder{color:var(--soft);opacity:1}.q button{font:inherit;font-weight:600;color:#fff;background:var(--ink);border:0;padding:.5rem 1.75rem;white-space:nowrap;cursor:pointer}.err{color:var(--zhe);font-weight:600;margin-top:.5rem}.err .i{margin-right:.4em}form .meta{margin-top:.5rem}@media(max-width:40rem){.q{flex-direction:column}}";
