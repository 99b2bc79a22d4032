export { addOpenDataRoutes } from "./routes.ts";
export type { OpenDataWiring } from "./routes.ts";
export { openDataTexts } from "./text.ts";
