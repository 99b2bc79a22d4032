import type { ReactNode } from "react";
import { Link } from "../router/link.tsx";
import { Icon } from "./icon.tsx";

interface EmptyStateProps {
  readonly title: string;
  /** Where was looked: nothing found is no statement without it. */
  readonly scope?: string | undefined;
  /** The one next step. */
  readonly next?: { readonly href: string; readonly word: string } | undefined;
}

export function EmptyState({ title, scope, next }: EmptyStateProps): ReactNode {
  return (
    <div className="empty">
      <p>
        <Icon name="hollow" />
        {title}
      </p>
      {scope === undefined ? null : <p className="meta">{scope}</p>}
      {next === undefined ? null : (
        <p>
          <Link href={next.href}>{next.word}</Link>
        </p>
      )}
    </div>
  );
}
