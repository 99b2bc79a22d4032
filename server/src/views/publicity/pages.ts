import { publicPage } from "../site/index.ts";
import { homeCss, homePage } from "./pages/home.ts";
import { listCss, listPage, listsCss, listsPage } from "./pages/list.ts";
import { problemCss, problemPage } from "./pages/problem.ts";
import { resultsCss, resultsPage } from "./pages/results.ts";
import { statementCss, statementPage } from "./pages/statement.ts";
import { subjectCss, subjectPage } from "./pages/subject.ts";

/** The public pages by name. */
export const publicPages = {
  home: publicPage(homeCss, homePage),
  results: publicPage(resultsCss, resultsPage),
  subject: publicPage(subjectCss, subjectPage),
  statement: publicPage(statementCss, statementPage),
  lists: publicPage(listsCss, listsPage),
  list: publicPage(listCss, listPage),
  problem: publicPage(problemCss, problemPage),
} as const;
