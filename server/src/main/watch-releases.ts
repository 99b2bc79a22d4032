// What two persons released, as this process knows it: asked for every few seconds, never while a request is answered.
import { layerOf, releasesVersion, standingReleases } from "../foundation/releases/index.ts";
import type { Database } from "../platform/database/pool.ts";
import type { PolicyRelease } from "../policy/draft.ts";

const EVERY_MS = 2000;

export interface ReleaseWatch {
  /** The standing releases as last read, in the order of release. */
  readonly current: () => readonly PolicyRelease[];
  /** Reads them now if there are new ones. Never throws. */
  readonly refresh: () => Promise<void>;
  /** Asks no more, and resolves when a running question has ended. */
  readonly stop: () => Promise<void>;
}

interface Watched {
  readonly db: Pick<Database, "read">;
  /**
   * Makes the policies that will be asked for, with these releases: what costs a moment is done here, not in a request.
   * Throws where they do not load: then what stood before goes on standing, and the fault is told at every asking.
   */
  readonly prepare: (releases: readonly PolicyRelease[]) => void;
  readonly onFault: (error: unknown) => void;
}

/** Reads the releases, throwing what hinders it, and goes on asking whether there are new ones. */
export async function watchReleases({ db, prepare, onFault }: Watched): Promise<ReleaseWatch> {
  let version = "";
  let known: readonly PolicyRelease[] = [];
  const read = async (): Promise<void> => {
    // The version first: a release between the two is read now and asked for once more, and never missed.
    const newest = await db.read(releasesVersion);
    if (newest === version) return prepare(known);
    const releases = (await db.read(standingReleases)).map(layerOf);
    prepare(releases);
    [version, known] = [newest, releases];
  };
  await read();
  let running: Promise<void> | undefined;
  const refresh = async (): Promise<void> => {
    // What was committed a moment ago may have come after the running question: so it is asked anew.
    await running;
    running ??= read()
      .catch(onFault)
      .finally(() => (running = undefined));
    await running;
  };
  const timer = setInterval(() => void (running === undefined && refresh()), EVERY_MS);
  timer.unref();
  return {
    current: () => known,
    refresh,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
