import type { Day } from "../../kernel/day.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Authorisation, Given, Revocation, RevokingSide, Terms } from "./rules/authorisation.ts";

/** The account that acts; of its person only the number. */
export interface ActingAccount {
  readonly account: string;
  readonly person: string;
  readonly organisation: string;
}

const select = `select a.authorisation, a.subject, a.grantee, a.grantee_name as "granteeName", a.scope, a.purpose, a.uses,
    a.valid_from as "from", a.valid_until as "until", a.how, a.given_at as "givenAt", a.commitment,
    l.uses_left as "usesLeft", r.side, r.revoked_at as "revokedAt"
  from authorisation.authorisation a
  join authorisation.allowance l on l.subject = a.subject and l.authorisation = a.authorisation
  left join authorisation.revocation r on r.subject = a.subject and r.authorisation = a.authorisation`;

interface Row extends Terms {
  readonly authorisation: string;
  readonly how: Given["how"];
  readonly givenAt: Date;
  readonly commitment: Buffer;
  readonly usesLeft: number;
  readonly side: RevokingSide | null;
  readonly revokedAt: Date | null;
}

function authorisationOf({ side, revokedAt, ...row }: Row): Authorisation {
  return {
    ...row,
    revocation: side === null || revokedAt === null ? null : { side, at: revokedAt },
    entries: new Map(row.scope.map(({ entry, fields }): [string, readonly string[]] => [entry, fields])),
  };
}

const ofSubject = statement("authorisation.of-subject", `${select} where a.subject = $1 and a.authorisation = $2`);
const ofGrantee = statement("authorisation.of-grantee", `${select} where a.grantee = $1 and a.authorisation = $2`);

/** Whose side looks an authorisation up. Another's is not found by the same reading that finds none. */
export interface Owner {
  readonly side: "grantor" | "grantee";
  /** Code of the organisation. */
  readonly organisation: string;
}

export async function loadOwned(tx: Tx, owner: Owner, authorisation: string): Promise<Authorisation | undefined> {
  const asked = owner.side === "grantor" ? ofSubject : ofGrantee;
  const row = (await tx.rows<Row>(asked, [owner.organisation, authorisation]))[0];
  return row === undefined ? undefined : authorisationOf(row);
}

/** Where a list goes on: after this one. */
export interface Place {
  readonly givenAt: Date;
  readonly authorisation: string;
}

const page = `($2::timestamptz is null or (a.given_at, a.authorisation) < ($2, $3))
  order by a.given_at desc, a.authorisation desc limit $4`;
const listOfSubject = statement("authorisation.list-of-subject", `${select} where a.subject = $1 and ${page}`);
const listOfGrantee = statement("authorisation.list-of-grantee", `${select} where a.grantee = $1 and ${page}`);

/** One side's authorisations, the newest first, whatever their state. */
export async function listOwned(
  tx: Tx,
  owner: Owner,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<Authorisation[]> {
  const asked = owner.side === "grantor" ? listOfSubject : listOfGrantee;
  const values = [owner.organisation, after?.givenAt ?? null, after?.authorisation ?? null, limit];
  return (await tx.rows<Row>(asked, values)).map(authorisationOf);
}

const selectArtefact = statement(
  "authorisation.artefact",
  "select consent, note from authorisation.artefact where subject = $1 and authorisation = $2",
);

/** The wording and the signed note; undefined once an eraser has emptied them. */
export async function loadArtefact(
  tx: Tx,
  { subject, authorisation }: Pick<Authorisation, "subject" | "authorisation">,
): Promise<{ readonly consent: string; readonly note: string } | undefined> {
  return (await tx.rows<{ consent: string; note: string }>(selectArtefact, [subject, authorisation]))[0];
}

const selectStanding = statement(
  "authorisation.standing",
  `${select}
   where a.subject = any($1::text[]) and a.grantee = $2 and a.valid_from <= $3 and a.valid_until > $3
     and r.authorisation is null and (l.uses_left > 0 or a.authorisation = $4)`,
);

/** What stands between these subjects and an office on a day. @param used one whose uses do not matter. */
export async function standing(
  tx: Tx,
  asked: {
    readonly subjects: readonly string[];
    readonly grantee: string;
    readonly day: Day;
    readonly used: string | null;
  },
): Promise<Authorisation[]> {
  const values = [[...asked.subjects], asked.grantee, asked.day, asked.used];
  return (await tx.rows<Row>(selectStanding, values)).map(authorisationOf);
}

const locate = statement(
  "authorisation.locate",
  `select authorisation, subject from authorisation.locator where authorisation = any($1::text[]) order by authorisation`,
);
const lockOne = statement(
  "authorisation.lock",
  `select authorisation from authorisation.allowance where subject = $1 and authorisation = $2 for update`,
);

/** The subjects of some ids, in the order in which they are locked. */
export function locateAll(tx: Tx, ids: readonly string[]): Promise<{ authorisation: string; subject: string }[]> {
  return tx.rows(locate, [[...ids]]);
}

/**
 * Waits for whoever spends or revokes it, and keeps others waiting until this transaction ends. What is read afterwards,
 * by a statement of its own, is what that other one has left behind.
 */
export async function lockAllowance(
  tx: Tx,
  { subject, authorisation }: Pick<Authorisation, "subject" | "authorisation">,
): Promise<void> {
  await tx.rows(lockOne, [subject, authorisation]);
}

const takeUse = statement(
  "authorisation.take-use",
  `update authorisation.allowance set uses_left = uses_left - 1 where subject = $1 and authorisation = $2`,
);
const insertUse = statement(
  "authorisation.insert-use",
  "insert into authorisation.use (subject, authorisation, ordinal, at) values ($1, $2, $3, $4)",
);

/** Takes one use of a locked authorisation that was read after the lock. */
export async function saveUse(tx: Tx, one: Authorisation, at: Date): Promise<void> {
  await tx.run(takeUse, [one.subject, one.authorisation]);
  await tx.run(insertUse, [one.subject, one.authorisation, one.uses - one.usesLeft + 1, at]);
}

const insertLocator = statement(
  "authorisation.insert-locator",
  "insert into authorisation.locator (authorisation, subject) values ($1, $2) on conflict do nothing",
);
const insertAuthorisation = statement(
  "authorisation.insert",
  `insert into authorisation.authorisation (subject, authorisation, grantee, grantee_name, scope, purpose, uses, valid_from,
     valid_until, how, by_account, by_person, by_organisation, mandate, file_no, appeared, signatory, consent, commitment,
     policy_hash, given_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
   on conflict do nothing`,
);
const insertArtefact = statement(
  "authorisation.insert-artefact",
  "insert into authorisation.artefact (subject, authorisation, consent, note, seed) values ($1, $2, $3, $4, $5)",
);
const insertAllowance = statement(
  "authorisation.insert-allowance",
  "insert into authorisation.allowance (subject, authorisation, uses_left) values ($1, $2, $3)",
);

/** An authorisation with all that is kept beside it. */
export interface NewAuthorisation {
  readonly authorisation: string;
  readonly terms: Terms;
  readonly given: Given;
  readonly by: ActingAccount;
  readonly signatory: Buffer;
  readonly consent: { readonly text: string; readonly digest: Buffer };
  readonly note: string;
  readonly seed: Buffer;
  readonly commitment: Buffer;
  /** SHA-256 in hex. */
  readonly policyHash: string;
  readonly givenAt: Date;
}

/** @returns `saved`, or what stood in the way: the id, or the hall's file number for this subject. */
export async function saveAuthorisation(tx: Tx, one: NewAuthorisation): Promise<"saved" | "same-id" | "same-file"> {
  const { authorisation, terms, given, by } = one;
  if ((await tx.run(insertLocator, [authorisation, terms.subject])) === 0) return "same-id";
  const hall = given.how === "hall" ? given : null;
  const { subject, grantee, granteeName, purpose, uses, from, until } = terms;
  const said = [subject, authorisation, grantee, granteeName, JSON.stringify(terms.scope), purpose, uses, from, until];
  const mandate = given.how === "portal" ? given.mandate : null;
  const how = [given.how, by.account, by.person, by.organisation, mandate, hall?.file ?? null, hall?.appeared ?? null];
  const sealed = [one.signatory, one.consent.digest, one.commitment, Buffer.from(one.policyHash, "hex"), one.givenAt];
  const values = [...said, ...how, ...sealed];
  if ((await tx.run(insertAuthorisation, values)) === 0) return "same-file";
  await tx.run(insertArtefact, [terms.subject, authorisation, one.consent.text, one.note, one.seed]);
  await tx.run(insertAllowance, [terms.subject, authorisation, terms.uses]);
  return "saved";
}

const insertRevocation = statement(
  "authorisation.insert-revocation",
  `insert into authorisation.revocation (subject, authorisation, side, by_account, by_person, by_organisation, file_no,
     appeared, signatory, revoked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** What is written of a revocation; the paper only where it came to a hall. */
export interface NewRevocation extends Revocation {
  readonly by: ActingAccount;
  readonly paper: { readonly file: string; readonly appeared: string; readonly signatory: Buffer } | null;
}

export async function saveRevocation(
  tx: Tx,
  { subject, authorisation }: Pick<Authorisation, "subject" | "authorisation">,
  { side, at, by, paper }: NewRevocation,
): Promise<void> {
  const who = [by.account, by.person, by.organisation];
  const shown = [paper?.file ?? null, paper?.appeared ?? null, paper?.signatory ?? null];
  await tx.run(insertRevocation, [subject, authorisation, side, ...who, ...shown, at]);
}

const selectOfficeName = statement(
  "authorisation.office-name",
  "select min(organisation_name) as name from accounts.pub_account where organisation = $1",
);
const selectBelongs = statement(
  "authorisation.belongs",
  "select 1 from accounts.pub_account where person = $1 and organisation = $2 limit 1",
);

/** The name that an organisation's own accounts bear; null where it has none here. */
export async function officeName(tx: Tx, organisation: string): Promise<string | null> {
  return (await tx.rows<{ name: string | null }>(selectOfficeName, [organisation]))[0]?.name ?? null;
}

/** Whether a person has any account in an organisation, whichever he acts under now. */
export async function belongsTo(tx: Tx, person: string, organisation: string): Promise<boolean> {
  return (await tx.rows(selectBelongs, [person, organisation])).length > 0;
}
