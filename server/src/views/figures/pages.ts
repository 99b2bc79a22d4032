import { publicPage } from "../site/index.ts";
import { figuresCss, figuresPage } from "./pages/figures.ts";
import { rowsCss, rowsPage } from "./pages/rows.ts";

/** The pages of the figures of 双公示. */
export const figuresPages = {
  figures: publicPage(figuresCss, figuresPage),
  rows: publicPage(rowsCss, rowsPage),
} as const;
