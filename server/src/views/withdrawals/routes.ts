import type { HttpApp } from "../../platform/http/http-app.ts";
import { addCentreRoutes } from "./routes/centre.ts";
import type { CentreRoutes } from "./routes/centre.ts";
import { addSubscriberRoutes } from "./routes/subscribers.ts";
import { addRecipientRoutes } from "./routes/recipient.ts";
import type { RecipientRoutes } from "./routes/recipient.ts";

export interface WithdrawalWiring extends RecipientRoutes, CentreRoutes {}

/** Statements handed out to registered recipients, and what they are told of them afterwards. */
export function addWithdrawalRoutes(app: HttpApp, wiring: WithdrawalWiring): void {
  addRecipientRoutes(app, wiring);
  addCentreRoutes(app, wiring);
  addSubscriberRoutes(app, wiring);
}
