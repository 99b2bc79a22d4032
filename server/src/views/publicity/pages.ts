import type { Html } from "../../platform/html/markup.ts";
import { contentSecurityPolicy } from "../../platform/html/security.ts";
import { homeCss, homePage } from "./pages/home.ts";
import type { Chrome, HomeModel, ProblemModel, ResultsModel, StatementModel, SubjectModel } from "./pages/model.ts";
import { problemCss, problemPage } from "./pages/problem.ts";
import { resultsCss, resultsPage } from "./pages/results.ts";
import { statementCss, statementPage } from "./pages/statement.ts";
import { subjectCss, subjectPage } from "./pages/subject.ts";

/** A kind of public page: a pure function of its model, and the policy its response must carry. */
export interface PublicPage<Model> {
  readonly render: (model: Model, chrome: Chrome) => Html;
  /** Value of `Content-Security-Policy`: it allows this kind's inlined style and nothing else that runs or loads. */
  readonly contentSecurityPolicy: string;
}

/** The public pages by name. */
export interface PublicPages {
  readonly home: PublicPage<HomeModel>;
  readonly results: PublicPage<ResultsModel>;
  readonly subject: PublicPage<SubjectModel>;
  readonly statement: PublicPage<StatementModel>;
  readonly problem: PublicPage<ProblemModel>;
}

export const publicPages: PublicPages = {
  home: { render: homePage, contentSecurityPolicy: contentSecurityPolicy(homeCss) },
  results: { render: resultsPage, contentSecurityPolicy: contentSecurityPolicy(resultsCss) },
  subject: { render: subjectPage, contentSecurityPolicy: contentSecurityPolicy(subjectCss) },
  statement: { render: statementPage, contentSecurityPolicy: contentSecurityPolicy(statementCss) },
  problem: { render: problemPage, contentSecurityPolicy: contentSecurityPolicy(problemCss) },
};
