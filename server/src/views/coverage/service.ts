import type { Day, WorkingCalendar } from "../../kernel/day.ts";
import type { Database, Tx } from "../../platform/database/pool.ts";
import { keepReadings } from "../../platform/http/kept.ts";
import type { ChannelId } from "../../policy/catalogue-entry.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { momentOf, versionOfDay } from "../site/index.ts";
import type { Moment, Present } from "../site/index.ts";
import { admits, providersOf } from "../visibility/index.ts";
import { coverageOf, linesIn, scopeIn } from "./rules.ts";
import type { AbsenceScope, CoverageLine, SourceCoverage } from "./rules.ts";
import { loadDeclarations, loadReceipts, loadSenders } from "./store.ts";
import { coverageText } from "./text.ts";

/** How far every provider's word reaches today, for every entry that a channel may carry; the public page by default. */
export async function readCoverage(
  tx: Tx,
  question: {
    readonly policy: PolicySnapshot;
    readonly today: Day;
    readonly calendar: WorkingCalendar | null;
    readonly channel?: ChannelId;
  },
): Promise<readonly SourceCoverage[]> {
  const [declarations, senders] = await Promise.all([loadDeclarations(tx), loadSenders(tx)]);
  const { policy, today, calendar } = question;
  const entries = [...policy.entries.values()]
    .filter((entry) => admits(question.channel ?? "public-page", entry))
    .map((entry) => ({ entry, providers: providersOf(entry, policy) }));
  return coverageOf({ today, calendar, entries, declarations, senders });
}

/** The scope that an absence over these sources must name. */
export function scopeOf(sources: readonly SourceCoverage[]): AbsenceScope {
  return scopeIn(coverageText, sources);
}

/** The lines of the coverage table. */
export function coverageLines(sources: readonly SourceCoverage[]): readonly CoverageLine[] {
  return linesIn(coverageText, sources);
}

/** One provider on one entry, with what came in from it last. */
export interface CoverageSource extends SourceCoverage {
  /** Unix milliseconds of the newest batch that was worked off; null where there is none. */
  readonly lastReceiptAt: number | null;
  readonly openQuestions: number;
}

export interface CoverageDeps extends Present {
  readonly db: Database;
  readonly calendar: WorkingCalendar | null;
}

export interface Coverage {
  moment(): Moment;
  sources(moment: Moment): Promise<readonly CoverageSource[]>;
}

const lagMs = 10_000;

/** How far every provider's word reaches, for the page and the API of coverage; one reading serves everybody for a while. */
export function openCoverage(deps: CoverageDeps): Coverage {
  const kept = keepReadings<readonly CoverageSource[]>({ lagMs });
  return {
    moment: () => momentOf(deps),
    sources: (moment) =>
      kept({ key: "sources", version: versionOfDay(moment) }, () =>
        deps.db.read((tx) => readSources(tx, deps, moment)),
      ),
  };
}

async function readSources(tx: Tx, deps: CoverageDeps, moment: Moment): Promise<readonly CoverageSource[]> {
  const { policy, today } = moment;
  const [sources, receipts] = await Promise.all([
    readCoverage(tx, { policy, today, calendar: deps.calendar }),
    loadReceipts(tx),
  ]);
  const known = new Map(receipts.map((one) => [`${one.entry} ${one.provider}`, one]));
  return sources.map((source) => {
    const receipt = known.get(`${source.entry} ${source.provider}`);
    const lastReceiptAt = receipt?.lastReceiptAt?.getTime() ?? null;
    return { ...source, lastReceiptAt, openQuestions: receipt?.openQuestions ?? 0 };
  });
}
