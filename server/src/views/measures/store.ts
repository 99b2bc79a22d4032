import type { Tx } from "../../platform/database/pool.ts";
import { compileChannel, nameByText } from "../visibility/index.ts";
import type { CompileQuestion, VisibleRow } from "../visibility/index.ts";
import type { FieldValue } from "../../records/statements/index.ts";

/** A record that may bring a measure about. */
export interface TriggerRow extends VisibleRow {
  /** Null where an eraser emptied the body. */
  readonly fields: Readonly<Record<string, FieldValue>> | null;
}

export interface TriggerQuestion extends Pick<CompileQuestion, "policy" | "day" | "today" | "grant"> {
  readonly channel: "duty" | "statutory-bar";
  readonly subjects: readonly string[];
}

const named = nameByText("measures");

/**
 * Records of some subjects of the entries that a grant names, through one channel. All of them: none may be left out. Each
 * pair of subject and entry is a probe of its own, the guard within it, so that a long history of other entries costs nothing.
 */
export function loadTriggers(tx: Tx, question: TriggerQuestion): Promise<TriggerRow[]> {
  const { where, select, values, fields, fieldValues } = compileChannel({ ...question, offset: 2 });
  const entries = [...(question.grant?.entries ?? [])];
  const text = `select s.*, case when b.id is null then null else ${fields} end as fields
    from unnest($1::text[]) k(subject) cross join unnest($2::text[]) n(entry)
    cross join lateral (select ${select} from statements.pub_statement s
      where s.subject = k.subject and s.entry = n.entry and ${where} offset 0) s
    left join statements.pub_body b on b.subject = s.subject and b.id = s.id
    order by s.subject, s."decidedOn" desc nulls last, s.id`;
  return tx.rows(named(question.channel, text), [question.subjects, entries, ...values, ...fieldValues]);
}
