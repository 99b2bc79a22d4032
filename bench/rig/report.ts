import type { FigureEnd, Measure } from "./figure.ts";
import type { Machine } from "./machine.ts";

/** A figure as it is kept. */
export interface Result extends FigureEnd {
  readonly name: string;
  readonly date: string;
  readonly machine: Machine;
  readonly server: Readonly<Record<string, string>>;
  readonly scale: number;
}

const heads = ["figure", "measure", "ours", "baseline", "unit", "ratio", "aim"];

function line(name: string, measure: Measure): readonly string[] {
  const { label, ours, baseline, unit, ratio, aim } = measure;
  return [name, label, String(ours), String(baseline), unit, String(ratio), aim];
}

/** The measures as a table in plain text. */
export function tableOf(results: readonly Result[]): string {
  const rows = [heads, ...results.flatMap(({ name, measures }) => measures.map((measure) => line(name, measure)))];
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
