// Gzip for public answers. Nothing compressed is kept: every answer is packed for who asked for it.
import { promisify } from "node:util";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { createGzip, gzip, gzipSync } from "node:zlib";
import type { Context } from "hono";

const BYTES_MIN = 1024;
/** Up to here packing in place costs less than handing it to another thread (half a millisecond a page). */
const IN_PLACE_MAX = 64 * 1024;
/** Half the way from the fastest to the tightest; the last steps cost twice for two in a hundred. */
const LEVEL = 4;
const TEXTUAL =
  /^(?:text\/(?!event-stream)|application\/(?:json|xml|x-ndjson|[\w.-]+\+(?:json|xml))\b|image\/svg\+xml)/;
const GZIP = /(?:^|,)[\t ]*(?:gzip|x-gzip)[\t ]*(?:;[\t ]*q=([\d.]+)[\t ]*)?(?:,|$)/i;
const inThread = promisify(gzip);

/** Whether a caller takes gzip, by its Accept-Encoding (RFC 9110 §12.5.3). */
export function takesGzip(header: string | undefined): boolean {
  const found = header === undefined ? null : GZIP.exec(header);
  return found !== null && Number(found[1] ?? 1) > 0;
}

/**
 * Only what is for everybody is packed: a length that depends on a secret and on what a stranger put into the address
 * would give the secret away. So never an answer to a token, never one that sets a cookie, never one that says
 * `no-store` or `private`, which is what answers say that say nothing of caches.
 */
function isPublic(c: Context): boolean {
  if (c.req.header("authorization") !== undefined || c.res.headers.has("set-cookie")) return false;
  const caching = c.res.headers.get("cache-control");
  return caching !== null && !/\b(?:no-store|private|no-transform)\b/.test(caching);
}

function addVary(headers: Headers): void {
  const vary = headers.get("vary");
  if (vary === null) headers.set("vary", "Accept-Encoding");
  else if (!/\*|accept-encoding/i.test(vary)) headers.set("vary", `${vary}, Accept-Encoding`);
}

/** Two forms of one answer cannot share a strong tag (RFC 9110 §8.8.1); the 304 names the same tag as the answer. */
function weaken(headers: Headers): void {
  const etag = headers.get("etag");
  if (etag?.startsWith('"') === true) headers.set("etag", `W/${etag}`);
}

function replace(c: Context, body: Uint8Array<ArrayBuffer> | ReadableStream | null, packed: boolean): void {
  const { headers, status } = c.res;
  if (packed) {
    headers.delete("content-length");
    headers.set("content-encoding", "gzip");
  }
  // Emptied first: otherwise the headers of the old answer, its length among them, would be laid over the new one.
  c.res = undefined;
  c.res = new Response(body, { status, headers });
}

interface Whole {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The whole body where it came in one piece, else what was read of it and where the rest comes from. */
async function firstPieces(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Whole | { readonly pieces: readonly Uint8Array[]; readonly rest: AsyncIterator<Uint8Array> }> {
  const rest = body[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done === true) return { bytes: new Uint8Array() };
  const second = await rest.next();
  return second.done === true ? { bytes: first.value } : { pieces: [first.value, second.value], rest };
}

async function* joined(pieces: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function pack(c: Context): Promise<void> {
  const { body } = c.res;
  if (body === null) return;
  const read = await firstPieces(body as ReadableStream<Uint8Array<ArrayBuffer>>);
  if (!("bytes" in read)) {
    const packer = createGzip({ level: LEVEL });
    const source = Readable.from(joined(read.pieces, read.rest), { objectMode: false });
    source.once("error", (error) => packer.destroy(error));
    packer.once("close", () => source.destroy());
    return replace(c, Readable.toWeb(source.pipe(packer)) as WebStream as ReadableStream, true);
  }
  const { bytes } = read;
  if (bytes.length < BYTES_MIN) return replace(c, bytes, false);
  const packed =
    bytes.length <= IN_PLACE_MAX ? gzipSync(bytes, { level: LEVEL }) : await inThread(bytes, { level: LEVEL });
  replace(c, packed, true);
}

/** Whether the answer has a packed form: the 304 of one says so too. */
function hasPackedForm(c: Context): boolean {
  const { headers, status } = c.res;
  if ((c.req.method !== "GET" && c.req.method !== "HEAD") || headers.has("content-encoding") || !isPublic(c))
    return false;
  return status === 304 || (status === 200 && TEXTUAL.test(headers.get("content-type") ?? ""));
}

/** Middleware: packs textual answers to GET that are for everybody; HEAD says what GET would say, without a length. */
export function compress() {
  return async (c: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    if (!hasPackedForm(c)) return;
    addVary(c.res.headers);
    if (!takesGzip(c.req.header("accept-encoding"))) return;
    weaken(c.res.headers);
    if (c.res.status === 200) await pack(c);
  };
}
