const TOKEN_MAX = 512;
const HEADER = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1); null when absent, malformed or overlong. */
export function bearerOf(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization.length > TOKEN_MAX + 16) return null;
  const token = HEADER.exec(authorization)?.[1];
  return token === undefined || token.length > TOKEN_MAX ? null : token;
}
