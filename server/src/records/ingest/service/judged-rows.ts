import type { Batch } from "../rules/batch.ts";
import { openFile } from "./file.ts";
import { judgeFile } from "./judge-file.ts";
import type { FileTask, JudgedRow } from "./judge-file.ts";
import type { IngestPorts } from "./ports.ts";

/** The rows of a batch's upload, judged. */
export async function judgedRows(
  ports: IngestPorts,
  batch: Batch,
  task: FileTask,
): Promise<AsyncGenerator<JudgedRow[]>> {
  return judgeFile(await openFile(ports, batch), task);
}
