// Known answers: a machine whose cryptography answers otherwise must not write a byte.
import { createCipheriv, createHash, createHmac } from "node:crypto";

interface KnownAnswer {
  readonly name: string;
  readonly expected: string;
  readonly answer: () => string;
}

const sm4Key = Buffer.from("0123456789abcdeffedcba9876543210", "hex");

function gcmOfZeros(): string {
  const cipher = createCipheriv("aes-256-gcm", Buffer.alloc(32), Buffer.alloc(12));
  return Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final(), cipher.getAuthTag()]).toString("hex");
}

function sm4Block(): string {
  const cipher = createCipheriv("sm4-ecb", sm4Key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(sm4Key), cipher.final()]).toString("hex");
}

/** The counter must begin with the IV itself: the first block of the key stream is the IV encrypted. */
function sm4Counter(): string {
  return createCipheriv("sm4-ctr", sm4Key, sm4Key).update(Buffer.alloc(16)).toString("hex");
}

function hmacSm3(): string {
  const key = Buffer.from(Array.from({ length: 37 }, (_, at) => at + 1));
  return createHmac("sm3", key).update(Buffer.alloc(50, 0xcd)).digest("hex");
}

export const knownAnswers: readonly KnownAnswer[] = [
  // GB/T 32905-2016, A.1
  {
    name: "SM3",
    expected: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    answer: () => createHash("sm3").update("abc").digest("hex"),
  },
  // GB/T 32907-2016, A.1
  { name: "SM4", expected: "681edf34d206965e86b3e94f536e4246", answer: sm4Block },
  { name: "SM4-CTR", expected: "681edf34d206965e86b3e94f536e4246", answer: sm4Counter },
  {
    name: "HMAC-SM3",
    expected: "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae",
    answer: hmacSm3,
  },
  // The GCM specification, test case 14
  {
    name: "AES-256-GCM",
    expected: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    answer: gcmOfZeros,
  },
];

/** Throws, naming the algorithm, when the machine gives a wrong answer or none. */
export function proveAnswers(answers: readonly KnownAnswer[] = knownAnswers): void {
  for (const { name, expected, answer } of answers) {
    let given: string;
    try {
      given = answer();
    } catch (error) {
      throw new Error(`cryptographic self-test failed: ${name} is missing`, { cause: error });
    }
    if (given !== expected) throw new Error(`cryptographic self-test failed: ${name}`);
  }
}
