export { addGuidanceRoutes } from "./routes.ts";
export type { GuidanceWiring } from "./routes.ts";
export { guidanceTexts } from "./text.ts";
