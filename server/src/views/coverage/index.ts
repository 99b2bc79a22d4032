export { coverageOf, providersOf } from "./rules.ts";
export type { AbsenceScope, CoverageLine, CoverageState, Declaration, Sender, SourceCoverage } from "./rules.ts";
export { coverageLines, readCoverage, scopeOf } from "./service.ts";
