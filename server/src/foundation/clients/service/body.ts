// Whether the body that arrives is the one that was signed.
import type { Context, MiddlewareHandler } from "hono";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import type { SignIn } from "../../accounts/index.ts";
import { DigestCheck, differs } from "../rules/digest.ts";
import type { Digest } from "../rules/digest.ts";

/** The digests that a verified signature covers, by request. */
const expected = new WeakMap<Context<HttpEnv>, readonly Digest[]>();

/** Notes what the body of a request must be. */
export function expectBody(c: Context<HttpEnv>, digests: readonly Digest[]): void {
  expected.set(c, digests);
}

/** Thrown at the end of a streamed body that is not the one that was signed. */
export class BodyDiffers extends Error {
  readonly refusal = differs;

  constructor() {
    super("the body is not the one that was signed");
    this.name = "BodyDiffers";
  }
}

/**
 * The body of a request, checked as it passes where the request was signed: nothing may be made of it before it has ended
 * well. Throws `BodyDiffers`. To be asked for after sign-in.
 */
export async function* checkedBody(c: Context<HttpEnv>, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const digests = expected.get(c);
  if (digests === undefined) {
    yield* body;
    return;
  }
  const check = new DigestCheck(digests);
  for await (const piece of body) {
    check.add(piece);
    yield piece;
  }
  if (!check.fits()) throw new BodyDiffers();
}

/** Longest part of a resumable upload that is signed: it is held until it is known to be whole. */
export const SIGNED_PART_MAX = 16 * 1024 * 1024;

async function* pieces(held: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* held;
}

/**
 * The same for a part of an upload that is kept however it ends: of a signed request nothing is handed on before all of it
 * was checked. Refuses `clients.digest-differs`, `clients.part-too-large`.
 */
export async function checkedPart(
  c: Context<HttpEnv>,
  body: AsyncIterable<Uint8Array>,
): Promise<Outcome<AsyncIterable<Uint8Array>>> {
  const digests = expected.get(c);
  if (digests === undefined) return granted(body);
  const check = new DigestCheck(digests);
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > SIGNED_PART_MAX) {
      return refused({ code: "clients.part-too-large", kind: "too-large", values: { bytesMax: SIGNED_PART_MAX } });
    }
    check.add(piece);
    held.push(piece);
  }
  return check.fits() ? granted(pieces(held)) : refused(differs);
}

/**
 * Checks the bodies of signed requests before any handler reads them. `isStreamed` names the uploads, which check
 * themselves as they pass.
 */
export function checkBodies(asked: {
  readonly signIn: SignIn;
  readonly isStreamed: (method: string, path: string) => boolean;
}): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const signed = c.req.header("signature-input") !== undefined;
    if (!signed || c.req.raw.body === null || asked.isStreamed(c.req.method, c.req.path)) return next();
    const by = await asked.signIn(c);
    const digests = expected.get(c);
    // A signature for somebody else is none of ours; a failed one is refused before its body is looked at.
    if (digests === undefined)
      return by.ok || by.refusal.code === "accounts.unauthenticated" ? next() : refuse(c, by.refusal);
    const check = new DigestCheck(digests);
    check.add(new Uint8Array(await c.req.arrayBuffer()));
    return check.fits() ? next() : refuse(c, differs);
  };
}
