// The number by which an identity that has no account is told to an administrator: it names nobody.

/** 128 bits in groups of four hexadecimal digits, after the provider's id. */
const SHAPE = /^([a-z][a-z0-9-]{1,30})\/([0-9A-F]{4}(?:-[0-9A-F]{4}){7})$/;

/** @param digest 16 bytes. */
export function writeRegistration(provider: string, digest: Uint8Array): string {
  const digits = Buffer.from(digest).toString("hex").toUpperCase();
  return `${provider}/${(digits.match(/.{4}/g) ?? []).join("-")}`;
}

/** The provider's id and the digest; null for a text that is no such number. */
export function readRegistration(text: string): { readonly provider: string; readonly digest: Buffer } | null {
  const [, provider, digits] = SHAPE.exec(text.trim()) ?? [];
  if (provider === undefined || digits === undefined) return null;
  return { provider, digest: Buffer.from(digits.replaceAll("-", ""), "hex") };
}
