// Which rooms there are, where, and for whom. A room is added here, in `text.ts` and in a folder of its own.
import type { ComponentType } from "react";
import type { Role } from "./client/session.ts";
import type { RoomProps } from "./room.ts";
import { matchPath } from "./router/path.ts";
import type { Slots } from "./router/path.ts";

interface RoomModule {
  readonly Room: ComponentType<RoomProps>;
}

interface RoomRow {
  /** Pattern of its address below the workbench. */
  readonly path: string;
  readonly group: "self";
  /** Who may enter; the server decides once more at every request. */
  readonly roles: readonly Role[] | "everybody";
  /** Whether the rail names it; rooms of one thing are reached from its list. */
  readonly rail: boolean;
  readonly load: () => Promise<RoomModule>;
}

/** In the order of the rail; the first that a role may enter is its home. */
export const roomTable = {
  sessions: {
    path: "/sessions",
    group: "self",
    roles: "everybody",
    rail: true,
    load: () => import("./rooms/sessions/room.tsx"),
  },
} as const satisfies Readonly<Record<string, RoomRow>>;

export type RoomName = keyof typeof roomTable;
export type RoomGroup = RoomRow["group"];

export interface Room extends RoomRow {
  readonly name: RoomName;
}

export const rooms: readonly Room[] = Object.entries<RoomRow>(roomTable).map(([name, row]) => ({
  ...row,
  name: name as RoomName,
}));

export function mayEnter(room: Pick<RoomRow, "roles">, role: Role): boolean {
  return room.roles === "everybody" || room.roles.includes(role);
}

/** What the rail shows a role: its rooms in order, by group. */
export function railOf(role: Role): readonly { readonly group: RoomGroup; readonly rooms: readonly Room[] }[] {
  const own = rooms.filter((room) => room.rail && mayEnter(room, role));
  const groups = [...new Set(own.map(({ group }) => group))];
  return groups.map((group) => ({ group, rooms: own.filter((room) => room.group === group) }));
}

export interface Entered {
  readonly room: Room;
  readonly slots: Slots;
}

/** The room of a path; null where there is none, or none for this role: the two look the same. */
export function enter(path: string, role: Role): Entered | null {
  const home = path === "/" ? railOf(role)[0]?.rooms[0]?.path : undefined;
  for (const room of rooms) {
    const slots = matchPath(room.path, home ?? path);
    if (slots !== null && mayEnter(room, role)) return { room, slots };
  }
  return null;
}
