import { Button } from "antd";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { CodesField } from "../../looks/codes-field.tsx";
import { readCodes } from "../../looks/code-list.ts";
import { useKnownCodes } from "../../looks/known.ts";
import { exampleOf } from "../../looks/matter-format.ts";
import { formatOf } from "../../looks/rules.ts";
import type { LookRules } from "../../looks/rules.ts";
import { useFilters } from "../../router/address.ts";
import { useDraft } from "../../ui/draft.ts";
import { TextField } from "../../ui/field.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { faultsOf, matterOf, queryOf, sharedMatters } from "./asked.ts";
import type { AskedQuery, Fault } from "./asked.ts";
import { BasisField, DutyField, EntriesField, PurposeField } from "./basis-fields.tsx";
import { checkText } from "./text.ts";
import { Form } from "../../looks/parts.tsx";

const text = checkText.form;

interface FormProps {
  readonly office: string;
  readonly isLender: boolean;
  readonly rules: LookRules;
  readonly busy: boolean;
  readonly ask: (query: AskedQuery) => void;
}

function matterError(faults: readonly Fault[], format: string | null): string | undefined {
  if (faults.some(({ field }) => field === "format")) return text.matterWrong(format ?? "");
  return faults.some(({ field }) => field === "matter") ? text.matterNeeded : undefined;
}

function codesError(faults: readonly Fault[]): string | undefined {
  for (const fault of faults) {
    if (fault.field === "codes") return text.codesNeeded;
    if (fault.field === "wrong") return text.codesWrong(fault.count);
    if (fault.field === "many") return text.codesMany(fault.count);
  }
  return undefined;
}

function PartyField({
  shared,
  checked,
  onChange,
  isWrong,
}: {
  readonly shared: ReturnType<typeof sharedMatters>;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly isWrong: boolean;
}): ReactNode {
  if (shared.length === 0) return null;
  return (
    <div className="field">
      <div className="checks">
        <label>
          <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
          {shared.map(({ matter, count }) => text.party(matter, count)).join(text.partyJoin)}
        </label>
      </div>
      {isWrong ? <p className="wrong">{text.partyNeeded}</p> : null}
    </div>
  );
}

interface MatterFieldProps {
  readonly format: string | null;
  readonly faults: readonly Fault[];
  readonly value: string;
  readonly onChange: (matter: string) => void;
}

/** The number of the matter, in the form that the office registered. */
function MatterField({ format, faults, value, onChange }: MatterFieldProps): ReactNode {
  const hint = format === null ? text.matterBare : text.matterHint(format, exampleOf(format));
  const error = matterError(faults, format);
  return <TextField label={text.matter} hint={hint} error={error} required value={value} onChange={onChange} />;
}

function Acts({ busy, clear }: { readonly busy: boolean; readonly clear: () => void }): ReactNode {
  return (
    <div className="acts">
      <Button type="primary" htmlType="submit" disabled={busy}>
        {busy ? text.asking : text.ask}
      </Button>
      <Button onClick={clear}>{text.clear}</Button>
    </div>
  );
}

/** The matter once, and up to a hundred subjects; judged before it is sent. */
export function CheckForm({ office, isLender, rules, busy, ask }: FormProps): ReactNode {
  const [query, change] = useFilters();
  const [pasted, paste] = useDraft("check:codes");
  const [multiParty, setMultiParty] = useState(false);
  const [tried, setTried] = useState(false);
  const asked = matterOf(query, isLender);
  const codes = useMemo(() => readCodes(pasted), [pasted]);
  const known = useKnownCodes(codes.filter(({ verdict }) => verdict === "sound").map(({ code }) => code));
  const format = formatOf(rules, office);
  const judging = { codes, format, multiParty };
  const faults = tried ? faultsOf(asked, judging) : [];
  const wrong = new Set(faults.map(({ field }) => field));
  const unknown = codes.filter(({ code }) => known.get(code)?.name === null).length;
  const shared = { asked, rules, office, change, wrong };
  const submit = (): void => {
    setTried(true);
    if (faultsOf(asked, judging).length === 0 && !busy) ask(queryOf(asked, judging));
  };
  return (
    <Chapter title={text.title} scope={text.scope}>
      <Form submit={submit}>
        {isLender ? null : <BasisField {...shared} />}
        <div className="two">
          <PurposeField {...shared} />
          <DutyField {...shared} />
        </div>
        <MatterField
          format={format}
          faults={faults}
          value={query["matter"] ?? ""}
          onChange={(matter) => change({ matter })}
        />
        <EntriesField {...shared} />
        <CodesField
          value={pasted}
          onChange={paste}
          codes={codes}
          known={known}
          error={codesError(faults)}
          hint={text.codesHint}
          keysSay={text.keysSay}
          submit={submit}
        />
        {unknown === 0 ? null : <p className="meta">{text.unknown(unknown)}</p>}
        <PartyField
          shared={sharedMatters(codes, asked.matter)}
          checked={multiParty}
          onChange={setMultiParty}
          isWrong={wrong.has("party")}
        />
        <Acts busy={busy} clear={() => paste("")} />
      </Form>
    </Chapter>
  );
}
