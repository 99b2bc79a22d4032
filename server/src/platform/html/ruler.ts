import { markup, type Html, type Part } from "./markup.ts";
import { share } from "./beam.ts";

/** Terms on one month ruler, the only place where beams may be compared by their length. */
export interface RulerLine {
  readonly word: string;
  readonly says: Part;
  readonly months: number;
  /** Months until ◉; 0 draws none. */
  readonly turn: number;
  readonly light: boolean;
}

const INK = "#14201f";

export function ruler(options: { readonly lines: readonly RulerLine[]; readonly unit: string }): Html {
  const longest = Math.max(...options.lines.map((line) => line.months), 1);
  const ticks = [...new Set([0, ...options.lines.flatMap((line) => [line.turn, line.months])])].sort((a, b) => a - b);
  const lines = options.lines.map(
    (line) => markup`<li><p><b>${line.word}</b> <span class="meta">${line.says}</span></p>${drawn(line, longest)}</li>`,
  );
  return markup`<ul class="ruler">${lines}</ul><svg class="ax" width="100%" height="26" aria-hidden="true">${ticks.map((month) => tick(month, { longest, unit: options.unit }))}</svg>`;
}

function tick(month: number, scale: { readonly longest: number; readonly unit: string }): Html {
  const at = share(month, scale.longest);
  const anchor = at === 0 ? "start" : at === 100 ? "end" : "middle";
  const word = at === 100 ? `${month} ${scale.unit}` : String(month);
  return markup`<line x1="${at}%" x2="${at}%" y1="0" y2="6" stroke="#6a7773"/><text x="${at}%" y="22" text-anchor="${anchor}" fill="#43504d">${word}</text>`;
}

function drawn(line: RulerLine, longest: number): Html {
  const end = share(line.months, longest);
  const turn = share(line.turn, longest);
  const stars = line.light
    ? []
    : Array.from({ length: Math.max(line.months - 1, 0) }, (_, at) => at + 1).filter((month) => month !== line.turn);
  const star = (month: number): Html => markup`<circle cx="${share(month, longest)}%" cy="14" r="2.6"/>`;
  const dash = line.light && markup` stroke-dasharray="4 4"`;
  const start = line.light
    ? markup`<rect x="1" y="8" width="12" height="12" fill="#fff" stroke-width="2"/>`
    : markup`<rect x="0" y="8" width="12" height="12"/>`;
  const mark =
    line.turn > 0 &&
    markup`<circle cx="${turn}%" cy="14" r="7" fill="#fff" stroke-width="2"/><circle cx="${turn}%" cy="14" r="1.75"/>`;
  return markup`<svg class="beam" width="100%" height="28" aria-hidden="true"><g stroke="${INK}" fill="${INK}" stroke-width="1.3"><line x1="0" x2="${end}%" y1="14" y2="14"${dash}/>${line.turn > 0 && markup`<line x1="0" x2="${turn}%" y1="14" y2="14" stroke-width="4"/>`}${stars.filter((month) => month < line.turn).map(star)}<g fill="#fff">${stars.filter((month) => month > line.turn).map(star)}</g>${start}${mark}<line x1="${end}%" x2="${end}%" y1="3" y2="25" stroke-width="4"/></g></svg>`;
}

export const rulerCss =
  ".ruler li+li{margin-top:.5rem}.ruler b{margin-right:.5rem}.ax{display:block;overflow:visible;border-top:1px solid var(--field);margin-top:.5rem;font-size:.875rem}.key{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-top:.5rem}";
