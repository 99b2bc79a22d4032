const candidates = [",", "\t", ";", "\uff0c"] as const;
const LINES = 20;

/** How often each candidate stands in each of the first records; what quotes enclose is left out. */
function counts(sample: string): number[][] {
  const bare = sample.replace(/"[^"]*(?:"|$)/g, "");
  const records = (bare.trim() === "" ? sample : bare).split(/[\r\n]+/).filter((record) => record !== "");
  return records.slice(0, LINES).map((record) => candidates.map((sign) => record.split(sign).length - 1));
}

/** The commonest count above zero, and how many records have it. */
function agreement(values: readonly number[]): { readonly support: number; readonly count: number } {
  const times = new Map<number, number>();
  for (const value of values) if (value > 0) times.set(value, (times.get(value) ?? 0) + 1);
  let best = { support: 0, count: 0 };
  for (const [count, support] of times) {
    if (support > best.support || (support === best.support && count > best.count)) best = { support, count };
  }
  return best;
}

/**
 * The sign that separates cells: the one that stands equally often in most of the first 20 records; comma when none
 * does. Prose full of commas does not win: it has a different number of them in each row.
 */
export function detectDelimiter(sample: string): string {
  const records = counts(sample);
  let best = { support: 0, count: 0, sign: "," };
  candidates.forEach((sign, index) => {
    const found = agreement(records.map((record) => record[index] ?? 0));
    const isBetter = found.support > best.support || (found.support === best.support && found.count > best.count);
    if (isBetter) best = { ...found, sign };
  });
  return best.sign;
}
