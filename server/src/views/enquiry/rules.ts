// What people type from paper, read as it was meant. Pure.

/** Hex digits as they were copied: spaces, full width and capitals do not matter. Null for anything that is not so many. */
export function readHex(typed: string, digits: number): string | null {
  const plain = typed.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
  return plain.length === digits && /^[0-9a-f]+$/u.test(plain) ? plain : null;
}

const NUMBER_MAX = 100;

/** A document number as it was copied; the brackets stay as they stand on paper. Null for none. */
export function readNumber(typed: string): string | null {
  const plain = typed.replaceAll(/\s/gu, "");
  return plain === "" || plain.length > NUMBER_MAX || !plain.isWellFormed() || /\p{Cc}/u.test(plain) ? null : plain;
}
