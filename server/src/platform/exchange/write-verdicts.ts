import type { TableLayout, VerdictColumns } from "./exchange-table.ts";
import type { Place } from "./read-rows.ts";
import { quotePath } from "./session.ts";
import type { Bind, Session } from "./session.ts";

/** What became of one row. */
export interface Verdict {
  readonly place: Place;
  readonly batch: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
  /** `YYYY-MM-DD HH:MM:SS` in Shanghai. */
  readonly at: string;
}

const verdictsPerTransaction = 200;

interface Assignment {
  readonly column: string;
  readonly value: string;
}

function fitted(layout: TableLayout, name: string, text: string | null): string | null {
  const max = layout.verdicts.get(name)?.lengthMax ?? null;
  if (text === null || max === null || text.length <= max) return text;
  return [...text].slice(0, max).join("");
}

function assignments(
  work: { session: Session; layout: TableLayout },
  columns: VerdictColumns,
  given: { verdict: Verdict; bind: Bind },
): Assignment[] {
  const { session, layout } = work;
  const { verdict, bind } = given;
  const parts: [string | null, string | null][] = [
    [columns.outcome, verdict.outcome],
    [columns.batch, verdict.batch],
    [columns.code, verdict.code],
    [columns.message, verdict.message],
    [columns.at, verdict.at],
  ];
  return parts.flatMap(([name, text]) =>
    name === null
      ? []
      : [
          {
            column: session.quote(name),
            value: bind(fitted(layout, name, text), layout.verdicts.get(name)?.kind ?? "text"),
          },
        ],
  );
}

/** Only the row as it was read: where it has been changed since, its next reading brings a verdict of its own. */
async function answerInRow(session: Session, layout: TableLayout, verdict: Verdict): Promise<void> {
  const { columns } = layout.table.verdict;
  const [cursor, key] = [session.quote(layout.cursor.name), session.quote(layout.key.name)];
  await session.ask((bind) => {
    const set = assignments({ session, layout }, columns, { verdict, bind }).map(
      (one) => `${one.column} = ${one.value}`,
    );
    // Set to itself, a self-stamping cursor stays: otherwise our own answer would make the row new again, for ever.
    if (layout.cursor.stampsItself) set.push(`${cursor} = ${cursor}`);
    const here = `${key} = ${bind(verdict.place.key, layout.key.kind)} and ${cursor} = ${bind(verdict.place.cursor, layout.cursor.kind)}`;
    return `update ${quotePath(session, layout.table.table)} set ${set.join(", ")} where ${here}`;
  });
}

/** A second answer to the same row of the same batch says the same and is left out. */
async function answerInTable(session: Session, layout: TableLayout, verdict: Verdict): Promise<void> {
  const place = layout.table.verdict;
  if (place.kind !== "table") return;
  const table = quotePath(session, place.table);
  const [row, batch] = [session.quote(place.row), session.quote(place.columns.batch)];
  const kindOf = (name: string) => layout.verdicts.get(name)?.kind ?? "text";
  const known = await session.ask(
    (bind) =>
      `select 1 from ${table} where ${batch} = ${bind(verdict.batch, kindOf(place.columns.batch))} and ${row} = ${bind(verdict.place.key, kindOf(place.row))} limit 1`,
  );
  if (known.length > 0) return;
  await session.ask((bind) => {
    const all = [
      { column: row, value: bind(verdict.place.key, kindOf(place.row)) },
      ...assignments({ session, layout }, place.columns, { verdict, bind }),
    ];
    return `insert into ${table} (${all.map((one) => one.column).join(", ")}) values (${all.map((one) => one.value).join(", ")})`;
  });
}

/** Writes verdicts back, a few hundred a transaction. Repeatable: the same verdicts again leave the same rows. */
export async function writeVerdicts(
  session: Session,
  layout: TableLayout,
  verdicts: readonly Verdict[],
): Promise<void> {
  const answer = layout.table.verdict.kind === "columns" ? answerInRow : answerInTable;
  for (let from = 0; from < verdicts.length; from += verdictsPerTransaction) {
    await session.ask(() => "begin");
    for (const verdict of verdicts.slice(from, from + verdictsPerTransaction)) await answer(session, layout, verdict);
    await session.ask(() => "commit");
  }
}
