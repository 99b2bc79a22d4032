export { addWithdrawalRoutes } from "./routes.ts";
export { withdrawalNews } from "./routes/push.ts";
export type { WithdrawalWiring } from "./routes.ts";
export { carryWithdrawals } from "./service/carry.ts";
export { readNamingPolicy } from "./service/naming-policy.ts";
export type { NamingPolicy } from "./service/naming-policy.ts";
export { receiptsOf } from "./service/feed.ts";
export { namingHandler } from "./service/oversight.ts";
export { withdrawalTexts } from "./text.ts";
