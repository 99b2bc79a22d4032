// Answers that were written a moment ago, for those who ask for the very same version now.

export interface KeptBodies {
  /** The body that was kept under this version. */
  readonly find: (version: string) => Buffer | undefined;
  readonly keep: (version: string, body: Buffer) => void;
}

/**
 * Keeps the newest bodies up to so many bytes; the longest unasked goes first. A version must name everything that the
 * bytes follow from, read in the same moment: then a kept body is the one that would be written again, and what has
 * ended changes the version before anybody can be given the old one.
 */
export function keepBodies(bytesMax: number): KeptBodies {
  const kept = new Map<string, Buffer>();
  let bytes = 0;
  const drop = (version: string): void => {
    bytes -= kept.get(version)?.length ?? 0;
    kept.delete(version);
  };
  return {
    find: (version) => {
      const known = kept.get(version);
      if (known !== undefined) {
        // Asked for again: it goes to the end of those that may be dropped.
        kept.delete(version);
        kept.set(version, known);
      }
      return known;
    },
    keep: (version, body) => {
      drop(version);
      if (body.length > bytesMax) return;
      kept.set(version, body);
      bytes += body.length;
      for (const oldest of kept.keys()) {
        if (bytes <= bytesMax) break;
        drop(oldest);
      }
    },
  };
}
