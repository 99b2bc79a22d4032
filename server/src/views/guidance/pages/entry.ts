import { chapter, chapterCss, facts, factsCss } from "../../../platform/html/chapter.ts";
import { notice, noticeCss } from "../../../platform/html/claim.ts";
import { stylesheet } from "../../../platform/html/layout.ts";
import { markup, type Html, type Part } from "../../../platform/html/markup.ts";
import { settingCss } from "../../../platform/html/setting.ts";
import { stackCss, table, tableCss } from "../../../platform/html/table.ts";
import { framed, kindNames, siteText, trail } from "../../site/index.ts";
import type { Chrome } from "../../site/index.ts";
import type { EntryModel, FieldLine, Requirement } from "../rules/catalogue.ts";
import { text } from "../text.ts";
import { bases, basis, heading, links, markWord, partCss } from "./part.ts";

const words = text.entry;

const ownCss =
  ".stack th{font-weight:400}@media print,(min-width:40.01rem){.fields th,.fields td{min-width:6em}.fields th{width:30%}.fields td:nth-child(2){width:32%}}@media screen and (max-width:54rem){.big .fields th,.big .fields td:nth-child(2){width:auto}}.prov{columns:2;column-gap:2.5rem}@media(max-width:40rem){.prov{columns:1}}.big .prov{columns:1}";

export const entryCss = stylesheet([settingCss, chapterCss, factsCss, noticeCss, tableCss, stackCss, partCss, ownCss]);

/** One entry: its rules with their articles, its fields, who may send it. */
export function entryPage(model: EntryModel, chrome: Chrome): Html {
  return framed(
    {
      title: model.title,
      css: entryCss,
      place: "rules",
      body: [
        trail([
          markup`<a href="/rules">${text.rules.title}</a>`,
          markup`<a href="/catalogue">${text.catalogue.title}</a>`,
          model.title,
        ]),
        heading({ title: model.title, lead: leadOf(model) }),
        !model.live && notice(markup`<p>${model.personal ? text.rules.templatePersonal : text.rules.templateWhy}</p>`),
        chapter({ id: "facts", title: words.facts, aside: [], body: [facts(rowsOf(model)), links(linksOf(model))] }),
        fieldsChapter(model),
        model.live && providersChapter(model),
      ],
    },
    chrome,
  );
}

function leadOf({ adverse, category }: EntryModel): string {
  const nature = adverse ? words.adverse : words.notAdverse;
  return category === null ? nature : `${nature}${siteText.clause}${category.no}. ${category.title}`;
}

function linksOf({ id, listed }: EntryModel): readonly { readonly href: string; readonly word: string }[] {
  const api = `/api/v1/catalogue/${encodeURIComponent(id)}`;
  return [
    ...(listed ? [{ href: `/lists/${encodeURIComponent(id)}`, word: words.links.list }] : []),
    { href: `${api}/template.csv`, word: words.links.template },
    { href: api, word: words.links.api },
  ];
}

function rowsOf(model: EntryModel): readonly { readonly label: string; readonly value: Part }[] {
  const { publicity, updateTerm, retention } = model;
  const channels = model.channels.map(({ id, open }) => `${words.channelNames[id]}${open ? "" : words.closed}`);
  return [
    {
      label: words.state,
      value: markup`${model.live ? words.live : words.template} <span class="meta">${markWord(model.mark)}</span>`,
    },
    { label: text.basis, value: bases(model.basis) },
    {
      label: words.subjectKinds,
      value: model.subjectKinds.map((kind) => kindNames[kind]).join(text.listJoin),
    },
    ...(model.adverse ? [{ label: words.severity, value: words.severityRules[model.severityRule] }] : []),
    {
      label: words.publicity,
      value:
        publicity === null
          ? words.notShown
          : markup`${text.rules.kinds[publicity.kind]}${publicity.citation && markup`<br>${basis(publicity.citation)}`}`,
    },
    { label: words.channels, value: channels.join(text.listJoin) },
    {
      label: words.updateTerm,
      value:
        updateTerm === null
          ? words.noUpdateTerm
          : markup`${words.workingDays(updateTerm.workingDays)}<br>${basis(updateTerm.citation)}`,
    },
    {
      label: words.retention,
      value:
        retention === null
          ? words.noRetention
          : markup`${words.years(retention.years)}${retention.citation && markup`<br>${basis(retention.citation)}`}`,
    },
  ];
}

function providersChapter({ providers }: EntryModel): Html {
  const list = markup`<ul class="prov">${providers.map((name) => markup`<li>${name}</li>`)}</ul>`;
  return chapter({
    id: "providers",
    title: words.providers,
    aside: [words.providersNote(providers.length)],
    body: providers.length === 0 ? markup`<p>${words.noProviders}</p>` : list,
  });
}

function fieldsChapter({ fields }: EntryModel): Html {
  const rows = fields.map((field) => ({
    head: markup`${field.title}<br><span class="meta">${markWord(field.mark)}</span>`,
    cells: [
      { label: words.format, value: formatOf(field) },
      { label: words.required, value: requirementText(field.requirement) },
      { label: words.group, value: field.personal ? words.personal : words.groups[field.group] },
    ],
  }));
  return chapter({
    id: "fields",
    title: words.fields,
    aside: [words.fieldsNote(fields.length)],
    body: markup`<div class="fields">${table({
      caption: words.fields,
      head: [words.field, words.format, words.required, words.group],
      rows,
    })}</div>`,
  });
}

function formatOf({ type, lengthMax, scale, values }: FieldLine): Part {
  const parts = [
    words.types[type],
    ...(lengthMax === null || type === "uscc" || values.length > 0 ? [] : [words.lengthMax(lengthMax)]),
    ...(scale === null ? [] : [words.scale(scale)]),
  ];
  const choice = values.map((value) => (value.endsWith("-") ? `${value.slice(0, -1)}${words.openValue}` : value));
  return markup`${parts.join(siteText.clause)}${choice.length > 0 && markup`<br><span class="meta">${words.oneOf}${choice.join(text.listJoin)}</span>`}`;
}

function requirementText(one: Requirement): string {
  switch (one.kind) {
    case "contains":
      return words.contains(one.field, one.words.join(text.listJoin));
    case "present":
      return words.present(one.field);
    case "counterpart":
      return words.counterpart(one.of.map((kind) => words.counterparts[kind]).join(text.listJoin));
    default:
      return words.requirements[one.kind];
  }
}
