// How an office numbers its matters: `#` stands for a digit, `@` for a capital letter, everything else for itself. Pure.

export function fitsFormat(format: string, text: string): boolean {
  if (text.length !== format.length) return false;
  return [...format].every((sign, at) => {
    const given = text.charAt(at);
    if (sign === "#") return given >= "0" && given <= "9";
    return sign === "@" ? given >= "A" && given <= "Z" : given === sign;
  });
}

/** A number that fits, to be shown beside the field. */
export function exampleOf(format: string): string {
  let digit = 0;
  return [...format]
    .map((sign) => {
      if (sign === "@") return "A";
      if (sign !== "#") return sign;
      digit += 1;
      return String(digit % 10);
    })
    .join("");
}
