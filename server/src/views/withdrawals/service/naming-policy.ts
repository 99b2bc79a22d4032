import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Mark } from "../../../policy/source.ts";
import { faultLine } from "../../../policy/text.ts";
import { parseYaml } from "../../../policy/yaml-file.ts";

/** By what right a late subscriber may be named in public. */
export interface NamingPolicy {
  /** `source#article`. */
  readonly basis: string;
  /** Whom the basis gives the right to. */
  readonly publisher: string;
  /** Days since the oldest event without a receipt was decided. */
  readonly days: number;
  /** Unverified: a template, and nobody is named. */
  readonly mark: Mark;
}

const shape = z.strictObject({
  basis: z.string().regex(/^[a-z0-9-]+#[^\s#]+$/u),
  publisher: z.string().min(1),
  days: z.int().min(1),
  mark: z.enum(["verified", "secondary", "unverified"]),
});

const fileName = "withdrawals/naming.yaml";
const shipped = fileURLToPath(new URL("../../../../../policy", import.meta.url));

/**
 * The rule of the last policy folder that has one: an operator's own stands over the shipped template. Throws with file and
 * reason where a file is not as it should be.
 */
export function readNamingPolicy(folders: readonly string[] = [shipped]): NamingPolicy {
  const file = folders.map((folder) => join(folder, fileName)).findLast((path) => existsSync(path));
  if (file === undefined) throw new Error(`${fileName}: no policy folder holds it`);
  const parsed = parseYaml(file, readFileSync(file, "utf8"));
  if (!("yaml" in parsed)) throw new Error(parsed.faults.map(faultLine).join("\n"));
  const read = shape.safeParse(parsed.yaml.value);
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}
