// Answers that were written a moment ago, for those who ask for the very same version now.

export interface KeptBodies {
  /** The body under this version, written by `write` when it is not kept. */
  readonly body: (version: string, write: () => Buffer) => Buffer;
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
    body: (version, write) => {
      const known = kept.get(version);
      if (known !== undefined) {
        // Asked for again: it goes to the end of those that may be dropped.
        kept.delete(version);
        kept.set(version, known);
        return known;
      }
      const written = write();
      if (written.length > bytesMax) return written;
      kept.set(version, written);
      bytes += written.length;
      for (const oldest of kept.keys()) {
        if (bytes <= bytesMax) break;
        drop(oldest);
      }
      return written;
    },
  };
}
