import type { ReactNode } from "react";
import { partsText } from "./text.ts";

export interface KeyHint {
  readonly keys: string;
  readonly does: string;
}

/** The keys of a page, printed where they work. */
export function KeyHints({ hints }: { readonly hints: readonly KeyHint[] }): ReactNode {
  return (
    <p className="keys" aria-label={partsText.keys} role="note">
      {hints.map(({ keys, does }) => (
        <span key={keys}>
          <kbd>{keys}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
