import { describe, expect, test } from "vitest";
import type { Day } from "../../kernel/day.ts";
import { readTabular } from "../../platform/tabular/read-tabular.ts";
import { loadPolicy } from "../../policy/load.ts";
import type { PolicySnapshot } from "../../policy/snapshot.ts";
import { bindLayout, isHead } from "../../records/ingest/rules/layout.ts";
import { compileRow } from "../../records/ingest/rules/row.ts";
import { fileLimits } from "../../records/ingest/service/file.ts";
import type { DemoFile } from "./demo-file.ts";
import { demoFiles } from "./files.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const today = "2026-09-09" as Day;

function snapshot(): PolicySnapshot {
  const load = loadPolicy({ folders: [folder], region: "990100", day: today });
  if (!load.ok) throw new Error(JSON.stringify(load.faults.slice(0, 3)));
  return load.snapshot;
}

async function bytesOf(file: DemoFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of file.bytes()) parts.push(part);
  return Buffer.concat(parts);
}

/** Every row's fate by itself, before the record is asked. */
async function judge(
  file: DemoFile,
  policy: PolicySnapshot,
): Promise<{ rows: number; skipped: number; faults: string[] }> {
  const entry = policy.entries.get(file.entry);
  if (entry === undefined) throw new Error(file.entry);
  const mapping = policy.mappings.get(file.mapping) ?? null;
  const bytes = await bytesOf(file);
  const inMemory = {
    size: bytes.length,
    read: (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
  const found = { rows: 0, skipped: 0, faults: [] as string[] };
  let row: ReturnType<typeof compileRow> | undefined;
  for await (const events of readTabular(inMemory, {
    limits: fileLimits,
    isHeader: (cells) => isHead(entry, mapping, cells),
  })) {
    for (const event of events) {
      if (event.kind === "header") {
        const layout = bindLayout(entry, mapping, {
          heads: event.header.heads,
          forbidden: policy.forbidden,
          notStated: policy.words.notStated,
          scoreHeads: policy.words.scoreHeads,
        });
        if (!layout.ok) throw new Error(`${file.title}: ${JSON.stringify(layout.refusal)}`);
        expect(layout.value.unknownHeads, file.title).toEqual([]);
        const { words, publicity, forbidden } = policy;
        const law = {
          forbidden,
          publicity,
          proposed: words.proposedDecision,
          templateRow: words.templateRow,
          heldColumns: words.heldColumns,
          heldQuiet: words.heldQuiet,
          naturalPerson: words.naturalPerson,
        };
        row = compileRow(layout.value, { day: today, provider: file.provider }, law);
        found.skipped += event.header.above?.length ?? 0;
        continue;
      }
      found.rows += 1;
      const judged = row?.(event.row.cells);
      if (judged?.kind === "skipped") found.skipped += 1;
      if (judged?.kind === "rejected")
        found.faults.push(
          ...judged.issues.map((one) => `${event.row.line} ${one.code} ${one.field ?? ""} ${one.value ?? ""}`),
        );
      if (judged?.kind === "candidate")
        found.faults.push(...judged.questions.map((one) => `${event.row.line} ${one.code} ${one.field ?? ""}`));
    }
  }
  return found;
}

describe("each department's files", () => {
  test("bind to the catalogue, and every row stands by itself but the awkward ones and those with a slip", async () => {
    const policy = snapshot();
    const files = [...demoFiles({ today, seed: "demo", scale: 0.01, providers: [...policy.providers.values()] })];
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const { faults, skipped } = await judge(file, policy);
      expect(skipped, file.title).toBe(file.fates.skipped);
      const { quarantined, rejected } = file.fates;
      const slips = file.title.includes("按期") ? quarantined + rejected : 0;
      // What only the record knows, such as another name, is no fault of a row by itself.
      if (!file.title.includes("疑难"))
        expect(faults.length, `${file.title} ${faults.join()}`).toBeLessThanOrEqual(slips);
    }
  });
});
