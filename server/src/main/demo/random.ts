// Chance that repeats itself: the same seed gives the same city, on every machine.

/** A source of chance. Each stream has a seed of its own, so that a file can be made again without the files before it. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from 0, below `bound`. */
  readonly below: (bound: number) => number;
  /** A member of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
}

const WORD = 4_294_967_296;
const WARM_UP = 12;

/** Four words of state from a text (FNV-1a, started four times). */
function stateOf(seed: string): Uint32Array {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word += 1) {
    let hash = 0x811c9dc5 ^ (word * 0x9e3779b9);
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    state[word] = hash;
  }
  return state;
}

/** Chris Doty-Humphrey's small fast counter (sfc32): good enough for a city, never for a secret. */
export function randomFrom(seed: string): Random {
  let [a = 0, b = 0, c = 0, counter = 0] = stateOf(seed);
  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / WORD;
  }
  for (let turn = 0; turn < WARM_UP; turn += 1) next();
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError("nothing to pick from");
      return picked;
    },
    chance: (probability) => next() < probability,
  };
}
