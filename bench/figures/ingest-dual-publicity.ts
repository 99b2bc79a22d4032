// Half a million generated permits and penalties of 20,000 subjects, as one department sends them.
import { createReadStream } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { dualPublicityCsv } from "../generated.ts";
import type { DualWish } from "../generated.ts";
import type { Figure } from "../rig/figure.ts";
import { measureIngest } from "../rig/ingest.ts";
import type { Sending } from "../rig/send.ts";
import { workFolder } from "../rig/settings.ts";

const rows = 500_000;
const subjects = 20_000;
const folder = path.join(workFolder, "files");

/** Writes a generated file and answers with how to send it. */
export async function fileOf(wish: DualWish): Promise<Sending> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${wish.entry}-${wish.rows}.csv`);
  await writeFile(file, dualPublicityCsv(wish));
  return { entry: wish.entry, mapping: "", open: () => createReadStream(file) };
}

export async function forgetFiles(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export const ingestDualPublicity: Figure = {
  name: "ingest-dual-publicity",
  run: async (rig) => {
    const each = Math.round((rows * rig.settings.scale) / 2);
    const among = Math.max(100, Math.round(subjects * rig.settings.scale));
    const files = [
      await fileOf({ entry: "permit", rows: each, subjects: among, seed: 7 }),
      await fileOf({ entry: "penalty", rows: each, subjects: among, seed: 8 }),
    ];
    try {
      return await measureIngest(rig, { name: "dual-publicity", files });
    } finally {
      await forgetFiles();
    }
  },
};
