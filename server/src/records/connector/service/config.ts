import { readFile, stat } from "node:fs/promises";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { parseYaml } from "../../../policy/yaml-file.ts";
import { readSources } from "../rules/source.ts";
import type { ConnectorSource } from "../rules/source.ts";

/**
 * The connectors of an operator's `connectors.yaml`; none where the file is missing. Refuses `connector.file-open` when
 * anybody else may read its passwords, `connector.unreadable` with the line, and what `readSources` refuses.
 */
export async function loadConnectors(file: string): Promise<Outcome<readonly ConnectorSource[]>> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null) return readSources({});
  if ((found.mode & 0o077) !== 0 || found.uid !== process.getuid?.())
    return refused({ code: "connector.file-open", kind: "forbidden" });
  const parsed = parseYaml(file, await readFile(file, "utf8"));
  if ("yaml" in parsed) return readSources(parsed.yaml.value);
  return refused({ code: "connector.unreadable", kind: "invalid", values: { line: parsed.faults[0]?.line ?? 1 } });
}
