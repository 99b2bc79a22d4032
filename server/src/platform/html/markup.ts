import { html as template } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** A piece of page whose data has been escaped. */
export type Html = HtmlEscapedString;

/** What may stand in a template: strings are escaped, `null` and `false` leave nothing. */
export type Part = Html | string | number | null | false | undefined | readonly Part[];

/**
 * The only way to write markup (not named `html`, or the formatter would add white space, which shows in Chinese). Every string put in is escaped, in text and in quoted attributes alike;
 * attributes must therefore always be quoted in the template.
 * @throws TypeError when a value was a promise: pages are pure functions of a model.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const made = template(strings, ...values);
  if (made instanceof Promise) throw new TypeError("markup: a page is made of values, not of promises");
  return made;
}
