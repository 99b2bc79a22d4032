// What all files of one city have in common.
import type { Actor } from "./acts/act.ts";
import { DEPARTMENT_TEXTS } from "./acts/text.ts";
import { makeFile } from "./demo-file.ts";
import type { DemoFile, FileWish } from "./demo-file.ts";
import { makeTown } from "./town.ts";
import type { Town, TownWish } from "./town.ts";
import { windowOf } from "./window.ts";
import type { ArrivalWindow } from "./window.ts";

export interface City {
  readonly wish: TownWish;
  readonly town: Town;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly window: ArrivalWindow;
}

/** A department by its short name, and what it sends. */
export interface Source {
  readonly id: string;
  readonly entry: string;
}

/** 双公示: what comes week by week. */
export const WEEKLY: ReadonlySet<string> = new Set(["permit", "penalty"]);

/** The same wish gives the same city. */
export function makeCity(wish: TownWish): City {
  const town = makeTown(wish);
  const actors = new Map(
    [...town.departments].map(
      ([id, { uscc, zh }]) =>
        [id, { id, uscc, zh, text: DEPARTMENT_TEXTS[id] ?? { short: id, style: "{short}{year}-{n}" } }] as const,
    ),
  );
  return { wish, town, actors, window: windowOf(wish.today) };
}

export function mayEnter(city: City, { id, entry }: Source): boolean {
  return city.town.departments.get(id)?.entries.includes(entry) ?? false;
}

/** Throws when the city has no such department. */
export function actorOf(city: City, id: string): Actor {
  const actor = city.actors.get(id);
  if (actor === undefined) throw new RangeError(`no department ${id}`);
  return actor;
}

/** A file of one department. */
export function fileOf(city: City, id: string, wish: Omit<FileWish, "provider" | "department">): DemoFile {
  const { uscc, zh } = actorOf(city, id);
  return makeFile({ ...wish, provider: uscc, department: zh });
}
