// The same text in the clothes in which people paste it.

const wideFrom = 0xfee0;

type Dress = (text: string) => string;

const asItIs: Dress = (text) => text;
const wide: Dress = (text) =>
  text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + wideFrom));
const otherBrackets: Dress = (text) => text.replace(/[(\uff08]/g, "\u3010").replace(/[)\uff09]/g, "\u3011");
const spaced: Dress = (text) => ` ${text.slice(0, 4)} ${text.slice(4)}\u3000`;

const dresses: readonly Dress[] = [asItIs, wide, otherBrackets, spaced];

/** The text in the `at`-th dress; null where that changes nothing but should. */
export function dressed(text: string, at: number): string | null {
  const dress = dresses[at % dresses.length] ?? asItIs;
  const worn = dress(text);
  return dress !== asItIs && worn === text ? null : worn;
}
