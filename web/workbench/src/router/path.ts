// Addresses of rooms: reading and writing them. Pure.

/** Where the workbench stands on the server. */
export const BASE = "/workbench";

export type Slots = Readonly<Record<string, string>>;

/** The slots of a path that fits a pattern such as `/batches/:batch`; null where it does not fit. */
export function matchPath(pattern: string, path: string): Slots | null {
  const [wanted, given] = [pattern, path].map((text) => text.split("/").filter((part) => part !== ""));
  if (wanted === undefined || given === undefined || wanted.length !== given.length) return null;
  const slots: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const found = decoded(given[at] ?? "");
    if (found === null) return null;
    if (part.startsWith(":")) slots[part.slice(1)] = found;
    else if (part !== found) return null;
  }
  return slots;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export type Query = Readonly<Record<string, string>>;

/** Reads a query string; of a name that stands twice the last counts, an empty value is none. */
export function readQuery(search: string): Query {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ""));
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is there: a query names no filter that is not set. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** Writes path and query; names in order, so that one state has one address. */
export function hrefOf(path: string, query: Readonly<Record<string, string | null | undefined>> = {}): string {
  const pairs = Object.entries(query)
    .flatMap(([name, value]) => (value === null || value === undefined || value === "" ? [] : [[name, value]]))
    .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  const search = new URLSearchParams(pairs).toString();
  return `${BASE}${path === "/" ? "" : path}${search === "" ? "" : `?${search}`}`;
}

/** The path below `BASE` of a browser's path; `/` where it is `BASE` itself. */
export function pathBelow(pathname: string): string {
  const below = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
  return below === "" ? "/" : below;
}
