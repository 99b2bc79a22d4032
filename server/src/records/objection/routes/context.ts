import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { signInEntitled } from "../../../foundation/accounts/index.ts";
import type { RightsSignIn, SignIn } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Cursors } from "../../../platform/http/cursor.ts";
import { refuse } from "../../../platform/http/http-app.ts";
import type { HttpEnv } from "../../../platform/http/http-app.ts";
import { problemResponses } from "../../../platform/http/problem.ts";
import { documentPage, documentPolicy } from "../pages.ts";
import type { Place } from "../rules/place.ts";
import { presentObjection } from "./present.ts";
import type { objectionsSchema } from "../schema.ts";
import type { ObjectionPorts } from "../service/ports.ts";
import { listObjections, readDocument } from "../service/read.ts";
import type { ListAsked } from "../service/read.ts";
import { api } from "../text.ts";

/** What the routes stand on. */
export interface ObjectionRoutes {
  readonly ports: ObjectionPorts;
  readonly signIn: SignIn;
  /** Lets a frozen account of a subject in: nobody can be frozen out of objecting. */
  readonly signInToRights: SignIn;
  readonly cursors: Cursors;
}

export type Who = Awaited<ReturnType<SignIn>>;

export function answer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { "application/json": { schema } } };
}

export function bodyOf<S extends z.ZodType>(
  schema: S,
): { content: { "application/json": { schema: S } }; required: true } {
  return { content: { "application/json": { schema } }, required: true };
}

export const common = { tags: [api.tag], security: [{ bearer: [] }] };
export const paper = {
  200: { description: api.document, content: { "text/html": { schema: z.string() } } },
  ...problemResponses,
};

/** The subject's paths are the subject's alone, and the others are none of its. */
export function onSide(who: Who, side: "office" | "subject"): Who {
  if (!who.ok || (who.value.role === "enterprise") === (side === "subject")) return who;
  return { ok: false, refusal: { code: "accounts.role", kind: "forbidden" } };
}

/** Only the subject, also where it is frozen. */
export async function subjectOf(routes: RightsSignIn, c: Context<HttpEnv>): Promise<Who> {
  return onSide(await signInEntitled(routes, c), "subject");
}

function placeOf(cursors: Cursors, name: string, cursor: string | undefined): Outcome<Place | null> {
  if (cursor === undefined) return granted(null);
  const place = cursors.decode(name, cursor);
  if (!place.ok) return place;
  const [day = "", at = "", objection = ""] = typeof place.value === "string" ? place.value.split(" ") : [];
  return granted({ day, filedAt: new Date(Number(at)), objection });
}

export interface PageAsked extends Omit<ListAsked, "after"> {
  readonly cursor: string | undefined;
}

/** A page as its side sees it; a cursor is good for the same list of the same unit only. */
export async function pageFor(
  { ports, cursors }: ObjectionRoutes,
  who: Who,
  { cursor, ...asked }: PageAsked,
): Promise<Outcome<z.infer<typeof objectionsSchema>>> {
  if (!who.ok) return who;
  const name = ["objection", who.value.organisation, who.value.role, asked.state, asked.month ?? ""].join(" ");
  const after = placeOf(cursors, name, cursor);
  if (!after.ok) return after;
  const page = await listObjections(ports, who.value, { ...asked, after: after.value });
  if (!page.ok) return page;
  const { items, next } = page.value;
  const sealed = next === null ? null : cursors.encode(name, `${next.day} ${next.filedAt.getTime()} ${next.objection}`);
  return granted({ items: items.map(presentObjection), next: sealed });
}

export async function answerDocument(
  c: Context<HttpEnv>,
  asked: {
    readonly ports: ObjectionPorts;
    readonly who: Who;
    readonly named: { readonly objection: string; readonly document: string };
  },
): Promise<Response> {
  const { ports, who, named } = asked;
  if (!who.ok) return refuse(c, who.refusal);
  const found = await readDocument(ports, who.value, named);
  if (!found.ok) return refuse(c, found.refusal);
  c.header("cache-control", "no-store");
  c.header("content-security-policy", documentPolicy);
  c.header("content-type", "text/html; charset=utf-8");
  return c.body(String(documentPage(found.value.body, found.value.digest)), 200);
}
