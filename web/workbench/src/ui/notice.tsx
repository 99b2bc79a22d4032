import type { ReactNode } from "react";

/** The one kind of notice: urgency is said in words and dates. `live`: read out when it appears. */
export function Notice({
  children,
  live = false,
}: {
  readonly children: ReactNode;
  readonly live?: boolean;
}): ReactNode {
  return (
    <div className="note" role={live ? "status" : undefined}>
      {children}
    </div>
  );
}
