import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { Waiting } from "../../looks/waiting.tsx";
import { DayField, TextField } from "../../ui/field.tsx";
import { keysText } from "./text.ts";
import { keyFaults, noWish, registrationOf, rotationOf } from "./wish.ts";
import type { KeyFault, KeyWish } from "./wish.ts";
import { Form } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

const text = keysText.form;
type Proposal = components["schemas"]["Proposal"];

interface PartProps {
  readonly wish: KeyWish;
  readonly wrong: (fault: KeyFault) => string | undefined;
  readonly set: (change: Partial<KeyWish>) => void;
}

/** What a key is bound to; a successor is bound to the same. */
function Bounds({ wish, wrong, set }: PartProps): ReactNode {
  const { value: catalogue } = useCatalogue();
  const live = catalogue?.entries.filter(({ state }) => state === "live") ?? [];
  const toggle = (id: string): void =>
    set({ entries: wish.entries.includes(id) ? wish.entries.filter((one) => one !== id) : [...wish.entries, id] });
  return (
    <>
      <fieldset>
        <legend>{text.entries}</legend>
        <div className="checks many">
          {live.map(({ id }) => (
            <label key={id}>
              <input type="checkbox" checked={wish.entries.includes(id)} onChange={() => toggle(id)} />
              {entryName(catalogue, id)}
            </label>
          ))}
        </div>
        {wrong("entries") === undefined ? null : <p className="wrong">{wrong("entries")}</p>}
      </fieldset>
      <div className="two">
        <TextField
          label={text.rows}
          error={wrong("rows")}
          required
          value={wish.rows}
          onChange={(rows) => set({ rows })}
        />
        <TextField
          label={text.batches}
          error={wrong("batches")}
          required
          value={wish.batches}
          onChange={(batches) => set({ batches })}
        />
      </div>
    </>
  );
}

function Common({ wish, wrong, set }: PartProps): ReactNode {
  return (
    <>
      <TextField
        label={text.publicKey}
        hint={text.publicKeyHint}
        error={wrong("publicKey")}
        required
        lines={4}
        value={wish.publicKey}
        onChange={(publicKey) => set({ publicKey })}
      />
      <div className="two">
        <DayField
          label={text.from}
          error={wrong("term")}
          required
          value={wish.from}
          onChange={(from) => set({ from })}
        />
        <DayField label={text.until} required value={wish.until} onChange={(until) => set({ until })} />
      </div>
    </>
  );
}

/** Asks for a key, or for the successor of one. */
export function KeyForm({ successorOf }: { readonly successorOf: string | null }): ReactNode {
  const [wish, setWish] = useState(noWish);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const faults = keyFaults(wish, successorOf !== null);
  const wrong = (fault: KeyFault): string | undefined =>
    tried && faults.includes(fault) ? text.faults[fault] : undefined;
  const set = (change: Partial<KeyWish>): void => setWish({ ...wish, ...change });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    const asked =
      successorOf === null
        ? await post("/api/v1/clients", { body: registrationOf(wish) })
        : await post("/api/v1/clients/{key}/rotation", { path: { key: successorOf }, body: rotationOf(wish) });
    setProblem(asked.ok ? null : asked.problem);
    if (asked.ok) setProposal(asked.value);
  };
  const part = { wish, wrong, set };
  if (proposal !== null) return <Waiting proposal={proposal} />;
  return (
    <Form submit={() => void submit()}>
      <Common {...part} />
      {successorOf === null ? <Bounds {...part} /> : null}
      <TextField
        label={text.reason}
        error={wrong("reason")}
        required
        lines={2}
        value={wish.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={text.document}
        hint={text.documentHint}
        value={wish.document}
        onChange={(document) => set({ document })}
      />
      <Refused problem={problem} />
      <div className="acts">
        <Button type="primary" htmlType="submit">
          {text.submit}
        </Button>
      </div>
    </Form>
  );
}
