export { addPublicityRoutes } from "./routes.ts";
export type { PublicityWiring } from "./routes.ts";
export { publicityTexts } from "./text.ts";
export { publicPages } from "./pages.ts";
