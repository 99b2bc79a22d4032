// Proofs as the platform keeps them: a name and a digest made in the browser. The file itself stays where it is.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Field, TextField } from "../../ui/field.tsx";
import "./repairs.css";
import { repairsText } from "./text.ts";

const text = repairsText.evidence;

export interface Evidence {
  readonly title: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

/** SHA-256 of a file in hex; null where the browser has no way. */
export async function digestOf(bytes: ArrayBuffer): Promise<string | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The proofs that are whole. */
export const wholeOf = (proofs: readonly Evidence[]): readonly Evidence[] =>
  proofs.filter(({ title, digest }) => title.trim() !== "" && digest !== "" && digest !== text.unable);

interface OneProps {
  readonly one: Evidence;
  readonly set: (one: Evidence) => void;
  readonly drop: (() => void) | null;
}

function One({ one, set, drop }: OneProps): ReactNode {
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const digest = await digestOf(await file.arrayBuffer());
    set({ title: one.title === "" ? file.name.replace(/\.[^.]*$/u, "") : one.title, digest: digest ?? text.unable });
  };
  return (
    <div className="evidence">
      <Field label={text.file} hint={text.fileHint}>
        {(wiring) => (
          <input
            {...wiring}
            className="native"
            type="file"
            onChange={(event) => void choose(event.target.files?.[0] ?? undefined)}
          />
        )}
      </Field>
      <TextField label={text.title} value={one.title} onChange={(title) => set({ ...one, title })} />
      {one.digest === "" ? null : (
        <p className="meta">
          {text.digest} <span className="hash">{one.digest}</span>
        </p>
      )}
      {drop === null ? null : (
        <Button size="small" onClick={drop}>
          {text.drop}
        </Button>
      )}
    </div>
  );
}

export const noEvidence: readonly Evidence[] = [{ title: "", digest: "" }];

/** One or more proofs. */
export function EvidenceFields({
  proofs,
  set,
}: {
  readonly proofs: readonly Evidence[];
  readonly set: (proofs: readonly Evidence[]) => void;
}): ReactNode {
  return (
    <>
      {proofs.map((one, at) => (
        <One
          key={at}
          one={one}
          set={(next) => set(proofs.with(at, next))}
          drop={proofs.length === 1 ? null : () => set(proofs.toSpliced(at, 1))}
        />
      ))}
      <Button size="small" onClick={() => set([...proofs, ...noEvidence])}>
        {text.add}
      </Button>
    </>
  );
}

/** Proofs that were handed in. */
export function EvidenceList({
  proofs,
  empty,
}: {
  readonly proofs: readonly Evidence[];
  readonly empty: string;
}): ReactNode {
  if (proofs.length === 0) return <p>{empty}</p>;
  return (
    <ul className="plain">
      {proofs.map(({ title, digest }) => (
        <li key={digest}>
          {title} <span className="hash">{digest}</span>
        </li>
      ))}
    </ul>
  );
}
