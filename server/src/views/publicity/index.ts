export { addPublicityRoutes } from "./routes.ts";
export type { PublicityWiring } from "./routes.ts";
export { publicityTexts } from "./rules/text.ts";
export { publicPages } from "./pages.ts";
