import type { Session } from "./client/session.ts";
import type { Slots } from "./router/path.ts";

/** What every room is given. */
export interface RoomProps {
  readonly session: Session;
  /** The slots of its path. */
  readonly slots: Slots;
}
