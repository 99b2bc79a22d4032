/** Puts values into `{slots}`; a slot without a value keeps its name, so that nothing is silently lost. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([A-Za-z]+)\}/g, (slot, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : slot,
  );
}

/** A count with thousands apart: 12,345. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

const STEP = 1024;

/** Bytes as people read them: 812 B, 40.0 MB. */
export function sizeText(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  const kilo = bytes / STEP;
  return kilo < STEP ? `${kilo.toFixed(1)} KB` : `${(kilo / STEP).toFixed(1)} MB`;
}
