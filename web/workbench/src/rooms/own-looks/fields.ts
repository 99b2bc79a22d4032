/**
 * The fields of an entry that a look could read. @param fields as the log writes them: `entry.field`, `entry.*` for all,
 * or the field alone.
 */
export function fieldsOfEntry(fields: readonly string[], entry: string): readonly string[] | "all" {
  if (fields.includes(`${entry}.*`)) return "all";
  const own = fields.filter((field) => field.startsWith(`${entry}.`)).map((field) => field.slice(entry.length + 1));
  return own.length > 0 ? own : fields.filter((field) => !field.includes("."));
}
