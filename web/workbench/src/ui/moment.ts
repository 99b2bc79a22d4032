// Moments and days as people here write them; the time zone is that of the law, not that of the machine.
const moment = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** `2026-09-09 09:31` in Shanghai. @param instant ISO 8601. */
export function momentOf(instant: string): string {
  return moment.format(new Date(instant));
}

/** The day in Shanghai of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return momentOf(instant).slice(0, 10);
}
