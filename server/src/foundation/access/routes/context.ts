import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { parseDay } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors, CursorValue } from "../../../platform/http/cursor.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import type { SignIn } from "../../accounts/index.ts";
import type { DelayPorts } from "../service/delay.ts";
import type { SequencePorts } from "../service/sequence.ts";
import type { TodayPorts } from "../service/today.ts";

/** What the routes stand on. */
export interface AccessRoutes extends DelayPorts, SequencePorts, TodayPorts {
  readonly signIn: SignIn;
  readonly cursors: Cursors;
}

export const security = [{ bearer: [] }];
export const pageSize = 100;

export function answering<S extends z.ZodType>(schema: S, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, ...problemResponses };
}

export function body<S extends z.ZodType>(schema: S) {
  return { required: true as const, content: { "application/json": { schema } } };
}

const badCursor = refused({ code: "http.bad-cursor", kind: "invalid" });

/** Where a list goes on: two texts, or nothing for its beginning. */
export function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Outcome<[string, string] | null> {
  if (cursor === undefined) return granted(null);
  const decoded = cursors.decode(list, cursor);
  if (!decoded.ok) return decoded;
  const [first, second] = Array.isArray(decoded.value) ? (decoded.value as readonly CursorValue[]) : [];
  return typeof first === "string" && typeof second === "string" ? granted([first, second]) : badCursor;
}

/** A day that was looked at before: of a cursor that this server wrote, or of a checked body. */
export function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError("not a day");
  return day;
}

/** What is not public is kept by nobody on the way. */
export function keepNowhere(c: Context<HttpEnv>): void {
  c.header("cache-control", "no-store");
}

/** Public figures may be kept, and are asked for again each time. */
export function revalidated(c: Context<HttpEnv>): void {
  c.header("cache-control", "no-cache");
}
