export { addEndpointRoutes } from "./routes.ts";
export type { EndpointRoutes } from "./routes.ts";
export { deliverNews } from "./jobs.ts";
export type { DeliveryPorts, FeedPart, FeedSource } from "./jobs.ts";
export { endpointHandler } from "./service.ts";
export { endpointTexts } from "./text.ts";
