export { addPolicyOfficeRoutes } from "./routes.ts";
export type { PolicyOfficeWiring } from "./routes.ts";
export { runCases } from "./service/cases.ts";
