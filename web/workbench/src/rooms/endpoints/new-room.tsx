// Asking that an address be told; a second person of the centre decides.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import "../../looks/looks.css";
import { Form, Missing } from "../../looks/parts.tsx";
import { Waiting } from "../../looks/waiting.tsx";
import { useFilters } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read, Refused } from "../../ui/read.tsx";
import { bodyOf, lackOf } from "./endpoint.ts";
import type { Wish } from "./endpoint.ts";
import { endpointsText } from "./text.ts";

const text = endpointsText.wish;
const FEEDS = ["withdrawals", "recalls", "reminders"] as const;
const feeds = FEEDS.map((value) => ({ value, word: endpointsText.feeds[value] }));

interface FieldsProps {
  readonly wish: Wish;
  readonly set: (change: Partial<Wish>) => void;
}

function Fields({ wish, set }: FieldsProps): ReactNode {
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
      <ChoiceField
        label={endpointsText.feed}
        value={wish.feed}
        onChange={(to) => set({ feed: FEEDS.find((feed) => feed === to) ?? wish.feed })}
        choices={feeds}
      />
      <TextField label={text.url} hint={text.urlHint} required value={wish.url} onChange={(url) => set({ url })} />
      <TextField label={text.document} required value={wish.documentNo} onChange={(to) => set({ documentNo: to })} />
      <TextField label={text.reason} required lines={2} value={wish.reason} onChange={(reason) => set({ reason })} />
    </>
  );
}

function Asking({ origins, organisation }: { origins: readonly string[]; organisation: string }): ReactNode {
  const [wish, setWish] = useState<Wish>({
    organisation,
    name: "",
    feed: "withdrawals",
    url: "",
    documentNo: "",
    reason: "",
  });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [proposal, setProposal] = useState<Parameters<typeof Waiting>[0]["proposal"] | null>(null);
  const lack = lackOf(wish, origins);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (lack !== null) return;
    const asked = await post("/api/v1/endpoints", { body: bodyOf(wish) });
    setProblem(asked.ok ? null : asked.problem);
    if (asked.ok) setProposal(asked.value);
  };
  if (proposal !== null) return <Waiting proposal={proposal} />;
  return (
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
  );
}

export function Room(): ReactNode {
  const [{ organisation = "" }] = useFilters();
  const list = useResource("endpoints", (signal) => get("/api/v1/endpoints", { query: {}, signal }));
  return (
    <>
      <PageHead title={endpointsText.add} crumbs={[{ href: hrefOf("/endpoints"), word: endpointsText.title }]} />
      <p className="meta">{text.says}</p>
      <Read of={list}>
        {({ origins }) =>
          origins === null || origins.length === 0 ? (
            <EmptyState {...text.noSites} />
          ) : (
            <>
              <p className="meta">{text.sites(origins)}</p>
              <Asking origins={origins} organisation={organisation} />
            </>
          )
        }
      </Read>
    </>
  );
}
