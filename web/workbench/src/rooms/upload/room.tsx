// Sends a file of one entry; heads that differ from the template are mapped once.
import { Button, Progress } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useEntry } from "../../client/catalogue.ts";
import type { CatalogueEntry } from "../../client/catalogue.ts";
import { useOwnEntries } from "../../client/own-entries.ts";
import type { OwnEntry } from "../../client/own-entries.ts";
import type { Problem } from "../../client/problem.ts";
import { keepFile } from "../../client/sent-files.ts";
import type { RoomProps } from "../../room.ts";
import { navigate, useFilters } from "../../router/address.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ChoiceField, Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Read, Refused, When } from "../../ui/read.tsx";
import { readCsv, textOf } from "../../ui/table-text.ts";
import { LayoutFields, useLayout } from "./layout-fields.tsx";
import { headsOf, missingFields } from "./mapping.ts";
import { MappingForm } from "./mapping-form.tsx";
import { isUnfinished, sendFile, WHOLE_MAX } from "./send.ts";
import type { Sending } from "./send.ts";
import { uploadText as text } from "./text.ts";

const PERCENT = 100;
const KILO = 1024;
/** Heads stand at the beginning. */
const HEAD_BYTES = 64 * KILO;

function sizeOf(bytes: number): string {
  const mega = bytes / KILO / KILO;
  return mega >= 1 ? `${mega.toFixed(1)} ${text.units.mega}` : `${Math.ceil(bytes / KILO)} ${text.units.kilo}`;
}

/** Heads of a CSV that lack fields every row must have; null where the file can be sent as it is. */
async function strangeHeads(file: File, entry: CatalogueEntry): Promise<readonly string[] | null> {
  if (!/\.csv$/i.test(file.name)) return null;
  const heads = headsOf(readCsv(await textOf(file.slice(0, HEAD_BYTES))));
  return heads.length === 0 || missingFields(entry.fields, heads).length === 0 ? null : heads;
}

interface Step {
  readonly problem: Problem | null;
  readonly sent: number | null;
  readonly heads: readonly string[] | null;
}

const idle: Step = { problem: null, sent: null, heads: null };

function useSending(sending: Sending, entry: CatalogueEntry | null, file: File | null) {
  const [step, setStep] = useState<Step>(idle);
  const send = async (mapping: string): Promise<void> => {
    if (entry === null || file === null) return;
    const heads = mapping === "" ? await strangeHeads(file, entry) : null;
    if (heads !== null) {
      setStep({ ...idle, heads });
      return;
    }
    setStep({ ...idle, sent: 0 });
    const sent = await sendFile({ ...sending, mapping }, file, (at) => setStep({ ...idle, sent: at }));
    if (!sent.ok) {
      setStep({ ...idle, problem: sent.problem });
      return;
    }
    if (file.size <= WHOLE_MAX) keepFile(sent.value.batch, file);
    navigate(hrefOf(`/batches/${sent.value.batch}`));
  };
  return { step, send, clear: () => setStep(idle) };
}

function Sent({ file, sent }: { readonly file: File; readonly sent: number }): ReactNode {
  const percent = Math.floor((sent / Math.max(1, file.size)) * PERCENT);
  return (
    <div role="status">
      <p>{text.sending}</p>
      {file.size > WHOLE_MAX ? <Progress percent={percent} aria-label={text.sending} /> : null}
      <p className="meta">{text.sent(sizeOf(sent), sizeOf(file.size))}</p>
    </div>
  );
}

function EntryHelp({ entry }: { readonly entry: string }): ReactNode {
  return (
    <p className="facts">
      <a href={`/api/v1/catalogue/${entry}/template.csv`} download>
        {text.template}
      </a>
      <Link href={hrefOf(`/catalogue/${entry}`)}>{text.fields}</Link>
    </p>
  );
}

function faultOf(entry: string, file: File | null): { entry?: string; file?: string } {
  return {
    ...(entry === "" ? { entry: text.missingEntry } : {}),
    ...(file === null ? { file: text.missingFile } : file.size === 0 ? { file: text.empty } : {}),
  };
}

interface ChoicesProps {
  readonly entries: readonly OwnEntry[];
  readonly entry: string;
  readonly fault: ReturnType<typeof faultOf>;
  readonly setEntry: (entry: string) => void;
  readonly setFile: (file: File | null) => void;
  readonly children: ReactNode;
}

function Choices({ entries, entry, fault, setEntry, setFile, children }: ChoicesProps): ReactNode {
  return (
    <>
      <ChoiceField
        label={text.entry}
        hint={text.entryHint}
        error={fault.entry}
        value={entry}
        onChange={setEntry}
        choices={[{ value: "", word: text.choose }, ...entries.map(({ id, name }) => ({ value: id, word: name }))]}
        required
      />
      <When is={entry !== ""}>
        <EntryHelp entry={entry} />
      </When>
      {children}
      <Field label={text.file} hint={text.fileHint} error={fault.file} required>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,.xlsx,.ndjson,.jsonl"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
    </>
  );
}

function Progressing({
  file,
  step,
  isHalf,
}: {
  readonly file: File | null;
  readonly step: Step;
  readonly isHalf: boolean;
}): ReactNode {
  return (
    <>
      <Refused problem={step.problem} />
      <When is={isHalf && step.sent === null}>
        <Notice>{text.resumeSays}</Notice>
      </When>
      {file !== null && step.sent !== null ? <Sent file={file} sent={step.sent} /> : null}
    </>
  );
}

function UploadForm({
  entries,
  provider,
}: {
  readonly entries: readonly OwnEntry[];
  readonly provider: string;
}): ReactNode {
  const [{ entry = "", layout = "", mends }, set] = useFilters();
  const read = useEntry(entry);
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const chosen = useLayout(read.value, layout);
  const sending: Sending = { provider, entry, mends, ...chosen.sending };
  const { step, send, clear } = useSending(sending, read.value, file);
  const fault = faultOf(entry, file);
  const isHalf = file !== null && isUnfinished(sending, file);
  const go = (): void => {
    setAsked(true);
    if (Object.keys({ ...fault, ...chosen.fault }).length === 0) void send(sending.mapping);
  };
  const choose = (picked: File | null): void => {
    setFile(picked);
    clear();
  };
  return (
    <>
      {mends === undefined ? null : <Notice>{text.mends(mends)}</Notice>}
      <Choices
        entries={entries}
        entry={entry}
        fault={asked ? fault : {}}
        setEntry={(next) => set({ entry: next, layout: null })}
        setFile={choose}
      >
        <LayoutFields
          entry={read.value}
          chosen={chosen}
          asked={asked}
          setLayout={(next) => set({ layout: next === "" ? null : next })}
        />
      </Choices>
      <Progressing file={file} step={step} isHalf={isHalf} />
      {step.heads !== null && read.value !== null ? (
        <MappingForm
          entry={entry}
          fields={read.value.fields}
          heads={step.heads}
          done={(mapping) => void send(mapping)}
        />
      ) : (
        <Button type="primary" onClick={go} disabled={step.sent !== null}>
          {isHalf ? text.resume : text.send}
        </Button>
      )}
      <p className="meta after">{text.after}</p>
    </>
  );
}

export function Room({ session }: RoomProps): ReactNode {
  const own = useOwnEntries(session.organisation.uscc);
  return (
    <>
      <PageHead title={text.title} meta={[session.organisation.name]} />
      <Read of={own}>
        {(known) =>
          known.length === 0 ? (
            <EmptyState title={text.none} scope={text.noneScope} />
          ) : (
            <UploadForm entries={known} provider={session.organisation.uscc} />
          )
        }
      </Read>
    </>
  );
}
