import type { ReactNode } from "react";

/** Pairs of a label and what it says. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, fact: ReactNode])[];
}): ReactNode {
  return (
    <dl className="pairs">
      {facts.map(([label, fact]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
