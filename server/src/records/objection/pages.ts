// 文书: a page for paper, made of the body alone. It belongs to its two sides and stands on no public page.
import { markup, raw } from "../../platform/html/markup.ts";
import type { Html } from "../../platform/html/markup.ts";
import { contentSecurityPolicy } from "../../platform/html/security.ts";
import type { DocumentBody } from "./rules/document.ts";
import { DOCUMENT_NAMES, DOCUMENT_WORDS as text, KIND_TITLES } from "./text.ts";

const css =
  "body{font:17px/1.8 'Noto Serif SC',SimSun,serif;color:#111;background:#fff;max-width:42rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.5rem;text-align:center;font-weight:600;margin:0 0 .5rem}.no{text-align:center;margin:0 0 2rem}h2{font-size:1rem;font-weight:600;margin:1.5rem 0 0}p,ul{margin:0;overflow-wrap:anywhere}ul{padding-left:1.5rem}.pre{white-space:pre-line}.seal{text-align:right;margin-top:3rem}.foot{margin-top:3rem;border-top:1px solid #bbb;padding-top:.5rem;font-size:.75rem;color:#555;overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}";

/** Nothing but our own one style: no script, no picture, no foreign resource. */
export const documentPolicy = contentSecurityPolicy(css);

function part(title: string, body: string | null): Html | null {
  return body === null || body === "" ? null : markup`<h2>${title}</h2><p class="pre">${body}</p>`;
}

function items(title: string, all: readonly string[]): Html | null {
  return all.length === 0 ? null : markup`<h2>${title}</h2><ul>${all.map((one) => markup`<li>${one}</li>`)}</ul>`;
}

function aboutText({ about }: DocumentBody): string {
  return [
    `${KIND_TITLES[about.kind]} ${about.title}`,
    ...(about.documentNo === null ? [] : [text.documentNo(about.documentNo)]),
    ...(about.record === null ? [] : [text.record(about.record)]),
    ...(about.look === null ? [] : [text.look(about.look)]),
  ].join("\n");
}

function outcomeText({ outcome, change }: DocumentBody): string | null {
  if (outcome === null) return null;
  if (change === null) return text.outcomes[outcome];
  const done = {
    version: () => text.changes.version(change.kind === "version" ? change.record : ""),
    ended: () => text.changes.ended,
    detached: () => text.changes.detached,
    acted: () => text.changes.acted(change.kind === "acted" ? change.documentNo : ""),
  };
  return `${text.outcomes[outcome]}\n${done[change.kind]()}`;
}

/** The document on paper: number, to whom, what about, what came of it and why, what else can be done, seal place. */
export function documentPage(body: DocumentBody, digest: Buffer): Html {
  const title = DOCUMENT_NAMES[body.kind];
  const { corrections, evidence } = body;
  const said = corrections.map((one) => text.correction(one.name, one.old ?? text.nothing, one.new ?? text.nothing));
  const remedy = body.kind === "reminder" ? null : text.remedy[body.kind];
  return markup`<!doctype html>
<html lang="${text.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} ${body.number}</title><link rel="icon" href="data:,"><style>${raw(css)}</style></head>
<body><main><h1>${title}</h1><p class="no">${body.number}</p>
<p>${text.to(body.to.name, body.to.uscc)}</p>
<p>${text.opening[body.kind](body.filedOn)}</p>
${body.kind === "reminder" ? part(text.subject, text.to(body.subject.name, body.subject.uscc)) : null}
${part(text.about, aboutText(body))}
${part(text.ground, body.ground)}
${part(text.claim, body.claim)}
${part(text.due, body.due === null ? null : text.dueText(body.due))}
${part(text.outcome, outcomeText(body))}
${items(text.corrections, said)}
${part(text.words, body.words)}
${items(
  text.evidence,
  evidence.map((one) => text.evidenceItem(one.title, one.digest)),
)}
${part(text.basis, body.basis?.text ?? null)}
${part(text.remedies, remedy)}
<p class="seal">${text.seal(body.authority.name)}<br>${body.issuedOn}</p>
<p class="foot">${text.foot(body.template, digest.toString("hex"))}</p></main></body></html>
`;
}
