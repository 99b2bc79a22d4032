import { fullBeam, beamPlaces, type BeamTerm } from "./beam.ts";
import { icon, type IconName } from "./icon.ts";
import { markup, type Html, type Part } from "./markup.ts";

/** What one mark of the beam says, for readers and for the eye. */
export interface BeamLabel {
  readonly day: Part;
  readonly lines: readonly Part[];
}

export interface BeamLabels {
  readonly start: BeamLabel;
  readonly today: BeamLabel;
  readonly turn: BeamLabel | null;
  readonly end: BeamLabel;
}

/** A label under its mark needs about this share of the beam to each side. */
const LABEL_SHARE = 24;

/**
 * The beam of a page with its days in order. On a wide screen each day stands under its mark and today above;
 * elsewhere they fold to a list with the same shapes. A spacer drawing pushes each label to its place, because
 * the content security policy allows no style attribute.
 */
export function beamWithList(term: BeamTerm, labels: BeamLabels): Html {
  const places = beamPlaces(term);
  const items: { readonly at: number; readonly item: Html }[] = [
    { at: 0, item: entry({ label: labels.start, shape: term.light ? "hollow" : "filled", at: 0, place: "" }) },
    { at: places.today, item: entry({ label: labels.today, shape: "now", at: places.today, place: "up" }) },
  ];
  if (places.turn !== null && labels.turn !== null) {
    items.push({
      at: places.turn,
      item: entry({ label: labels.turn, shape: "turn", at: places.turn, place: below(places.turn) }),
    });
  }
  items.sort((one, other) => one.at - other.at);
  const end = entry({ label: labels.end, shape: term.end === null ? "open" : "end", at: 100, place: "" });
  return markup`<figure class="tl">${fullBeam(term)}<ol>${items.map(({ item }) => item)}${end}</ol></figure>`;
}

/** Too near to either end a label would meet its neighbour: it goes one row down and shows its shape. */
function below(at: number): string {
  return at < LABEL_SHARE || at > 100 - LABEL_SHARE ? "low" : "";
}

interface Entry {
  readonly label: BeamLabel;
  readonly shape: IconName;
  readonly at: number;
  readonly place: string;
}

function entry({ label, shape, at, place }: Entry): Html {
  const late = at > 60;
  const spacer = markup`<svg class="sp" width="${late ? Math.round((100 - at) * 100) / 100 : at}%" height="1" aria-hidden="true"></svg>`;
  return markup`<li class="${place} ${late && "e"}">${spacer}${icon(shape)}<div><b>${label.day}</b>${label.lines.map((line) => markup`<span>${line}</span>`)}</div></li>`;
}

export const beamListCss =
  ".tl ol{font-size:.875rem;line-height:1.6}.tl b,.tl li div span{display:block;font-size:1rem}.tl li div span{font-size:.875rem}.tl .up{color:var(--zhu)}.tl li{display:flex;gap:.75rem}.tl .sp{display:none;flex:none}.tl li .i{margin-top:.3rem}@media screen and (min-width:62rem){html:not(.big) .tl{padding-top:2.5rem}html:not(.big) .tl ol{position:relative;height:5.5rem}html:not(.big) .tl:has(.low) ol{height:9rem}html:not(.big) .tl li{position:absolute;top:.5rem;left:0;right:0;gap:0;pointer-events:none}html:not(.big) .tl li div{pointer-events:auto}html:not(.big) .tl .sp{display:block}html:not(.big) .tl .i{display:none}html:not(.big) .tl .low{top:5rem}html:not(.big) .tl .low .i{display:block;margin:.2rem .25rem 0 0}html:not(.big) .tl .e{flex-direction:row-reverse;text-align:right}html:not(.big) .tl .up{top:auto;bottom:calc(100% + 46px)}html:not(.big) .tl .up b,html:not(.big) .tl .up span{display:inline;margin-right:1rem}}@media(max-width:61.99rem){.tl li{padding:.5rem 0;border-bottom:1px solid var(--line)}}@media print{.tl ol{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}}";
