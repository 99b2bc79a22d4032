import { publicPage } from "../site/index.ts";
import { progressCss, progressPage } from "./pages/progress.ts";
import { verifyCss, verifyPage } from "./pages/verify.ts";

/** The pages of this slice by name. */
export const enquiryPages = {
  progress: publicPage(progressCss, progressPage),
  verify: publicPage(verifyCss, verifyPage),
} as const;
