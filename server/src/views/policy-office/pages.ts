import { publicPage } from "../site/index.ts";
import { releaseCss, releasePage } from "./pages/release.ts";
import { releasesCss, releasesPage } from "./pages/releases.ts";

/** The pages of what was released. */
export const officePages = {
  releases: publicPage(releasesCss, releasesPage),
  release: publicPage(releaseCss, releasePage),
} as const;
