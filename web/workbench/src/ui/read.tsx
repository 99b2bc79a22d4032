import type { ReactNode } from "react";
import type { Resource } from "../client/resource.ts";
import { ErrorState } from "./error-state.tsx";
import { Loading } from "./loading.tsx";

interface ReadProps<T> {
  readonly of: Resource<T>;
  readonly children: (value: T) => ReactNode;
}

/** Something that is read: on its way, refused, or here. What was read before stays while it is read anew. */
export function Read<T>({ of, children }: ReadProps<T>): ReactNode {
  if (of.problem !== null) return <ErrorState problem={of.problem} again={of.reload} />;
  if (of.value !== null) return children(of.value);
  return of.loading ? <Loading /> : null;
}

/** A refusal, where there is one. */
export function Refused({ problem }: { readonly problem: Resource<unknown>["problem"] }): ReactNode {
  return problem === null ? null : <ErrorState problem={problem} />;
}

/** A part of a page that stands there only under a condition. */
export function When({ is, children }: { readonly is: boolean; readonly children: ReactNode }): ReactNode {
  return is ? children : null;
}
