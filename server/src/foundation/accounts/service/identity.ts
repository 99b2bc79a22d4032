// The identity providers of this instance.
import type { Outcome } from "../../../kernel/refusal.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { IdentityProvider } from "../rules/provider.ts";
import { openBundledProvider } from "./bundled-provider.ts";
import type { BundledProvider } from "./bundled-provider.ts";
import { readIdentityFile } from "./identity-file.ts";
import { callListed } from "./listed-fetch.ts";
import { createRelyingParty } from "./relying-party.ts";
import type { PartyWish, ProviderCall, RelyingParty } from "./relying-party.ts";

/** A provider at which one can sign in. */
export interface Door {
  readonly provider: IdentityProvider;
  readonly party: RelyingParty;
}

export interface Identity {
  /** By the provider's id, in the order in which people are offered them. */
  readonly doors: ReadonlyMap<string, Door>;
  /** null in production. */
  readonly bundled: BundledProvider | null;
}

/** Where providers send browsers back to. */
export const RETURN_PATH = "/sign-in/return";

/** No provider at all: sign-in is by token alone. */
export const noIdentity: Identity = { doors: new Map(), bundled: null };

function callBundled(bundled: BundledProvider): ProviderCall {
  return (url, { method, headers, body }) =>
    bundled.answer({ method, headers, body: body ?? "", path: `${url.pathname}${url.search}` });
}

/**
 * Opens the providers of `identity.yaml` and, unless production, the bundled one. Nothing is called yet.
 * Refuses `accounts.identity-file`.
 */
export async function openIdentity(wish: {
  /** The data folder. */
  readonly folder: string;
  readonly publicUrl: string;
  readonly production: boolean;
  readonly onFault: PartyWish["onFault"];
}): Promise<Outcome<Identity>> {
  const { folder, publicUrl, production, onFault } = wish;
  const settings = await readIdentityFile(folder);
  if (!settings.ok) return settings;
  const { providers, hosts } = settings.value;
  const redirectUri = `${publicUrl}${RETURN_PATH}`;
  const bundled = production ? null : await openBundledProvider(publicUrl, production);
  const listed: ProviderCall = (url, call) => callListed(url, call, hosts);
  const doors = new Map<string, Door>();
  for (const provider of providers)
    doors.set(provider.id, { provider, party: createRelyingParty({ provider, redirectUri, call: listed, onFault }) });
  if (bundled !== null) {
    const { provider } = bundled;
    const call = callBundled(bundled);
    doors.set(provider.id, { provider, party: createRelyingParty({ provider, redirectUri, call, onFault }) });
  }
  return granted({ doors, bundled });
}
