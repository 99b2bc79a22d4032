export { addSubscriptionRoutes } from "./routes.ts";
export type { SubscriptionRoutes } from "./routes.ts";
export { liveSubscriptions, subscriptionHandler } from "./service.ts";
export type { SubscriptionPorts } from "./service.ts";
export type { Subscription } from "./rules.ts";
export { subscriptionTexts } from "./text.ts";
