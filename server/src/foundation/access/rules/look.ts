// What a look is, and the commitment to it.
import type { CanonicalObject } from "@xinheng/log/canonical";
import { commit, disclose, saltsOf } from "@xinheng/log/commitment";
import type { CommitmentHeader, CommitmentInput, Disclosure } from "@xinheng/log/commitment";

/** By what right somebody looks: a duty of his office with its article, an authorisation, or at his own record. */
export type Basis =
  | { readonly kind: "duty"; readonly duty: string; readonly article: string }
  | { readonly kind: "authorisation"; readonly authorisation: string }
  | { readonly kind: "own" };

export const OUTCOMES = ["data", "nothing-found", "not-authorised", "not-checked"] as const;
/** What the look was answered with. */
export type LookOutcome = (typeof OUTCOMES)[number];

/** One subject looked at. */
export interface Look {
  /** The subject's code, or its surrogate. */
  readonly subject: string;
  /** 办件编号; empty where the subject looks at its own record. */
  readonly matter: string;
  /** 查询事由, by its id in the policy. */
  readonly purpose: string;
  readonly basis: Basis;
  readonly channel: string;
  readonly entries: readonly string[];
  readonly fields: readonly string[];
  /** Public ids of the statements that were answered, 16 bytes each: a later quashing finds its recipients by them. */
  readonly statements: readonly Buffer[];
  readonly outcome: LookOutcome;
}

/** Who looks. */
export interface Looker {
  /** UUID. */
  readonly account: string;
  /** UUID of the human being. */
  readonly person: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: string;
}

/** The looks of one request. */
export interface LookEntry {
  readonly by: Looker;
  /** Whether its matter is about several subjects; counts at the matter's first look only. */
  readonly multiParty: boolean;
  /** Different subjects that the office may look at in a day; null: not counted. */
  readonly budget: number | null;
  readonly looks: readonly Look[];
}

/** A look as it lies in the log. */
export interface LookRow {
  readonly subject: string;
  readonly at: Date;
  /** 16 random bytes. */
  readonly look: Buffer;
  readonly account: string;
  readonly person: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: string;
  readonly matter: string;
  readonly purpose: string;
  readonly basisKind: Basis["kind"];
  readonly basisRef: string;
  readonly basisArticle: string | null;
  readonly channel: string;
  readonly entries: readonly string[];
  readonly fields: readonly string[];
  readonly statements: readonly Buffer[];
  readonly outcome: LookOutcome;
  /** 32 random bytes, new for every look. */
  readonly seed: Buffer;
  readonly commitment: Buffer;
}

const LOOK_BYTES = 16;
const SEED_BYTES = 32;
const KIND = "access";
/** Group 1 is what the subject is told; group 2, who it was and which statements were answered, stays closed to it. */
const TOLD = 1;

/**
 * The looks of a request as rows, each with an id, a seed and a commitment of its own. Throws CanonicalError.
 * @param random bytes that nobody can foretell.
 */
export function rowsOf({ by, looks }: LookEntry, at: Date, random: (count: number) => Buffer): readonly LookRow[] {
  // Drawn at once: a draw for each of many looks costs more than its bytes.
  const unforeseen = random(looks.length * (LOOK_BYTES + SEED_BYTES));
  return looks.map((look, index) => {
    const { basis, ...asked } = look;
    const own = index * (LOOK_BYTES + SEED_BYTES);
    const row = {
      ...asked,
      ...basisColumns(basis),
      at,
      look: unforeseen.subarray(own, own + LOOK_BYTES),
      account: by.account,
      person: by.person,
      organisation: by.organisation,
      organisationName: by.organisationName,
      role: by.role,
      seed: unforeseen.subarray(own + LOOK_BYTES, own + LOOK_BYTES + SEED_BYTES),
    };
    return { ...row, commitment: commit(inputOf(row)).commitment };
  });
}

function basisColumns(basis: Basis): Pick<LookRow, "basisKind" | "basisRef" | "basisArticle"> {
  switch (basis.kind) {
    case "duty":
      return { basisKind: "duty", basisRef: basis.duty, basisArticle: basis.article };
    case "authorisation":
      return { basisKind: "authorisation", basisRef: basis.authorisation, basisArticle: null };
    case "own":
      return { basisKind: "own", basisRef: "", basisArticle: null };
  }
}

/** Whether a row still is what was committed to. False as well where it no longer has canonical bytes. */
export function isUnaltered(row: LookRow): boolean {
  try {
    return commit(inputOf(row)).commitment.equals(row.commitment);
  } catch {
    return false;
  }
}

/** What the subject of a look is given to check it by: the header and what it is told, never the seed. */
export function discloseLook(row: LookRow): Disclosure {
  const { header, groups } = inputOf(row);
  const { groupHashes } = commit(inputOf(row));
  const salts = saltsOf(row.seed, groups.length);
  return disclose({ suite: "sha256", kind: KIND, header, salts, groups, groupHashes, open: [TOLD] });
}

function inputOf(row: Omit<LookRow, "commitment">): CommitmentInput {
  return { suite: "sha256", kind: KIND, seed: row.seed, header: headerOf(row), groups: [toldOf(row), keptOf(row)] };
}

function headerOf({ look, subject, at }: Pick<LookRow, "look" | "subject" | "at">): CommitmentHeader {
  return {
    id: look.toString("hex"),
    subject,
    entry: KIND,
    entryVersion: 1,
    version: 1,
    replaces: null,
    receivedAt: `${at.toISOString().slice(0, 19)}Z`,
    policyHash: "",
    milliseconds: at.getUTCMilliseconds(),
  };
}

function toldOf(row: Omit<LookRow, "commitment">): CanonicalObject {
  return {
    basisArticle: row.basisArticle,
    basisKind: row.basisKind,
    basisRef: row.basisRef,
    channel: row.channel,
    entries: row.entries,
    fields: row.fields,
    matter: row.matter,
    organisation: row.organisation,
    organisationName: row.organisationName,
    outcome: row.outcome,
    purpose: row.purpose,
    role: row.role,
  };
}

function keptOf(row: Omit<LookRow, "commitment">): CanonicalObject {
  const { account, person, statements } = row;
  return { account, person, statements: statements.map((id) => id.toString("hex")) };
}
