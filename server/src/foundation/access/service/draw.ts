// The nightly draw: a hash before the day, the seed after it, and what it draws.
import { dayOfInstant, addDays, startOfDay } from "../../../kernel/day.ts";
import type { Day, WorkingCalendar } from "../../../kernel/day.ts";
import type { Database } from "../../../platform/database/pool.ts";
import type { Keys } from "../../../platform/keys/keys.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { record } from "../../audit/index.ts";
import { boundOf, daysToCommit, dueDay, isOver, SEED_BYTES, seedHash } from "../rules/draw.ts";
import { drawDay, drawnDays, hiddenDraws, saveDraw, saveReveal } from "../store/draws.ts";
import type { DrawRow } from "../store/draws.ts";

export interface DrawPorts {
  readonly db: Database;
  readonly keys: Pick<Keys, "random" | "wrap" | "unwrap">;
  readonly policyAt: (day: Day) => Pick<PolicySnapshot, "access">;
  readonly calendar: WorkingCalendar | null;
}

/**
 * Publishes the hash of tomorrow's seed (and of today's, late, where there is none), and draws every day that is over.
 * Idempotent: a day has one seed and is drawn once.
 */
export async function drawLooks(ports: DrawPorts, now: number): Promise<void> {
  await commitSeeds(ports, now);
  const hidden = await ports.db.read((tx) => hiddenDraws(tx, dayOfInstant(now)));
  const over = hidden.filter(({ day }) => isOver(day, now));
  if (over.length === 0) return;
  await ports.db.tryLock("access.draw", async () => {
    const still = await ports.db.read((tx) => hiddenDraws(tx, dayOfInstant(now)));
    for (const row of still) if (isOver(row.day, now)) await reveal(ports, row, now);
  });
}

async function commitSeeds({ db, keys }: DrawPorts, now: number): Promise<void> {
  const days = daysToCommit(now);
  const known = await db.read((tx) => drawnDays(tx, days));
  for (const day of days.filter((one) => !known.has(one))) {
    const seed = keys.random(SEED_BYTES);
    const row = { day, seedHash: seedHash(seed), sealedSeed: keys.wrap(seed), committedAt: new Date(now) };
    await db.write((tx) => saveDraw(tx, row));
  }
}

async function reveal({ db, keys, policyAt, calendar }: DrawPorts, row: DrawRow, now: number): Promise<void> {
  const { day } = row;
  const seed = keys.unwrap(row.sealedSeed);
  const { perTenThousand, workingDays } = policyAt(day).access.draw;
  const revealedAt = new Date(now);
  const due = dueDay(dayOfInstant(now), workingDays, calendar);
  await db.write(async (tx) => {
    const from = new Date(startOfDay(day));
    const until = new Date(startOfDay(addDays(day, 1)));
    const counts = await drawDay(tx, { day, from, until, seed, bound: boundOf(perTenThousand), due });
    await saveReveal(tx, { day, seed, perTenThousand, ...counts, due, revealedAt });
    await record(tx, {
      at: revealedAt,
      account: null,
      action: "access.draw",
      purpose: null,
      target: day,
      state: { ...counts, perTenThousand },
    });
  });
}
