// What a row of the table of rooms says.
import type { ComponentType } from "react";
import type { Role } from "./client/session.ts";
import type { RoomProps } from "./room.ts";

interface RoomModule {
  readonly Room: ComponentType<RoomProps>;
}

export interface RoomRow {
  /** Pattern of its address below the workbench. */
  readonly path: string;
  readonly group: "sending" | "deciding" | "ruling" | "watching" | "looking" | "own" | "hall" | "running" | "self";
  /** Who may enter; the server decides once more at every request. */
  readonly roles: readonly Role[] | "everybody";
  /** Whether the rail names it; rooms of one thing are reached from its list. */
  readonly rail: boolean;
  readonly load: () => Promise<RoomModule>;
}
