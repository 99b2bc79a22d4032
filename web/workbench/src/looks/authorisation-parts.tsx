import type { components } from "@xinheng/contract/client";
import type { ReactNode } from "react";
import { entryName } from "../client/catalogue.ts";
import type { Catalogue } from "../client/catalogue.ts";
import { Facts } from "../ui/facts.tsx";
import { momentOf } from "../ui/moment.ts";
import type { Status } from "../ui/status-mark.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import { Code } from "./code.tsx";
import { purposeName } from "./rules.ts";
import type { LookRules } from "./rules.ts";
import { looksText } from "./text.ts";

export type Authorisation = components["schemas"]["Authorisation"];

const text = looksText.authorisation;

export function stateOf({ state }: Pick<Authorisation, "state">): Status {
  const word = looksText.states[state];
  if (state === "live") return { shape: "tick", word, tone: "lv" };
  return state === "not-yet" ? { shape: "ring", word, tone: "soft" } : { shape: "bar", word, tone: "soft" };
}

/** Everything an authorisation says of itself. */
export function AuthorisationFacts({
  one,
  catalogue,
  rules,
}: {
  readonly one: Authorisation;
  readonly catalogue: Catalogue | null;
  readonly rules: LookRules | null;
}): ReactNode {
  const { subject, grantee, scope, purpose, uses, usesLeft, from, through, how, givenAt, revokedAt, revokedBy } = one;
  const entries = scope.map(({ entry, fields }) => text.fields(entryName(catalogue, entry), fields.length));
  const facts: (readonly [string, ReactNode])[] = [
    [text.state, <StatusMark key="state" {...stateOf(one)} />],
    [text.grantor, <Code key="grantor" code={subject} />],
    [text.grantee, grantee.name],
    [text.entries, entries.join(looksText.join)],
    [text.purpose, purposeName(rules, purpose)],
    [text.uses, text.usesOf(usesLeft, uses)],
    [text.term, text.termOf(from, through)],
    [text.how, text.hows[how]],
    [text.givenAt, momentOf(givenAt)],
  ];
  if (revokedAt !== null) {
    const by = revokedBy === null ? "" : text.revokedBy[revokedBy];
    facts.push([text.revokedAt, `${momentOf(revokedAt)} ${by}`]);
  }
  facts.push([text.number, <code key="number">{one.authorisation}</code>]);
  return <Facts facts={facts} />;
}
