import type { Html } from "../../platform/html/markup.ts";
import { contentSecurityPolicy } from "../../platform/html/security.ts";
import type { Chrome } from "./rules.ts";

/** A kind of public page: a pure function of its model, and the policy its response must carry. */
export interface PublicPage<Model> {
  readonly render: (model: Model, chrome: Chrome) => Html;
  /** Value of `Content-Security-Policy`: it allows this kind's inlined style and nothing else that runs or loads. */
  readonly contentSecurityPolicy: string;
}

/** @param css the page's whole stylesheet, as `stylesheet` made it. */
export function publicPage<Model>(css: string, render: PublicPage<Model>["render"]): PublicPage<Model> {
  return { render, contentSecurityPolicy: contentSecurityPolicy(css) };
}
