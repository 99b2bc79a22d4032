export { addUploadRoutes } from "./routes/upload-routes.ts";
export { addBatchRoutes } from "./routes/batch-routes.ts";
export { addCommandRoutes } from "./routes/command-routes.ts";
export type { IngestRoutes } from "./routes/context.ts";
export { createWorker } from "./service/worker.ts";
export type { Worker } from "./service/worker.ts";
export type { IngestPorts } from "./service/ports.ts";
export { ingestTexts } from "./text.ts";
