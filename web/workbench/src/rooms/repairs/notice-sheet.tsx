// 信用修复告知书: what a decision means for its subject's record, and from which day what can be done about it.
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import { Facts } from "../../ui/facts.tsx";
import "./repairs.css";
import { repairsText } from "./text.ts";
import { wordFor } from "./words.ts";
import type { Decision } from "./words.ts";

const text = repairsText.notice;
const own = repairsText.own;

interface Party {
  readonly uscc: string;
  readonly name: string;
}

interface SheetProps {
  readonly subject: Party;
  readonly decision: Decision;
  readonly entryName: string;
  /** The legal day of what it says. */
  readonly asOf: string;
}

function mayWords({ eligible, refused }: Decision): readonly ReactNode[] {
  if (eligible !== null) {
    const edition = own.edition(wordFor(repairsText.severities, eligible.severity), eligible.monthsMin);
    return [own.mayFrom(eligible.from), `${text.basis}${eligible.articleText}`, edition];
  }
  if (refused === null) return [];
  return [
    wordFor(own.reasons, refused.code),
    ...(refused.from === null ? [] : [own.mayFrom(refused.from)]),
    ...(refused.articleText === null ? [] : [`${text.basis}${refused.articleText}`]),
  ];
}

/** One decision on one sheet. */
export function NoticeSheet({ subject, decision, entryName, asOf }: SheetProps): ReactNode {
  const settings = useResource("repair-settings", (signal) => get("/api/v1/repair/settings", { signal }));
  const tier = settings.value?.tier;
  return (
    <article className="paper" aria-label={text.title}>
      <h2>{text.title}</h2>
      <Facts
        facts={[
          [text.to, repairsText.withCode(subject.name, subject.uscc)],
          [text.about, text.aboutSays(decision.authority.name, decision.decidedOn, decision.documentNo ?? "")],
          [text.entry, entryName],
          [text.may, mayWords(decision).map((line, at) => <div key={at}>{line}</div>)],
          ...(tier === undefined ? [] : [[text.how, text.hows[tier]] as const]),
          [text.needs, text.needsSays],
        ]}
      />
      <p>{repairsText.free}</p>
      <p>{text.rights}</p>
      <p className="sealed">
        {decision.authority.name}
        {repairsText.paper.seal}
        <br />
        {asOf}
      </p>
      <p className="meta">{text.says(asOf)}</p>
    </article>
  );
}
