import { markup, type Html } from "./markup.ts";

/**
 * Own drawings on a 20-unit grid, stroke 1.75, square joins. Each is beside a word and hidden from readers;
 * the shape alone must tell the states apart, because colour may be missing.
 */
const shapes = {
  filled: markup`<path class="f" d="M4.5 4.5h11v11h-11z"/>`,
  hollow: markup`<path d="M4 4h12v12H4z"/>`,
  half: markup`<circle cx="10" cy="10" r="6.75"/><path class="f" d="M10 3.25a6.75 6.75 0 0 0 0 13.5z"/>`,
  tick: markup`<circle cx="10" cy="10" r="7.25"/><path d="m6.4 10.3 2.6 2.4 4.7-5.2"/>`,
  bar: markup`<circle cx="10" cy="10" r="7.25"/><path d="M6.4 10h7.2"/>`,
  broken: markup`<circle cx="10" cy="10" r="7.25" stroke-dasharray="3.2 2.5"/><path d="M10 5.8v5M10 12.7v1.6"/>`,
  diamond: markup`<path d="m10 2.4 7.6 7.6-7.6 7.6L2.4 10zM10 6.2v4.4M10 12.4v1.4"/>`,
  triangle: markup`<path d="m10 3 7.8 13.8H2.2zM10 8v4M10 13.6V15"/>`,
  cross: markup`<path d="M3.5 3.5h13v13h-13zM7 7l6 6M13 7l-6 6"/>`,
  turn: markup`<circle cx="10" cy="10" r="6.25"/><circle class="f" cx="10" cy="10" r="1.5"/>`,
  ring: markup`<circle cx="10" cy="10" r="5.5"/>`,
  end: markup`<path d="M3 10h8"/><path class="f" d="M12 3.5h3v13h-3z"/>`,
  open: markup`<path d="M3 10h13M12 5.5l4.5 4.5-4.5 4.5"/>`,
  now: markup`<path class="f" d="M9.2 2.5h1.6v15H9.2z"/>`,
} as const;

export type IconName = keyof typeof shapes;

export function icon(name: IconName): Html {
  return markup`<svg class="i" width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The mark of the house: a steelyard with its pan, its weight and four stars on the beam. */
export function houseMark(): Html {
  return markup`<svg width="40" height="30" viewBox="0 0 40 30" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M1 9h38M13 9V5M7 9 1.8 21M7 9l5.2 12M.8 21h12.4q-1.8 5-6.2 5t-6.2-5zM29.5 9v9"/><circle cx="13" cy="3.4" r="1.6"/><path fill="currentColor" d="M26.6 18.5h5.8l2 8h-9.8z"/><g fill="#fff" stroke-width="1.25"><circle cx="18.5" cy="9" r="1.6"/><circle cx="24" cy="9" r="1.6"/><circle cx="29.5" cy="9" r="1.6"/><circle cx="35" cy="9" r="1.6"/></g></svg>`;
}

export const iconCss =
  ".i{width:1.125em;height:1.125em;vertical-align:-.18em;flex:none;fill:none;stroke:currentColor;stroke-width:1.75}.f{fill:currentColor}.i .f{stroke:none}";
