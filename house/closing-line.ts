/** The counts in the test runner's JSON report. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Closing {
  /** `N passed, N failed, N skipped`, alone on its line: what a person and CI read. */
  readonly line: string;
  readonly exitCode: number;
}

/**
 * Counts a run. A file that broke before its first test counts as one failure, and a run that executed
 * no test has failed, whatever the runner's exit code says.
 */
export function closingOf(report: TestReport, runnerExitCode: number): Closing {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const counted = report.numFailedTests + broken;
  const isSilent = counted === 0 && (runnerExitCode !== 0 || report.numPassedTests === 0);
  const failed = isSilent ? 1 : counted;
  const skipped = report.numPendingTests + report.numTodoTests;
  const line = `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return { line, exitCode: failed > 0 ? 1 : 0 };
}
