// The pages for signing in: server HTML without script, in the look of the public site.
import { failure, failureCss } from "../../platform/html/failure.ts";
import { formCss } from "../../platform/html/form.ts";
import { facts, factsCss } from "../../platform/html/chapter.ts";
import { layout, stylesheet } from "../../platform/html/layout.ts";
import { markup } from "../../platform/html/markup.ts";
import type { Html, Part } from "../../platform/html/markup.ts";
import { contentSecurityPolicy } from "../../platform/html/security.ts";
import type { Account } from "./rules.ts";
import { ROLE_NAMES, signInText as text } from "./text.ts";

const ownCss =
  ".lead{margin:1rem 0 2rem}.doors li{margin-bottom:1rem}.doors a,.act{display:inline-block;font:inherit;font-weight:600;color:#fff;background:var(--ink);border:2px solid var(--ink);border-radius:2px;min-height:2.75rem;padding:.35rem 1.75rem;text-decoration:none;cursor:pointer}.doors a:hover,.act:hover{text-decoration:underline}.quiet{color:var(--ink);background:#fff}.acts{display:flex;flex-wrap:wrap;gap:1rem;margin-top:2rem}.pick{border:0}.pick label{display:flex;gap:.75rem;align-items:baseline;padding:.5rem 0;border-bottom:1px solid var(--line);max-width:44rem}.num{font:600 1.1875rem/1.6 monospace;overflow-wrap:anywhere;margin-top:.5rem}.narrow{grid-template-columns:minmax(0,1fr);max-width:24rem}";
const css = stylesheet([factsCss, formCss, failureCss, ownCss]);

/** The policy that every answer with one of these pages must bear. */
export const SIGN_IN_POLICY = contentSecurityPolicy(css);

/** What the operator calls the site. */
export interface SignInSite {
  readonly name: string;
}

function page(site: SignInSite, title: string, body: Part): Html {
  return layout({
    language: text.language,
    title: `${title}${text.titleJoin}${site.name}`,
    css,
    large: false,
    skip: text.skip,
    top: { note: null, link: text.home },
    brand: { href: "/", word: site.name },
    navigation: { label: text.navigation, items: [{ ...text.signIn, current: true }] },
    body,
    footer: [text.foot],
  });
}

/** Where one can sign in. Addresses are whole ones of this site, so that a visit under another name ends up here. */
export function doorsPage(
  site: SignInSite,
  model: { readonly doors: readonly { readonly href: string; readonly name: string }[]; readonly demo: boolean },
): Html {
  const items = model.doors.map(({ href, name }) => markup`<li><a href="${href}">${name}</a></li>`);
  return page(site, text.signIn.word, [
    markup`<h1>${text.signIn.word}</h1><p class="lead">${text.lead}</p>`,
    items.length === 0
      ? markup`<p>${text.none}</p>`
      : markup`<h2>${text.choose}</h2><ul class="doors lead">${items}</ul>`,
    model.demo && markup`<p class="meta">${text.demonstration}</p>`,
  ]);
}

function whoIs({ login, role, organisationName, organisation }: Account): Html {
  return facts([
    { label: text.signedIn.login, value: login },
    { label: text.signedIn.role, value: ROLE_NAMES[role] },
    { label: text.signedIn.organisation, value: `${organisationName} ${organisation}` },
  ]);
}

/** Who one is signed in as, and the way out. */
export function signedInPage(
  site: SignInSite,
  model: { readonly account: Account; readonly csrf: string; readonly stepUpHref: string },
): Html {
  return page(site, text.signedIn.title, [
    markup`<h1>${text.signedIn.title}</h1><div class="lead">${whoIs(model.account)}</div>`,
    markup`<form class="acts" method="post" action="/sign-out"><input type="hidden" name="csrf" value="${model.csrf}"><button class="act">${text.signedIn.out}</button><a class="act quiet" href="${model.stepUpHref}">${text.stepUp}</a></form>`,
  ]);
}

/**
 * After a provider sent the browser back: goes on by itself. A redirect would not do: it would still count as coming
 * from the provider's site, and the browser would keep the session's cookie to itself.
 */
export function onwardPage(site: SignInSite, model: { readonly account: Account; readonly back: string }): Html {
  return page(site, text.signedIn.title, [
    markup`<meta http-equiv="refresh" content="0;url=${model.back}">`,
    markup`<h1>${text.signedIn.title}</h1><div class="lead">${whoIs(model.account)}</div>`,
    markup`<p><a href="${model.back}">${text.signedIn.go}</a></p>`,
  ]);
}

/** A person with several accounts chooses one. */
export function choicePage(site: SignInSite, accounts: readonly Account[]): Html {
  const choices = accounts.map(
    ({ account, organisationName, role, login }, index) =>
      markup`<label><input type="radio" name="account" value="${account}"${index === 0 && markup` checked`}> <span>${organisationName} · ${ROLE_NAMES[role]} · ${login}</span></label>`,
  );
  return page(site, text.accounts.title, [
    markup`<h1>${text.accounts.title}</h1>`,
    markup`<form method="post" action="/sign-in/accounts"><fieldset class="pick"><legend class="lead">${text.accounts.lead}</legend>${choices}</fieldset><p class="acts"><button class="act">${text.accounts.button}</button></p></form>`,
  ]);
}

/** Recognised, and without an account. */
export function nobodyPage(site: SignInSite, registration: string): Html {
  const { title, says, next, number } = text.nobody;
  return page(
    site,
    title,
    failure({
      title,
      says: [says, next],
      next: markup`<p>${number}</p><p class="num">${registration}</p><p><a href="${text.signIn.href}">${text.again}</a></p>`,
    }),
  );
}

/** It did not work, why, and how to begin anew. */
export function refusedPage(site: SignInSite, model: { readonly title: string; readonly detail: string }): Html {
  const next = markup`<p><a href="${text.signIn.href}">${text.again}</a></p>`;
  return page(site, model.title, failure({ title: model.title, says: [model.detail], next }));
}

export function signedOutPage(site: SignInSite): Html {
  const { title, says } = text.out;
  const next = markup`<p><a href="${text.signIn.href}">${text.again}</a></p>`;
  return page(site, title, failure({ title, says: [says], next }));
}

/** The login form of the bundled provider. What was typed as a login stays; the password does not. */
export function passwordPage(
  site: SignInSite,
  model: { readonly action: string; readonly login: string; readonly problem: string | null },
): Html {
  const { title, login, password, button } = text.demo;
  const bad = model.problem !== null && markup` aria-invalid="true" aria-describedby="problem"`;
  return page(site, title, [
    markup`<h1>${title}</h1><p class="lead meta">${text.demonstration}</p>`,
    markup`<form class="fs narrow" method="post" action="${model.action}"><div class="f"><label for="login">${login}</label><input id="login" name="login" value="${model.login}" maxlength="40" autocomplete="username" autocapitalize="none"${bad}></div><div class="f"><label for="password">${password}</label><input id="password" name="password" type="password" maxlength="200" autocomplete="current-password"${bad}>${model.problem !== null && markup`<p class="err" id="problem" role="alert">${model.problem}</p>`}</div><p class="go"><button>${button}</button></p></form>`,
  ]);
}
