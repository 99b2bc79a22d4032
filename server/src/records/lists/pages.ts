// 文书: a page for paper, made of the body alone. It belongs to two sides and stands on no public page.
import { markup, raw } from "../../platform/html/markup.ts";
import type { Html } from "../../platform/html/markup.ts";
import { contentSecurityPolicy } from "../../platform/html/security.ts";
import type { DocumentBody, DocumentRemedy } from "./rules/document.ts";
import { DOCUMENT_WORDS as text } from "./text.ts";

const css =
  "body{font:17px/1.8 'Noto Serif SC',SimSun,serif;color:#111;background:#fff;max-width:42rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.5rem;text-align:center;font-weight:600;margin:0 0 .5rem}.no{text-align:center;margin:0 0 2rem}h2{font-size:1rem;font-weight:600;margin:1.5rem 0 0}p,ul{margin:0}ul{padding-left:1.5rem}.pre{white-space:pre-line}.seal{text-align:right;margin-top:3rem}.foot{margin-top:3rem;border-top:1px solid #bbb;padding-top:.5rem;font-size:.75rem;color:#555;overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}";

/** Nothing but our own one style: no script, no picture, no foreign resource. */
export const documentPolicy = contentSecurityPolicy(css);

function part(title: string, body: Html | string): Html {
  return markup`<h2>${title}</h2><p class="pre">${body}</p>`;
}

function items(title: string, all: readonly string[]): Html | null {
  return all.length === 0 ? null : markup`<h2>${title}</h2><ul>${all.map((one) => markup`<li>${one}</li>`)}</ul>`;
}

function remedyText({ kind, days, months, mark }: DocumentRemedy): string {
  const within = months === null ? text.withinDays(days ?? 0) : text.withinMonths(months);
  return `${within}${kind === "litigation" ? text.litigation : text.reconsideration}${mark === "unverified" ? text.unverified : ""}`;
}

function termText({ term }: DocumentBody): string | null {
  if (term === null) return null;
  return term.kind === "months" ? text.terms.months((term.months ?? 0) + term.extensionMonths) : text.terms[term.kind];
}

/** What the subject may still say before the decision, or how it was heard. */
function heardPart({ kind, defence, heard }: DocumentBody): Html | null {
  if (kind === "prior-notice") {
    return defence.workingDays === null
      ? null
      : part(text.heard, text.mayBeHeard(defence.workingDays, defence.mark === "unverified"));
  }
  const late = defence.lateEntry && defence.from !== null ? text.lateEntry(defence.from) : "";
  return kind === "listing"
    ? part(text.heard, [text.wasHeard(heard), late].filter((one) => one !== "").join("\n"))
    : null;
}

/** The consequences, exits and remedies stand in what takes something, not in what gives it back. */
function consequences(body: DocumentBody): readonly (Html | null)[] {
  const reasons = part(body.kind === "prior-notice" ? text.consequences : text.reasons, body.words);
  if (body.kind === "removal" || body.kind === "revocation") return [reasons];
  const term = termText(body);
  return [
    reasons,
    term === null ? null : part(text.term, term),
    items(text.exits, body.exits),
    heardPart(body),
    items(text.remedies, body.remedies.map(remedyText)),
  ];
}

/** The document on paper: number, to whom, what, on which basis, what follows, seal place, version. */
export function documentPage(body: DocumentBody, digest: Buffer): Html {
  const title = text.titles[body.kind];
  return markup`<!doctype html>
<html lang="${text.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} ${body.number}</title><link rel="icon" href="data:,"><style>${raw(css)}</style></head>
<body><main><h1>${title}</h1><p class="no">${body.number}</p>
<p>${text.toWhom(body.subject.name, body.subject.uscc)}</p>
${part(text.list, body.list.zh)}
${part(text.ground, text.groundOf(body.ground.zh, body.ground.threshold))}
${part(text.facts, body.facts)}
${items(
  text.evidence,
  body.evidence.map((one) => text.evidenceItem(one.title, one.digest)),
)}
${items(
  text.basis,
  body.basis.map((one) => one.text),
)}
${consequences(body)}
<p class="seal">${text.seal(body.authority.name)}<br>${body.issuedOn}</p>
<p class="foot">${text.foot(body.template, digest.toString("hex"))}</p></main></body></html>
`;
}
