// The two streams: one JSON document on stdout, words for people on stderr.
import { fill } from "./fill.ts";

/** What a command has of the machine around it; tests bring their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the stream can take more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly wall: () => number;
}

/** C0 and C1 controls and bidirectional overrides: a cell of a file must not steer the reader's terminal. */
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Writes the command's one document. */
export async function answer(terminal: Terminal, document: unknown): Promise<void> {
  await terminal.out(`${JSON.stringify(document)}\n`);
}

/** Says a line to the person. */
export function tell(terminal: Terminal, text: string, values: Readonly<Record<string, string | number>> = {}): void {
  terminal.err(`${fill(text, values).replaceAll(steering, "")}\n`);
}

/** East Asian wide characters take two columns. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** Tells a table, columns aligned by width on the screen; the last column runs free. */
export function tellTable(terminal: Terminal, rows: readonly (readonly string[])[]): void {
  const plain = rows.map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, " ").replaceAll(steering, "")));
  const widths = (plain[0] ?? []).map((_, at) => Math.max(...plain.map((cells) => widthOf(cells[at] ?? ""))));
  for (const cells of plain) {
    const line = cells.map((cell, at) =>
      at === cells.length - 1 ? cell : cell + " ".repeat((widths[at] ?? 0) - widthOf(cell)),
    );
    terminal.err(`  ${line.join("  ")}\n`);
  }
}
