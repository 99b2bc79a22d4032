// A second source: decisions of one department that another one has on file, some of which it never sent itself.
import { addDays, dayOfInstant } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import { penaltyRow } from "./acts/penalty.ts";
import { actorOf, fileOf, mayEnter } from "./city.ts";
import type { City, Source } from "./city.ts";
import type { DemoFile } from "./demo-file.ts";
import { randomFrom } from "./random.ts";
import type { RowOf } from "./table.ts";
import { deliveriesOf, settledOf } from "./weekly.ts";
import { officeDay, officeInstant } from "./window.ts";

/** Who decided, and who passes it on: the district's enforcement bureau, and the regulator that saw the cases before. */
const DECIDES: Source = { id: "eastEnforcement", entry: "penalty" };
const PASSES_ON: Source = { id: "eastMarket", entry: "penalty" };
const KNOWN_ROWS = 4;
/** Days after the first of the month on which what was never sent was decided; soon enough before it is passed on. */
const MISSING_DAYS = [11, 12, 14];
/** From which day after the first on the others were decided. */
const KNOWN_DAYS = 9;
const NUMBER_FROM = 97_000;
const SENT_ON = 20;
const SENT_MINUTE = 80;

/** The file of the last whole month; none where one of the two does not send here. */
export function* secondSource(city: City): Generator<DemoFile> {
  if (!mayEnter(city, DECIDES) || !mayEnter(city, PASSES_ON)) return;
  const first = `${city.window.lastMonth}-01` as Day;
  const at = officeInstant(officeDay(addDays(first, SENT_ON - 1)), SENT_MINUTE);
  const [decides, passesOn] = [actorOf(city, DECIDES.id), actorOf(city, PASSES_ON.id)];
  const { seed, today } = city.wish;
  const known = deliveriesOf(city, DECIDES)
    .flatMap((week) => week.rows)
    .filter(({ day, fate }) => fate === "accepted" && day >= addDays(first, KNOWN_DAYS) && day < dayOfInstant(at))
    .slice(0, KNOWN_ROWS)
    .map(({ row, day }) => ({ ...row, decidedOn: day }));
  const settled = settledOf(city).filter(({ group }) => group === "enterprise");
  const missing = MISSING_DAYS.flatMap((days, turn) => {
    const subject = settled[turn];
    if (subject === undefined) return [];
    const random = randomFrom(`${seed} second ${turn}`);
    const act = { actor: decides, subject, day: officeDay(addDays(first, days)), number: NUMBER_FROM + turn, today };
    return [penaltyRow({ ...act, random }, { severity: "general" })];
  });
  const rows = [...known, ...missing].map((row): RowOf => ({
    ...row,
    sourceUnit: passesOn.zh,
    sourceUnitCode: passesOn.uscc,
  }));
  yield fileOf(city, PASSES_ON.id, { entry: "penalty", kind: "second", count: rows.length, rows: () => rows, at });
}
