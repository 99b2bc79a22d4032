// The browser's address as state: every state of a room can be linked to, and the back button works.
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { hrefOf, pathBelow, readQuery } from "./path.ts";
import type { Query } from "./path.ts";

const MOVED = "workbench-moved";

function subscribe(told: () => void): () => void {
  addEventListener("popstate", told);
  addEventListener(MOVED, told);
  return () => {
    removeEventListener("popstate", told);
    removeEventListener(MOVED, told);
  };
}

const here = (): string => location.pathname + location.search;

/** Goes to an address of the workbench without loading the page anew. */
export function navigate(href: string, how: "push" | "replace" = "push"): void {
  if (href === here()) return;
  if (how === "push") history.pushState(null, "", href);
  else history.replaceState(null, "", href);
  dispatchEvent(new Event(MOVED));
}

export interface Address {
  /** Below the workbench, beginning with a slash. */
  readonly path: string;
  readonly query: Query;
  /** Path and query as the browser has them, to come back to. */
  readonly href: string;
}

export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, here);
  return useMemo(() => {
    const { pathname, search } = new URL(href, location.origin);
    return { path: pathBelow(pathname), query: readQuery(search), href };
  }, [href]);
}

/** Filters that stand in the address. Setting one goes back to the first page of a list. */
export function useFilters(): readonly [Query, (change: Readonly<Record<string, string | null>>) => void] {
  const { path, query } = useAddress();
  const set = useCallback(
    (change: Readonly<Record<string, string | null>>) =>
      navigate(hrefOf(path, { ...query, cursor: null, ...change }), "replace"),
    [path, query],
  );
  return [query, set];
}
