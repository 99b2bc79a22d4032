import { Button } from "antd";
import type { ReactNode } from "react";
import { wayOutHref, wayOutOf } from "../client/problem.ts";
import type { Problem } from "../client/problem.ts";
import { useAddress } from "../router/address.ts";
import { partsText as text } from "./text.ts";
import { Icon } from "./icon.tsx";

function WayOut({ problem }: { readonly problem: Problem }): ReactNode {
  const { href } = useAddress();
  const way = wayOutOf(problem);
  if (way === "none") return null;
  return (
    <p>
      <a href={wayOutHref(way, href)}>{way === "step-up" ? text.stepUp : text.signIn}</a>
      <span className="meta"> {text.stepUpSays}</span>
    </p>
  );
}

/** Why something was not done, by which article, from which day it may be asked again, and what to do now. */
export function ErrorState({ problem, again }: { readonly problem: Problem; readonly again?: () => void }): ReactNode {
  const isFault = problem.status >= 500 && problem.number !== null;
  return (
    <div className="refusal" role="alert">
      <p className="says">
        <Icon name="cross" />
        <strong>{problem.title}</strong>
      </p>
      {problem.detail === "" ? null : <p>{problem.detail}</p>}
      {problem.article === null ? null : (
        <p className="meta">
          {text.article}
          {problem.article}
        </p>
      )}
      {problem.availableFrom === null ? null : <p>{text.from(problem.availableFrom)}</p>}
      {isFault ? <p className="meta">{text.number(problem.number)}</p> : null}
      <WayOut problem={problem} />
      {again === undefined ? null : <Button onClick={again}>{text.again}</Button>}
    </div>
  );
}
