import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Facts } from "../ui/facts.tsx";
import type { Drafted } from "./drafting.ts";
import { looksText } from "./text.ts";

const text = looksText.terms;

/** The wording word for word, with the digest of just these words; `children` consents to it. */
export function Wording({ drafted, children }: { readonly drafted: Drafted; readonly children: ReactNode }): ReactNode {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [drafted.digest]);
  return (
    <section className="chapter">
      <header>
        <h2 ref={head} tabIndex={-1}>
          {text.wording}
        </h2>
        <p className="meta">{text.wordingSays}</p>
      </header>
      <pre className="wording">{drafted.wording.consent}</pre>
      <Facts
        facts={[
          [
            text.digest,
            <span key="digest" className="hash">
              {drafted.digest}
            </span>,
          ],
        ]}
      />
      {children}
    </section>
  );
}
