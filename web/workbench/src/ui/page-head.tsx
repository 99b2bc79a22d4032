import type { ReactNode } from "react";
import { Link } from "../router/link.tsx";
import { partsText } from "./text.ts";

interface PageHeadProps {
  readonly title: string;
  /** The way here, without this page. */
  readonly crumbs?: readonly { readonly href: string; readonly word: string }[];
  /** Facts below the title, each by itself. */
  readonly meta?: readonly ReactNode[];
  /** Buttons; the main one last. */
  readonly acts?: ReactNode;
}

export function PageHead({ title, crumbs = [], meta = [], acts }: PageHeadProps): ReactNode {
  return (
    <header className="page-head">
      <div>
        {crumbs.length === 0 ? null : (
          <nav className="crumbs" aria-label={partsText.crumbs}>
            {crumbs.map(({ href, word }) => (
              <Link key={href} href={href}>
                {word}
              </Link>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {meta.length === 0 ? null : (
          <p className="facts">
            {meta.map((fact, at) => (
              <span key={at}>{fact}</span>
            ))}
          </p>
        )}
      </div>
      {acts === undefined ? null : <div className="acts">{acts}</div>}
    </header>
  );
}

/** A chapter of the ledger: its heading, what it covers, and the matter. */
export function Chapter({
  title,
  scope,
  children,
}: {
  readonly title: string;
  readonly scope?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="chapter">
      <header>
        <h2>{title}</h2>
        {scope === undefined ? null : <p className="meta">{scope}</p>}
      </header>
      {children}
    </section>
  );
}
