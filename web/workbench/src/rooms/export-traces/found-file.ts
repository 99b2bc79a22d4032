/** As many bytes as go into one question; of a longer file its first rows do. */
export const FILE_BYTES = 700_000;

const NEWLINE = 10;

/** The beginning of a file, cut behind a whole row where it is too long. */
export function headOf(bytes: Uint8Array, most = FILE_BYTES): Uint8Array {
  if (bytes.length <= most) return bytes;
  const end = bytes.lastIndexOf(NEWLINE, most - 1);
  return bytes.subarray(0, end === -1 ? most : end + 1);
}

export function kilobytesOf(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1000));
}
