import type { Context } from "hono";
import type { Outcome } from "../../kernel/refusal.ts";
import { bearerOf } from "../../platform/http/bearer.ts";
import type { HttpEnv } from "../../platform/http/http-app.ts";
import type { Account } from "./rules.ts";

/** Who a request acts for, by its bearer token; asked once a request, however many parts of the program ask. */
export type SignIn = (c: Context<HttpEnv>) => Promise<Outcome<Account>>;

/** @param authenticate the account of a token, or why there is none. */
export function createSignIn(authenticate: (bearer: string | null) => Promise<Outcome<Account>>): SignIn {
  const known = new WeakMap<Context<HttpEnv>, Promise<Outcome<Account>>>();
  return (c) => {
    const asked = known.get(c) ?? authenticate(bearerOf(c.req.header("authorization")));
    known.set(c, asked);
    return asked;
  };
}
