// Asking that somebody be registered to receive statements; a second person of the centre decides.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useCatalogue } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import "../../looks/looks.css";
import { Form, Missing } from "../../looks/parts.tsx";
import { useLookRules } from "../../looks/rules.ts";
import { Waiting } from "../../looks/waiting.tsx";
import { hrefOf } from "../../router/path.ts";
import { ChoiceField, DayField, TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Refused } from "../../ui/read.tsx";
import type { Proposal } from "./overdue-acts.tsx";
import { lackOf, noWish } from "./standing.ts";
import type { Wish } from "./standing.ts";
import { subscribersText } from "./text.ts";

const text = subscribersText.wish;

interface PartProps {
  readonly wish: Wish;
  readonly set: (change: Partial<Wish>) => void;
}

function Entries({ wish, set }: PartProps): ReactNode {
  const { value: catalogue } = useCatalogue();
  const live = catalogue?.entries.filter(({ state }) => state === "live") ?? [];
  const toggle = (id: string): void =>
    set({ entries: wish.entries.includes(id) ? wish.entries.filter((one) => one !== id) : [...wish.entries, id] });
  return (
    <fieldset>
      <legend>{text.entries}</legend>
      <div className="checks many">
        {live.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={wish.entries.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Right({ wish, set }: PartProps): ReactNode {
  const { value: rules } = useLookRules();
  const purposes = (rules?.purposes ?? []).map(({ purpose, name }) => ({ value: purpose, word: name }));
  const kinds = (["contract", "article"] as const).map((value) => ({ value, word: subscribersText.bases[value] }));
  return (
    <>
      <div className="two">
        <ChoiceField
          label={text.basisKind}
          value={wish.basisKind}
          onChange={(to) => set({ basisKind: to === "article" ? "article" : "contract" })}
          choices={kinds}
        />
        <TextField
          label={text.basis[wish.basisKind]}
          required
          value={wish.basis}
          onChange={(basis) => set({ basis })}
        />
      </div>
      <ChoiceField
        label={text.purpose}
        required
        value={wish.purpose}
        onChange={(purpose) => set({ purpose })}
        choices={[{ value: "", word: text.choose }, ...purposes]}
      />
    </>
  );
}

function Fields({ wish, set }: PartProps): ReactNode {
  return (
    <>
      <div className="two">
        <TextField
          label={text.organisation}
          required
          value={wish.organisation}
          onChange={(organisation) => set({ organisation })}
        />
        <TextField label={text.name} required value={wish.name} onChange={(name) => set({ name })} />
      </div>
      <Right wish={wish} set={set} />
      <Entries wish={wish} set={set} />
      <div className="two">
        <DayField label={text.since} required value={wish.since} onChange={(since) => set({ since })} />
        <DayField label={text.until} required value={wish.until} onChange={(until) => set({ until })} />
      </div>
      <TextField label={text.document} required value={wish.documentNo} onChange={(to) => set({ documentNo: to })} />
      <TextField label={text.reason} required lines={2} value={wish.reason} onChange={(reason) => set({ reason })} />
    </>
  );
}

function bodyOf({ basisKind, basis, organisation, ...wish }: Wish) {
  const stands = basis.trim();
  return {
    ...wish,
    organisation: organisation.trim(),
    entries: [...wish.entries],
    basis:
      basisKind === "article"
        ? { kind: "article" as const, article: stands }
        : { kind: "contract" as const, number: stands },
  };
}

export function Room(): ReactNode {
  const [wish, setWish] = useState(noWish);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const lack = lackOf(wish);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (lack !== null) return;
    const asked = await post("/api/v1/subscriptions", { body: bodyOf(wish) });
    setProblem(asked.ok ? null : asked.problem);
    if (asked.ok) setProposal(asked.value);
  };
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/subscribers"), word: subscribersText.one.crumb }]} />
      <p className="meta">{text.says}</p>
      {proposal === null ? (
        <Form submit={() => void submit()}>
          <Fields wish={wish} set={(change) => setWish({ ...wish, ...change })} />
          <Missing is={tried && lack !== null} says={lack ?? ""} />
          <Refused problem={problem} />
          <div className="acts">
            <Button type="primary" htmlType="submit">
              {text.submit}
            </Button>
          </div>
        </Form>
      ) : (
        <Waiting proposal={proposal} />
      )}
    </>
  );
}
