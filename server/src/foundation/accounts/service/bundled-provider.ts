// An OpenID provider of our own for demonstrations and tests. It stands in this process, knows the demo accounts and their
// passwords, and does not exist in production.
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { IdentityProvider } from "../rules/provider.ts";
import { BUNDLED_NAME } from "../text.ts";
import { createBundledStore } from "./bundled-store.ts";
import { askInProcess } from "./in-process.ts";
import type { NodeListener } from "./in-process.ts";

export const BUNDLED_PATH = "/demo-identity";
/** Its subjects are kept under this name, whatever address the demonstration has today. */
export const BUNDLED = { id: "demo", realm: "bundled" } as const;
const CLIENT = "xinheng";

/** As much of `oidc-provider` as is used here; the package brings no types. */
interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}
interface ProviderContext {
  body: unknown;
  type: string;
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: { readonly Grant: new (of: { clientId: string; accountId: string }) => Grant };
  };
}
interface OpenIdProvider {
  proxy: boolean;
  callback(): NodeListener;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ prompt: { name: string } }>;
  interactionResult(request: IncomingMessage, response: ServerResponse, result: object): Promise<string>;
}
interface ProviderModule {
  readonly Provider: new (issuer: string, settings: object) => OpenIdProvider;
}

/** A request to the provider; path and query as they came. */
export interface BundledRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface BundledProvider {
  /** How the platform finds it. */
  readonly provider: IdentityProvider;
  readonly answer: (request: BundledRequest) => Promise<Response>;
  /** Whether a browser stands before the login form. Refuses `accounts.sign-in-stale`. */
  readonly isAsked: (request: BundledRequest) => Promise<Outcome<void>>;
  /** The login form was filled in rightly. @returns where the browser goes on. Refuses `accounts.sign-in-stale`. */
  readonly accept: (request: BundledRequest, login: string) => Promise<Outcome<string>>;
}

const stale = refused({ code: "accounts.sign-in-stale", kind: "conflict" });
const MINUTE = 60;

/** Everybody who signs in has agreed: the client is the platform itself. */
async function grantOf({ oidc }: ProviderContext): Promise<Grant> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
}

function settings(publicUrl: string, secret: string): object {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const stores = new Map<string, ReturnType<typeof createBundledStore>>();
  return {
    adapter: (model: string) => {
      const store = stores.get(model) ?? createBundledStore(() => Date.now());
      stores.set(model, store);
      return store;
    },
    clients: [
      {
        client_id: CLIENT,
        client_secret: secret,
        redirect_uris: [`${publicUrl}/sign-in/return`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: "ES256",
        require_auth_time: true,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: randomUUID() }] },
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    claims: { openid: ["sub"] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${BUNDLED_PATH}/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: grantOf,
    clientBasedCORS: () => false,
    renderError: (context: ProviderContext, { error }: { error: string }) => {
      context.type = "text/plain; charset=utf-8";
      context.body = error;
    },
    responseTypes: ["code"],
    pkce: { required: () => true },
    ttl: {
      AccessToken: MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 10 * MINUTE,
      Session: 60 * MINUTE,
      Grant: 60 * MINUTE,
    },
  };
}

/** The provider's cookie for who signed in there before. */
const REMEMBERED = /^_session(?:\.|=)/;

/** Everybody is asked anew: whoever tries out one role after another must not be taken for the one before. */
function withoutMemory(cookies: string | undefined): string {
  return (cookies ?? "")
    .split(/; */)
    .filter((one) => !REMEMBERED.test(one))
    .join("; ");
}

function forgetful(response: Response): Response {
  const lines = response.headers.getSetCookie().filter((line) => !REMEMBERED.test(line));
  response.headers.delete("set-cookie");
  for (const line of lines) response.headers.append("set-cookie", line);
  return response;
}

/** What the provider is to see of a request: its own address, whatever Host or forwarding the caller wrote. */
function asSeen(publicUrl: string, request: BundledRequest) {
  const { host, protocol } = new URL(publicUrl);
  const kept = Object.entries(request.headers).filter(
    ([name]) => !name.startsWith("x-forwarded-") && name !== "forwarded",
  );
  const headers = {
    ...Object.fromEntries(kept),
    host,
    "x-forwarded-proto": protocol.slice(0, -1),
    cookie: withoutMemory(request.headers["cookie"]),
    "content-length": String(Buffer.byteLength(request.body)),
  };
  return {
    method: request.method,
    url: request.path.slice(BUNDLED_PATH.length) || "/",
    originalUrl: request.path,
    headers,
    body: request.body,
  };
}

/** Opens it. Throws in production: nobody may come in by a demonstration's door. */
export async function openBundledProvider(publicUrl: string, production: boolean): Promise<BundledProvider> {
  if (production) throw new Error("the bundled identity provider does not exist in production");
  // Loaded by name: the package has no types, and an instance without demonstration never loads it.
  const packageName: string = "oidc-provider";
  const { Provider } = (await import(packageName)) as ProviderModule;
  const secret = randomBytes(32).toString("base64url");
  const issuer = `${publicUrl}${BUNDLED_PATH}`;
  const openId = new Provider(issuer, settings(publicUrl, secret));
  openId.proxy = true;
  const listener = openId.callback();
  const within = async <T>(
    request: BundledRequest,
    work: (...on: Parameters<NodeListener>) => Promise<T>,
  ): Promise<Outcome<T>> => {
    const { promise, resolve } = Promise.withResolvers<Outcome<T>>();
    await askInProcess(
      async (incoming, response) => {
        // Whoever has no such interaction under way, or whose it is not, is told the same.
        resolve(
          await work(incoming, response).then(
            (value) => granted(value),
            () => stale,
          ),
        );
        response.end();
      },
      asSeen(publicUrl, request),
    );
    return promise;
  };
  return {
    provider: {
      ...BUNDLED,
      name: BUNDLED_NAME,
      adapter: "plain",
      issuer,
      clientId: CLIENT,
      clientSecret: secret,
      scopes: ["openid"],
      asksAlways: true,
    },
    answer: async (request) => forgetful(await askInProcess(listener, asSeen(publicUrl, request))),
    isAsked: async (request) => {
      const asked = await within(request, async (incoming, response) => openId.interactionDetails(incoming, response));
      if (!asked.ok) return asked;
      return asked.value.prompt.name === "login" ? granted(undefined) : stale;
    },
    accept: (request, login) =>
      within(request, async (incoming, response) =>
        openId.interactionResult(incoming, response, { login: { accountId: login } }),
      ),
  };
}
