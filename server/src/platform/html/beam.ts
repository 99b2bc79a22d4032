import { addMonths, daysBetween, type Day } from "../../kernel/day.ts";
import { markup, type Html } from "./markup.ts";

/**
 * A term drawn as the beam of a steelyard: start ■, a star for each month, ◉ where something becomes possible,
 * ┃ the end, and one cinnabar stroke, today. Positions are per cent, so it needs neither script nor width.
 */
export interface BeamTerm {
  readonly start: Day;
  readonly today: Day;
  /** Last day of the term; `null` runs on into an arrow. */
  readonly end: Day | null;
  /** The day from which ◉ holds; `null` draws none. */
  readonly turn: Day | null;
  /** A term that is the exception, not the rule: dashed, with a hollow start. */
  readonly light: boolean;
}

const INK = "#14201f";
const CINNABAR = "#a11c14";
/** A star a month; where more than `MOST_STARS` would touch on a row of 22 rem, a star a year, and so on. */
const MOST_STARS = 60;
const STAR_MONTHS = [1, 12, 60, 120] as const;
/** An open term leaves this share of the beam after today. */
const OPEN_SHARE = 0.35;

/** Where the days of a term stand, in per cent of the beam. */
export interface BeamPlaces {
  readonly today: number;
  readonly turn: number | null;
  readonly stars: readonly number[];
}

export function beamPlaces(term: BeamTerm): BeamPlaces {
  const length = beamLength(term);
  const at = (day: Day): number => share(daysBetween(term.start, day), length);
  const stars: number[] = [];
  const step = STAR_MONTHS.find((months) => length / (30 * months) <= MOST_STARS) ?? 120;
  for (let months = step; ; months += step) {
    const place = at(addMonths(term.start, months));
    if (place >= 99.5) break;
    stars.push(place);
  }
  return { today: at(term.today), turn: term.turn === null ? null : at(term.turn), stars };
}

function beamLength(term: BeamTerm): number {
  if (term.end !== null) return Math.max(daysBetween(term.start, term.end), 1);
  const known = [term.today, ...(term.turn === null ? [] : [term.turn])].map((day) => daysBetween(term.start, day));
  return Math.max(Math.ceil(Math.max(...known) / (1 - OPEN_SHARE)), 365);
}

/** A share of the whole in per cent, held within the beam and cut to two places. */
export function share(part: number, whole: number): number {
  return Math.round(Math.min(Math.max(part / whole, 0), 1) * 10_000) / 100;
}

const rowSizes = { height: 28, start: 12, star: 2.6, turn: 7, line: 4, end: 11 };
/** Terms are few (a start, a length, today) and drawing one costs more than all other markup of its record. */
const keptBeams = new Map<string, Html>();
const keptBeamsMax = 4000;

/** The beam beside a record, 28 px high. Its days must stand in text beside it. */
export function rowBeam(term: BeamTerm): Html {
  const key = `${term.start} ${term.today} ${term.end} ${term.turn} ${term.light}`;
  const known = keptBeams.get(key);
  if (known !== undefined) return known;
  if (keptBeams.size >= keptBeamsMax) keptBeams.clear();
  const beam = drawn(term, rowSizes);
  keptBeams.set(key, beam);
  return beam;
}

/** The beam of a whole page, 44 px high. Its list is `beamList`. */
export function fullBeam(term: BeamTerm): Html {
  return drawn(term, { height: 44, start: 18, star: 3.9, turn: 10.5, line: 6, end: 16.5 });
}

interface Sizes {
  readonly height: number;
  readonly start: number;
  readonly star: number;
  readonly turn: number;
  readonly line: number;
  readonly end: number;
}

function drawn(term: BeamTerm, size: Sizes): Html {
  const places = beamPlaces(term);
  const y = size.height / 2;
  const turn = places.turn;
  const stars = term.light ? [] : places.stars.filter((x) => turn === null || Math.abs(x - turn) > 2.5);
  const star = (x: number): Html => markup`<circle cx="${x}%" cy="${y}" r="${size.star}"/>`;
  const dash = term.light && markup` stroke-dasharray="4 4"`;
  return markup`<svg class="beam" width="100%" height="${size.height}" aria-hidden="true"><g stroke="${INK}" fill="${INK}" stroke-width="1.3"><line x1="0" x2="100%" y1="${y}" y2="${y}"${dash}/><line x1="0" x2="${places.today}%" y1="${y}" y2="${y}" stroke-width="${size.line}"${dash}/>${stars.filter((x) => x <= places.today).map(star)}<g fill="#fff">${stars.filter((x) => x > places.today).map(star)}</g>${startSquare(term, size)}${turn !== null && turnMark(turn, size)}${endMark(term, size)}</g><line class="now" x1="${places.today}%" x2="${places.today}%" y1="${y - size.end - 4}" y2="${y + size.end + 4}" stroke="${CINNABAR}" stroke-width="2.5"/></svg>`;
}

function startSquare(term: BeamTerm, size: Sizes): Html {
  const side = size.start;
  const y = (size.height - side) / 2;
  return term.light
    ? markup`<rect x="1" y="${y}" width="${side}" height="${side}" fill="#fff" stroke-width="2"/>`
    : markup`<rect x="0" y="${y}" width="${side}" height="${side}"/>`;
}

function turnMark(at: number, size: Sizes): Html {
  const y = size.height / 2;
  return markup`<circle cx="${at}%" cy="${y}" r="${size.turn}" fill="#fff" stroke-width="2"/><circle cx="${at}%" cy="${y}" r="${size.turn / 4}"/>`;
}

function endMark(term: BeamTerm, size: Sizes): Html {
  const y = size.height / 2;
  if (term.end !== null) {
    return markup`<line x1="100%" x2="100%" y1="${y - size.end}" y2="${y + size.end}" stroke-width="${size.line}"/>`;
  }
  return markup`<svg x="100%" y="${y}" width="1" height="1" overflow="visible"><path d="M-9-7 0 0-9 7" fill="none" stroke-width="2"/></svg>`;
}

export const beamCss = ".beam{display:block;width:100%;overflow:visible}.beam .now{stroke:var(--zhu)}";
