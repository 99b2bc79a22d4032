// Which rows stand behind a number. Pure.
import type { components } from "@xinheng/contract/client";

export type RepairFigures = components["schemas"]["RepairFigures"];
export type OfAuthority = components["schemas"]["RepairFiguresOfAuthority"];
export type FigureRow = components["schemas"]["RepairFigureRow"];
export type FigureName = FigureRow["counted"][number];

/** In the order of the columns. */
export const FIGURES = [
  "received",
  "accepted",
  "notAccepted",
  "granted",
  "shielded",
  "refused",
  "revoked",
  "withdrawn",
  "overdue",
] as const satisfies readonly FigureName[];

export interface Chosen {
  readonly authority: OfAuthority;
  readonly figure: FigureName;
  readonly rows: readonly FigureRow[];
}

/** The rows of the number that an address names; null where it names none, or the rows are not the caller's. */
export function chosenOf(
  { authorities, rows }: Pick<RepairFigures, "authorities" | "rows">,
  asked: { readonly authority?: string; readonly figure?: string },
): Chosen | null {
  const authority = authorities.find((one) => one.authority === asked.authority);
  const figure = FIGURES.find((one) => one === asked.figure);
  if (authority === undefined || figure === undefined || rows === null) return null;
  const own = rows.filter((row) => row.authority === authority.authority && row.counted.includes(figure));
  return { authority, figure, rows: own };
}
