// The signed artefact: what was given, in canonical bytes, with a commitment that whoever holds it can recompute.
import { canonicalText } from "@xinheng/log/canonical";
import type { CanonicalObject } from "@xinheng/log/canonical";
import { commit, saltsOf } from "@xinheng/log/commitment";
import type { CommitmentHeader } from "@xinheng/log/commitment";
import { digestHex } from "@xinheng/log/suite";
import { lastDay } from "./authorisation.ts";
import type { Given, Terms } from "./authorisation.ts";

const TITLE = "xinheng/v1/authorisation";

/** Everything the artefact says. */
export interface ArtefactFacts {
  /** Name of the platform. */
  readonly origin: string;
  readonly authorisation: string;
  readonly terms: Terms;
  readonly given: Given;
  /** Code of the organisation whose person acted: the subject's own in the portal, the hall's on paper. */
  readonly registrar: string;
  /** Digest of who consented, bound to this authorisation. */
  readonly signatory: Buffer;
  /** The wording that was shown before. */
  readonly consent: string;
  readonly policyHash: string;
  readonly givenAt: Date;
}

export interface Sealed {
  /** The text of the note, to be signed. */
  readonly text: string;
  readonly consent: Buffer;
  readonly commitment: Buffer;
}

/** SHA-256 over the wording in UTF-8, in hex. */
export function consentDigest(consent: string): string {
  return digestHex("sha256", Buffer.from(consent, "utf8"));
}

function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The artefact as an object with canonical bytes; days as people read them, the last one included. */
export function artefactOf(facts: ArtefactFacts): CanonicalObject {
  const { authorisation, terms, given, registrar, signatory, consent, givenAt } = facts;
  return {
    id: authorisation,
    grantor: terms.subject,
    grantee: { uscc: terms.grantee, name: terms.granteeName },
    scope: terms.scope.map(({ entry, version, fields }) => ({ entry, version, fields })),
    purpose: terms.purpose,
    uses: terms.uses,
    from: terms.from,
    through: lastDay(terms),
    given: { ...given, registrar, signatory: signatory.toString("hex") },
    consent: consentDigest(consent),
    givenAt: secondsOf(givenAt),
  };
}

/**
 * The note's text and the commitment. The salts stand in the text: there is one group and its holder may see all of it;
 * whoever has the commitment alone learns nothing. @param seed 32 random bytes. Throws CanonicalError, RangeError.
 */
export function sealArtefact(facts: ArtefactFacts, seed: Uint8Array): Sealed {
  const artefact = artefactOf(facts);
  const body = canonicalText(artefact);
  const header: CommitmentHeader = {
    id: facts.authorisation,
    subject: facts.terms.subject,
    entry: "authorisation",
    entryVersion: 1,
    version: 1,
    replaces: null,
    receivedAt: secondsOf(facts.givenAt),
    policyHash: facts.policyHash,
  };
  const { commitment } = commit({ suite: "sha256", kind: "authorisation", seed, header, groups: [artefact] });
  const salts = saltsOf(seed, 1).map((salt) => salt.toString("hex"));
  const consent = consentDigest(facts.consent);
  const lines = [
    facts.origin,
    TITLE,
    `authorisation ${facts.authorisation}`,
    `registered ${secondsOf(facts.givenAt)}`,
    `policy ${facts.policyHash}`,
    `consent sha256 ${consent}`,
    `commitment sha256 ${commitment.toString("hex")}`,
    `salts ${salts.join(" ")}`,
    body,
  ];
  return { text: `${lines.join("\n")}\n`, consent: Buffer.from(consent, "hex"), commitment };
}
