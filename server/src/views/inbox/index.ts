export { addInboxRoutes } from "./routes.ts";
export type { InboxWiring } from "./routes.ts";
export { reminderNews } from "./service/reminders.ts";
export { noticesOf } from "./service.ts";
export { presentNotice } from "./schema.ts";
