import type { ReactNode } from "react";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import type { PaperForm } from "./paper.ts";
import { hallText as text } from "./text.ts";

/** Whose paper, where it is filed, and who came with it. */
export function PaperFields({
  form,
  change,
}: {
  readonly form: PaperForm;
  readonly change: (form: PaperForm) => void;
}): ReactNode {
  const appeared = Object.entries(text.appearedAs).map(([value, word]) => ({ value, word }));
  return (
    <div className="two">
      <TextField
        label={text.file}
        hint={text.fileHint}
        required
        value={form.file}
        onChange={(file) => change({ ...form, file })}
      />
      <ChoiceField
        label={text.appeared}
        required
        value={form.appeared}
        onChange={(who) => change({ ...form, appeared: who })}
        choices={[{ value: "", word: text.choose }, ...appeared]}
      />
      <TextField
        label={text.name}
        hint={text.nameHint}
        required
        value={form.name}
        onChange={(name) => change({ ...form, name })}
      />
    </div>
  );
}
