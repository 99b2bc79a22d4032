import { publicPage } from "../site/index.ts";
import { catalogueCss, cataloguePage } from "./pages/catalogue.ts";
import { datesCss, datesPage } from "./pages/dates.ts";
import { documentCss, documentPage, mapPage } from "./pages/document.ts";
import { entryCss, entryPage } from "./pages/entry.ts";
import { guideCss, guideIndexPage, guidePage } from "./pages/guide.ts";
import { rulesCss, rulesPage } from "./pages/rules.ts";
import { sourceCss, sourcePage } from "./pages/source.ts";

/** The pages of this slice by name. */
export const guidancePages = {
  rules: publicPage(rulesCss, rulesPage),
  source: publicPage(sourceCss, sourcePage),
  catalogue: publicPage(catalogueCss, cataloguePage),
  entry: publicPage(entryCss, entryPage),
  guides: publicPage(guideCss, guideIndexPage),
  guide: publicPage(guideCss, guidePage),
  dates: publicPage(datesCss, datesPage),
  document: publicPage(documentCss, documentPage),
  map: publicPage(documentCss, mapPage),
} as const;
