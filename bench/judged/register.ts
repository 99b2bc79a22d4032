// The real register that judged queries are drawn from: read where it lies, held in memory, written down nowhere.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { foldName } from "../../server/src/kernel/fold.ts";
import { isUscc } from "../../server/src/kernel/uscc.ts";
import type { Uscc } from "../../server/src/kernel/uscc.ts";
import { readTabular } from "../../server/src/platform/tabular/read-tabular.ts";
import { bufferAccess } from "../../server/src/platform/tabular/source.ts";
import { registrySample, repository } from "../rig/settings.ts";
import { AREA_ENDS, LOOKUP_HEADS, READ_MORE } from "./text.ts";

export interface RealSubject {
  readonly code: Uscc;
  readonly name: string;
  readonly former: string | null;
}

/** A row of the look-up: the name as a department handed it in, and the subject it was found to be. */
export interface HandedIn extends RealSubject {
  readonly given: string;
}

export interface RealRegister {
  readonly subjects: readonly RealSubject[];
  readonly handedIn: readonly HandedIn[];
  readonly shortNames: ReadonlySet<string>;
  /** Names of provinces, cities and districts, whole and without what they end in. */
  readonly areas: ReadonlySet<string>;
}

const folder = path.join(repository, "../shared/data");
const files = {
  registry: registrySample,
  lookup: path.join(folder, "penalties/enterprise-lookup-by-old-code.xlsx"),
  shortNames: path.join(folder, "names/company-short-names.txt.gz"),
  provinces: path.join(folder, "reference/division-provinces.csv"),
  cities: path.join(folder, "reference/division-cities.csv"),
  areas: path.join(folder, "reference/division-areas.csv"),
} as const;

/** The first file that is not there; null when all are. */
export function absentFile(): string | null {
  return Object.values(files).find((file) => !existsSync(file)) ?? null;
}

/** Reads every subject of the look-up, and of the registry as many as fill up to `most`, evenly over the file. */
export async function readRegister(most: number): Promise<RealRegister> {
  const handedIn = await readLookup();
  const subjects = new Map<string, RealSubject>(handedIn.map((row) => [row.code, row]));
  const lines = (await unpacked(files.registry)).slice(1);
  const step = Math.max(1, lines.length / Math.max(1, most - subjects.size));
  for (let at = 0; at < lines.length; at += step) {
    const [name = "", code = ""] = (lines[Math.floor(at)] ?? "").split(",");
    if (isUscc(code) && !subjects.has(code)) subjects.set(code, { code, name, former: null });
  }
  const shortNames = new Set((await unpacked(files.shortNames)).map(foldName));
  return { subjects: [...subjects.values()], handedIn, shortNames, areas: await readAreas() };
}

async function unpacked(file: string): Promise<readonly string[]> {
  return gunzipSync(await readFile(file))
    .toString("utf8")
    .split(/\r?\n/)
    .filter(Boolean);
}

const limits = {
  bytesMax: 1 << 26,
  rowsMax: 100_000,
  columnsMax: 64,
  cellMax: 100_000,
  ratioMax: 100,
  sheetsMax: 4,
} as const;

async function readLookup(): Promise<readonly HandedIn[]> {
  const found: HandedIn[] = [];
  let heads: readonly string[] = [];
  for await (const batch of readTabular(bufferAccess(await readFile(files.lookup)), { limits })) {
    for (const event of batch) {
      if (event.kind === "header") heads = event.header.heads;
      else found.push(...handedInOf((head) => event.row.cells[heads.indexOf(head)] ?? ""));
    }
  }
  return found;
}

function handedInOf(cell: (head: string) => string): readonly HandedIn[] {
  const code = cell(LOOKUP_HEADS.code);
  const former = cell(LOOKUP_HEADS.former).replace(READ_MORE, "").trim();
  if (!isUscc(code)) return [];
  const isFormer = former.length > 1 && foldName(former) !== foldName(cell(LOOKUP_HEADS.name));
  return [{ code, name: cell(LOOKUP_HEADS.name), former: isFormer ? former : null, given: cell(LOOKUP_HEADS.given) }];
}

async function readAreas(): Promise<ReadonlySet<string>> {
  const texts = await Promise.all([files.provinces, files.cities, files.areas].map((file) => readFile(file, "utf8")));
  const whole = texts.flatMap((text) => text.split(/\r?\n/).slice(1)).map((line) => line.split(",")[1] ?? "");
  const named = whole.map((name) => name.replaceAll('"', "")).filter((name) => name.length > 1);
  return new Set([...named, ...named.map(bareArea)].filter((name) => name.length > 1));
}

/** An area as people say it; the whole name where nothing would be left. */
export function bareArea(area: string): string {
  const bare = area.replace(AREA_ENDS, "");
  return bare.length > 1 ? bare : area;
}
