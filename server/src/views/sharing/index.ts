export { addSharingRoutes } from "./routes.ts";
export type { SharingWiring } from "./routes.ts";
export { sharingTexts } from "./text.ts";
export { faultOfParties, grantByDuty, officeOf, stateOf } from "./rules/right.ts";
export { playAccessCase } from "./rules/play.ts";
export type { DutyGrant } from "./rules/right.ts";
export type { KnownSubject } from "./rules/told.ts";
export { registeredRepresentative } from "./service/representative.ts";
export { loadSubjects } from "./store.ts";
