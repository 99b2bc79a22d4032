import { mayDo } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { record } from "../../../foundation/audit/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome, RefusalCode } from "../../../kernel/refusal.ts";
import { inOneTransaction } from "../../../platform/database/in-one-transaction.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import { loadSubjects } from "../../subject/index.ts";
import { consentDigest, sealArtefact } from "../rules/artefact.ts";
import type { Appeared, Authorisation, Given, Terms } from "../rules/authorisation.ts";
import { termsOf } from "../rules/terms.ts";
import type { TermsWish } from "../rules/terms.ts";
import { belongsTo, loadOwned, officeName, saveAuthorisation } from "../store.ts";
import { consentText } from "./consent.ts";
import { signArtefact } from "./note.ts";
import type { AuthorisationPorts } from "./ports.ts";
import { paperSignatory, personSignatory } from "./signatory.ts";

const DRAFT_BYTES = 16;
const SEED_BYTES = 32;
const ID_DIGITS = 32;

/** What is asked for, and for whom. */
export interface DraftWish {
  readonly terms: TermsWish;
  /** At a hall the subject that appeared; null in the portal, where the account's own organisation is the subject. */
  readonly subject: string | null;
}

/** The wording to be shown, before anything is given. */
export interface Draft {
  /** 32 hex digits, to be handed back: the same draft is given once, however often it is sent. */
  readonly draft: string;
  readonly authorisation: string;
  readonly terms: Terms;
  readonly consent: string;
  /** SHA-256 of the wording, in hex. */
  readonly digest: string;
}

/** What came on paper. */
export interface Paper {
  /** Number of the paper file at the hall. */
  readonly file: string;
  readonly appeared: Appeared;
  /** Name of who appeared; only a keyed digest of it is kept. */
  readonly name: string;
}

/** The consent itself. */
export interface GivingWish extends DraftWish {
  readonly draft: string;
  /** Digest of the wording that was seen. */
  readonly consent: string;
  /** Null in the portal. */
  readonly paper: Paper | null;
}

export interface GivenAuthorisation {
  readonly authorisation: Authorisation;
  readonly consent: string;
  /** The artefact as a signed note. */
  readonly note: string;
}

/**
 * The wording of an authorisation, for the subject to read. Refuses what `mayDo`, the mandate and `termsOf` refuse,
 * `authorisation.unknown-subject`, and `authorisation.own-grantee` for anybody who has an account at the grantee.
 */
export function draftAuthorisation(ports: AuthorisationPorts, by: Account, wish: DraftWish): Promise<Outcome<Draft>> {
  const draft = ports.keys.random(DRAFT_BYTES).toString("hex");
  return ports.db.read(async (tx) => {
    const planned = await plan(tx, ports, { by, wish, draft });
    return planned.ok ? granted(planned.value.draft) : planned;
  });
}

/**
 * Registers what the subject consented to. Besides what the draft refuses: `authorisation.consent-differs`,
 * `authorisation.already-given`, `authorisation.file-taken`, `authorisation.hall-needed`.
 */
export function giveAuthorisation(
  ports: AuthorisationPorts,
  by: Account,
  wish: GivingWish,
): Promise<Outcome<GivenAuthorisation>> {
  return inOneTransaction(ports.db, async (tx) => {
    const planned = await plan(tx, ports, { by, wish, draft: wish.draft });
    if (!planned.ok) return planned;
    const { draft, mandate, policy } = planned.value;
    if (draft.digest !== wish.consent) return refused({ code: "authorisation.consent-differs", kind: "conflict" });
    const paper = wish.paper;
    if ((paper === null) !== (wish.subject === null)) {
      return refused({ code: "authorisation.hall-needed", kind: "invalid" });
    }
    const given: Given =
      paper === null ? { how: "portal", mandate } : { how: "hall", file: paper.file, appeared: paper.appeared };
    const signatory =
      paper === null
        ? personSignatory(ports.keys, draft.authorisation, by.person)
        : paperSignatory(ports.keys, draft.authorisation, paper.name);
    return save(tx, ports, { by, draft, given, signatory, policy });
  });
}

interface PlanQuestion {
  readonly by: Account;
  readonly wish: DraftWish;
  readonly draft: string;
}

interface Plan {
  readonly draft: Draft;
  readonly mandate: string | null;
  readonly policy: PolicySnapshot;
}

/** Judged twice, before the wording is shown and before it is signed: in between a mandate may lapse or a day may turn. */
async function plan(tx: Tx, ports: AuthorisationPorts, { by, wish, draft }: PlanQuestion): Promise<Outcome<Plan>> {
  const today = ports.clock.today();
  const policy = ports.policyAt(today);
  const how = wish.subject === null ? "portal" : "hall";
  const subject = wish.subject ?? by.organisation;
  const mandate = how === "portal" ? await mayGive(tx, ports, by) : await mayRegister(tx, by, subject);
  if (!mandate.ok) return mandate;
  const granteeName = await officeName(tx, wish.terms.grantee);
  const terms = termsOf(wish.terms, { subject, granteeName, policy, today });
  if (!terms.ok) return terms;
  // A lender never registers one for itself: neither under its own account nor through somebody who has one there.
  if (by.organisation === terms.value.grantee || (await belongsTo(tx, by.person, terms.value.grantee))) {
    return refused({ code: "authorisation.own-grantee", kind: "forbidden" });
  }
  // Derived from the draft under our key: the same draft is the same id, and nobody can aim at another's.
  const seed = `${subject}\n${draft}`;
  const authorisation = ports.keys.mac("authorisation.id", seed).toString("hex").slice(0, ID_DIGITS);
  const consent = consentText({ authorisation, terms: terms.value, how, registrar: by.organisationName }, policy);
  const made = { draft, authorisation, terms: terms.value, consent, digest: consentDigest(consent) };
  return granted({ draft: made, mandate: mandate.value, policy });
}

async function mayGive(tx: Tx, ports: AuthorisationPorts, by: Account): Promise<Outcome<string | null>> {
  const may = mayDo({ account: by, command: "authorisation.give", provider: by.organisation });
  return may.ok ? ports.mandateOf(tx, by, ports.clock.today()) : may;
}

/** A hall registers for a subject that the platform knows: a slip in a code would give away another's records. */
async function mayRegister(tx: Tx, by: Account, subject: string): Promise<Outcome<null>> {
  const may = mayDo({ account: by, command: "authorisation.register", provider: subject });
  if (!may.ok) return may;
  const known = (await loadSubjects(tx, [subject])).get(subject);
  if (known === undefined || known.withdrawn) {
    return refused({ code: "authorisation.unknown-subject", kind: "invalid", values: { subject } });
  }
  return granted(null);
}

interface Saving {
  readonly by: Account;
  readonly draft: Draft;
  readonly given: Given;
  readonly signatory: Buffer;
  readonly policy: PolicySnapshot;
}

const OBSTACLES = {
  "same-id": "authorisation.already-given",
  "same-file": "authorisation.file-taken",
} as const satisfies Readonly<Record<string, RefusalCode>>;

async function save(tx: Tx, ports: AuthorisationPorts, saving: Saving): Promise<Outcome<GivenAuthorisation>> {
  const { by, draft, given, signatory, policy } = saving;
  const { authorisation, terms, consent } = draft;
  const givenAt = new Date(ports.clock.now());
  const seed = ports.keys.random(SEED_BYTES);
  const said = { origin: ports.origin, registrar: by.organisation, policyHash: policy.hash };
  const sealed = sealArtefact({ ...said, authorisation, terms, given, signatory, consent, givenAt }, seed);
  const note = signArtefact(ports, sealed.text);
  const { commitment } = sealed;
  const kept = { authorisation, terms, given, by, signatory, note, seed, commitment, givenAt, policyHash: policy.hash };
  const saved = await saveAuthorisation(tx, { ...kept, consent: { text: consent, digest: sealed.consent } });
  if (saved !== "saved") {
    const values = { file: given.how === "hall" ? given.file : "" };
    return refused({ code: OBSTACLES[saved], kind: "conflict", values });
  }
  await record(tx, {
    at: givenAt,
    account: by,
    action: "authorisation.register",
    purpose: null,
    target: authorisation,
    state: { how: given.how, grantee: terms.grantee, uses: terms.uses, commitment: commitment.toString("hex") },
  });
  const made = await loadOwned(tx, { side: "grantor", organisation: terms.subject }, authorisation);
  if (made === undefined) throw new Error("an authorisation that was just saved is not there");
  return granted({ authorisation: made, consent, note });
}
