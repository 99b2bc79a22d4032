export { addObjectionRoutes } from "./routes.ts";
export type { ObjectionRoutes } from "./routes/context.ts";
export type { ObjectionPorts } from "./service/ports.ts";
export { filesOfObjection } from "./service/read.ts";
export { objectionTexts } from "./text.ts";
