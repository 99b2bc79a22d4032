// A file as a case knows it: its name and its sum. The file itself stays where it is.
import { Button } from "antd";
import type { ReactNode } from "react";
import { Field, TextField } from "../../ui/field.tsx";
import { digestOf, noProof } from "./case.ts";
import type { Proof } from "./case.ts";
import { casesText } from "./text.ts";

const text = casesText.evidence;

interface ProofProps {
  readonly label: string;
  readonly proof: Proof;
  readonly set: (proof: Proof) => void;
}

/** Picks a file and reckons its sum in the browser; both can be written by hand as well. */
export function ProofField({ label, proof, set }: ProofProps): ReactNode {
  const pick = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) set({ title: file.name, digest: await digestOf(file) });
  };
  return (
    <fieldset className="form">
      <legend>{label}</legend>
      <Field label={text.pick} hint={text.says}>
        {(wiring) => <input {...wiring} type="file" onChange={(event) => void pick(event.target.files?.[0])} />}
      </Field>
      <TextField label={text.title} required value={proof.title} onChange={(title) => set({ ...proof, title })} />
      <TextField
        label={text.digest}
        required
        value={proof.digest}
        onChange={(digest) => set({ ...proof, digest: digest.trim().toLowerCase() })}
      />
    </fieldset>
  );
}

interface ProofsProps {
  readonly label: string;
  readonly proofs: readonly Proof[];
  readonly set: (proofs: readonly Proof[]) => void;
}

/** Several files, one at least. */
export function ProofFields({ label, proofs, set }: ProofsProps): ReactNode {
  return (
    <>
      {proofs.map((proof, at) => (
        <div key={at}>
          <ProofField
            label={`${label} ${at + 1}`}
            proof={proof}
            set={(to) => set(proofs.map((one, place) => (place === at ? to : one)))}
          />
          {proofs.length === 1 ? null : (
            <Button size="small" onClick={() => set(proofs.filter((_, place) => place !== at))}>
              {text.drop}
            </Button>
          )}
        </div>
      ))}
      <div className="acts">
        <Button onClick={() => set([...proofs, noProof])}>{text.add}</Button>
      </div>
    </>
  );
}
