export type { AbsenceScope, CoverageLine, CoverageState, Declaration, Sender, SourceCoverage } from "./rules.ts";
export { coverageLines, readCoverage, scopeOf } from "./service.ts";
export { absenceClaims } from "./pages/absence.ts";
export type { Absent } from "./pages/absence.ts";
export { presentSource, sourceShape } from "./schema.ts";
export { coverageTable } from "./pages/table.ts";
export { pageText as coverageWords } from "./text.ts";
export { addCoverageRoutes } from "./routes.ts";
export type { CoverageWiring } from "./routes.ts";
