// The one table from a lawful no to an HTTP answer (RFC 9457, problem+json).
import { z } from "@hono/zod-openapi";
import type { TypedResponse } from "hono";
import type { Refusal, RefusalCode, RefusalKind } from "../../kernel/refusal.ts";

/** What a person reads about a refusal. `detail` and `cure` may name `{value}` slots of `Refusal.values`. */
export interface RefusalText {
  readonly title: string;
  readonly detail?: string;
  /** What the caller can do about it; appended to the detail. */
  readonly cure?: string;
}

/** Chinese texts by refusal code. Each slice owns its part in `text.ts`; `main` composes them. */
export type RefusalTexts = Readonly<Record<RefusalCode, RefusalText>>;

const STATUS = {
  invalid: 422,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  "too-early": 409,
  unauthenticated: 401,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** The HTTP statuses that a refusal can have. */
export type ProblemStatus = (typeof STATUS)[RefusalKind];

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.string(),
    article: z.string().optional(),
    articleText: z.string().optional().openapi({ description: "The article as people read it" }),
    availableFrom: z.string().optional(),
  })
  .openapi("Problem");

/** The body of a refusal. `instance` is the pattern of the route, never the path asked for. */
export type ProblemBody = z.infer<typeof problemSchema>;

/** A refusal as a route's handler may return it where its responses include `problemResponses`. */
export type ProblemResponse = Response & TypedResponse<ProblemBody, ProblemStatus, "json">;

/** Spread into a route's `responses`, so that its contract says how it refuses. */
export const problemResponses = {
  default: {
    description: "A refusal: application/problem+json with `code` (RFC 9457).",
    content: { "application/problem+json": { schema: problemSchema } },
  },
} as const;

export function statusOf(kind: RefusalKind): ProblemStatus {
  return STATUS[kind];
}

/** Puts values into `{slots}`. A slot without a value keeps its name, so that nothing is silently lost. */
export function fillSlots(text: string, values: Refusal["values"]): string {
  if (values === undefined) return text;
  return text.replaceAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (slot, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : slot,
  );
}

/** The text of a refusal with its values filled in; the code itself where the slice forgot to write one. */
export function describeRefusal(refusal: Refusal, texts: RefusalTexts): { title: string; detail: string } {
  const text = Object.hasOwn(texts, refusal.code) ? texts[refusal.code] : undefined;
  if (text === undefined) return { title: refusal.code, detail: "" };
  const detail = [text.detail, text.cure].filter((part) => part !== undefined).join("");
  return { title: fillSlots(text.title, refusal.values), detail: fillSlots(detail, refusal.values) };
}

/** Where a refusal was made, and how its article is read out. */
export interface ProblemPlace {
  /** Pattern of the route, `/api/v1/batches/{id}`; never the path, which may hold personal data. */
  readonly instance?: string;
  /** The words of a reference `source#article`. */
  readonly articleText?: ((reference: string) => string) | undefined;
}

/** The members of a problem in the order in which people read them; absent ones are left out. */
export function problemBody(refusal: Refusal, texts: RefusalTexts, place: ProblemPlace = {}): ProblemBody {
  const { instance, articleText } = place;
  const { article } = refusal;
  const { title, detail } = describeRefusal(refusal, texts);
  return {
    type: `/problems/${refusal.code}`,
    title,
    status: STATUS[refusal.kind],
    ...(detail === "" ? {} : { detail }),
    ...(instance === undefined ? {} : { instance }),
    code: refusal.code,
    ...(article === undefined ? {} : { article }),
    ...(article === undefined || articleText === undefined ? {} : { articleText: articleText(article) }),
    ...(refusal.availableFrom === undefined ? {} : { availableFrom: refusal.availableFrom }),
  };
}

/** Seconds after which a caller that was turned away may ask again, where the refusal does not say it itself. */
const RETRY_SECONDS = 5;

/** For Retry-After: a refusal of these kinds may name its `seconds`. */
function retryAfter({ kind, values }: Refusal): number | null {
  if (kind !== "unavailable" && kind !== "too-many") return null;
  const seconds = values?.["seconds"];
  return typeof seconds === "number" ? seconds : RETRY_SECONDS;
}

/** A refusal as an answer. */
export function problem(refusal: Refusal, texts: RefusalTexts, place: ProblemPlace = {}): ProblemResponse {
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
  if (refusal.kind === "unauthenticated") headers.set("www-authenticate", 'Bearer realm="xinheng"');
  const seconds = retryAfter(refusal);
  if (seconds !== null) headers.set("retry-after", String(seconds));
  const body = problemBody(refusal, texts, place);
  const response = new Response(JSON.stringify(body), { status: body.status, headers });
  return response as ProblemResponse;
}
