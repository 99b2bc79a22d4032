import { readFile, stat } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { fault, Fault, reasonOf } from "./fault.ts";
import { fieldsOf } from "./fields.ts";
import type { Fields } from "./fields.ts";

const BYTES_MAX = 1024 * 1024;

/** Whether `--mapping` names a file: mappings' own names have neither ending nor folder. */
export function isMappingFile(text: string): boolean {
  return /\.(ya?ml|json)$/i.test(text) || text.includes("/");
}

/**
 * A mapping as POST /mappings takes it. The `id` of a policy file is left out: the platform names what is kept by its
 * content. Throws Fault `cli.mapping-unreadable`.
 */
export async function readMappingFile(file: string): Promise<Fields> {
  const wrong = (reason: string): Fault => fault({ code: "cli.mapping-unreadable", values: { file, reason } });
  let mapping: unknown;
  try {
    if ((await stat(file)).size > BYTES_MAX) throw wrong(`> ${BYTES_MAX} B`);
    const text = await readFile(file, "utf8");
    mapping = /\.json$/i.test(file) ? JSON.parse(text) : parse(text);
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (error instanceof YAMLParseError) throw wrong(`${error.code} ${error.linePos?.[0].line ?? ""}`.trim());
    throw wrong(error instanceof SyntaxError ? "JSON" : reasonOf(error));
  }
  const { id: _, ...fields } = fieldsOf(mapping);
  if (Object.keys(fields).length === 0) throw wrong("{}");
  return fields;
}
