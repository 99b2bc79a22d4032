// One's own file, line by line: where each record came from stands in it. Pure.

/** Where a record came from, and what was committed to when it came. */
export interface Provenance {
  readonly batch: string;
  readonly row: number;
  readonly version: number;
  readonly replaces: string | null;
  readonly receivedAt: string;
  readonly policyHash: string;
  readonly commitment: string;
}

function lineOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const read = JSON.parse(line) as unknown;
    return typeof read === "object" && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function isProvenance(value: unknown): value is Provenance {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof Provenance, unknown>>;
  return typeof one.batch === "string" && typeof one.row === "number" && typeof one.commitment === "string";
}

/** Provenance of every record of the file, by its id. */
export function provenancesOf(file: string): ReadonlyMap<string, Provenance> {
  const found = new Map<string, Provenance>();
  for (const line of file.split("\n")) {
    const { kind, id, provenance } = lineOf(line);
    if (kind === "record" && typeof id === "string" && isProvenance(provenance)) found.set(id, provenance);
  }
  return found;
}
