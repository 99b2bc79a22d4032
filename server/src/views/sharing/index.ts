export { addSharingRoutes } from "./routes.ts";
export type { SharingWiring } from "./routes.ts";
export { sharingTexts } from "./text.ts";
