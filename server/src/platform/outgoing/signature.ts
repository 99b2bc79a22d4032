// What goes out is signed (RFC 9421, RFC 9530), so that whoever receives it knows who sent it, and that nothing was changed.
import { hash } from "node:crypto";

/** Makes Ed25519 signatures under the name by which its public key is published. */
export interface MessageSigner {
  readonly name: string;
  sign(bytes: Uint8Array): Buffer;
}

export interface Message {
  readonly url: URL;
  /** JSON in UTF-8. */
  readonly body: Buffer;
}

/** Seconds for which a signature is good. */
const GOOD_FOR = 300;
const COVERED = '("@method" "@target-uri" "content-digest" "content-type")';
export const CONTENT_TYPE = "application/json";

/** The fields of a signed POST. `at` in milliseconds; the nonce is the caller's and never used twice. */
export function signedFields(
  { url, body }: Message,
  { signer, at, nonce }: { readonly signer: MessageSigner; readonly at: number; readonly nonce: string },
): Readonly<Record<string, string>> {
  const digest = `sha-256=:${hash("sha256", body, "base64")}:`;
  const created = Math.floor(at / 1000);
  const params = `${COVERED};created=${created};expires=${created + GOOD_FOR};nonce="${nonce}";keyid="${signer.name}";alg="ed25519";tag="xinheng-event"`;
  const base = [
    '"@method": POST',
    `"@target-uri": ${url.href}`,
    `"content-digest": ${digest}`,
    `"content-type": ${CONTENT_TYPE}`,
    `"@signature-params": ${params}`,
  ].join("\n");
  return {
    "content-type": CONTENT_TYPE,
    "content-digest": digest,
    "signature-input": `xinheng=${params}`,
    signature: `xinheng=:${signer.sign(Buffer.from(base, "latin1")).toString("base64")}:`,
  };
}
