// Who a request acts for. Every way of proving it is one function; the first that the request tried decides.
import type { Context } from "hono";
import { refused } from "../../kernel/refusal.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { bearerOf } from "../../platform/http/bearer.ts";
import type { HttpEnv } from "../../platform/http/http-app.ts";
import type { SignedIn } from "./rules.ts";
import type { Admission } from "./service/account.ts";

/** Who a request acts for; asked once a request, however many parts of the program ask. */
export type SignIn = (c: Context<HttpEnv>) => Promise<Outcome<SignedIn>>;

/** One way of proving it; null where the request did not try it. A way that was tried and fails is the end of the matter. */
export type SignInWay = (c: Context<HttpEnv>, admission: Admission) => Promise<Outcome<SignedIn> | null>;

const STRICT: Admission = { allowFrozen: false };

async function firstTried(
  c: Context<HttpEnv>,
  ways: readonly SignInWay[],
  admission: Admission,
): Promise<Outcome<SignedIn>> {
  for (const way of ways) {
    const outcome = await way(c, admission);
    if (outcome !== null) return outcome;
  }
  return refused({ code: "accounts.unauthenticated", kind: "unauthenticated" });
}

/**
 * Refuses `accounts.unauthenticated` where no way was tried, else what the way refuses.
 * @param ways in order.
 * @param admission `allowFrozen` only for the routes of a subject's own record and rights, which nobody can be frozen out of.
 */
export function createSignIn(ways: readonly SignInWay[], admission: Admission = STRICT): SignIn {
  const known = new WeakMap<Context<HttpEnv>, Promise<Outcome<SignedIn>>>();
  return (c) => {
    const asked = known.get(c) ?? firstTried(c, ways, admission);
    known.set(c, asked);
    return asked;
  };
}

/** The two ways into what belongs to a subject's rights. */
export interface RightsSignIn {
  readonly signIn: SignIn;
  /** Lets a frozen account in: nobody can be frozen out of being heard. */
  readonly signInToRights: SignIn;
}

/** Every way of signing in; and for a subject that is frozen, the one that lets it in to its rights. */
export async function signInEntitled(
  { signIn, signInToRights }: RightsSignIn,
  c: Context<HttpEnv>,
): Promise<Outcome<SignedIn>> {
  const who = await signIn(c);
  if (who.ok || who.refusal.code !== "accounts.frozen") return who;
  const frozen = await signInToRights(c);
  return frozen.ok && frozen.value.role === "enterprise" ? frozen : who;
}

/** By bearer token. @param whose the account of a token that a request shows, or why there is none. */
export function tokenWay(
  whose: (token: string, admission: Admission, c: Context<HttpEnv>) => Promise<Outcome<SignedIn>>,
): SignInWay {
  return async (c, admission) => {
    const header = c.req.header("authorization");
    if (header === undefined) return null;
    const token = bearerOf(header);
    return token === null
      ? refused({ code: "accounts.unauthenticated", kind: "unauthenticated" })
      : whose(token, admission, c);
  };
}
