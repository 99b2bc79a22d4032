export { coverageLines, coverageOf, providersOf, scopeOf } from "./rules.ts";
export type { AbsenceScope, CoverageLine, CoverageState, Declaration, Sender, SourceCoverage } from "./rules.ts";
export { readCoverage } from "./service.ts";
