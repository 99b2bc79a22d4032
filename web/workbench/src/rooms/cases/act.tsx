// The step that is taken: its fields, and what will follow from it.
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ChoiceField, DayField, TextField } from "../../ui/field.tsx";
import { When } from "../../ui/read.tsx";
import { fieldsOf, noForm, stepBody, stepFault, stepName } from "./case.ts";
import type { Case, NextStep, StepForm } from "./case.ts";
import { ProofField } from "../../ui/proof-fields.tsx";
import { casesText } from "./text.ts";

const text = casesText.fields;

interface PartProps {
  readonly one: Case;
  readonly step: NextStep;
  readonly form: StepForm;
  readonly set: (change: Partial<StepForm>) => void;
}

function Conditions({ one, form, set }: Omit<PartProps, "step">): ReactNode {
  const turn = (condition: string, is: boolean): void =>
    set({
      conditions: is ? [...form.conditions, condition] : form.conditions.filter((other) => other !== condition),
    });
  return (
    <fieldset className="form">
      <legend>{text.conditions}</legend>
      {one.exitConditions.map((condition) => (
        <label key={condition}>
          <input
            type="checkbox"
            checked={form.conditions.includes(condition)}
            onChange={(event) => turn(condition, event.target.checked)}
          />{" "}
          {condition}
        </label>
      ))}
    </fieldset>
  );
}

function Service({ form, set }: Pick<PartProps, "form" | "set">): ReactNode {
  const hows = Object.entries(text.hows).map(([value, word]) => ({ value, word }));
  return (
    <>
      <ChoiceField label={text.how} required value={form.how} onChange={(how) => set({ how })} choices={hows} />
      <ProofField label={text.receipt} proof={form.proof} set={(proof) => set({ proof })} />
    </>
  );
}

function DayParts({ one, step, form, set }: PartProps): ReactNode {
  const has = fieldsOf(step, one);
  return (
    <>
      <When is={has.on}>
        <DayField label={text.on} hint={text.onHint} value={form.on} onChange={(on) => set({ on })} />
      </When>
      <When is={has.hearingOn}>
        <DayField label={text.hearingOn} required value={form.hearingOn} onChange={(hearingOn) => set({ hearingOn })} />
      </When>
      <When is={has.correctedOn}>
        <DayField label={text.correctedOn} value={form.correctedOn} onChange={(correctedOn) => set({ correctedOn })} />
      </When>
    </>
  );
}

function StepFields(props: PartProps): ReactNode {
  const { one, step, form, set } = props;
  const has = fieldsOf(step, one);
  return (
    <>
      <DayParts {...props} />
      <When is={has.receipt}>
        <Service form={form} set={set} />
      </When>
      <When is={has.months}>
        <TextField
          label={text.months}
          hint={text.monthsHint(one.extensionMonthsMax)}
          value={form.months}
          onChange={(months) => set({ months })}
        />
      </When>
      <When is={has.conditions}>
        <Conditions one={one} form={form} set={set} />
      </When>
      <When is={has.words}>
        <TextField
          label={text.words[step.kind] ?? text.wordsElse}
          required={has.mustSay}
          lines={4}
          value={form.words}
          onChange={(words) => set({ words })}
        />
      </When>
    </>
  );
}

interface ActProps {
  readonly one: Case;
  readonly step: NextStep;
  readonly done: () => void;
  readonly close: () => void;
}

/** Takes one step of the authority, after it was shown what follows. What was written outlives a proof anew. */
export function TakeStep({ one, step, done, close }: ActProps): ReactNode {
  const [words, setWords] = useDraft(`/cases/${one.case} ${step.kind}`);
  const [rest, setRest] = useState(noForm);
  const form = { ...rest, words };
  const set = ({ words: said, ...others }: Partial<StepForm>): void => {
    if (said !== undefined) setWords(said);
    setRest((now) => ({ ...now, ...others }));
  };
  const path = { list: one.list, case: one.case };
  return (
    <ConfirmAct
      title={stepName(step)}
      word={casesText.steps[step.kind] ?? step.kind}
      missing={stepFault(form, step, one)}
      act={() => post("/api/v1/lists/{list}/cases/{case}/steps", { path, body: stepBody(form, step, one) })}
      done={() => {
        setWords("");
        done();
      }}
      close={close}
    >
      <p>{casesText.follows[step.kind]}</p>
      <StepFields one={one} step={step} form={form} set={set} />
    </ConfirmAct>
  );
}

/** Takes one step of whom the case is about: says what there is to say, or gives it up. */
export function TakeOwnStep({ one, step, done, close }: ActProps): ReactNode {
  const [words, setWords] = useDraft(`/own/cases/${one.case} ${step.kind}`);
  const [asksHearing, setAsks] = useState(false);
  const isDefence = step.kind === "defence";
  const kind = isDefence ? "defence" : "waiver";
  const body = { version: one.version, kind, words: isDefence ? words.trim() : null, asksHearing } as const;
  return (
    <ConfirmAct
      title={stepName(step)}
      word={casesText.steps[kind] ?? kind}
      missing={isDefence && words.trim() === "" ? casesText.faults.words : undefined}
      act={() => post("/api/v1/own/cases/{case}/steps", { path: { case: one.case }, body })}
      done={() => {
        setWords("");
        done();
      }}
      close={close}
    >
      <p>{casesText.follows[kind]}</p>
      <When is={isDefence}>
        <TextField label={text.words["defence"] ?? ""} required lines={6} value={words} onChange={setWords} />
        <label>
          <input type="checkbox" checked={asksHearing} onChange={(event) => setAsks(event.target.checked)} />{" "}
          {casesText.own.asksHearing}
        </label>
      </When>
    </ConfirmAct>
  );
}
