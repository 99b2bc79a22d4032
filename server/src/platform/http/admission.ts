// Who is let in when more is asked than can be answered: a pure rule over the pressure, and the gate that keeps to it.

/** Work that may be refused, dearest last: downloads of many records, then searches, then pages. */
export type SheddableClass = "bulk" | "search" | "page";

/** `write` is the work of departments and of people who ask for something, `watch` the machine's own: never refused. */
export type LoadClass = SheddableClass | "write" | "watch";

/** How hard the process is pressed at a moment. */
export interface Pressure {
  /** Requests that may be refused and are being answered or wait for their turn. */
  readonly inFlight: number;
  /** How late timers ring, in milliseconds. */
  readonly loopDelayMs: number;
  /** Reads that wait for a connection of the database. */
  readonly waitingReads: number;
}

/** The pressure at which even pages are refused; below `crowd` requests in flight nothing is. */
export interface Capacity extends Pressure {
  readonly crowd: number;
}

/** The part of the capacity from which on a class is refused. */
const SHARES = { bulk: 0.25, search: 0.5, page: 1 } as const satisfies Record<SheddableClass, number>;

/**
 * Whether a class is let in. Who lets bulk in lets searches in, and who lets searches in lets pages in.
 * A machine that is slow without a crowd refuses nobody: it would be none the faster for it.
 */
export function isLetIn(load: SheddableClass, pressure: Pressure, capacity: Capacity): boolean {
  if (pressure.inFlight < capacity.crowd) return true;
  const used = Math.max(
    pressure.inFlight / capacity.inFlight,
    pressure.loopDelayMs / capacity.loopDelayMs,
    pressure.waitingReads / capacity.waitingReads,
  );
  return used < SHARES[load];
}

/** How many of a class are answered at once, how many may wait, and for how long at most. */
export interface Room {
  readonly seats: number;
  readonly queue: number;
  readonly waitMs: number;
}

/** Why somebody was turned away: the pressure, a full queue, or a turn that did not come in time. */
export type TurnedAway = "pressure" | "queue" | "wait";

/** A seat: call `leave` when its work is done; more than once does no harm. */
export type Entry = { readonly leave: () => void } | { readonly turnedAway: TurnedAway };

export interface Gate {
  readonly enter: (load: SheddableClass) => Promise<Entry>;
  /** Requests inside or waiting. */
  readonly inFlight: () => number;
}

export interface GateOptions {
  readonly capacity: Capacity;
  readonly rooms: Readonly<Record<SheddableClass, Room>>;
  /** What is pressed beside the gate itself. */
  readonly sense: () => Pick<Pressure, "loopDelayMs" | "waitingReads">;
}

interface Line {
  readonly room: Room;
  taken: number;
  /** Called with a seat, first come first served. */
  readonly waiting: Set<(entry: Entry) => void>;
}

/** A gate over one process. Each class sits in a room of its own, so that none can take the seats of another. */
export function createGate({ capacity, rooms, sense }: GateOptions): Gate {
  const lines = { bulk: openLine(rooms.bulk), search: openLine(rooms.search), page: openLine(rooms.page) };
  const all = Object.values(lines);
  const inFlight = (): number => all.reduce((sum, { taken, waiting }) => sum + taken + waiting.size, 0);
  return {
    inFlight,
    async enter(load) {
      if (!isLetIn(load, { inFlight: inFlight(), ...sense() }, capacity)) return { turnedAway: "pressure" };
      const line = lines[load];
      if (line.taken < line.room.seats) return sit(line);
      return line.waiting.size < line.room.queue ? queueUp(line) : { turnedAway: "queue" };
    },
  };
}

function openLine(room: Room): Line {
  return { room, taken: 0, waiting: new Set() };
}

function sit(line: Line): Entry {
  line.taken += 1;
  let left = false;
  return {
    leave: () => {
      if (left) return;
      left = true;
      line.taken -= 1;
      const [next] = line.waiting;
      if (next !== undefined) next(sit(line));
    },
  };
}

function queueUp(line: Line): Promise<Entry> {
  return new Promise((resolve) => {
    const called = (entry: Entry): void => {
      line.waiting.delete(called);
      clearTimeout(timer);
      resolve(entry);
    };
    const timer = setTimeout(() => called({ turnedAway: "wait" }), line.room.waitMs);
    line.waiting.add(called);
  });
}
