/** A page of plain words about the site itself; `{slots}` are filled from the policy of the day. */
export interface SiteDocument {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly sections: readonly DocumentSection[];
}

export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly lines: readonly string[];
  readonly links: readonly { readonly href: string; readonly word: string }[];
}

/** The document with its slots filled. A slot that has no value stays, so that a test sees it. */
export function filled(document: SiteDocument, values: Readonly<Record<string, string | number>>): SiteDocument {
  const fill = (words: string): string =>
    words.replaceAll(/\{([a-z]+)\}/g, (slot, name: string) => String(values[name] ?? slot));
  return {
    ...document,
    says: fill(document.says),
    sections: document.sections.map((section) => ({ ...section, lines: section.lines.map(fill) })),
  };
}
