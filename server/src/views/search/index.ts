export { searchSubjects } from "./service.ts";
export type { SearchRequest } from "./service.ts";
export { readPlace } from "./rules.ts";
export type { FoundSubject, SearchAnswer, SearchPlace } from "./rules.ts";
export { searchTexts } from "./text.ts";
