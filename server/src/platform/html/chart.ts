import { markup, type Html } from "./markup.ts";
import { share } from "./beam.ts";

/** What tells the parts of a drawing apart, in black and white too. */
export type Fill = "solid" | "hatch" | "dots" | "lines" | "empty";

export interface ChartPart {
  readonly fill: Fill;
  readonly count: number;
}

const INK = "#14201f";
const paints: Readonly<Record<Fill, string>> = {
  solid: INK,
  hatch: "url(#fill-hatch)",
  dots: "url(#fill-dots)",
  lines: "url(#fill-lines)",
  empty: "#fff",
};

/** The patterns; once on every page that draws with them, before the first drawing. */
export function chartFills(): Html {
  return markup`<svg class="fills" width="0" height="0" aria-hidden="true"><defs><pattern id="fill-hatch" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5 5 0" stroke="${INK}"/></pattern><pattern id="fill-dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.2" fill="${INK}"/></pattern><pattern id="fill-lines" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 2h4" stroke="${INK}"/></pattern></defs></svg>`;
}

/** A small field of one pattern, to stand beside its word. */
export function fillKey(fill: Fill): Html {
  return markup`<svg class="fk" width="22" height="14" aria-hidden="true"><rect x="1" y="1" width="20" height="12" fill="${paints[fill]}" stroke="${INK}"/></svg>`;
}

const BAR_HEIGHT = 22;

/** One whole cut into its parts. The numbers must stand in text beside it; nothing is drawn of an empty whole. */
export function sumBar(parts: readonly ChartPart[]): Html | null {
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  if (whole === 0) return null;
  let reached = 0;
  const pieces = parts.map(({ fill, count }) => {
    const [from, to] = [share(reached, whole), share(reached + count, whole)];
    reached += count;
    const width = Math.round((to - from) * 100) / 100;
    return (
      count > 0 &&
      markup`<rect x="${from}%" y="1" width="${width}%" height="${BAR_HEIGHT - 2}" fill="${paints[fill]}" stroke="${INK}"/>`
    );
  });
  return markup`<svg class="bar" width="100%" height="${BAR_HEIGHT}" aria-hidden="true">${pieces}</svg>`;
}

export interface ChartColumn {
  readonly label: string;
  /** From the ground up. */
  readonly parts: readonly ChartPart[];
}

const COLUMN_SHARE = 0.6;
const LABEL_ROOM = 24;
const TOP_ROOM = 4;

/** Columns side by side on one measure. Its table must stand beneath it. `whole`: each column is cut as a whole of its own. */
export function columnChart(options: {
  readonly columns: readonly ChartColumn[];
  readonly height: number;
  readonly whole?: boolean;
}): Html {
  const { columns, height, whole = false } = options;
  const sums = columns.map((column) => column.parts.reduce((sum, part) => sum + part.count, 0));
  const greatest = Math.max(...sums, 1);
  const room = 100 / Math.max(columns.length, 1);
  const drawn = columns.map((column, at) => {
    const left = round((at + (1 - COLUMN_SHARE) / 2) * room);
    const unit = height / (whole ? Math.max(sums[at] ?? 1, 1) : greatest);
    const middle = round((at + 0.5) * room);
    const label = markup`<text x="${middle}%" y="${height + TOP_ROOM + 18}" text-anchor="middle" fill="#43504d">${column.label}</text>`;
    return [pieces(column.parts, { left, width: round(COLUMN_SHARE * room), unit, ground: height + TOP_ROOM }), label];
  });
  return markup`<svg class="cols" width="100%" height="${height + TOP_ROOM + LABEL_ROOM}" aria-hidden="true">${drawn}<line x1="0" x2="100%" y1="${height + TOP_ROOM}" y2="${height + TOP_ROOM}" stroke="${INK}"/></svg>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function pieces(
  parts: readonly ChartPart[],
  place: { readonly left: number; readonly width: number; readonly unit: number; readonly ground: number },
): Html[] {
  let top = place.ground;
  return parts.flatMap(({ fill, count }) => {
    const tall = count * place.unit;
    top -= tall;
    if (count === 0) return [];
    return [
      markup`<rect x="${place.left}%" y="${round(top)}" width="${place.width}%" height="${round(tall)}" fill="${paints[fill]}" stroke="${INK}"/>`,
    ];
  });
}

export const chartCss =
  ".fills{position:absolute}.bar,.cols{display:block;overflow:visible}.cols{font-size:.875rem;margin-top:1rem}.fk{vertical-align:-.1em;margin-right:.4em}";
