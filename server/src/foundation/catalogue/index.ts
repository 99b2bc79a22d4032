export { admits, describeEntry } from "./rules.ts";
export type { Admission, DescribedEntry } from "./rules.ts";
export { addCatalogueRoutes } from "./routes.ts";
export { catalogueTexts } from "./text.ts";
