// An app that was built beforehand, served under a path of its own: one page for every address of it, and its assets.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Context } from "hono";
import { takesGzip } from "./compress.ts";
import { refusePage } from "./http-app.ts";
import type { HttpApp, HttpEnv } from "./http-app.ts";

export interface BuiltApp {
  /** Where it stands, `/workbench`: it and every address below, so that each state of it can be linked to. */
  readonly prefix: string;
  /** Folder of the build: `index.html`, and `assets/` whose names bear a hash of what they hold. */
  readonly folder: string;
  /** The whole page that is shown while there is no build. */
  readonly missing: string;
}

/** The build writes this word where the nonce of each answer is to stand. */
const NONCE_PLACE = "workbench-nonce";
const NONCE_BYTES = 16;
const YEAR_SECONDS = 31_536_000;
const UNAVAILABLE = 503;

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

/** No inline script at all; inline styles only in elements that bear the nonce. Nothing from elsewhere. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

interface Asset {
  readonly plain: Buffer<ArrayBuffer>;
  readonly packed: Buffer<ArrayBuffer>;
  readonly type: string;
}

/** The same for everybody and never changed under its name: read and packed once, and kept. */
function openAssets(folder: string): (name: string) => Promise<Asset | null> {
  const kept = new Map<string, Asset>();
  return async (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const type = TYPES[path.extname(name)];
    if (type === undefined || !/^[\w-]+(?:\.[\w-]+)*$/.test(name)) return null;
    const plain = await readFile(path.join(folder, "assets", name)).catch(() => null);
    if (plain === null) return null;
    const asset = { plain, packed: gzipSync(plain), type };
    kept.set(name, asset);
    return asset;
  };
}

function answerAsset(c: Context<HttpEnv>, { plain, packed, type }: Asset): Response {
  const isPacked = takesGzip(c.req.header("accept-encoding"));
  const headers = {
    "content-type": type,
    "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
    vary: "Accept-Encoding",
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
  };
  return c.body(isPacked ? packed : plain, 200, headers);
}

/**
 * The page itself tells nothing of anybody and is the same for all but its nonce; who is signed in the app asks for
 * itself. That a browser comes without its session, as after a link in a letter, therefore does no harm here.
 */
export function addBuiltApp(app: HttpApp, { prefix, folder, missing }: BuiltApp): void {
  const assetOf = openAssets(folder);
  const shared = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  };
  const page = async (c: Context<HttpEnv>): Promise<Response> => {
    const html = await readFile(path.join(folder, "index.html"), "utf8").catch(() => null);
    if (html === null) return c.body(missing, UNAVAILABLE, shared);
    const nonce = randomBytes(NONCE_BYTES).toString("base64url");
    const headers = { ...shared, "content-security-policy": pagePolicy(nonce) };
    return c.body(html.replaceAll(NONCE_PLACE, nonce), 200, headers);
  };
  app.get(`${prefix}/assets/:file`, async (c) => {
    const asset = await assetOf(c.req.param("file"));
    return asset === null ? refusePage(c, { code: "http.not-found", kind: "absent" }) : answerAsset(c, asset);
  });
  app.get(prefix, page);
  app.get(`${prefix}/*`, page);
}
