import type { ReactNode } from "react";
import type { Resource } from "../client/resource.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Loading } from "../ui/loading.tsx";
import { Pages } from "../ui/saved-filters.tsx";

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

interface ListingProps<T> {
  readonly resource: Resource<Page<T>>;
  /** What is said where there is nothing: where was looked, and the next step. */
  readonly empty: {
    readonly title: string;
    readonly scope?: string;
    readonly next?: { readonly href: string; readonly word: string };
  };
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A page of a list that is read: being opened, refused, empty, or there. */
export function Listing<T>({ resource, empty, children }: ListingProps<T>): ReactNode {
  const { value, problem, loading, reload } = resource;
  if (problem !== null) return <ErrorState problem={problem} again={reload} />;
  if (value === null) return loading ? <Loading /> : null;
  const { items, next = null } = value;
  return (
    <>
      {items.length === 0 ? <EmptyState {...empty} /> : children(items)}
      <Pages next={next} />
    </>
  );
}
