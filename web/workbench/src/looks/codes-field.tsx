import { Button, Input } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { Field } from "../ui/field.tsx";
import { KeyHints } from "../ui/key-hints.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import type { Status } from "../ui/status-mark.tsx";
import { CODES_MAX } from "./code-list.ts";
import type { ListedCode } from "./code-list.ts";
import { Code } from "./code.tsx";
import type { KnownCode } from "./known.ts";
import { looksText } from "./text.ts";

const text = looksText.codes;
const words = looksText.verdicts;

function statusOf({ code, verdict }: ListedCode, known: ReadonlyMap<string, KnownCode>): Status {
  if (verdict === "twice") return { shape: "sheets", word: words.twice, tone: "ink" };
  if (verdict !== "sound") return { shape: "cross", word: words[verdict], tone: "zhe" };
  const told = known.get(code);
  if (told === undefined) return { shape: "ring", word: words.asking, tone: "soft" };
  if (told.name === null) return { shape: "triangle", word: words.unknown, tone: "mo" };
  return { shape: "tick", word: words.sound, tone: "lv" };
}

/** Every line with its verdict, before anything is sent. */
function Judged({
  codes,
  known,
}: {
  readonly codes: readonly ListedCode[];
  readonly known: ReadonlyMap<string, KnownCode>;
}): ReactNode {
  if (codes.length === 0) return null;
  const sound = codes.filter(({ verdict }) => verdict === "sound").length;
  // Of a long list only what must be mended is shown: thousands of lines would hide it.
  const shown = codes.length > CODES_MAX ? codes.filter(({ verdict }) => verdict !== "sound") : codes;
  return (
    <>
      <p className="meta" role="status">
        {text.judged(sound, codes.length)}
      </p>
      {/* A list that scrolls can be reached by keyboard. */}
      <ul className="judged" tabIndex={0} aria-label={text.lines}>
        {shown.map((one) => (
          <li key={one.line}>
            <span className="meta">{text.line(one.line)}</span>
            <Code code={one.code} />
            <StatusMark {...statusOf(one, known)} />
            <span>{known.get(one.code)?.name}</span>
            {one.matter === null ? null : <span className="meta">{one.matter}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface CodesFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly codes: readonly ListedCode[];
  readonly known: ReadonlyMap<string, KnownCode>;
  readonly error: string | undefined;
  readonly hint: string;
  /** What Ctrl+Enter does. */
  readonly keysSay: string;
  readonly submit: () => void;
}

/** Takes away what cannot be sent and leaves the other lines as they were typed. */
function withoutWrong(value: string, codes: readonly ListedCode[]): string {
  const wrong = new Set(codes.filter(({ verdict }) => verdict !== "sound").map(({ line }) => line));
  return value
    .split(/\r?\n/u)
    .filter((_, at) => !wrong.has(at + 1))
    .join("\n");
}

/** A column of codes to be pasted, judged line by line before anything is sent. */
export function CodesField({
  value,
  onChange,
  codes,
  known,
  error,
  hint,
  keysSay,
  submit,
}: CodesFieldProps): ReactNode {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const hasWrong = codes.some(({ verdict }) => verdict !== "sound");
  return (
    <div className="codes">
      <Field label={text.label} hint={hint} error={error} required>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={5}
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={press}
          />
        )}
      </Field>
      <KeyHints hints={[{ keys: text.keys, does: keysSay }]} />
      <Judged codes={codes} known={known} />
      {hasWrong ? (
        <p>
          <Button size="small" onClick={() => onChange(withoutWrong(value, codes))}>
            {text.dropWrong}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
