// The register of half a million real enterprises, from the file to the public record.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { registerCsv } from "../generated.ts";
import type { Figure, LoadedRegister, Rig } from "../rig/figure.ts";
import { loadOnce, measureIngest } from "../rig/ingest.ts";
import type { IngestJob } from "../rig/ingest.ts";
import { registrySample } from "../rig/settings.ts";

/** Rows of the sample, without its head. */
const sampleRows = 497_110;
const generatedRows = 500_000;
const lineEnd = 0x0a;

function headOf(bytes: Buffer, lines: number): Buffer {
  let at = -1;
  for (let line = 0; line < lines; line += 1) {
    at = bytes.indexOf(lineEnd, at + 1);
    if (at === -1) return bytes;
  }
  return bytes.subarray(0, at + 1);
}

const partBytes = 1 << 16;

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
}

/** Held in memory: unpacking is not part of what is measured, and no row of it may be written down here. */
async function sampleJob(scale: number): Promise<IngestJob> {
  const bytes = headOf(gunzipSync(await readFile(registrySample)), 1 + Math.round(sampleRows * scale));
  return {
    name: "registry",
    files: [{ entry: "registration", mapping: "registry-slim", open: () => Readable.from(partsOf(bytes)) }],
  };
}

function generatedJob(scale: number): IngestJob {
  const rows = Math.round(generatedRows * scale);
  return {
    name: "register",
    files: [{ entry: "registration", mapping: "registry-slim", open: () => Readable.from(registerCsv(rows)) }],
  };
}

/** The register that `search` looks into: what the figure left, else loaded once. */
export async function loadedRegister(rig: Rig): Promise<LoadedRegister> {
  if (rig.register !== null) return rig.register;
  const origin = existsSync(registrySample) ? "sample" : "generated";
  const job = origin === "sample" ? await sampleJob(rig.settings.scale) : generatedJob(rig.settings.scale);
  rig.register = { ...(await loadOnce(rig, job)), origin };
  return rig.register;
}

export const ingestRegistry: Figure = {
  name: "ingest-registry",
  run: async (rig) => {
    if (!existsSync(registrySample)) return `no ${registrySample}`;
    const job = await sampleJob(rig.settings.scale);
    return measureIngest(rig, { ...job, keep: (loaded) => (rig.register = { ...loaded, origin: "sample" }) });
  },
};
