// Loads the demo city: each file through the ingest, then what each department declares to be complete.
import { addDays, addMonths } from "../../kernel/day.ts";
import type { Day } from "../../kernel/day.ts";
import type { DemoFile } from "./demo-file.ts";
import { DEPARTMENTS } from "./departments.ts";
import { LOAD_SAYINGS } from "./text.ts";
import { firstDay } from "./town.ts";
import { NIL } from "./weekly.ts";
import { officeInstant } from "./window.ts";

/** What became of a file, as the ingest counts. */
export interface Submitted {
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly rejected: number;
}

/** What became of a file, or why it was refused. */
export type Fate = Submitted | { readonly refusal: string };

/** A declaration of completeness; `nilFrom` when there was nothing to send since that day. */
export interface DemoDeclaration {
  readonly provider: string;
  readonly entry: string;
  readonly through: Day;
  readonly nilFrom: Day | null;
  /** When it is declared, Unix milliseconds; null for the present. */
  readonly at: number | null;
}

export interface LoadWish {
  /** In the order in which they come: no file before one that is earlier. */
  readonly files: Iterable<DemoFile>;
  /** Departments that send, with the entries that each may send. */
  readonly providers: readonly { readonly uscc: string; readonly entries: readonly string[] }[];
  /**
   * Sends a file as its department and waits for the batch's end. The same bytes again must answer with the first
   * batch, as the ingest does; then a load that was cut off may simply begin anew. Null when the file was refused.
   */
  readonly submit: (file: DemoFile) => Promise<Fate>;
  /** Declares, unless the department has declared more since. */
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
/** Files under way at a time, where none depends on another: the ingest works two off while two more come in. */
const AT_ONCE = 4;
const NIL_MINUTE = 30;

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
      return [{ provider: uscc, entry, through, nilFrom: sent.has(key) ? null : firstDay(wish.today), at: null }];
    }),
  );
}

/** 零报告 of the last whole month, by the one department that had nothing to send then; made on the first of the next. */
export function nilReturns(wish: Pick<LoadWish, "providers" | "today">): readonly DemoDeclaration[] {
  const provider = DEPARTMENTS[NIL.id]?.uscc;
  const isThere = wish.providers.some(({ uscc, entries }) => uscc === provider && entries.includes(NIL.entry));
  if (provider === undefined || !isThere) return [];
  const thisMonth = `${wish.today.slice(0, 7)}-01` as Day;
  const [nilFrom, through] = [addMonths(thisMonth, -1), addDays(thisMonth, -1)];
  return [{ provider, entry: NIL.entry, through, nilFrom, at: officeInstant(thisMonth, NIL_MINUTE) }];
}

/** Files that may be under way together; one that may not stands alone. */
function* stretches(files: readonly DemoFile[]): Generator<readonly DemoFile[]> {
  let stretch: DemoFile[] = [];
  for (const file of files) {
    if (!file.isAlone) {
      stretch.push(file);
      continue;
    }
    yield stretch;
    yield [file];
    stretch = [];
  }
  yield stretch;
}

const NOTHING: Submitted = { received: 0, accepted: 0, quarantined: 0, rejected: 0 };

function add(one: Submitted, other: Submitted): Submitted {
  return {
    received: one.received + other.received,
    accepted: one.accepted + other.accepted,
    quarantined: one.quarantined + other.quarantined,
    rejected: one.rejected + other.rejected,
  };
}

/** Says a line a file, and for weekly files one a month, when its last is in. */
function teller(all: readonly DemoFile[], say: LoadWish["progress"]): (file: DemoFile, fate: Fate) => void {
  const total = all.reduce((sum, file) => sum + file.rows, 0);
  const months = new Map<string, { left: number; files: number; sum: Submitted }>();
  for (const { month } of all) {
    if (month === null) continue;
    const files = (months.get(month)?.files ?? 0) + 1;
    months.set(month, { left: files, files, sum: NOTHING });
  }
  let rows = 0;
  return (file, fate) => {
    rows += file.rows;
    const percent = Math.floor((rows * 100) / Math.max(1, total));
    const { title } = file;
    if ("refusal" in fate) say(fill(LOAD_SAYINGS.refused, { percent, title, reason: fate.refusal }));
    const month = file.month === null ? undefined : months.get(file.month);
    if (month === undefined) {
      if (!("refusal" in fate)) say(fill(LOAD_SAYINGS.file, { percent, title, ...fate }));
      return;
    }
    month.left -= 1;
    month.sum = add(month.sum, "refusal" in fate ? NOTHING : fate);
    if (month.left > 0) return;
    say(fill(LOAD_SAYINGS.month, { percent, month: file.month ?? "", files: month.files, ...month.sum }));
  };
}

/** Sends every file in order and then declares. Repeatable: what was sent before changes nothing. */
export async function loadDemo(wish: LoadWish): Promise<{ readonly files: number; readonly refused: number }> {
  const files = [...wish.files];
  const tell = teller(files, wish.progress);
  const sent = new Set<string>();
  let refused = 0;
  const isStopped = (): boolean => wish.signal?.aborted === true;
  async function sendOne(file: DemoFile): Promise<void> {
    if (isStopped()) return;
    const fate = await wish.submit(file);
    if ("refusal" in fate) refused += 1;
    else sent.add(`${file.provider} ${file.entry}`);
    tell(file, fate);
  }
  async function sendAll(some: readonly DemoFile[]): Promise<void> {
    for (const stretch of stretches(some)) {
      const waiting = stretch.values();
      const lane = async (): Promise<void> => {
        for (const file of waiting) await sendOne(file);
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, stretch.length) }, lane));
    }
  }
  async function declareAll(declarations: readonly DemoDeclaration[]): Promise<void> {
    for (const declaration of declarations) if (!isStopped()) await wish.declare(declaration);
  }
  let from = 0;
  for (const nil of nilReturns(wish)) {
    const until = files.findIndex(({ at }) => (at ?? Infinity) > (nil.at ?? Infinity));
    await sendAll(files.slice(from, until));
    await declareAll([nil]);
    from = until;
  }
  await sendAll(files.slice(from));
  if (isStopped()) return { files: sent.size, refused };
  const declarations = declarationsFor(wish, sent);
  await declareAll(declarations);
  wish.progress(fill(LOAD_SAYINGS.declared, { count: declarations.length }));
  return { files: files.length, refused };
}
