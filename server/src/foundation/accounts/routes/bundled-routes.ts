// The bundled identity provider under its path, with the one form that it needs.
import type { Context } from "hono";
import { refusePage } from "../../../platform/http/http-app.ts";
import type { HttpApp, HttpEnv } from "../../../platform/http/http-app.ts";
import { describeRefusal, statusOf } from "../../../platform/http/problem.ts";
import { passwordPage } from "../pages.ts";
import { BUNDLED_PATH } from "../service/bundled-provider.ts";
import type { BundledProvider, BundledRequest } from "../service/bundled-provider.ts";
import { checkPassword } from "../service/password.ts";
import { accountTexts, signInText } from "../text.ts";
import { go, send } from "./sign-in-routes.ts";
import type { SignInRoutes } from "./sign-in-routes.ts";

/** As `c.req.raw` says it, with the path as it was asked for. */
async function requestOf(c: Context<HttpEnv>): Promise<BundledRequest> {
  const { pathname, search } = new URL(c.req.url);
  const headers = c.req.header();
  return { method: c.req.method, path: `${pathname}${search}`, headers, body: await c.req.text() };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

async function answerForm(c: Context<HttpEnv>, routes: SignInRoutes, bundled: BundledProvider): Promise<Response> {
  const form = await c.req.parseBody();
  const [login, password] = [textOf(form["login"]).trim(), textOf(form["password"])];
  // The form was read: what the provider needs of this request is its cookie.
  const request = { method: "GET", path: new URL(c.req.url).pathname, headers: c.req.header(), body: "" };
  const asked = await bundled.isAsked(request);
  if (!asked.ok) return refusePage(c, asked.refusal);
  const checked = await checkPassword(routes, { login, password, address: routes.addressOf(c) });
  if (!checked.ok) {
    const { title, detail } = describeRefusal(checked.refusal, accountTexts);
    const model = { action: c.req.path, login, problem: `${title}${signInText.stop}${detail}` };
    return send(c, passwordPage(routes.site, model), { status: statusOf(checked.refusal.kind) });
  }
  const accepted = await bundled.accept(request, login);
  return accepted.ok ? go(accepted.value) : refusePage(c, accepted.refusal);
}

/** Mounts it; nothing where there is none. */
export function addBundledRoutes(app: HttpApp, routes: SignInRoutes): void {
  const { bundled } = routes.identity;
  if (bundled === null) return;
  const form = `${BUNDLED_PATH}/interaction/:uid`;
  app.get(form, async (c) => {
    const asked = await bundled.isAsked(await requestOf(c));
    if (!asked.ok) return refusePage(c, asked.refusal);
    return send(c, passwordPage(routes.site, { action: c.req.path, login: "", problem: null }));
  });
  app.post(form, (c) => answerForm(c, routes, bundled));
  app.on(["GET", "POST"], `${BUNDLED_PATH}/*`, async (c) => bundled.answer(await requestOf(c)));
}
