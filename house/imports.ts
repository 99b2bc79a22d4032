import { root, runTool } from "./tool.ts";

/** An import that a rule refuses. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  /** What to do instead. */
  readonly comment: string;
}

interface Report {
  readonly modules: readonly { readonly source: string; readonly followable?: boolean }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

/**
 * Runs the import checker over folders below `folder`, with the project's own rules.
 * @throws Error with the checker's own words when it gives no report.
 */
export async function cruise(
  folder: string,
  paths: readonly string[],
): Promise<{ readonly breaches: readonly Breach[]; readonly modules: number }> {
  const args = ["--config", `${root}/.dependency-cruiser.mjs`, "--output-type", "json", ...paths];
  const result = await runTool({ script: "dependency-cruiser/bin/dependency-cruiser.mjs", args, cwd: folder });
  if (!result.output.startsWith("{"))
    throw new Error(`dependency-cruiser gave no report: ${result.output}${result.errors}`);
  const report = JSON.parse(result.output) as Report;
  const comments = new Map(report.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment ?? ""]));
  const breaches = report.summary.violations.map(({ from, to, rule }) => ({
    rule: rule.name,
    from,
    to,
    comment: comments.get(rule.name) ?? "",
  }));
  const isOurs = (source: string): boolean =>
    /^(server|cli|log|house|bench|contract|web)\//.test(source) && /\.(tsx?|js)$/.test(source);
  return { breaches, modules: report.modules.filter((module) => isOurs(module.source)).length };
}

/** Fewer modules than this were never all of ours. */
const modulesFloor = 150;

/**
 * Without a TypeScript below 7 the import checker reads no module, finds no breach and says all is well. So what it
 * read is counted against the files that are there.
 * @returns the fault, or undefined when it saw enough.
 */
export function blindness(modules: number, present: number): string | undefined {
  const floor = Math.max(modulesFloor, present);
  if (modules >= floor) return undefined;
  return `only ${modules} modules were read of ${floor}: the import checker is blind (it needs typescript < 7).`;
}
