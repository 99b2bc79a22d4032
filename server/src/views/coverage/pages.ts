import { publicPage } from "../site/index.ts";
import { coverageCss, coveragePage } from "./pages/coverage.ts";

/** The page of coverage. */
export const coveragePages = { coverage: publicPage(coverageCss, coveragePage) } as const;
