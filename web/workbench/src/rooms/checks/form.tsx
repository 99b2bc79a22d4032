import { Button } from "antd";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { CODES_MAX, readCodes } from "../../looks/code-list.ts";
import { CodesField } from "../../looks/codes-field.tsx";
import { useKnownCodes } from "../../looks/known.ts";
import { exampleOf } from "../../looks/matter-format.ts";
import { Form } from "../../looks/parts.tsx";
import { formatOf, purposeName } from "../../looks/rules.ts";
import { useFilters } from "../../router/address.ts";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { When } from "../../ui/read.tsx";
import { askedOf, bodyOf, faultsOf, needsSecond, sharedNumbers } from "./asked.ts";
import type { Asked, CheckBody, Choices, Fault, Known } from "./asked.ts";
import { checksText } from "./text.ts";

const text = checksText.form;

/** What the form asks for: an answer now, or a second person first. */
export type Asking =
  | { readonly kind: "check"; readonly body: CheckBody }
  | { readonly kind: "propose"; readonly body: CheckBody; readonly reason: string };

interface FormProps {
  readonly known: Known;
  readonly busy: boolean;
  readonly ask: (asking: Asking) => void;
}

const choose = { value: "", word: text.choose };

interface ChosenProps {
  readonly asked: Asked & { readonly choices: Choices };
  readonly known: Known;
  readonly wrong: ReadonlySet<string>;
  readonly change: (change: Readonly<Record<string, string | null>>) => void;
}

/** Matter, purpose and duty: each narrows the next, and what was chosen below falls with what is chosen anew above. */
function ChosenFields({ asked, known, wrong, change }: ChosenProps): ReactNode {
  const { matter, purpose, duty, choices } = asked;
  return (
    <>
      <ChoiceField
        label={text.matter}
        hint={text.matterHint}
        error={wrong.has("matter") ? text.matterNeeded : undefined}
        required
        value={matter?.id ?? ""}
        onChange={(id) => change({ matter: id, purpose: null, duty: null })}
        choices={[choose, ...choices.matters.map(({ id, name }) => ({ value: id, word: name }))]}
      />
      <div className="two">
        <ChoiceField
          label={text.purpose}
          error={wrong.has("purpose") ? text.purposeNeeded : undefined}
          required
          value={purpose}
          onChange={(next) => change({ purpose: next, duty: null })}
          choices={[choose, ...choices.purposes.map((one) => ({ value: one, word: purposeName(known.rules, one) }))]}
        />
        <ChoiceField
          label={text.duty}
          hint={duty === null ? undefined : text.dutyBasis(duty.articleText)}
          error={wrong.has("duty") ? text.dutyNeeded : undefined}
          required
          value={duty?.duty ?? ""}
          onChange={(next) => change({ duty: next })}
          choices={[choose, ...choices.duties.map((one) => ({ value: one.duty, word: one.name }))]}
        />
      </div>
    </>
  );
}

function numberError(faults: readonly Fault[], format: string | null): string | undefined {
  if (faults.some(({ field }) => field === "format")) return text.numberWrong(format ?? "");
  return faults.some(({ field }) => field === "number") ? text.numberNeeded : undefined;
}

function codesError(faults: readonly Fault[]): string | undefined {
  for (const fault of faults) {
    if (fault.field === "codes") return text.codesNeeded;
    if (fault.field === "wrong") return text.codesWrong(fault.count);
    if (fault.field === "many") return text.codesMany(fault.count);
  }
  return undefined;
}

interface PartyProps {
  readonly shared: ReturnType<typeof sharedNumbers>;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly isWrong: boolean;
}

function PartyField({ shared, checked, onChange, isWrong }: PartyProps): ReactNode {
  if (shared.length === 0) return null;
  return (
    <div className="field">
      <div className="checks">
        <label>
          <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
          {shared.map(({ number, count }) => text.party(number, count)).join(text.partyJoin)}
        </label>
      </div>
      {isWrong ? <p className="wrong">{text.partyNeeded}</p> : null}
    </div>
  );
}

interface ReasonProps {
  readonly count: number;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly isWrong: boolean;
}

/** Why a second person must see a long list, and what he is told. */
function ReasonField({ count, value, onChange, isWrong }: ReasonProps): ReactNode {
  return (
    <>
      <Notice>
        <p>
          <strong>{text.second(count)}</strong>
        </p>
        <p>{text.secondSays}</p>
      </Notice>
      <TextField
        label={text.reason}
        error={isWrong ? text.reasonNeeded : undefined}
        required
        value={value}
        onChange={onChange}
      />
    </>
  );
}

function wordOf(busy: boolean, second: boolean): string {
  if (second) return busy ? text.proposing : text.propose;
  return busy ? text.checking : text.check;
}

interface ActsProps {
  readonly busy: boolean;
  readonly second: boolean;
  readonly clear: () => void;
}

function Acts({ busy, second, clear }: ActsProps): ReactNode {
  return (
    <div className="acts">
      <Button type="primary" htmlType="submit" disabled={busy}>
        {wordOf(busy, second)}
      </Button>
      <Button onClick={clear}>{text.clear}</Button>
    </div>
  );
}

/** The matter once and the subjects by code; judged before anything is sent. */
export function CheckForm({ known, busy, ask }: FormProps): ReactNode {
  const [query, change] = useFilters();
  const [pasted, paste] = useDraft("checks:codes");
  const [reason, setReason] = useDraft("checks:reason");
  const [multiParty, setMultiParty] = useState(false);
  const [tried, setTried] = useState(false);
  const asked = askedOf(query, known);
  const codes = useMemo(() => readCodes(pasted), [pasted]);
  // A long list is judged by its digits alone: whoever it names is told by the check.
  const few = codes.length > CODES_MAX ? [] : codes;
  const names = useKnownCodes(few.filter(({ verdict }) => verdict === "sound").map(({ code }) => code));
  const format = formatOf(known.rules, known.office);
  const judging = { codes, format, multiParty, reason };
  const faults = tried ? faultsOf(asked, judging) : [];
  const wrong = new Set(faults.map(({ field }) => field));
  const second = needsSecond(asked, codes);
  const submit = (): void => {
    setTried(true);
    if (faultsOf(asked, judging).length > 0 || busy) return;
    const body = bodyOf(asked, judging);
    ask(second ? { kind: "propose", body, reason: reason.trim() } : { kind: "check", body });
  };
  return (
    <Chapter title={text.title} scope={text.scope}>
      <Form submit={submit}>
        <ChosenFields asked={asked} known={known} wrong={wrong} change={change} />
        <TextField
          label={text.number}
          hint={format === null ? text.numberBare : text.numberHint(format, exampleOf(format))}
          error={numberError(faults, format)}
          required
          value={query["number"] ?? ""}
          onChange={(number) => change({ number })}
        />
        {asked.approval === null ? null : <Notice>{text.approved(asked.approval)}</Notice>}
        <CodesField
          value={pasted}
          onChange={paste}
          codes={codes}
          known={names}
          error={codesError(faults)}
          hint={text.codesHint}
          keysSay={text.keysSay}
          submit={submit}
        />
        <PartyField
          shared={sharedNumbers(asked, codes)}
          checked={multiParty}
          onChange={setMultiParty}
          isWrong={wrong.has("party")}
        />
        <When is={second}>
          <ReasonField count={codes.length} value={reason} onChange={setReason} isWrong={wrong.has("reason")} />
        </When>
        <Acts busy={busy} second={second} clear={() => paste("")} />
      </Form>
    </Chapter>
  );
}
