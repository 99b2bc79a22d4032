// What a run is told by its environment and arguments.
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the benchmarks; `work` below it holds everything a run makes, and is removed at its end. */
export const benchFolder = fileURLToPath(new URL("..", import.meta.url));
export const workFolder = path.join(benchFolder, "work");
export const repository = path.dirname(path.dirname(workFolder));
/** Real registry rows; they stay where they are and the figure is skipped without them. */
export const registrySample = path.join(repository, "../shared/data/registry/registry-slim-sample.csv.gz");

/** Later than every generated day, so that a run gives the same verdicts in every year. */
export const clocks = { ingest: "2026-09-09T08:00:00+08:00", after: "2026-09-10T08:00:00+08:00" } as const;

const smokeScale = 0.02;

export interface Settings {
  /** Part of the full number of rows, 0 < scale ≤ 1. */
  readonly scale: number;
  /** Rounds of each side; null: as many as the figure wants. */
  readonly rounds: number | null;
  /** The server of the npm package instead of a standard one: a smoke run. */
  readonly embedded: boolean;
  /** Server to measure on; null: a private one is started. */
  readonly databaseUrl: string | null;
  /** Folder for CPU profiles of the platform; null: none are made. */
  readonly profile: string | null;
}

function numberIn(name: string, text: string | undefined, bounds: readonly [number, number]): number | null {
  if (text === undefined || text === "") return null;
  const value = Number(text);
  if (!(value >= bounds[0] && value <= bounds[1])) throw new RangeError(`${name}: ${text}`);
  return value;
}

/** Reads the environment. Throws RangeError for a number outside its bounds. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const embedded = env["BENCH_EMBEDDED"] === "1";
  const given = env["DATABASE_URL"] ?? "";
  const profile = env["BENCH_PROFILE"] ?? "";
  return {
    scale: numberIn("BENCH_SCALE", env["BENCH_SCALE"], [0.001, 1]) ?? (embedded ? smokeScale : 1),
    rounds: numberIn("BENCH_ROUNDS", env["BENCH_ROUNDS"], [1, 50]),
    embedded,
    databaseUrl: given === "" || embedded ? null : given,
    profile: profile === "" ? null : path.resolve(profile),
  };
}
