import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Mark } from "../../../policy/source.ts";
import { faultLine } from "../../../policy/text.ts";
import { parseYaml } from "../../../policy/yaml-file.ts";

/** Under which terms the data may be used. */
export interface TermsOfUse {
  readonly id: string;
  readonly zh: string;
  /** Where its full text stands; null where it stands nowhere else. */
  readonly url: string | null;
  readonly terms: readonly string[];
  /** Unverified: a template that no authority has confirmed, and everything says so. */
  readonly mark: Mark;
}

const termsShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i),
  zh: z.string().min(1),
  // It stands in a header: nothing in it may end the address.
  url: z
    .url({ protocol: /^https$/ })
    .regex(/^[\x21\x23-\x3b\x3d\x3f-\x7e]+$/)
    .nullable(),
  terms: z.array(z.string().min(1)).min(1),
  mark: z.enum(["verified", "secondary", "unverified"]),
});

const fileName = "open-data/terms-of-use.yaml";
const shipped = fileURLToPath(new URL("../../../../../policy", import.meta.url));

/**
 * The terms of the last policy folder that has one (`open-data/terms-of-use.yaml`): an operator's own stands over the shipped
 * template. Throws with file and reason where a file is not as it should be, or where no folder holds one.
 */
export function readTermsOfUse(folders: readonly string[] = [shipped]): TermsOfUse {
  const file = folders.map((folder) => join(folder, fileName)).findLast((path) => existsSync(path));
  if (file === undefined) throw new Error(`${fileName}: no policy folder holds it`);
  const parsed = parseYaml(file, readFileSync(file, "utf8"));
  if (!("yaml" in parsed)) throw new Error(parsed.faults.map(faultLine).join("\n"));
  const read = termsShape.safeParse(parsed.yaml.value);
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}
