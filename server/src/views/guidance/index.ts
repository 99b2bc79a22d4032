export { bases, basis, heading, link, links, markWord, partCss } from "./pages/part.ts";
export { cite } from "./rules/citation.ts";
export type { Citation } from "./rules/citation.ts";
export { addGuidanceRoutes } from "./routes.ts";
export type { GuidanceWiring } from "./routes.ts";
export { guidanceTexts } from "./text.ts";
