export { addRecallRoutes } from "./routes.ts";
export { recallUsed } from "./jobs.ts";
export { recallNews } from "./service.ts";
