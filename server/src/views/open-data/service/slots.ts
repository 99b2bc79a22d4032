/** How many files may be written at the same time. */
export interface Slots {
  /** @returns how to give the slot back (once; more often changes nothing), or null when all are taken. */
  readonly take: () => (() => void) | null;
}

/** Each file holds a connection and a snapshot as long as it is written: pages must never wait for them. */
export function openSlots(most: number): Slots {
  let taken = 0;
  return {
    take: () => {
      if (taken >= most) return null;
      taken += 1;
      let held = true;
      return () => {
        if (held) taken -= 1;
        held = false;
      };
    },
  };
}
