import { hash } from "node:crypto";
import { statement } from "../../platform/database/pool.ts";
import type { Statement, Tx } from "../../platform/database/pool.ts";
import type { SubjectKey } from "../../records/statements/index.ts";

const namedMax = 200;

/**
 * How a slice names statements that stand around a compiled channel. Their text follows the shape of the policy, so a name
 * is made from it: one plan a shape, prepared once a connection. At most 200 are remembered; then they are named anew, the
 * same text always alike.
 * @param slice with the label at most 46 bytes long.
 */
export function nameByText(slice: string): (label: string, text: string) => Statement {
  const named = new Map<string, Statement>();
  return (label, text) => {
    const known = named.get(text);
    if (known !== undefined) return known;
    if (named.size >= namedMax) named.clear();
    const made = statement(`${slice}.${label}.${hash("sha256", text).slice(0, 16)}`, text);
    named.set(text, made);
    return made;
  };
}

const subjectKeys = statement(
  "visibility.subject-keys",
  `select subject, encode(id, 'hex') as id, suite, kek, wrapped from statements.pub_subject_key
   where subject = any($1::text[])`,
);

/** The wrapped keys of those of the given subjects that have one. */
export function loadSubjectKeys(tx: Tx, subjects: readonly string[]): Promise<SubjectKey[]> {
  return tx.rows<SubjectKey>(subjectKeys, [subjects]);
}
