export { addExportRoutes } from "./routes.ts";
export type { ExportRoutes } from "./routes.ts";
export { createExportJob, markExport } from "./service.ts";
export type { ExportPorts, Marked } from "./service.ts";
export type { RowIdentity } from "./rules.ts";
export { exportTexts } from "./text.ts";
