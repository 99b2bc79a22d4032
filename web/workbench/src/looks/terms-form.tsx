import { Button } from "antd";
import type { ReactNode } from "react";
import { useCatalogue } from "../client/catalogue.ts";
import type { CatalogueEntry } from "../client/catalogue.ts";
import { ChoiceField, DayField, TextField } from "../ui/field.tsx";
import { useEntries } from "./field-names.ts";
import type { LookRules } from "./rules.ts";
import { writeFields } from "./terms.ts";
import type { Terms, TermsFault } from "./terms.ts";
import { looksText } from "./text.ts";

const text = looksText.terms;

interface TermsFormProps {
  readonly terms: Terms;
  readonly rules: LookRules;
  readonly faults: readonly TermsFault[];
  readonly change: (change: Readonly<Record<string, string | null>>) => void;
}

/** The fields of an entry that a subject may open to others. */
function openFields(entry: CatalogueEntry): readonly CatalogueEntry["fields"][number][] {
  return entry.channels.includes("authorisation") ? entry.fields.filter(({ personal }) => !personal) : [];
}

function EntryFields({
  entry,
  terms,
  change,
}: Pick<TermsFormProps, "terms" | "change"> & { readonly entry: CatalogueEntry }): ReactNode {
  const chosen = terms.fields.get(entry.id) ?? [];
  const open = openFields(entry);
  const toggle = (field: string): void => {
    const next = new Map(terms.fields);
    next.set(entry.id, chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field]);
    change({ fields: writeFields(next) });
  };
  return (
    <details>
      <summary>{text.fields(entry.name, chosen.length, open.length)}</summary>
      <div className="checks many">
        {open.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}

function ScopeFields({ terms, faults, change }: Omit<TermsFormProps, "rules">): ReactNode {
  const { value: catalogue } = useCatalogue();
  const live = catalogue?.entries.filter(({ state }) => state === "live").map(({ id }) => id) ?? [];
  const read = useEntries(live);
  const open = live.flatMap((id) => read.get(id) ?? []).filter((entry) => openFields(entry).length > 0);
  const toggle = (id: string): void => {
    const isIn = terms.entries.includes(id);
    const fields = new Map([...terms.fields].filter(([entry]) => entry !== id));
    const entries = isIn ? terms.entries.filter((one) => one !== id) : [...terms.entries, id];
    change({ entries: entries.join(","), fields: writeFields(fields) });
  };
  return (
    <fieldset>
      <legend>{text.entries}</legend>
      <p className="meta">{text.entriesHint}</p>
      <div className="checks many">
        {open.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={terms.entries.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </div>
      {open
        .filter(({ id }) => terms.entries.includes(id))
        .map((entry) => (
          <EntryFields key={entry.id} entry={entry} terms={terms} change={change} />
        ))}
      {faults.includes("entries") ? <p className="wrong">{text.faults.entries}</p> : null}
    </fieldset>
  );
}

function TermFields({ terms, rules, faults, change }: TermsFormProps): ReactNode {
  const wrong = (fault: TermsFault): string | undefined => (faults.includes(fault) ? text.faults[fault] : undefined);
  const { authorisation: limits } = rules;
  return (
    <>
      <TextField
        label={text.uses}
        hint={limits === null ? text.usesBare : text.usesHint(limits.usesMax)}
        error={wrong("uses")}
        required
        value={terms.uses}
        onChange={(uses) => change({ uses })}
      />
      <div className="two">
        <DayField
          label={text.from}
          error={wrong("from")}
          required
          value={terms.from}
          onChange={(from) => change({ from })}
        />
        <DayField
          label={text.through}
          hint={limits === null ? text.throughBare : text.throughHint(limits.monthsMax)}
          error={wrong("through") ?? wrong("order")}
          required
          value={terms.through}
          onChange={(through) => change({ through })}
        />
      </div>
    </>
  );
}

/** What is authorised to whom, for what, how often and how long. It stands in the address: a filled form can be sent on. */
export function TermsForm(props: TermsFormProps): ReactNode {
  const { terms, rules, faults, change } = props;
  const wrong = (fault: TermsFault): string | undefined => (faults.includes(fault) ? text.faults[fault] : undefined);
  const named = rules.offices.find(({ uscc }) => uscc === terms.grantee)?.name ?? undefined;
  const purpose = {
    label: text.purpose,
    error: wrong("purpose"),
    required: true,
    value: terms.purpose,
    onChange: (to: string) => change({ purpose: to }),
  };
  const choices = rules.purposes.map((one) => ({ value: one.purpose, word: one.name }));
  return (
    <>
      <TextField
        label={text.grantee}
        hint={named ?? text.granteeHint}
        error={wrong("grantee")}
        required
        value={terms.grantee}
        onChange={(grantee) => change({ grantee })}
      />
      {choices.length === 0 ? (
        <TextField {...purpose} hint={text.purposeId} />
      ) : (
        <ChoiceField {...purpose} choices={[{ value: "", word: text.choose }, ...choices]} />
      )}
      <ScopeFields {...props} />
      <TermFields {...props} />
    </>
  );
}

export function DraftButton({ busy }: { readonly busy: boolean }): ReactNode {
  return (
    <div className="acts">
      <Button type="primary" htmlType="submit" disabled={busy}>
        {busy ? text.drafting : text.draft}
      </Button>
    </div>
  );
}
