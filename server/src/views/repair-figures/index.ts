export { addRepairFiguresRoutes } from "./routes.ts";
export type { RepairFiguresRoutes } from "./routes.ts";
