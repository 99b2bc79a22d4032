export { measureCaseFaults, playMeasureCase } from "./service/cases.ts";
export { addMeasureRoutes } from "./routes.ts";
export type { MeasuresWiring } from "./routes.ts";
export { measureTexts } from "./text.ts";
