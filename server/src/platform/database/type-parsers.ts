import pg from "pg";

const oidInt8 = 20;
const oidInt8Array = 1016;
const oidDate = 1082;
const oidDateArray = 1182;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 outside the safe range: ${text}`);
  return value;
}

function listOf<T>(parse: (text: string) => T): (text: string) => readonly (T | null)[] {
  return (text) =>
    text === "{}"
      ? []
      : text
          .slice(1, -1)
          .split(",")
          .map((item) => (item === "NULL" ? null : parse(item)));
}

const ours: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [oidInt8, safeInteger],
  [oidInt8Array, listOf(safeInteger)],
  // A legal day has no hour and no zone: a Date would move it.
  [oidDate, (text) => text],
  [oidDateArray, listOf((text) => text)],
]);

/** How values of the server become ours; what is not named here follows `pg` (bytea Buffer, numeric string). */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): ((text: string) => unknown) => {
    const own = format === "binary" ? undefined : ours.get(oid);
    return own ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown);
  },
};
