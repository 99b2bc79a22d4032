// What a case does to the record: a listing is a statement, and its end is an end of the decision, in the case's own transaction.
import { randomBytes } from "node:crypto";
import { articleText } from "../../../policy/article-text.ts";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { ListProcedure } from "../../../policy/list-procedure.ts";
import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Day } from "../../../kernel/day.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import {
  appendStatements,
  bodyOf,
  contentMaker,
  groupsOf,
  keyOf,
  locate,
  openKeyring,
  saveEnd,
  sealStatements,
} from "../../statements/index.ts";
import type { EndKind, StatementDraft, WriteHeading } from "../../statements/index.ts";
import type { DocumentBody } from "../rules/document.ts";
import { decisionFacts, listingFields, listingKeys } from "../rules/statement.ts";
import type { ListingFacts } from "../rules/statement.ts";
import type { KeptCase } from "../store/case.ts";
import { isListed } from "../store/case.ts";
import { loadListing, saveListing } from "../store/listing.ts";
import { basisText } from "../text.ts";
import type { ListPorts } from "./ports.ts";

const ID_BYTES = 16;
const DIGEST_DIGITS = 32;

export interface Effect {
  readonly kept: KeptCase;
  readonly policy: PolicySnapshot;
  readonly procedure: ListProcedure;
  readonly at: Date;
  readonly account: string;
}

interface Taking extends Effect {
  readonly decision: DocumentBody;
  readonly from: Day;
  readonly until: Day | null;
}

function factsOf({ decision, kept, policy, procedure, from, until }: Taking): ListingFacts {
  const ground = procedure.grounds.get(kept.ground);
  const bases = [...(ground === undefined ? [] : [ground.basis]), ...procedure.procedure];
  const cited = [...new Set(bases.map((basis) => articleText(policy, basis)))];
  return {
    subject: decision.subject,
    authority: decision.authority,
    documentNo: decision.number,
    decidedOn: decision.issuedOn,
    from,
    until,
    listName: procedure.listName,
    content: decision.ground.zh,
    basis: basisText(cited),
  };
}

function draftOf(
  { keys }: ListPorts,
  entry: CatalogueEntry,
  listing: ListingFacts,
): { readonly draft: StatementDraft; readonly groups: readonly (readonly string[])[] } {
  const { keyParts, decisionParts } = listingKeys(entry, listing);
  const groups = groupsOf(entry);
  const content = contentMaker(entry)(listingFields(entry, listing));
  const digest = keys.mac("lists.content", bodyOf(content, groups.length)).toString("hex", 0, DIGEST_DIGITS / 2);
  const draft: StatementDraft = {
    id: randomBytes(ID_BYTES).toString("hex"),
    subject: listing.subject.uscc,
    sourceKey: keyOf(keyParts),
    version: 1,
    decision: keyOf(decisionParts),
    facts: decisionFacts(listing),
    content,
    personal: {},
    digest,
    row: 1,
    warnings: [],
    replaces: null,
  };
  return { draft, groups };
}

/**
 * The listing takes effect: one statement of the deciding authority, about the one subject that its decision names.
 * Refuses `lists.already-listed` where it stands on the list meanwhile, `lists.not-a-provider`, `lists.duplicate`.
 */
export async function listSubject(tx: Tx, ports: ListPorts, taking: Taking): Promise<Outcome<null>> {
  const { kept, policy, procedure, from, until, at } = taking;
  const entry = procedure.entry === null ? undefined : policy.entries.get(procedure.entry);
  const provider = policy.providers.get(kept.organisation);
  if (entry === undefined || provider === undefined || !provider.entries.includes(entry.id)) {
    const values = { entry: entry?.zh ?? "" };
    return refused({ code: "lists.not-a-provider", kind: "forbidden", values });
  }
  const asked = { subject: kept.subject, entry: entry.id, listName: procedure.listName, day: from };
  if (await isListed(tx, asked)) {
    return refused({ code: "lists.already-listed", kind: "conflict", values: { list: procedure.zh } });
  }
  const { draft, groups } = draftOf(ports, entry, factsOf(taking));
  const source = { provider: kept.organisation, entry: entry.id };
  if ((await locate(tx, source, [draft.sourceKey])).size > 0) {
    return refused({ code: "lists.duplicate", kind: "conflict" });
  }
  const heading: WriteHeading = {
    entry,
    groups,
    provider: kept.organisation,
    // A case is its own batch: it can be taken back by nobody but itself.
    batch: kept.case,
    receivedAt: `${at.toISOString().slice(0, 19)}Z`,
    policyHash: policy.hash,
  };
  const rows = sealStatements(heading, [draft]);
  await appendStatements(tx, heading, { rows, keyring: await openKeyring(tx, ports.keys.keystore, []) });
  await saveListing(tx, {
    subject: kept.subject,
    case: kept.case,
    list: kept.list,
    entry: entry.id,
    decision: Buffer.from(draft.decision, "hex"),
    statement: Buffer.from(draft.id, "hex"),
    from,
    until,
    listedAt: at,
  });
  return granted(null);
}

/** The listing ends, for every provider and path: from now on, or from the beginning where it is revoked. */
export async function endListing(
  tx: Tx,
  effect: Effect,
  end: { readonly kind: EndKind; readonly day: Day; readonly documentNo: string | null },
): Promise<void> {
  const listing = await loadListing(tx, effect.kept);
  if (listing === undefined) throw new Error("a case that is listed has no listing");
  await saveEnd(tx, {
    subject: effect.kept.subject,
    decision: listing.decision,
    kind: end.kind,
    effective: end.day,
    through: null,
    recordedAt: effect.at,
    documentNo: end.documentNo,
    account: effect.account,
  });
}
