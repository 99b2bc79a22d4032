import { runTool } from "./tool.ts";

export interface LintFault {
  readonly file: string;
  readonly line: number;
  /** As the linter names it, e.g. `eslint(max-lines)`. */
  readonly rule: string;
  readonly message: string;
}

interface Diagnostic {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
  readonly help?: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly number_of_files: number;
}

/**
 * Runs the linter with type information over paths below a folder.
 * @throws Error with the linter's own words when it gives no report.
 */
export async function lint(
  folder: string,
  paths: readonly string[],
): Promise<{ readonly faults: readonly LintFault[]; readonly files: number }> {
  const args = ["--type-aware", "--format", "json", "--deny-warnings", "-c", `${folder}/.oxlintrc.json`, ...paths];
  const result = await runTool({ script: "oxlint/bin/oxlint", args, cwd: folder });
  const report = readReport(result.output);
  if (report === undefined)
    throw new Error(`oxlint gave no report (exit code ${result.exitCode}): ${result.output}${result.errors}`);
  const faults = report.diagnostics.map((one) => ({
    file: one.filename.replace(`${folder}/`, ""),
    line: one.labels[0]?.span.line ?? 0,
    rule: one.code,
    message: one.help === undefined ? one.message : `${one.message} ${one.help}`,
  }));
  return { faults, files: report.number_of_files };
}

function readReport(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}
