export { addEnquiryRoutes } from "./routes.ts";
export type { EnquiryWiring } from "./routes.ts";
