// Which layout a file has; and what is said with one that an old platform exported.
import { useState } from "react";
import type { ReactNode } from "react";
import type { CatalogueEntry } from "../../client/catalogue.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Sending } from "./send.ts";
import { uploadText as text } from "./text.ts";

type Layout = CatalogueEntry["layouts"][number];
type Handover = NonNullable<Sending["carried"]>;

/** The layout that was chosen for a file, undefined for the official heads, and what goes with an old platform's one. */
export interface ChosenLayout {
  readonly layout: Layout | undefined;
  readonly handover: Handover;
  readonly setHandover: (handover: Handover) => void;
  /** What is missing, by field. */
  readonly fault: Partial<Handover>;
  /** What the file is sent with. */
  readonly sending: Pick<Sending, "mapping" | "carried">;
}

function faultOf({ declared, document }: Handover): Partial<Handover> {
  return {
    ...(declared.trim() === "" ? { declared: text.carried.missing } : {}),
    ...(document.trim() === "" ? { document: text.carried.missing } : {}),
  };
}

export function useLayout(entry: CatalogueEntry | null, id: string): ChosenLayout {
  const [handover, setHandover] = useState<Handover>({ declared: "", document: "" });
  const layout = entry?.layouts.find((one) => one.id === id);
  const carried = layout === undefined || layout.carriedOverUntil === null ? null : handover;
  const fault = carried === null ? {} : faultOf(carried);
  return { layout, handover, setHandover, fault, sending: { mapping: layout?.id ?? "", carried } };
}

interface Props {
  readonly entry: CatalogueEntry | null;
  readonly chosen: ChosenLayout;
  /** Whether to say what is missing. */
  readonly asked: boolean;
  readonly setLayout: (layout: string) => void;
}

export function LayoutFields({ entry, chosen, asked, setLayout }: Props): ReactNode {
  const { layout, handover, setHandover } = chosen;
  const fault = asked ? chosen.fault : {};
  if (entry === null || entry.layouts.length === 0) return null;
  const until = layout?.carriedOverUntil ?? null;
  return (
    <>
      <ChoiceField
        label={text.layout}
        hint={text.layoutHint}
        value={layout?.id ?? ""}
        onChange={setLayout}
        choices={[
          { value: "", word: text.official },
          ...entry.layouts.map(({ id, name }) => ({ value: id, word: name })),
        ]}
      />
      {until === null ? null : (
        <>
          <Notice>{text.carried.says(until)}</Notice>
          <TextField
            label={text.carried.declared}
            hint={text.carried.declaredHint}
            error={fault.declared}
            value={handover.declared}
            onChange={(declared) => setHandover({ ...handover, declared })}
            required
          />
          <TextField
            label={text.carried.document}
            error={fault.document}
            value={handover.document}
            onChange={(document) => setHandover({ ...handover, document })}
            required
          />
        </>
      )}
    </>
  );
}
