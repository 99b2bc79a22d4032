import { publicPage } from "../site/index.ts";
import { listCss, listPage } from "./pages/list.ts";
import { registryCss, registryPage } from "./pages/registry.ts";

/** The pages of this slice by name. */
export const listingPages = {
  registry: publicPage(registryCss, registryPage),
  list: publicPage(listCss, listPage),
} as const;
