// Loads the demo city: each file through the ingest, then what each department declares to be complete.
import { addDays } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { DemoFile } from "./demo-file.ts";
import { DEPARTMENTS } from "./departments.ts";
import { LOAD_SAYINGS } from "./text.ts";
import { firstDay } from "./town.ts";

/** What became of a file, as the ingest counts. */
export interface Submitted {
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly rejected: number;
}

/** A declaration of completeness; `nilFrom` when there was nothing to send since that day. */
export interface DemoDeclaration {
  readonly provider: string;
  readonly entry: string;
  readonly through: Day;
  readonly nilFrom: Day | null;
}

export interface LoadWish {
  readonly files: Iterable<DemoFile>;
  /** Departments that send, with the entries that each may send. */
  readonly providers: readonly { readonly uscc: string; readonly entries: readonly string[] }[];
  /**
   * Sends a file as its department and waits for the batch's end. The same bytes again must answer with the first
   * batch, as the ingest does; then a load that was cut off may simply begin anew. Null when the file was refused.
   */
  readonly submit: (file: DemoFile) => Promise<Submitted | { readonly refusal: string }>;
  readonly declare: (declaration: DemoDeclaration) => Promise<void>;
  /** One line for a person. */
  readonly progress: (line: string) => void;
  readonly today: Day;
  /** Stops between two files. */
  readonly signal?: AbortSignal;
}

/** Whoever has not reported for a while, and whoever has never said that it was complete. */
const LATE = `${DEPARTMENTS["urban"]?.uscc ?? ""} penalty`;
const SILENT = `${DEPARTMENTS["insurance"]?.uscc ?? ""} penalty`;
const LATE_DAYS = 45;
/** Files under way at a time, once the order no longer matters. */
const AT_ONCE = 2;

/** Rows that are meant not to become records may refer to files before theirs. */
function hasAwkward(file: DemoFile): boolean {
  const { duplicates, quarantined, rejected } = file.fates;
  return duplicates + quarantined + rejected > 0;
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Most are complete through yesterday, one is late, one silent; who sent nothing declares that there was nothing. */
export function declarationsFor(
  wish: Pick<LoadWish, "providers" | "today">,
  sent: ReadonlySet<string>,
): readonly DemoDeclaration[] {
  const yesterday = addDays(wish.today, -1);
  return wish.providers.flatMap(({ uscc, entries }) =>
    entries.flatMap((entry): DemoDeclaration[] => {
      const key = `${uscc} ${entry}`;
      if (key === SILENT) return [];
      const through = key === LATE ? addDays(wish.today, -LATE_DAYS) : yesterday;
      return [{ provider: uscc, entry, through, nilFrom: sent.has(key) ? null : firstDay(wish.today) }];
    }),
  );
}

/** Sends every file in order and then declares. Repeatable: what was sent before changes nothing. */
export async function loadDemo(wish: LoadWish): Promise<{ readonly files: number; readonly refused: number }> {
  const files = [...wish.files];
  const total = files.reduce((sum, file) => sum + file.rows, 0);
  const sent = new Set<string>();
  let rows = 0;
  let refused = 0;
  const isStopped = (): boolean => wish.signal?.aborted === true;
  async function sendOne(file: DemoFile): Promise<void> {
    if (isStopped()) return;
    const submitted = await wish.submit(file);
    rows += file.rows;
    const percent = Math.floor((rows * 100) / Math.max(1, total));
    if ("refusal" in submitted) {
      refused += 1;
      wish.progress(fill(LOAD_SAYINGS.refused, { percent, title: file.title, reason: submitted.refusal }));
      return;
    }
    sent.add(`${file.provider} ${file.entry}`);
    wish.progress(fill(LOAD_SAYINGS.file, { percent, title: file.title, ...submitted }));
  }
  // What depends on what came before goes in order; of the rest one file is read while another is written.
  const inOrder = files.findLastIndex((file) => file.entry === "registration" || hasAwkward(file)) + 1;
  for (const file of files.slice(0, inOrder)) await sendOne(file);
  const waiting = files.slice(inOrder).values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const file of waiting) await sendOne(file);
    }),
  );
  if (isStopped()) return { files: sent.size, refused };
  const declarations = declarationsFor(wish, sent);
  for (const declaration of declarations) await wish.declare(declaration);
  wish.progress(fill(LOAD_SAYINGS.declared, { count: declarations.length }));
  return { files: files.length, refused };
}
