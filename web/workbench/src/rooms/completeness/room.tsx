// Declares up to which day everything has been sent, or that there was nothing.
import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { get, post } from "../../client/client.ts";
import type { Answer, Operation } from "../../client/contract.ts";
import { nameAmong, useOwnEntries } from "../../client/own-entries.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { useFilters } from "../../router/address.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { coverageMark } from "../../ui/coverage-mark.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, DayField } from "../../ui/field.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read, When } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { completenessText as text } from "./text.ts";

type Line = Answer<Operation<"/api/v1/coverage", "get">>["items"][number];

const columns: readonly Column<Line>[] = [
  { name: "entry", head: text.entry, names: true, cell: (line) => line.entryName },
  { name: "through", head: text.through, cell: (line) => line.through ?? text.never },
  {
    name: "state",
    head: text.state,
    cell: (line) => <StatusMark {...coverageMark(line.state, line.lateWorkingDays)} />,
  },
  {
    name: "last",
    head: text.last,
    cell: (line) => (line.lastReceiptAt === null ? text.never : momentOf(line.lastReceiptAt)),
  },
  { name: "open", head: text.open, number: true, cell: (line) => line.openQuestions },
];

interface Declaration {
  readonly provider: string;
  readonly entry: string;
  readonly through: string;
  /** Empty: there were decisions. */
  readonly nilFrom: string;
}

interface ConfirmProps {
  readonly declared: Declaration;
  readonly name: string;
  readonly done: () => void;
  readonly close: () => void;
}

function Confirm({ declared, name, done, close }: ConfirmProps): ReactNode {
  const { nilFrom, through, ...rest } = declared;
  const body = { ...rest, through, nilFrom: nilFrom === "" ? null : nilFrom };
  return (
    <ConfirmAct
      title={text.confirm}
      word={text.act}
      act={() => post("/api/v1/completeness", { body })}
      done={done}
      close={close}
    >
      <p>{text.says(name, through)}</p>
      {nilFrom === "" ? null : <p>{text.saysNil(nilFrom, through)}</p>}
      <p className="meta">{text.warn}</p>
    </ConfirmAct>
  );
}

interface DaysProps {
  readonly through: string;
  readonly setThrough: (day: string) => void;
  readonly nil: boolean;
  readonly setNil: (nil: boolean) => void;
  readonly nilFrom: string;
  readonly setNilFrom: (day: string) => void;
}

function Days({ through, setThrough, nil, setNil, nilFrom, setNilFrom }: DaysProps): ReactNode {
  return (
    <>
      <DayField label={text.through} hint={text.throughHint} value={through} onChange={setThrough} required />
      <p className="tick">
        <Checkbox checked={nil} onChange={(event) => setNil(event.target.checked)}>
          {text.nil}
        </Checkbox>
      </p>
      <When is={nil}>
        <DayField label={text.nilFrom} hint={text.nilHint} value={nilFrom} onChange={setNilFrom} required />
      </When>
    </>
  );
}

function Declare({ provider, done }: { readonly provider: string; readonly done: () => void }): ReactNode {
  const own = useOwnEntries(provider);
  const [{ entry = "" }, set] = useFilters();
  const [through, setThrough] = useState("");
  const [nil, setNil] = useState(false);
  const [nilFrom, setNilFrom] = useState("");
  const [step, setStep] = useState<"typing" | "missing" | "confirming">("typing");
  const isWhole = entry !== "" && through !== "" && (!nil || nilFrom !== "");
  const choices = (own.value ?? []).map((one) => ({ value: one.id, word: one.name }));
  return (
    <>
      <ChoiceField
        label={text.entry}
        value={entry}
        onChange={(next) => set({ entry: next })}
        choices={[{ value: "", word: text.choose }, ...choices]}
        required
      />
      <Days {...{ through, setThrough, nil, setNil, nilFrom, setNilFrom }} />
      <When is={step === "missing" && !isWhole}>
        <p className="wrong" role="alert">
          {text.missing}
        </p>
      </When>
      <Button type="primary" onClick={() => setStep(isWhole ? "confirming" : "missing")}>
        {text.act}
      </Button>
      <When is={step === "confirming"}>
        <Confirm
          declared={{ provider, entry, through, nilFrom: nil ? nilFrom : "" }}
          name={nameAmong(own.value, entry)}
          done={() => {
            setStep("typing");
            done();
          }}
          close={() => setStep("typing")}
        />
      </When>
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const provider = session.organisation.uscc;
  const [said, setSaid] = useState(false);
  const coverage = useResource("coverage", (signal) => get("/api/v1/coverage", { signal }));
  const declared = (): void => {
    setSaid(true);
    coverage.reload();
  };
  return (
    <>
      <PageHead title={text.title} meta={[session.organisation.name]} />
      <p className="lead">{text.lead}</p>
      <When is={said}>
        <Notice live>{text.done}</Notice>
      </When>
      <Declare provider={provider} done={declared} />
      <Chapter title={text.own} scope={coverage.value === null ? undefined : text.scope(coverage.value.day)}>
        <Read of={coverage}>
          {({ items }) => (
            <RowTable
              caption={text.own}
              columns={columns}
              rows={items.filter((line) => line.provider === provider)}
              keyOf={(line) => line.entry}
              empty={<EmptyState title={text.none} />}
            />
          )}
        </Read>
      </Chapter>
    </>
  );
}
