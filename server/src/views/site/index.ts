export { publicPage } from "./pages.ts";
export type { PublicPage } from "./pages.ts";
export { framed, siteSearch, trail } from "./pages/frame.ts";
export type { Place } from "./pages/frame.ts";
export { nameParts, subjectName } from "./pages/name.ts";
export { way, waysCss } from "./pages/way.ts";
export {
  addSiteRoutes,
  answerHeld,
  answerPage,
  answerVersion,
  chromeOf,
  unchanged,
  untilTonight,
  writePage,
} from "./routes.ts";
export type { PageContext, SiteName, Version } from "./routes.ts";
export { chromeAt, publicDay, secondsOfDayLeft, timeOf, versionOfDay } from "./rules.ts";
export type { Chrome, Moment } from "./rules.ts";
export { momentOf } from "./service.ts";
export type { Present } from "./service.ts";
export { kindNames, siteText } from "./text.ts";
