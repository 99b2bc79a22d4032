/** A file as the platform keeps it: its name and its sum. The file itself stays where it is. */
export interface Proof {
  readonly title: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

export const noProof: Proof = { title: "", digest: "" };

const DIGEST = /^[0-9a-f]{64}$/u;

/** Whether name and sum are there. */
export const isProof = ({ title, digest }: Proof): boolean => title.trim() !== "" && DIGEST.test(digest);

const HEX = 16;

/** SHA-256 of a file, in hex; empty where the browser has none to give (it does on a secure address). */
export async function digestOf(file: Blob): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return "";
  const sum = new Uint8Array(await subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...sum].map((byte) => byte.toString(HEX).padStart(2, "0")).join("");
}
