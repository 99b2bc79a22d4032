import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import type { CatalogueField } from "../../client/catalogue.ts";
import type { Problem } from "../../client/problem.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Chapter } from "../../ui/page-head.tsx";
import { columnsOf, foundColumns, mappingFault, missingFields } from "./mapping.ts";
import { saveMapping } from "./send.ts";
import { uploadText } from "./text.ts";

const text = uploadText.mapping;

interface MappingFormProps {
  readonly entry: string;
  readonly fields: readonly CatalogueField[];
  readonly heads: readonly string[];
  readonly done: (mapping: string) => void;
}

/** Says which column is which field, where the heads of a file are not those of the template. */
export function MappingForm({ entry, fields, heads, done }: MappingFormProps): ReactNode {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => foundColumns(fields, heads));
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const fault = mappingFault(fields, chosen, name);
    setWrong(fault === null ? undefined : text[fault]);
    if (fault !== null) return;
    const saved = await saveMapping({ zh: name.trim(), entry, columns: columnsOf(chosen) });
    setProblem(saved.ok ? null : saved.problem);
    if (saved.ok) done(saved.value.mapping);
  };
  const choices = [{ value: "", word: text.none }, ...heads.map((head) => ({ value: head, word: head }))];
  return (
    <Chapter title={text.title}>
      <Notice>{text.says(missingFields(fields, heads).length)}</Notice>
      <div className="columns">
        {fields.map((field) => (
          <ChoiceField
            key={field.id}
            label={field.name}
            value={chosen[field.id] ?? ""}
            onChange={(column) => setChosen((at) => ({ ...at, [field.id]: column }))}
            choices={choices}
            required={field.required === "always"}
          />
        ))}
      </div>
      <TextField label={text.name} hint={text.nameHint} value={name} onChange={setName} error={wrong} required />
      {problem === null ? null : <ErrorState problem={problem} />}
      <Button type="primary" onClick={() => void save()}>
        {text.save}
      </Button>
    </Chapter>
  );
}
