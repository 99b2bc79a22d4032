// Starts the platform. Listens first, so that whoever is waiting sees how far it is; answers in earnest when all is ready.
import path from "node:path";
import { initialiseInstance, openIdentity, provideDemoAccounts, readInstance } from "../foundation/accounts/index.ts";
import type { Identity, Instance } from "../foundation/accounts/index.ts";
import { createAccessJobs } from "../foundation/access/index.ts";
import { createExportJob } from "../foundation/exports/index.ts";
import { createWorker } from "../records/ingest/index.ts";
import type { IngestPorts, Worker } from "../records/ingest/index.ts";
import { addDays, dayOfInstant } from "../kernel/day.ts";
import { recallUsed } from "../views/recall/index.ts";
import { keptFileKeks } from "../records/attachments/index.ts";
import { keptKek, newestReceivedAt } from "../records/statements/index.ts";
import { openClock } from "../platform/clock.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/pool.ts";
import type { HttpApp } from "../platform/http/http-app.ts";
import { fillSlots } from "../platform/http/problem.ts";
import { onOneDay } from "../platform/http/one-day.ts";
import { listenHttp } from "../platform/http/server.ts";
import type { HttpServer } from "../platform/http/server.ts";
import { openKeys } from "../platform/keys/keys.ts";
import type { Keys } from "../platform/keys/keys.ts";
import { startPseudonyms } from "../platform/keys/pseudonyms.ts";
import type { Pseudonyms } from "../platform/keys/pseudonyms.ts";
import { openLog } from "../platform/observability/log.ts";
import type { Log } from "../platform/observability/log.ts";
import { createMetrics } from "../platform/observability/metrics.ts";
import { openSpool } from "../platform/storage/spool.ts";
import type { PolicyRelease } from "../policy/draft.ts";
import type { PolicySnapshot } from "../policy/snapshot.ts";
import { createApp } from "./app.ts";
import type { Foundations } from "./app.ts";
import { openDemoDoor } from "./demo/door.ts";
import type { DemoDoor } from "./demo/door.ts";
import { runDemo } from "./demo/run.ts";
import type { Connectors } from "../records/connector/index.ts";
import { openConnectors } from "./connectors.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { required, StartRefused } from "./failure.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./open-store.ts";
import { calendarOf, foldersOf, policyOfDay } from "./policy-of-day.ts";
import { watchReleases } from "./watch-releases.ts";
import type { ReleaseWatch } from "./watch-releases.ts";
import { createStartingApp } from "./starting-app.ts";
import { startDelivering } from "./deliver-news.ts";
import type { Delivering } from "./deliver-news.ts";
import { everyMinute } from "./every-minute.ts";
import type { EveryMinute } from "./every-minute.ts";
import { complain, explainFailure, say } from "./terminal.ts";
import { startSequencing } from "./sequence-changes.ts";
import type { Sequencing } from "./sequence-changes.ts";
import { SAYINGS, SITE_NAME, STEPS } from "./text.ts";

const NODE_OLDEST = 24;
const STOP_GRACE_MS = 10_000;
/** How long a first start waits for the whole demo city before it opens. */
const DEMO_WAIT_MS = 45_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());

/** A platform that answers. */
export interface Running {
  readonly port: number;
  /** Rejects when the database was lost for good; never resolves. */
  readonly lost: Promise<never>;
  /** Finishes running requests, then closes the database and ends the embedded server. */
  readonly stop: () => Promise<void>;
}

/** Throws `StartRefused` on an older Node. @param version as in `process.versions.node`. */
export function assertNode(version: string): void {
  const major = Number(version.split(".")[0]);
  if (!(major >= NODE_OLDEST))
    throw new StartRefused({ code: "main.old-node", kind: "unavailable", values: { version } });
}

async function openInstance(db: Database, config: Config, clock: Clock): Promise<Instance> {
  const known = await readInstance(db);
  const wanted = { at: new Date(clock.now()), region: config.region, production: known?.production ?? false };
  const instance = required(await initialiseInstance(db, wanted));
  if (instance.production && config.clock !== undefined) {
    throw new StartRefused({ code: "main.production-clock", kind: "conflict" });
  }
  return instance;
}

/** Time of receipt never runs backwards: not after a restore, not after a moved clock was moved back. */
async function checkClock(db: Database, clock: Clock): Promise<void> {
  const newest = await db.read(newestReceivedAt);
  const now = clock.now();
  if (newest === null || newest.getTime() <= now) return;
  const values = { now: new Date(now).toISOString(), newest: newest.toISOString() };
  throw new StartRefused({ code: "main.clock-behind", kind: "conflict", values });
}

async function provideAccounts(
  db: Database,
  config: Config,
  now: { policy: PolicySnapshot; at: Date; keys: Keys },
): Promise<void> {
  const [provider, department] = [...now.policy.providers.values()].map(({ uscc, zh }) => ({ uscc, name: zh }));
  const wish = { keys: now.keys, folder: config.dataFolder, at: now.at, provider, department };
  const { file } = required(await provideDemoAccounts(db, wish));
  say(fillSlots(SAYINGS.demoFile, { file }));
}

interface Site {
  readonly config: Config;
  readonly clock: Clock;
  readonly told: (step: string) => void;
}

const nothingToEnd = (): Promise<void> => Promise.resolve();

/** Loads the demo city; on a slow machine the start goes on before it is whole. @returns how to end the loading. */
async function loadDemoCity(
  foundations: Foundations,
  instance: Instance,
  told: Site["told"],
): Promise<() => Promise<void>> {
  const { db, clock, log } = foundations;
  const stopping = new AbortController();
  const day = dayOfInstant(instance.initialisedAt.getTime());
  const policy = foundations.currentPolicy();
  const open = (): DemoDoor => openDemoDoor(foundations, day);
  const demo = runDemo({ db, policy, open, now: () => clock.now(), day, progress: told, signal: stopping.signal });
  await Promise.race([demo, pause(DEMO_WAIT_MS)]);
  demo.catch((error: unknown) => log.error("the demo city met a fault", { error }));
  return async () => {
    stopping.abort();
    await demo.catch(() => undefined);
  };
}

/** What the access log does by the clock, and marks of exports that are past their end. */
function startMinutes({ db, clock, keys, publicUrl, log, policyAt, calendar }: Foundations): EveryMinute {
  const jobs = createAccessJobs({
    db,
    keys,
    policyAt,
    calendar,
    origin: new URL(publicUrl).host,
    onFault: (job, error) => log.error("a job of the access log met a fault", { job, error }),
  });
  const onFault = (error: unknown): void => log.error("the jobs met a fault", { error });
  const forget = createExportJob({ db, keepDays: (day) => policyAt(day).access.exports.keepDays });
  const round = async (): Promise<void> => {
    const now = clock.now();
    await jobs.tick(now);
    await forget(now);
    await recallUsed({ db, clock });
  };
  return everyMinute(round, onFault);
}

interface Assembled {
  readonly app: HttpApp;
  readonly worker: Worker;
  readonly connectors: Connectors;
  readonly minutes: EveryMinute;
  readonly sequencing: Sequencing;
  readonly delivering: Delivering;
  readonly watch: ReleaseWatch;
  /** Null while natural persons are no subjects: then its process does not run, and its key is never made. */
  readonly pseudonyms: Pseudonyms | null;
  readonly endDemo: () => Promise<void>;
}

/**
 * The instance's keys. A folder that was lost makes new ones in silence, and what the old ones sealed could then never be
 * opened again: so the database is asked whether they are its own.
 */
async function openOwnKeys(db: Database, { dataFolder, suite }: Config): Promise<Keys> {
  const keys = await openKeys({ folder: path.join(dataFolder, "keys"), suite });
  const kept = await db.read(async (tx) => [await keptKek(tx), ...(await keptFileKeks(tx))]);
  const missing = kept.find((kek) => kek !== null && !keys.keystore.knows(kek)) ?? null;
  if (missing === null) return keys;
  throw new StartRefused({ code: "main.key-missing", kind: "unavailable", values: { kek: missing } });
}

const PSEUDONYMS_PER_SECOND = 50;
const PSEUDONYM_WAIT_MS = 5000;

function openPseudonyms({ dataFolder, suite, naturalPersons }: Config): Promise<Pseudonyms | null> {
  if (!naturalPersons) return Promise.resolve(null);
  return startPseudonyms({
    keyFile: path.join(dataFolder, "keys", "pseudonym.key"),
    suite: suite === "aes-256-gcm" ? "sha256" : "sm3",
    perSecond: PSEUDONYMS_PER_SECOND,
    waitMs: PSEUDONYM_WAIT_MS,
  });
}

/** What was released, and the policies of today and tomorrow made before anybody asks for them. */
function openWatch(
  { config, clock }: Site,
  held: { readonly db: Database; readonly log: Log; readonly production: boolean },
): Promise<ReleaseWatch> {
  const onFault = (error: unknown): void => held.log.error("what was released could not be read", { error });
  const prepare = (releases: readonly PolicyRelease[]): void => {
    const load = policyOfDay(config, held.production, () => releases);
    load(clock.today());
    load(addDays(clock.today(), 1));
  };
  return watchReleases({ db: held.db, prepare, onFault });
}

async function openOwnIdentity(
  { dataFolder, publicUrl }: Config,
  { production, log }: { readonly production: boolean; readonly log: Log },
): Promise<Identity> {
  const onFault: Parameters<typeof openIdentity>[0]["onFault"] = ({ provider, error }) =>
    log.warn("a sign-in failed between us and its provider", { job: provider, error });
  return required(await openIdentity({ folder: dataFolder, publicUrl, production, onFault }));
}

/** Everything behind the listening socket, in the order in which each part needs the one before. */
async function assemble({ config, clock, told }: Site, store: Store): Promise<Assembled> {
  const { db } = store;
  told(STEPS.instance);
  const instance = await openInstance(db, config, clock);
  await checkClock(db, clock);
  told(STEPS.policy);
  const log = openLog({ clock });
  const watch = await openWatch({ config, clock, told }, { db, log, production: instance.production });
  try {
    return await assembleOver({ config, clock, told }, { db, instance, log, watch });
  } catch (error) {
    // A start that is refused leaves nobody behind who goes on reading.
    await watch.stop();
    throw error;
  }
}

interface Ground {
  readonly db: Database;
  readonly instance: Instance;
  readonly log: Log;
  readonly watch: ReleaseWatch;
}

async function assembleOver({ config, clock, told }: Site, { db, instance, log, watch }: Ground): Promise<Assembled> {
  const policyAt = policyOfDay(config, instance.production, watch.current);
  const currentPolicy = (): PolicySnapshot => policyAt(clock.today());
  const policy = currentPolicy();
  told(STEPS.keys);
  const keys = await openOwnKeys(db, config);
  told(STEPS.accounts);
  if (!instance.production) await provideAccounts(db, config, { policy, keys, at: new Date(clock.now()) });
  const spool = await openSpool({ folder: path.join(config.dataFolder, "spool") });
  told(STEPS.app);
  const { publicUrl, proxies } = config;
  const ports: IngestPorts = {
    db,
    clock,
    keys,
    spool,
    policyAt,
    origin: new URL(publicUrl).host,
    onFault: ({ batch, error }) => log.error("a batch met a fault", { batch, error }),
  };
  const identity = await openOwnIdentity(config, { production: instance.production, log });
  const worker = createWorker(ports);
  const foundations: Foundations = {
    db,
    clock,
    currentPolicy,
    policyAt,
    keys,
    identity,
    spool,
    log,
    metrics: createMetrics(),
    policyFolders: foldersOf(config),
    releases: {
      base: { folders: foldersOf(config), region: config.region, production: instance.production },
      onChange: () => void watch.refresh(),
    },
    publicUrl,
    origins: config.origins,
    proxies,
    calendar: calendarOf(config),
    site: { name: fillSlots(SITE_NAME, { region: policy.regionName }) },
    ingest: { ports, worker },
  };
  const app = createApp(foundations);
  await worker.resume();
  const endDemo = config.demo && !instance.production ? await loadDemoCity(foundations, instance, told) : nothingToEnd;
  const connectors = await openConnectors({ dataFolder: config.dataFolder, ports, worker, log });
  const minutes = startMinutes(foundations);
  const pseudonyms = await openPseudonyms(config);
  const sequencing = startSequencing(db, (error) => log.error("changes could not be carried on", { error }));
  const delivering = startDelivering(foundations, (error) => log.error("news could not be sent", { error }));
  return { app, worker, connectors, minutes, sequencing, delivering, watch, pseudonyms, endDemo };
}

async function openBehind(server: HttpServer, site: Site, ready: (app: HttpApp) => void): Promise<Running> {
  const store = await openStore(site.config, site.told);
  let assembled: Assembled;
  try {
    assembled = await assemble(site, store);
  } catch (error) {
    await store.close();
    throw error;
  }
  ready(assembled.app);
  const stop = async (): Promise<void> => {
    await server.stop(STOP_GRACE_MS);
    await assembled.endDemo();
    await assembled.minutes.stop();
    await assembled.sequencing.stop();
    await assembled.delivering.stop();
    await assembled.watch.stop();
    await assembled.connectors.stop();
    await assembled.pseudonyms?.stop();
    await assembled.worker.stop();
    await store.close();
  };
  return { port: server.port, lost: store.lost, stop };
}

/** Starts everything and resolves when `/healthz` answers 200. Throws `StartRefused` or the system's own error. */
export async function start(config: Config): Promise<Running> {
  const clock = required(openClock(config.clock));
  let step: string = STEPS.folder;
  let app = createStartingApp(() => step);
  const { host, port, publicUrl } = config;
  const server = await listenHttp({ fetch: onOneDay((request, env) => app.fetch(request, env), clock), host, port });
  say(fillSlots(SAYINGS.listening, { url: publicUrl }));
  const told = (next: string): void => {
    step = next;
    say(`  ${next}`);
  };
  try {
    const running = await openBehind(server, { config, clock, told }, (made) => (app = made));
    say(fillSlots(SAYINGS.ready, { url: publicUrl }));
    return running;
  } catch (error) {
    await server.stop(0);
    throw error;
  }
}

/** Resolves at the first SIGTERM or SIGINT, also at one that comes while the platform is still being started. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

async function runUntil(end: Promise<void>, running: Running): Promise<void> {
  const lost = running.lost.catch(() => {
    complain([SAYINGS.databaseLost]);
    process.exitCode = 1;
  });
  await Promise.race([end, lost]);
  say(SAYINGS.stopping);
  await running.stop();
  say(SAYINGS.stopped);
}

async function main(): Promise<void> {
  let config: Config | undefined;
  try {
    assertNode(process.versions.node);
    config = required(readConfig(process.env));
    const end = signalled();
    await runUntil(end, await start(config));
  } catch (error) {
    complain(explainFailure(error, config));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
