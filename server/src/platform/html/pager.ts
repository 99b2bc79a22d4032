import { markup, type Html } from "./markup.ts";

/** Forward only: results are read by cursor, and a cursor knows no page numbers. */
export function pager(options: {
  readonly label: string;
  readonly next: string;
  readonly href: string | null;
}): Html | null {
  if (options.href === null) return null;
  return markup`<nav class="pg" aria-label="${options.label}"><a class="btn" rel="next" href="${options.href}">${options.next}</a></nav>`;
}

export const pagerCss =
  ".pg{margin-top:1.5rem}.btn{display:inline-block;font-weight:600;color:var(--ink);border:2px solid var(--ink);border-radius:2px;padding:.5rem 1.5rem;text-decoration:none}";
