import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import { dutiesOf } from "../../looks/rules.ts";
import type { LookDuty, LookRules } from "../../looks/rules.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import type { Matter } from "./asked.ts";
import { checkText } from "./text.ts";

const text = checkText.form;

type Change = (change: Readonly<Record<string, string | null>>) => void;

interface BasisProps {
  readonly asked: Matter;
  readonly rules: LookRules;
  readonly office: string;
  readonly change: Change;
  readonly wrong: ReadonlySet<string>;
}

export function PurposeField({ asked, rules, office, change, wrong }: BasisProps): ReactNode {
  const error = wrong.has("purpose") ? text.purposeNeeded : undefined;
  const set = (purpose: string): void => change({ purpose });
  if (rules.purposes.length === 0) {
    const hint = text.purposeId;
    return <TextField label={text.purpose} hint={hint} error={error} required value={asked.purpose} onChange={set} />;
  }
  const served = new Set(dutiesOf(rules, office).flatMap(({ purposes }) => purposes));
  const isOpen = (purpose: string): boolean => asked.basis === "authorisation" || served.has(purpose);
  const choices = rules.purposes
    .filter(({ purpose }) => isOpen(purpose))
    .map(({ purpose, name }) => ({ value: purpose, word: name }));
  return (
    <ChoiceField
      label={text.purpose}
      hint={text.purposeHint}
      error={error}
      required
      value={asked.purpose}
      onChange={set}
      choices={[{ value: "", word: text.choose }, ...choices]}
    />
  );
}

/** By duty with its article, or by what the subjects authorised. */
export function BasisField({ asked, change }: Pick<BasisProps, "asked" | "change">): ReactNode {
  return (
    <fieldset>
      <legend>{text.basis}</legend>
      <div className="checks">
        {(["duty", "authorisation"] as const).map((basis) => (
          <label key={basis}>
            <input
              type="radio"
              name="basis"
              checked={asked.basis === basis}
              onChange={() => change({ basis: basis === "duty" ? null : basis, duty: null })}
            />
            {text[basis]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function DutyField({ asked, rules, office, change, wrong }: BasisProps): ReactNode {
  if (asked.basis !== "duty") return null;
  const error = wrong.has("duty") ? text.dutyNeeded : undefined;
  const set = (duty: string): void => change({ duty, entries: null });
  if (rules.duties.length === 0) {
    return (
      <TextField label={text.whichDuty} hint={text.dutyId} error={error} required value={asked.duty} onChange={set} />
    );
  }
  const duties = dutiesOf(rules, office, asked.purpose);
  if (duties.length === 0) return <p className="wrong">{text.noDuty}</p>;
  const chosen = duties.find(({ duty }) => duty === asked.duty);
  return (
    <ChoiceField
      label={text.whichDuty}
      hint={chosen === undefined ? undefined : text.dutyBasis(chosen.articleText)}
      error={error}
      required
      value={asked.duty}
      onChange={set}
      choices={[{ value: "", word: text.choose }, ...duties.map(({ duty, name }) => ({ value: duty, word: name }))]}
    />
  );
}

/** Which entries may be asked about: those of the duty, or all that are in force. */
function openEntries(duty: LookDuty | undefined, live: readonly string[]): readonly string[] {
  return duty === undefined ? live : duty.entries;
}

export function EntriesField({ asked, rules, change }: Pick<BasisProps, "asked" | "rules" | "change">): ReactNode {
  const { value: catalogue } = useCatalogue();
  const live = catalogue?.entries.filter(({ state }) => state === "live").map(({ id }) => id) ?? [];
  const duty = asked.basis === "duty" ? rules.duties.find((one) => one.duty === asked.duty) : undefined;
  const toggle = (entry: string): void => {
    const next = asked.entries.includes(entry)
      ? asked.entries.filter((one) => one !== entry)
      : [...asked.entries, entry];
    change({ entries: next.join(",") });
  };
  return (
    <fieldset>
      <legend>{text.entries}</legend>
      <p className="meta">{text.entriesHint}</p>
      <div className="checks many">
        {openEntries(duty, live).map((entry) => (
          <label key={entry}>
            <input type="checkbox" checked={asked.entries.includes(entry)} onChange={() => toggle(entry)} />
            {entryName(catalogue, entry)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
