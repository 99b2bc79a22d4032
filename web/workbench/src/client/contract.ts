// Which requests there are, from the generated contract: a path that does not exist does not compile.
import type { paths } from "@xinheng/contract/client";

export type Method = "get" | "post" | "patch" | "delete";

/** Paths that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

export type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;

type Content<R> = R extends { content: { "application/json": infer J } } ? J : never;
type Success = 200 | 201 | 202;

/** The JSON of an operation's success; never where it has none. */
export type Answer<O> = O extends { responses: infer R } ? Content<R[keyof R & Success]> : never;

/** The JSON that an operation takes. */
export type Body<O> = O extends { requestBody?: { content: { "application/json": infer J } } } ? J : never;

export type Query<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
export type PathValues<O> = O extends { parameters: { path: infer V } } ? V : never;
