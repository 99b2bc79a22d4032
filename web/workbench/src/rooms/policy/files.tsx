// Files of a draft as text: one is edited at a time, others stay as they are.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode, Ref } from "react";
import { get } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import { useResource } from "../../client/resource.ts";
import { ChoiceField, Field, TextField } from "../../ui/field.tsx";
import { Refused } from "../../ui/read.tsx";
import "./policy.css";
import { policyText } from "./text.ts";
import { layerWord } from "./words.ts";

const text = policyText.files;
export type Files = Readonly<Record<string, string>>;

function Adding({ add }: AddingProps): ReactNode {
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

interface AddingProps {
  readonly add: (path: string, text: string) => void;
}

/** A file of the policy of today, to begin from. */
function Fetching({ add }: AddingProps): ReactNode {
  const texts = useResource("policy-texts", (signal) => get("/api/v1/policy/texts", { signal }));
  const [at, setAt] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const items = texts.value?.items ?? [];
  const chosen = items[Number(at)];
  const fetchIt = async (): Promise<void> => {
    if (at === "" || chosen === undefined) return;
    const read = await get("/api/v1/policy/text", { query: { layer: chosen.layer, path: chosen.path } });
    setProblem(read.ok ? null : read.problem);
    if (read.ok) add(read.value.path, read.value.text);
  };
  return (
    <>
      <ChoiceField
        label={text.current}
        hint={text.currentHint}
        value={at}
        onChange={setAt}
        choices={[
          { value: "", word: text.choose },
          ...items.map(({ path, layer }, index) => ({
            value: String(index),
            word: text.place(path, layerWord(layer)),
          })),
        ]}
      />
      <p className="acts">
        <Button disabled={at === ""} onClick={() => void fetchIt()}>
          {text.fetch}
        </Button>
      </p>
      <Refused problem={problem ?? texts.problem} />
    </>
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
      <Fetching add={add} />
      <Adding add={add} />
    </>
  );
}
