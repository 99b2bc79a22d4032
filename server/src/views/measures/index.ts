export { addMeasureRoutes } from "./routes.ts";
export type { MeasuresWiring } from "./routes.ts";
export { measureTexts } from "./text.ts";
