import { createRoute, z } from "@hono/zod-openapi";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpApp } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { openDownloads } from "../service/download.ts";
import type { DownloadLine } from "../service/download.ts";
import type { SharingDeps } from "../service/query.ts";
import { api } from "../text.ts";

const downloadRoute = createRoute({
  method: "get",
  path: "/api/v1/own/download",
  operationId: "downloadOwn",
  tags: [api.tag],
  security: [{ bearer: [] }],
  summary: api.download,
  responses: {
    200: { description: api.download, content: { "application/x-ndjson": { schema: z.string() } } },
    ...problemResponses,
  },
});

const encoder = new TextEncoder();

function* bytesOf(lines: readonly DownloadLine[]): Generator<Uint8Array> {
  for (const line of lines) yield encoder.encode(`${JSON.stringify(line)}\n`);
}

/** Everything about oneself in one file; a right, so that nobody is frozen out of it. */
export function addDownloadRoute(app: HttpApp, wiring: SharingDeps & { readonly ownSignIn: SignIn }): void {
  const downloads = openDownloads(wiring);
  app.openapi(downloadRoute, async (c) => {
    c.header("cache-control", "no-store");
    const by = await wiring.ownSignIn(c);
    if (!by.ok) return refuse(c, by.refusal);
    const read = await downloads.of(by.value);
    if (!read.ok) return refuse(c, read.refusal);
    const { lines, moment } = read.value;
    c.header("content-type", "application/x-ndjson; charset=utf-8");
    c.header("content-disposition", `attachment; filename="own-${by.value.organisation}-${moment.today}.ndjson"`);
    // The typing of routes knows JSON and text alone.
    return c.body(ReadableStream.from(bytesOf(lines)) as ReadableStream, 200) as never;
  });
}
