// The one call that a start makes for the demo city.
import type { Day } from "../../kernel/day.ts";
import type { Database } from "../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { readCoverage } from "../../views/coverage/index.ts";
import { playCases } from "./cases.ts";
import { DEPARTMENTS } from "./departments.ts";
import type { DemoDoor } from "./door.ts";
import { demoFiles } from "./files.ts";
import { loadDemo } from "./load.ts";
import { openClerks, sender } from "./send.ts";
import { windowOf } from "./window.ts";

export interface DemoRun {
  readonly db: Database;
  /** Opens the way in; asked for once, and only where there is something to send. */
  readonly open: () => DemoDoor;
  readonly now: () => number;
  readonly policy: PolicySnapshot;
  /**
   * The day on which the city stands still: that of the instance's first start, the same at every later one, so that
   * an interrupted load makes the same bytes again.
   */
  readonly day: Day;
  readonly progress: (line: string) => void;
  readonly signal?: AbortSignal;
  /** Size of the city; 1 is twenty thousand subjects. */
  readonly scale?: number;
  readonly seed?: string;
}

/** One source says nothing by intent. */
const ALLOWED_SILENT = 1;
const INVENTED = new Set(Object.values(DEPARTMENTS).map(({ uscc }) => uscc));

/** Declarations come last, so that all of them being there means that all files were sent. */
async function isLoaded({ db, policy, day }: DemoRun): Promise<boolean> {
  const sources = await db.read((tx) => readCoverage(tx, { policy, today: day, calendar: null }));
  const invented = sources.filter(({ provider }) => INVENTED.has(provider));
  const silent = invented.filter(({ through }) => through === null).length;
  return silent <= ALLOWED_SILENT;
}

/**
 * Loads the demo city unless it is there. An interrupted load goes on where it stopped; nothing is doubled.
 * Departments that an operator added to the policy take no part.
 */
export async function runDemo(run: DemoRun): Promise<void> {
  if (await isLoaded(run)) return;
  const { db, now, policy, day, progress, signal, scale = 1, seed = "demo" } = run;
  const providers = [...policy.providers.values()].filter(({ uscc }) => INVENTED.has(uscc));
  const door = run.open();
  const clerks = openClerks({
    db,
    now,
    since: windowOf(day).baseAt,
    organisations: providers.map(({ uscc, zh }) => ({ uscc, name: zh })),
  });
  try {
    const files = demoFiles({ today: day, seed, scale, providers });
    await loadDemo({
      files,
      providers,
      ...sender(door.send, clerks.tokenOf),
      progress,
      today: day,
      ...(signal !== undefined && { signal }),
    });
    const decider = providers.find(({ uscc }) => uscc === DEPARTMENTS["market"]?.uscc);
    if (decider !== undefined && signal?.aborted !== true) {
      const organisation = { uscc: decider.uscc, name: decider.zh };
      await playCases({ db, send: door.send, now, since: windowOf(day).baseAt, organisation, today: day });
    }
  } finally {
    await clerks.close();
    await door.close();
  }
}
