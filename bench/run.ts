// `npm run bench [names…]`: figures as ratios within one run. Without names all are taken.
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { access } from "./figures/access.ts";
import { checks } from "./figures/checks.ts";
import { crowd } from "./figures/crowd.ts";
import { eligibility } from "./figures/eligibility.ts";
import { feed } from "./figures/feed.ts";
import { firstPaint } from "./figures/first-paint.ts";
import { guard } from "./figures/guard.ts";
import { ingestDualPublicity } from "./figures/ingest-dual-publicity.ts";
import { ingestRegistry } from "./figures/ingest-registry.ts";
import { pages } from "./figures/pages.ts";
import { policySwitch } from "./figures/policy-switch.ts";
import { repair } from "./figures/repair.ts";
import { search } from "./figures/search.ts";
import { searchQuality } from "./figures/search-quality.ts";
import { session } from "./figures/session.ts";
import type { Figure, FigureEnd, Rig } from "./rig/figure.ts";
import { describeMachine } from "./rig/machine.ts";
import { tableOf } from "./rig/report.ts";
import type { Result } from "./rig/report.ts";
import { describeServer, openServer } from "./rig/server.ts";
import { benchFolder, readSettings, workFolder } from "./rig/settings.ts";
import type { Settings } from "./rig/settings.ts";

const figures: readonly Figure[] = [
  ingestRegistry,
  search,
  searchQuality,
  ingestDualPublicity,
  pages,
  crowd,
  firstPaint,
  access,
  checks,
  feed,
  eligibility,
  repair,
  guard,
  policySwitch,
  session,
];

function chosen(names: readonly string[]): readonly Figure[] {
  const unknown = names.find((name) => !figures.some((figure) => figure.name === name));
  if (unknown !== undefined)
    throw new RangeError(`no figure ${unknown}: ${figures.map(({ name }) => name).join(", ")}`);
  return names.length === 0 ? figures : figures.filter(({ name }) => names.includes(name));
}

/** A figure that fails is told and does not take the others with it. */
async function take(rig: Rig, figure: Figure): Promise<FigureEnd | string | Error> {
  rig.say(figure.name);
  try {
    return await figure.run(rig);
  } catch (error) {
    process.exitCode = 1;
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function takeAll(rig: Rig, wanted: readonly Figure[]): Promise<readonly Result[]> {
  const facts = { machine: describeMachine(), server: await describeServer(rig.server), scale: rig.settings.scale };
  const results: Result[] = [];
  for (const { name, run } of wanted) {
    const end = await take(rig, { name, run });
    if (typeof end === "string") rig.say(`  skipped: ${end}`);
    else if (end instanceof Error) rig.say(`  failed: ${end.stack ?? end.message}`);
    else results.push({ name, date: new Date().toISOString(), ...facts, ...end });
  }
  return results;
}

/** Figures that were not taken this time stay as they were. */
async function keep(settings: Settings, results: readonly Result[]): Promise<string> {
  const file = path.join(benchFolder, settings.embedded ? "results-embedded.json" : "results.json");
  const before = await readFile(file, "utf8").then(
    (text) => (JSON.parse(text) as { figures: Result[] }).figures,
    () => [],
  );
  const after = [...before.filter(({ name }) => !results.some((result) => result.name === name)), ...results];
  const order = (result: Result): number => figures.findIndex(({ name }) => name === result.name);
  await writeFile(file, `${JSON.stringify({ figures: after.toSorted((a, b) => order(a) - order(b)) }, null, 2)}\n`);
  return file;
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const wanted = chosen(process.argv.slice(2));
  const server = await openServer(settings);
  const rig: Rig = { settings, server, register: null, say: (text) => console.log(text) };
  let results: readonly Result[];
  try {
    results = await takeAll(rig, wanted);
  } finally {
    await server.stop();
  }
  await rm(workFolder, { recursive: true, force: true });
  console.log(`\n${tableOf(results)}\n\n${await keep(settings, results)}`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
await main();
