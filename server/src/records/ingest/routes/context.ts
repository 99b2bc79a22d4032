import type { Context } from "hono";
import type { SignIn } from "../../../foundation/accounts/index.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Batch } from "../rules/batch.ts";
import type { batchSchema } from "../schema.ts";
import { issuesAfter, pageSize } from "../service/read.ts";
import { reconciliationOf } from "../service/carry-over.ts";
import type { IngestPorts } from "../service/ports.ts";
import type { Worker } from "../service/worker.ts";
import { presentBatch } from "./present.ts";
import type { z } from "@hono/zod-openapi";

/** What the ingest routes stand on. */
export interface IngestRoutes {
  readonly ports: IngestPorts;
  readonly signIn: SignIn;
  readonly cursors: Cursors;
  readonly worker: Worker;
}

/** The summary of a batch with its first thousand issues and the cursor to the rest. */
export async function summarise(
  routes: IngestRoutes,
  batch: Batch,
  more: { sameAs?: boolean; offset?: number } = {},
): Promise<z.infer<typeof batchSchema>> {
  const issues = await issuesAfter(routes.ports, batch, 0);
  const last = issues.at(-1);
  const issuesNext =
    last !== undefined && issues.length === pageSize ? routes.cursors.encode(`issues:${batch.batch}`, last.seq) : null;
  const carriedOver = await reconciliationOf(routes.ports, batch);
  return presentBatch(batch, { issues, issuesNext, carriedOver, ...more });
}

/** Where a list goes on: the number in its cursor, or the beginning. */
export function placeOf(
  routes: IngestRoutes,
  list: string,
  cursor: string | undefined,
): Outcome<string | number | null> {
  if (cursor === undefined) return granted(null);
  const place = routes.cursors.decode(list, cursor);
  if (!place.ok) return place;
  return granted(typeof place.value === "string" || typeof place.value === "number" ? place.value : null);
}

/** The request's body as it comes; an absent one is empty. */
export async function* bodyOf(c: Context<HttpEnv>): AsyncGenerator<Uint8Array> {
  if (c.req.raw.body !== null) yield* c.req.raw.body as unknown as AsyncIterable<Uint8Array>;
}

/** Names how many bytes of an upload are safe on disk, and how many there will be (HEAD, PATCH, POST). */
export function nameOffset(c: Context<HttpEnv>, batch: Batch, offset: number): void {
  c.header("upload-offset", String(offset));
  if (batch.uploadLength !== null) c.header("upload-length", String(batch.uploadLength));
  c.header("cache-control", "no-store");
}
