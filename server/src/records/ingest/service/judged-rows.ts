import type { Batch } from "../rules/batch.ts";
import { sourceOf, spoolKey } from "./file.ts";
import { judgeFile } from "./judge-file.ts";
import type { FileTask, JudgedRow } from "./judge-file.ts";
import type { IngestPorts } from "./ports.ts";
import { judgeAside } from "./judge-aside.ts";

/** From this size on a file is worth a thread, whose start costs some tenths of a second of processor time. */
const threadBytesMin = 1024 * 1024;

/** The rows of a batch's upload, judged: those of a large file in a thread of its own, so that two cores work. */
export async function* judgedRows(ports: IngestPorts, batch: Batch, task: FileTask): AsyncGenerator<JudgedRow[]> {
  const key = spoolKey(ports, batch);
  const bytes = (): AsyncIterable<Buffer> => ports.spool.read(batch.batch, key);
  const isLarge = (await ports.spool.size(batch.batch, key)) >= threadBytesMin;
  const { format } = batch;
  yield* isLarge ? judgeAside(bytes(), { format, task }) : judgeFile(await sourceOf(format, bytes), task);
}
