import type { ReactNode } from "react";
import type { Choice } from "./field.tsx";

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few, all seen at once. */
export function Switch({ label, value, choices, onChange }: SwitchProps): ReactNode {
  return (
    <div className="switch" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.word}
        </button>
      ))}
    </div>
  );
}
