import { dayOfInstant, type Day } from "../kernel/day.ts";
import { granted, refused, type Outcome } from "../kernel/refusal.ts";

/** The time as the platform sees it; handed to whatever needs it, never asked of the machine elsewhere. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** The legal day in Asia/Shanghai at this moment. */
  today(): Day;
}

const frozenSuffix = ";frozen";
const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,3})?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * The clock of a setting such as `2026-09-09T08:00:00+08:00` (starts there and ticks on) or the same with `;frozen`
 * (stands still); without a setting the machine's. Refuses with `clock.malformed` what is no real instant with a zone:
 * a demo that silently ran on another day would show other things.
 */
export function openClock(setting: string | undefined): Outcome<Clock> {
  if (setting === undefined || setting === "") return granted(clockOf(() => Date.now()));
  const frozen = setting.endsWith(frozenSuffix);
  const start = parseInstant(frozen ? setting.slice(0, -frozenSuffix.length) : setting);
  if (start === undefined) return refused({ code: "clock.malformed", kind: "invalid", values: { setting } });
  if (frozen) return granted(clockOf(() => start));
  // The monotonic counter: a correction of the machine's clock must not move a moved one.
  const origin = performance.now();
  return granted(clockOf(() => Math.floor(start + performance.now() - origin)));
}

function clockOf(now: () => number): Clock {
  return { now, today: () => dayOfInstant(now()) };
}

function parseInstant(text: string): number | undefined {
  const parts = written.exec(text);
  const instant = Date.parse(text);
  if (parts === null || Number.isNaN(instant)) return undefined;
  const [, local, sign, hours, minutes] = parts;
  const offsetMs = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  // Written out again it must be the same: 30 February would otherwise pass for 2 March.
  return new Date(instant + offsetMs).toISOString().startsWith(local ?? "") ? instant : undefined;
}
