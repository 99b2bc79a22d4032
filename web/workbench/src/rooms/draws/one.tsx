import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import type { Status } from "../../ui/status-mark.tsx";
import { drawsText } from "./text.ts";
import { verifySeed } from "./verify.ts";
import type { SeedVerdict } from "./verify.ts";

export type Draw = components["schemas"]["AccessDraw"];

const text = drawsText.one;

function statusOf(verdict: SeedVerdict): Status {
  const word = text[verdict];
  if (verdict === "same") return { shape: "tick", word, tone: "lv" };
  return verdict === "differs" ? { shape: "cross", word, tone: "zhe" } : { shape: "broken", word, tone: "mo" };
}

/** One day's draw, with the steps by which anybody verifies it. */
export function OneDraw({ draw }: { readonly draw: Draw }): ReactNode {
  const [verdict, setVerdict] = useState<SeedVerdict | null>(null);
  const { day, seed, seedHash, committedAt, late, perTenThousand, looks, drawn, due } = draw;
  return (
    <>
      <PageHead title={text.title(day)} crumbs={[{ href: hrefOf("/draws"), word: text.crumb }]} />
      <Facts
        facts={[
          [
            text.hash,
            <span key="hash" className="hash">
              {seedHash}
            </span>,
          ],
          [
            drawsText.draws.committed,
            `${momentOf(committedAt)} ${late ? drawsText.draws.late : drawsText.draws.onTime}`,
          ],
          [
            text.seed,
            <span key="seed" className="hash">
              {seed ?? text.notTold}
            </span>,
          ],
          ...(perTenThousand === null ? [] : [[text.rate, text.rateOf(perTenThousand)] as const]),
          ...(looks === null ? [] : [[drawsText.draws.looks, looks] as const]),
          ...(drawn === null ? [] : [[drawsText.draws.drawn, drawn] as const]),
          ...(due === null ? [] : [[text.due, due] as const]),
        ]}
      />
      <Chapter title={text.steps} scope={text.spec}>
        <ol className="steps">
          {text.list.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {seed === null ? null : (
          <div className="acts">
            <Button onClick={() => void verifySeed(seed, seedHash).then(setVerdict)}>{text.check}</Button>
          </div>
        )}
        <p role="status">{verdict === null ? null : <StatusMark {...statusOf(verdict)} />}</p>
      </Chapter>
    </>
  );
}
