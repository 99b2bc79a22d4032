import type { ReactNode } from "react";
import { codeGroups } from "./code-list.ts";

/** A code set as 2·6·9·1 with margins, not spaces: it copies whole. */
export function Code({ code }: { readonly code: string }): ReactNode {
  return (
    <code className="uscc">
      {codeGroups(code).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </code>
  );
}
