/** A slot, with how to give it back (once; more often changes nothing); or why there is none. */
export type Taken = { readonly giveBack: () => void } | { readonly none: "all-taken" | "own-taken" };

/** How many files may be written at the same time, and one at a time to each caller. */
export interface Slots {
  /** @param caller who takes the file; null where nobody in particular can be told apart. */
  readonly take: (caller: string | null) => Taken;
}

/**
 * Each file holds a connection and a snapshot as long as it is written: pages must never wait for them, and no caller may
 * keep the others out by taking every slot.
 */
export function openSlots(most: number): Slots {
  let taken = 0;
  const callers = new Set<string>();
  return {
    take: (caller) => {
      if (caller !== null && callers.has(caller)) return { none: "own-taken" };
      if (taken >= most) return { none: "all-taken" };
      taken += 1;
      if (caller !== null) callers.add(caller);
      let held = true;
      const giveBack = (): void => {
        if (!held) return;
        held = false;
        taken -= 1;
        if (caller !== null) callers.delete(caller);
      };
      return { giveBack };
    },
  };
}
