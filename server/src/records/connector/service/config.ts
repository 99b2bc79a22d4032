import { readFile, stat } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
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
  const lineCounter = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), { lineCounter, uniqueKeys: true, version: "1.2" });
  const [error] = document.errors;
  if (error !== undefined) {
    return refused({
      code: "connector.unreadable",
      kind: "invalid",
      values: { line: lineCounter.linePos(error.pos[0]).line },
    });
  }
  return readSources(document.toJS({ maxAliasCount: 0 }));
}
