import { Input } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { partsText } from "./text.ts";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it; stands beside the field and what was typed stays. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** What a control needs to belong to its label, hint and error. */
export interface FieldWiring {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

/** Label above, hint and error below. */
export function Field({ label, hint, error, required = false, children }: FieldProps): ReactNode {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const told = [...(hint === undefined ? [] : [hintId]), ...(error === undefined ? [] : [errorId])].join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="must">{partsText.must}</span> : null}
      </label>
      {children({
        id,
        "aria-describedby": told === "" ? undefined : told,
        "aria-invalid": error === undefined ? undefined : true,
        "aria-required": required ? true : undefined,
      })}
      {hint === undefined ? null : (
        <p className="meta" id={hintId}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="wrong" id={errorId}>
          <Icon name="cross" />
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, "children"> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: number;
}

export function TextField({ value, onChange, lines, ...field }: TextFieldProps): ReactNode {
  return (
    <Field {...field}>
      {(wiring) =>
        lines === undefined ? (
          <Input {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <Input.TextArea {...wiring} rows={lines} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

/** A day, typed or picked with the browser's own control; empty or `YYYY-MM-DD`. `month`: `YYYY-MM`. */
export function DayField({
  value,
  onChange,
  month = false,
  ...field
}: Omit<TextFieldProps, "lines"> & { readonly month?: boolean }): ReactNode {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          className="native"
          type={month ? "month" : "date"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly word: string;
}

/** One of a closed list, with the browser's own control: it works by keyboard and on telephones. */
export function ChoiceField({
  value,
  onChange,
  choices,
  ...field
}: Omit<TextFieldProps, "lines"> & { readonly choices: readonly Choice[] }): ReactNode {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} className="native" value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
