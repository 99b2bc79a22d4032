// What a figure is, and what all figures of one run share.
import type { PgServer } from "./server.ts";
import type { Settings } from "./settings.ts";

/** A database that holds a loaded register, with the platform's folder that belongs to it. */
export interface LoadedRegister {
  readonly database: string;
  readonly platform: string;
  readonly origin: "sample" | "generated";
}

export interface Rig {
  readonly settings: Settings;
  readonly server: PgServer;
  /** Left by `ingest-registry` for `search`. */
  register: LoadedRegister | null;
  readonly say: (text: string) => void;
}

/** A line of the table: ours against its baseline in the same run. */
export interface Measure {
  readonly label: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  /** Above 1: ours is better. */
  readonly ratio: number;
  readonly aim: string;
}

export interface FigureEnd {
  readonly measures: readonly Measure[];
  readonly rounds: number;
  /** Every round as it was, with CPU seconds and memory. */
  readonly detail: unknown;
}

export interface Figure {
  readonly name: string;
  /** Runs the figure; answers with why it was left out. */
  readonly run: (rig: Rig) => Promise<FigureEnd | string>;
}
