import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { granted } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { unknownAuthorisation } from "../rules/authorisation.ts";
import type { Authorisation } from "../rules/authorisation.ts";
import { listOwned, loadArtefact, loadOwned } from "../store.ts";
import type { Owner, Place } from "../store.ts";
import type { AuthorisationPorts } from "./ports.ts";

/** Authorisations on a page of a list. */
export const pageSize = 100;

/** Where a list begins or goes on. */
export interface ListPage {
  readonly after: Place | null;
  readonly limit: number;
}

/** What a subject has given, the newest first. */
export function listOf(tx: Tx, subject: string, page: ListPage): Promise<Authorisation[]> {
  return listOwned(tx, { side: "grantor", organisation: subject }, page);
}

/** What an office was given, the newest first. */
export function listFor(tx: Tx, grantee: string, page: ListPage): Promise<Authorisation[]> {
  return listOwned(tx, { side: "grantee", organisation: grantee }, page);
}

/** An enterprise account stands on the side that gives, every other role on the side that was given to. */
function ownerOf(by: Account): Outcome<Owner> {
  const may = mayDo({ account: by, command: "authorisation.read", provider: by.organisation });
  if (!may.ok) return may;
  return granted({ side: by.role === "enterprise" ? "grantor" : "grantee", organisation: by.organisation });
}

/** One's own authorisations, `pageSize` at a time. Refuses what `mayDo` refuses. */
export async function ownAuthorisations(
  ports: Pick<AuthorisationPorts, "db">,
  by: Account,
  after: Place | null,
): Promise<Outcome<readonly Authorisation[]>> {
  const owner = ownerOf(by);
  if (!owner.ok) return owner;
  const { side, organisation } = owner.value;
  const list = side === "grantor" ? listOf : listFor;
  return granted(await ports.db.read((tx) => list(tx, organisation, { after, limit: pageSize })));
}

export interface AuthorisationFile {
  readonly authorisation: Authorisation;
  /** The wording and the signed note; null once they were erased. */
  readonly artefact: { readonly consent: string; readonly note: string } | null;
}

/**
 * One's own authorisation. Refuses what `mayDo` refuses, and `authorisation.unknown` for another's as for none: the
 * question names the caller's own code, so both are answered by the same reading of the same index.
 */
export async function ownAuthorisation(
  ports: Pick<AuthorisationPorts, "db">,
  by: Account,
  id: string,
): Promise<Outcome<AuthorisationFile>> {
  const owner = ownerOf(by);
  if (!owner.ok) return owner;
  return ports.db.read(async (tx) => {
    const authorisation = await loadOwned(tx, owner.value, id);
    if (authorisation === undefined) return unknownAuthorisation();
    return granted({ authorisation, artefact: (await loadArtefact(tx, authorisation)) ?? null });
  });
}
