// The frame around every route: who refuses how, which headers every answer carries, what is written down about it.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import type { Refusal, RefusalCode } from "../../kernel/refusal.ts";
import { invalidRequest } from "./invalid.ts";
import { describeRefusal, problem, statusOf } from "./problem.ts";
import type { ProblemResponse, RefusalTexts } from "./problem.ts";
import { createRequestId } from "./request-id.ts";
import { routePattern } from "./route-pattern.ts";
import { setSecurityHeaders } from "./security-headers.ts";

/** What a browser is shown instead of problem+json. */
export interface ErrorPage {
  readonly status: number;
  readonly code: RefusalCode;
  readonly title: string;
  readonly detail: string;
  /** To be quoted to the operator; the log holds the same. */
  readonly number: string;
  /** Seconds after which the same may be asked again, as Retry-After says; null where asking again does not help. */
  readonly retrySeconds: number | null;
}

/** An error page whose style is not that of `pagePolicy`, with the policy that it needs. */
export interface StyledPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** One line about an answered request. `route` is a pattern, never the path: paths and queries name people. */
export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Where requests and faults are written down. */
export interface HttpWatch {
  readonly request: (line: RequestLine) => void;
  readonly fault: (fault: { readonly requestId: string; readonly route: string; readonly error: unknown }) => void;
}

export interface HttpFrame {
  readonly texts: RefusalTexts;
  readonly watch: HttpWatch;
  /** HTML of an error for browsers; without it everybody gets problem+json. */
  readonly errorPage?: (page: ErrorPage, c: Context<HttpEnv>) => string | StyledPage | Promise<string | StyledPage>;
  /** Replaces the built-in Content-Security-Policy of HTML answers. */
  readonly pagePolicy?: (c: Context<HttpEnv>) => string;
  /** True where the public address is https: then Strict-Transport-Security is sent. */
  readonly secure: boolean;
  /** Longest request body in bytes, upload paths excepted. */
  readonly bodyBytes: number;
  /** Paths (and what lies below them) whose handlers bound their own bodies because they stream them. */
  readonly uploadPaths: readonly string[];
  /** How the article of a refusal is read out; without it a refusal names the reference alone. */
  readonly articleText?: (reference: string) => string;
  /** Paths (and what lies below them) that take longer bodies than the others, and how long. */
  readonly longBodies?: { readonly paths: readonly string[]; readonly bytes: number };
}

export type HttpEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; frame: HttpFrame };
};

export type HttpApp = OpenAPIHono<HttpEnv>;

const API = "/api/";
const REQUEST_TIMEOUT = 408;

function wantsPage(c: Context<HttpEnv>): boolean {
  return !c.req.path.startsWith(API) && (c.req.header("accept") ?? "").includes("text/html");
}

async function page(c: Context<HttpEnv>, refusal: Refusal, headers: Headers): Promise<Response | null> {
  const { errorPage, texts } = c.var.frame;
  if (errorPage === undefined || !wantsPage(c)) return null;
  const status = refusal.code === "http.fault" ? 500 : statusOf(refusal.kind);
  const { title, detail } = describeRefusal(refusal, texts);
  const retry = headers.get("retry-after");
  const retrySeconds = retry === null ? null : Number(retry);
  const asked: ErrorPage = { status, code: refusal.code, title, detail, number: c.var.requestId, retrySeconds };
  const made = await errorPage(asked, c);
  headers.set("content-type", "text/html; charset=utf-8");
  if (typeof made === "string") return new Response(made, { status, headers });
  headers.set("content-security-policy", made.contentSecurityPolicy);
  return new Response(made.html, { status, headers });
}

/** A refusal as problem+json, worded by the texts of the application; `instance` is the route's pattern. */
export function refuse(c: Context<HttpEnv>, refusal: Refusal): ProblemResponse {
  const { texts, articleText } = c.var.frame;
  return problem(refusal, texts, { instance: routePattern(c), articleText });
}

/** The same for an address that browsers visit: an HTML page where the caller asks for one. */
export async function refusePage(c: Context<HttpEnv>, refusal: Refusal): Promise<Response> {
  const response = refuse(c, refusal);
  return (await page(c, refusal, response.headers)) ?? response;
}

function wasAborted(c: Context<HttpEnv>): boolean {
  return c.env?.incoming?.destroyed === true && c.env.incoming.complete === false;
}

async function answerFault(error: unknown, c: Context<HttpEnv>): Promise<Response> {
  if (error instanceof HTTPException && error.status < 500) {
    const json = error.message.includes("JSON");
    return refusePage(c, { code: json ? "http.invalid-json" : "http.invalid-request", kind: "invalid" });
  }
  // Whoever sent too slowly, or went away, has been told or does not listen: that is no fault of ours.
  if (wasAborted(c)) return new Response(null, { status: REQUEST_TIMEOUT });
  c.var.frame.watch.fault({ requestId: c.var.requestId, route: routePattern(c), error });
  const fault: Refusal = { code: "http.fault", kind: "unavailable", values: { number: c.var.requestId } };
  const plain = refuse(c, fault);
  const html = await page(c, fault, new Headers({ "cache-control": "no-store" }));
  if (html !== null) return html;
  const body = { ...((await plain.json()) as object), status: 500 };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
  });
}

function isBelow(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}

/** Refuses a body of more than so many bytes. */
function bounded(bytes: number): MiddlewareHandler<HttpEnv> {
  return bodyLimit({
    maxSize: bytes,
    onError: async (c: Context<HttpEnv>) => {
      const refusal = { code: "http.too-large", kind: "too-large", values: { limit: bytes } } as const;
      const response = await refusePage(c, refusal);
      // What is left of the body is not read, so nothing more can be asked on this connection.
      response.headers.set("connection", "close");
      return response;
    },
  });
}

/** Every body within its bound, but for uploads, whose handlers see to it. */
function boundBodies({ bodyBytes, longBodies, uploadPaths }: HttpFrame): MiddlewareHandler<HttpEnv> {
  const limited = bounded(bodyBytes);
  const long = bounded(longBodies?.bytes ?? bodyBytes);
  return (c, next) => {
    if (isBelow(c.req.path, uploadPaths)) return next();
    return isBelow(c.req.path, longBodies?.paths ?? []) ? long(c, next) : limited(c, next);
  };
}

/** An application without routes: slices add theirs with `app.openapi(route, handler)` or `app.get`. */
export function createHttpApp(frame: HttpFrame): HttpApp {
  const app: HttpApp = new OpenAPIHono<HttpEnv>({
    defaultHook: (result, c) => {
      if (!result.success) return refusePage(c, invalidRequest(result.target, result.error));
      return undefined;
    },
  });
  app.use(async (c, next) => {
    const started = performance.now();
    c.set("requestId", createRequestId());
    c.set("frame", frame);
    await next();
    setSecurityHeaders(c.res.headers, { secure: frame.secure, pagePolicy: () => frame.pagePolicy?.(c) });
    c.res.headers.set("x-request-id", c.var.requestId);
    frame.watch.request({
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePattern(c),
      status: c.res.status,
      milliseconds: performance.now() - started,
    });
  });
  app.use(boundBodies(frame));
  app.notFound((c) => refusePage(c, { code: "http.not-found", kind: "absent" }));
  app.onError(answerFault);
  return app;
}
