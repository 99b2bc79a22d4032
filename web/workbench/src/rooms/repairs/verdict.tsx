// Whether the repair of a decision may be applied for today, from when, and by which article.
import type { ReactNode } from "react";
import { StatusMark } from "../../ui/status-mark.tsx";
import { repairsText } from "./text.ts";
import { wordFor } from "./words.ts";
import type { Decision } from "./words.ts";

const text = repairsText.own;

/** What the rules say of one decision, in words. */
export function Verdict({ one }: { readonly one: Decision }): ReactNode {
  const { eligible, refused } = one;
  if (eligible !== null) {
    const severity = wordFor(repairsText.severities, eligible.severity);
    return (
      <>
        <StatusMark shape="tick" tone="lv" word={text.may} />
        <p>{text.since(eligible.from)}</p>
        <p className="meta">{repairsText.withCode(text.edition(severity, eligible.monthsMin), eligible.articleText)}</p>
      </>
    );
  }
  if (refused === null) return null;
  return (
    <>
      <StatusMark shape="bar" tone="soft" word={wordFor(text.reasons, refused.code)} />
      {refused.from === null ? null : <p>{text.mayFrom(refused.from)}</p>}
      {refused.articleText === null ? null : (
        <p className="meta">
          {text.article} {refused.articleText}
        </p>
      )}
    </>
  );
}
