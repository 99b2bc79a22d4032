import { absence, unknown } from "../../../platform/html/claim.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { grouped, shortDay } from "../../../platform/html/setting.ts";
import { siteText } from "../../site/index.ts";
import type { AbsenceScope } from "../rules.ts";
import { pageText } from "../text.ts";

const words = pageText.absence;

/** What is said not to be there, and beside how many that are. */
export interface Absent {
  readonly title: string;
  readonly besides: number;
  readonly says: Part;
  /** Where the coverage stands that the scope speaks of; null where the page says no more of it. */
  readonly link: string | null;
}

/**
 * "Nothing found" with its scope, then loudly whatever could not be looked up. Where nobody has declared a day
 * nothing is claimed: that is unknown, never none.
 */
export function absenceClaims(absent: Absent, scope: AbsenceScope): readonly Html[] {
  return [ownClaim(absent, scope), ...scope.unchecked.map(uncheckedClaim)].filter((claim) => claim !== null);
}

function ownClaim(absent: Absent, scope: AbsenceScope): Html | null {
  const link = absent.link !== null && markup` <a class="no" href="${absent.link}">${words.link}</a>`;
  if (scope.completeThrough === null || scope.providers === 0) {
    if (scope.unchecked.length > 0) return null;
    const why = scope.providers === 0 ? words.nobody : words.uncheckedNever;
    return unknown({ word: words.unchecked, about: absent.title, since: markup`${why}${words.notNone}${link}` });
  }
  const besides = absent.besides > 0 && words.besides(absent.besides);
  return absence({
    says: markup`${besides}<b>${words.found}</b>${absent.says}`,
    scope: markup`${words.complete({ providers: grouped(scope.providers) })}${shortDay(scope.completeThrough)}${siteText.stop}${link}`,
  });
}

function uncheckedClaim(source: AbsenceScope["unchecked"][number]): Html {
  const since =
    source.through === null
      ? markup`${words.uncheckedNever}${words.notNone}`
      : markup`${words.uncheckedThrough}${shortDay(source.through)}${siteText.stop}${words.notNone}`;
  return unknown({ word: words.unchecked, about: source.title, since });
}
