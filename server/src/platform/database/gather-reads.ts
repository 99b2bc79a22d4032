// One reading for all who ask the same question of different rows meanwhile, as a group commit writes for all.

/** How a gathered reading is made. */
export interface Gathering<Q, V> {
  /** Questions with one key differ in nothing but the rows they ask of. */
  readonly keyOf: (question: Q) => string;
  /** What the question brings of each row, by its name; rows without an answer are missing. */
  readonly read: (question: Q, names: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  /** Names of one reading at most; who asks for more is read alone. */
  readonly most: number;
}

/** The rows asked for, by name, as they stood at some moment after the question was put. */
export type GatheredRead<Q, V> = (question: Q, names: readonly string[]) => Promise<ReadonlyMap<string, V>>;

interface Waiting<Q, V> {
  readonly question: Q;
  readonly names: readonly string[];
  readonly told: PromiseWithResolvers<ReadonlyMap<string, V>>;
}

/** So many readings of one key at once: while they run, whoever comes waits for the next. */
const lanes = 2;

/**
 * Reads for a crowd. A reading begins after the question, never before it, so nobody is told what was true earlier. Where
 * one for many fails, each is read by itself: the fault of one is not a fault of all.
 */
export function gatherReads<Q, V>({ keyOf, read, most }: Gathering<Q, V>): GatheredRead<Q, V> {
  const crowds = new Map<string, { waiting: Waiting<Q, V>[]; running: number }>();
  const alone = ({ question, names, told }: Waiting<Q, V>): Promise<void> =>
    read(question, names).then(told.resolve, told.reject);
  const forAll = async (group: readonly Waiting<Q, V>[]): Promise<void> => {
    const [first] = group;
    if (first === undefined) return;
    if (group.length === 1) return alone(first);
    const names = [...new Set(group.flatMap((one) => one.names))];
    try {
      const found = await read(first.question, names);
      for (const one of group) one.told.resolve(found);
    } catch {
      await Promise.all(group.map(alone));
    }
  };
  const run = async (key: string): Promise<void> => {
    const crowd = crowds.get(key);
    if (crowd === undefined || crowd.running >= lanes) return;
    crowd.running += 1;
    while (crowd.waiting.length > 0) await forAll(takeGroup(crowd.waiting, most));
    crowd.running -= 1;
    if (crowd.running === 0) crowds.delete(key);
  };
  return (question, names) => {
    const one = { question, names, told: Promise.withResolvers<ReadonlyMap<string, V>>() };
    const key = keyOf(question);
    const crowd = crowds.get(key) ?? { waiting: [], running: 0 };
    crowds.set(key, crowd);
    crowd.waiting.push(one);
    void run(key);
    return one.told.promise;
  };
}

/** Takes as many as one reading may serve, at least one, out of those who wait. */
function takeGroup<Q, V>(waiting: Waiting<Q, V>[], most: number): readonly Waiting<Q, V>[] {
  let count = 0;
  let names = 0;
  for (const one of waiting) {
    names += one.names.length;
    if (count > 0 && names > most) break;
    count += 1;
  }
  return waiting.splice(0, count);
}
