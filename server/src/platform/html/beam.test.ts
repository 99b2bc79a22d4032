import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../kernel/day.ts";
import { beamWithList } from "./beam-list.ts";
import { beamPlaces, fullBeam, rowBeam, type BeamTerm } from "./beam.ts";

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
}

const term: BeamTerm = {
  start: day("2026-06-18"),
  today: day("2026-09-09"),
  end: day("2027-06-18"),
  turn: day("2026-09-19"),
  light: false,
};

describe("beam", () => {
  it("puts a star at each month and today and ◉ at their days", () => {
    const places = beamPlaces(term);
    expect(places.stars).toHaveLength(11);
    expect(places.stars[0]).toBe(8.22);
    expect(places.today).toBe(22.74);
    expect(places.turn).toBe(25.48);
  });
  it("keeps today on the beam before the term and after it", () => {
    expect(beamPlaces({ ...term, today: day("2026-01-01") }).today).toBe(0);
    expect(beamPlaces({ ...term, today: day("2030-01-01") }).today).toBe(100);
  });
  it("puts a star a year on a long term, so that stars never touch", () => {
    expect(beamPlaces({ ...term, end: day("2036-06-18") }).stars).toHaveLength(9);
    expect(beamPlaces({ ...term, end: day("2126-06-18") }).stars.length).toBeLessThanOrEqual(60);
  });
  it("stands a term of one day", () => {
    expect(beamPlaces({ ...term, end: term.start, turn: null })).toEqual({ today: 100, turn: null, stars: [] });
  });
  it("ends in an arrow when there is no fixed end, with room after today", () => {
    const open = { ...term, end: null, turn: null };
    expect(beamPlaces(open).today).toBeLessThan(70);
    expect(String(rowBeam(open))).toContain("<path");
    expect(String(rowBeam(term))).not.toContain("<path");
  });
  it("draws ◉ only where something becomes possible", () => {
    expect(String(rowBeam(term))).toContain('r="7"');
    expect(String(rowBeam({ ...term, turn: null }))).not.toContain('r="7"');
  });
  it("draws a light term dashed, with a hollow start and no stars", () => {
    const drawn = String(rowBeam({ ...term, light: true, turn: null }));
    expect(drawn).toContain("stroke-dasharray");
    expect(drawn).toContain('fill="#fff" stroke-width="2"/>');
    expect(drawn).not.toContain('r="2.6"');
  });
  it("has exactly one stroke of cinnabar, today, and is hidden from readers", () => {
    for (const drawn of [String(rowBeam(term)), String(fullBeam(term))]) {
      expect(drawn.match(/#a11c14/gu)).toHaveLength(1);
      expect(drawn).toContain('aria-hidden="true"');
      expect(drawn).not.toContain("style=");
    }
  });
});

describe("beam of a page", () => {
  const label = (word: string) => ({ day: word, lines: [] });
  const labels = { start: label("start"), today: label("today"), turn: label("turn"), end: label("end") };
  const order = (of: BeamTerm): string =>
    [...String(beamWithList(of, labels)).matchAll(/<b>(\w+)<\/b>/gu)].map((found) => found[1]).join(" ");

  it("lists its days in their order, whether today is before or after ◉", () => {
    expect(order(term)).toBe("start today turn end");
    expect(order({ ...term, today: day("2026-12-01") })).toBe("start turn today end");
    expect(order({ ...term, turn: null })).toBe("start today end");
  });
  it("lowers a label that would meet its neighbour", () => {
    expect(String(beamWithList(term, labels))).not.toContain('class="low');
    expect(String(beamWithList({ ...term, end: day("2029-06-18") }, labels))).toContain('class="low');
  });
});
