import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

/** By how many bytes a sealed text is longer than its plain text. */
export const sealOverhead = ivLength + tagLength;

/** AES-256-GCM with a random IV: `IV ‖ ciphertext ‖ tag`. `context` must be given again to open it. */
export function seal(key: Uint8Array, context: Uint8Array, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(context);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain text, or undefined when key, context or any byte is not the one it was sealed with. */
export function unseal(key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < sealOverhead) return undefined;
  const end = sealed.length - tagLength;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(context).setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(ivLength, end));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}
