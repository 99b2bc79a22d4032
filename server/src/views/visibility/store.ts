import { hash } from "node:crypto";
import { statement } from "../../platform/database/pool.ts";
import type { Statement } from "../../platform/database/pool.ts";

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
