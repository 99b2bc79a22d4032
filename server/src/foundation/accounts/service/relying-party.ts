// The platform as a client of an OpenID provider: code flow with PKCE, state and nonce.
import * as oidc from "openid-client";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { IdentityProvider, Pending } from "../rules/provider.ts";

/** Calls a provider; throws where it may not or cannot be called. */
export type ProviderCall = (
  url: URL,
  call: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: string | null },
) => Promise<Response>;

/** Where a sign-in goes, and what its answer will be held against. */
export interface Begun {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface RelyingParty {
  /** Refuses `accounts.provider-unavailable`. @param proof whether the person must give proof anew. */
  readonly begin: (proof: boolean) => Promise<Outcome<Begun>>;
  /** What the provider's answer says of the person. Refuses `accounts.sign-in-failed`. @param query with its question mark. */
  readonly finish: (query: string, pending: Pending) => Promise<Outcome<Readonly<Record<string, unknown>>>>;
}

export interface PartyWish {
  readonly provider: IdentityProvider;
  /** From the configured public address, never from a request. */
  readonly redirectUri: string;
  readonly call: ProviderCall;
  /** Told of what went wrong between the two, for the log. */
  readonly onFault: (fault: { readonly provider: string; readonly error: unknown }) => void;
}

/** A proof counts as new for so long. */
const PROOF_SECONDS = 60;
const TIMEOUT_SECONDS = 15;

function fetchBy(call: ProviderCall): oidc.CustomFetch {
  return (url, { method, headers, body }) => {
    const text = body === undefined || body === null ? null : body instanceof URLSearchParams ? body.toString() : body;
    if (text !== null && typeof text !== "string") throw new TypeError("a call to a provider bears text");
    return call(new URL(url), { method, headers: Object.fromEntries(new Headers(headers)), body: text });
  };
}

/** Asks the provider what it can do, when it is first needed; again after a failure. */
function discoverOnce({ provider, call }: PartyWish): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  const isPlain = provider.issuer.startsWith("http:");
  const discover = (): Promise<oidc.Configuration> =>
    oidc.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      oidc.ClientSecretBasic(provider.clientSecret),
      {
        [oidc.customFetch]: fetchBy(call),
        timeout: TIMEOUT_SECONDS,
        // Only the bundled provider can have such an address: it is asked within the process.
        ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
      },
    );
  return () => {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

export function createRelyingParty(wish: PartyWish): RelyingParty {
  const { provider, redirectUri } = wish;
  const configuration = discoverOnce(wish);
  const told = (error: unknown): void => wish.onFault({ provider: provider.id, error });
  return {
    begin: async (proof) => {
      try {
        const config = await configuration();
        const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: provider.scopes.join(" "),
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
          ...(proof ? { max_age: String(PROOF_SECONDS) } : {}),
          ...(proof || provider.asksAlways ? { prompt: "login" } : {}),
        });
        return granted({ url: url.href, state, nonce, verifier });
      } catch (error) {
        told(error);
        return refused({ code: "accounts.provider-unavailable", kind: "unavailable", values: { name: provider.name } });
      }
    },
    finish: async (query, pending) => {
      try {
        const config = await configuration();
        const answer = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
          ...(pending.session === null ? {} : { maxAge: PROOF_SECONDS }),
        });
        const claims = answer.claims();
        if (claims === undefined) throw new TypeError("no claims");
        return granted(claims);
      } catch (error) {
        told(error);
        return refused({ code: "accounts.sign-in-failed", kind: "unauthenticated", values: { name: provider.name } });
      }
    },
  };
}
