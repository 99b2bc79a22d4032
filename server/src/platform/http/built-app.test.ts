import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addBuiltApp } from "./built-app.ts";
import { createHttpApp } from "./http-app.ts";
import type { HttpApp } from "./http-app.ts";

const html = '<meta property="csp-nonce" nonce="workbench-nonce"><div id="workbench"></div>';
const code = `export const a = ${"1 + ".repeat(500)}1;`;
let folder: string;

const open = (built: string): HttpApp => {
  const app = createHttpApp({
    texts: { "http.not-found": { title: "没有" } },
    watch: { request: () => undefined, fault: () => undefined },
    secure: false,
    bodyBytes: 1024,
    uploadPaths: [],
  });
  addBuiltApp(app, { prefix: "/workbench", folder: built, missing: "<!doctype html><p>尚未构建</p>" });
  return app;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "xinheng-built-"));
  await mkdir(path.join(folder, "assets"));
  await writeFile(path.join(folder, "index.html"), html);
  await writeFile(path.join(folder, "secret.js"), "no");
  await writeFile(path.join(folder, "assets", "main-AbC_1-x.js"), code);
});
afterAll(() => rm(folder, { recursive: true }));

describe("a built app", () => {
  test.each(["/workbench", "/workbench/", "/workbench/batches/1/issues?code=x"])(
    "%s is its page, with a nonce of this answer alone",
    async (address) => {
      const app = open(folder);
      const [one, other] = [await app.request(address), await app.request(address)];
      expect(one.status).toBe(200);
      const nonceOf = async (response: Response): Promise<string> => {
        const nonce = /nonce="([\w-]{22})"/.exec(await response.text())?.[1] ?? "";
        expect(response.headers.get("content-security-policy")).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      };
      expect(await nonceOf(one)).not.toBe(await nonceOf(other));
      expect(one.headers.get("content-security-policy")).not.toContain("unsafe");
      expect(one.headers.get("cache-control")).toBe("no-store");
      expect(one.headers.get("x-robots-tag")).toBe("noindex");
    },
  );

  test("its assets are kept for ever, and packed for who takes it", async () => {
    const app = open(folder);
    const plain = await app.request("/workbench/assets/main-AbC_1-x.js");
    expect(await plain.text()).toBe(code);
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const packed = await app.request("/workbench/assets/main-AbC_1-x.js", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(code);
    expect(packed.headers.get("vary")).toBe("Accept-Encoding");
  });

  test.each(["other.js", "..%2fsecret.js", "%2e%2e%2fsecret.js", "main-AbC_1-x", ".js", "a%00.js"])(
    "%s is no asset",
    async (name) => {
      expect((await open(folder).request(`/workbench/assets/${name}`)).status).toBe(404);
    },
  );

  test("says so while it was not built", async () => {
    const response = await open(path.join(folder, "nowhere")).request("/workbench/batches");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("尚未构建");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});
