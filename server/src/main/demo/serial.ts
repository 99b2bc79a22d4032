// Days as spreadsheets number them.
import { daysBetween } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";

const SERIAL_ZERO = "1899-12-30" as Day;

/** The serial number of a day after February 1900, in the 1900 system. */
export function excelSerialOf(day: Day): number {
  return daysBetween(SERIAL_ZERO, day);
}
