// Files of a draft as text: one is edited at a time, others stay as they are.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode, Ref } from "react";
import { ChoiceField, Field, TextField } from "../../ui/field.tsx";
import "./policy.css";
import { policyText } from "./text.ts";

const text = policyText.files;
export type Files = Readonly<Record<string, string>>;

function Adding({ add }: { readonly add: (path: string, text: string) => void }): ReactNode {
  const [path, setPath] = useState("");
  const [loaded, setLoaded] = useState("");
  const load = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setLoaded(await file.text());
  };
  return (
    <div className="columns">
      <TextField label={text.path} hint={text.pathHint} value={path} onChange={setPath} />
      <Field label={text.load}>
        {(wiring) => (
          <input
            {...wiring}
            className="native"
            type="file"
            accept=".yaml,.yml"
            onChange={(event) => void load(event.target.files?.[0] ?? undefined)}
          />
        )}
      </Field>
      <p className="acts">
        <Button
          disabled={path.trim() === ""}
          onClick={() => {
            add(path.trim(), loaded === "" ? "\n" : loaded);
            setPath("");
          }}
        >
          {text.add}
        </Button>
      </p>
    </div>
  );
}

interface FilesProps {
  readonly files: Files;
  readonly set: (files: Files) => void;
  readonly at: string;
  readonly open: (path: string) => void;
  readonly area?: Ref<HTMLTextAreaElement>;
}

export function FilesEditor({ files, set, at, open, area }: FilesProps): ReactNode {
  const paths = Object.keys(files).toSorted();
  const path = paths.includes(at) ? at : (paths[0] ?? "");
  const add = (name: string, written: string): void => {
    set({ ...files, [name]: written });
    open(name);
  };
  const drop = (): void => set(Object.fromEntries(Object.entries(files).filter(([name]) => name !== path)));
  return (
    <>
      {paths.length === 0 ? null : (
        <>
          <ChoiceField
            label={text.which}
            value={path}
            onChange={open}
            choices={paths.map((value) => ({ value, word: value }))}
          />
          <Field label={text.text(path)}>
            {(wiring) => (
              <textarea
                {...wiring}
                ref={area}
                className="native source"
                rows={20}
                spellCheck={false}
                value={files[path] ?? ""}
                onChange={(event) => set({ ...files, [path]: event.target.value })}
              />
            )}
          </Field>
          <p className="acts">
            <Button size="small" onClick={drop}>
              {text.drop}
            </Button>
          </p>
        </>
      )}
      <Adding add={add} />
    </>
  );
}
