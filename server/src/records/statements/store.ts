import { copyChunks } from "../../platform/database/copy.ts";
import type { CopyValue } from "../../platform/database/copy.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { EndKind, Located, StatementDraft } from "./rules.ts";

/** A draft with what only the service may give it. */
export interface StatementRow extends StatementDraft {
  readonly seed: Buffer;
  readonly commitment: Buffer;
}

/** What all rows of one chunk share. */
export interface ChunkHeading {
  readonly entry: string;
  readonly entryVersion: number;
  readonly provider: string;
  readonly batch: string;
  readonly receivedAt: string;
  readonly policyHash: Buffer;
}

const copyStatements = statement(
  "statements.copy-statements",
  `copy statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until,
     received_at, batch, row, warnings, replaces, policy_hash, commitment) from stdin`,
);
const copyBodies = statement("statements.copy-bodies", "copy statements.body (subject, id, seed, fields) from stdin");
const copyLocators = statement(
  "statements.copy-locators",
  `copy statements.locator (provider, entry, source_key, version, subject, id, decision, digest, decided_on, batch) from stdin`,
);

function statementValues(heading: ChunkHeading, row: StatementRow): readonly CopyValue[] {
  const { facts } = row;
  return [
    row.subject,
    heading.entry,
    heading.provider,
    row.sourceKey,
    row.version,
    row.id,
    heading.entryVersion,
    row.decision,
    facts.documentNo,
    facts.authority,
    facts.authorityCode,
    facts.decidedOn,
    facts.validFrom,
    facts.validUntil,
    facts.severity,
    facts.severityBy,
    facts.providerShownUntil,
    heading.receivedAt,
    heading.batch,
    row.row,
    row.warnings,
    row.replaces,
    heading.policyHash,
    row.commitment,
  ];
}

function locatorValues(heading: ChunkHeading, row: StatementRow): readonly CopyValue[] {
  return [
    heading.provider,
    heading.entry,
    row.sourceKey,
    row.version,
    row.subject,
    row.id,
    row.decision,
    row.digest,
    row.facts.decidedOn,
    heading.batch,
  ];
}

function* each(
  rows: readonly StatementRow[],
  values: (row: StatementRow) => readonly CopyValue[],
): Generator<readonly CopyValue[]> {
  for (const row of rows) yield values(row);
}

/** Appends statements with their bodies and locators. Rows sorted by subject write the fewest index pages. */
export async function appendRows(tx: Tx, heading: ChunkHeading, rows: readonly StatementRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.copyIn(copyStatements, copyChunks(each(rows, (row) => statementValues(heading, row))));
  await tx.copyIn(
    copyBodies,
    copyChunks(each(rows, (row) => [row.subject, row.id, row.seed, JSON.stringify(row.fields)])),
  );
  const byKey = rows.toSorted((a, b) => Buffer.compare(a.sourceKey, b.sourceKey));
  await tx.copyIn(copyLocators, copyChunks(each(byKey, (row) => locatorValues(heading, row))));
}

// Lateral with a limit: one index probe a key, whatever the planner believes of tables that grew a moment ago.
const locateNewest = statement(
  "statements.locate-newest",
  `select k as key, l.subject, l.version, l.id, l.digest, l.decision, l.decided_on as "decidedOn", l.batch,
          e.batch is not null as withdrawn
   from unnest(string_to_array($3, ',')) k
   cross join lateral (
     select * from statements.locator l where l.provider = $1 and l.entry = $2 and l.source_key = decode(k, 'hex')
     order by l.version desc limit 1
   ) l
   left join statements.ended_batch e on e.batch = l.batch`,
);

/** The newest statement under each of the given keys of one provider and entry, by the key in hex. */
export async function locate(
  tx: Tx,
  source: { readonly provider: string; readonly entry: string },
  keys: readonly Buffer[],
): Promise<Map<string, Located>> {
  const hex = keys.map((key) => key.toString("hex")).join(",");
  const found = await tx.rows<Located & { key: string }>(locateNewest, [source.provider, source.entry, hex]);
  return new Map(found.map(({ key, ...located }) => [key, located]));
}

const endedAmong = statement(
  "statements.ended-among",
  `select k.decision
   from unnest(string_to_array($1, ','), string_to_array($2, ',')) as k(subject, decision)
   cross join lateral (
     select 1 from statements.ended e where e.subject = k.subject and e.decision = decode(k.decision, 'hex') limit 1
   ) e`,
);

/** Which of the given decisions have ended by an act (never by expiry), in hex. */
export async function endedDecisions(
  tx: Tx,
  decisions: readonly { readonly subject: string; readonly decision: Buffer }[],
): Promise<Set<string>> {
  if (decisions.length === 0) return new Set();
  const found = await tx.rows<{ decision: string }>(endedAmong, [
    decisions.map((one) => one.subject).join(","),
    decisions.map((one) => one.decision.toString("hex")).join(","),
  ]);
  return new Set(found.map((row) => row.decision));
}

const insertEnd = statement(
  "statements.insert-end",
  `insert into statements.ended (subject, decision, kind, effective, recorded_at, document_no, account)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

export interface End {
  readonly subject: string;
  readonly decision: Buffer;
  readonly kind: EndKind;
  readonly effective: string;
  readonly recordedAt: Date;
  readonly documentNo: string | null;
  readonly account: string;
}

/** Records that a decision has ended; the same end twice is one end. Returns how many were new. */
export async function saveEnd(tx: Tx, end: End): Promise<number> {
  return tx.run(insertEnd, [
    end.subject,
    end.decision,
    end.kind,
    end.effective,
    end.recordedAt,
    end.documentNo,
    end.account,
  ]);
}

const insertEndedBatch = statement(
  "statements.insert-ended-batch",
  "insert into statements.ended_batch (batch, effective, recorded_at, account) values ($1, $2, $3, $4) on conflict do nothing",
);

/** Takes a whole batch back. */
export async function saveEndedBatch(
  tx: Tx,
  end: { readonly batch: string; readonly effective: string; readonly recordedAt: Date; readonly account: string },
): Promise<number> {
  return tx.run(insertEndedBatch, [end.batch, end.effective, end.recordedAt, end.account]);
}

const subjectsOfBatch = statement(
  "statements.subjects-of-batch",
  `select subject, count(*)::int as statements from statements.statement where batch = $1 and subject > $2
   group by subject order by subject limit $3`,
);

/** The subjects a batch touched, in order of their keys, after a given one. */
export async function affectedSubjects(
  tx: Tx,
  page: { readonly batch: string; readonly after: string; readonly limit: number },
): Promise<{ subject: string; statements: number }[]> {
  return tx.rows(subjectsOfBatch, [page.batch, page.after, page.limit]);
}

const newest = statement("statements.newest-receipt", "select max(received_at) as at from statements.statement");

/** The newest moment at which anything was received: no clock may start before it. */
export async function newestReceivedAt(tx: Tx): Promise<Date | null> {
  const [row] = await tx.rows<{ at: Date | null }>(newest);
  return row?.at ?? null;
}
