export { addListingRoutes } from "./routes.ts";
export type { ListingWiring } from "./routes.ts";
export { listingTexts } from "./text.ts";
