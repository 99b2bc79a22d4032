// What differs between what a row says and what the register says. Pure.

export interface Sign {
  readonly sign: string;
  readonly differs: boolean;
}

/** The signs of `mine`, each marked where `theirs` has another at its place. */
export function signs(mine: string, theirs: string): readonly Sign[] {
  const other = [...theirs];
  return [...mine].map((sign, at) => ({ sign, differs: sign !== other[at] }));
}

/** Runs of signs that agree or differ, so that a reader of screens hears words and not letters. */
export function runs(mine: string, theirs: string): readonly { readonly text: string; readonly differs: boolean }[] {
  const found: { text: string; differs: boolean }[] = [];
  for (const { sign, differs } of signs(mine, theirs)) {
    const last = found.at(-1);
    if (last !== undefined && last.differs === differs) last.text += sign;
    else found.push({ text: sign, differs });
  }
  return found;
}

/** The part of two names between what they begin and end with alike. */
export function nameRuns(
  mine: string,
  theirs: string,
): readonly { readonly text: string; readonly differs: boolean }[] {
  if (mine === theirs) return [{ text: mine, differs: false }];
  const [one, other] = [[...mine], [...theirs]];
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const end = one.length - tail;
  return [
    { text: one.slice(0, head).join(""), differs: false },
    { text: one.slice(head, end).join(""), differs: true },
    { text: one.slice(end).join(""), differs: false },
  ].filter(({ text }) => text !== "");
}
