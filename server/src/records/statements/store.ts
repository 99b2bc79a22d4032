import { copyHex, copyPieces, copyText } from "../../platform/database/copy.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import type { Fields, Hex, Located, Standing, StatementDraft } from "./rules.ts";

/** A draft with what only the service may give it. */
export interface StatementRow extends StatementDraft {
  /** Empty where a personal field is kept: `openings` stands in its place. */
  readonly seed: Hex;
  readonly openings: Hex | null;
  /** The fields as JSON text in UTF-8. */
  readonly body: Buffer;
  readonly commitment: Hex;
}

/** What all rows of one chunk share. */
export interface ChunkHeading {
  readonly entry: string;
  readonly entryVersion: number;
  readonly provider: string;
  readonly batch: string;
  readonly receivedAt: string;
  readonly policyHash: Hex;
}

const copyStatements = statement(
  "statements.copy-statements",
  `copy statements.statement (subject, entry, provider, source_key, version, id, entry_version, decision, document_no,
     authority, authority_code, decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until,
     received_at, batch, row, warnings, replaces, policy_hash, commitment) from stdin`,
);
const copyBodies = statement(
  "statements.copy-bodies",
  "copy statements.body (subject, id, seed, openings, fields) from stdin",
);
const copyLocators = statement(
  "statements.copy-locators",
  `copy statements.locator (provider, entry, source_key, version, subject, id, decision, digest, decided_on, batch) from stdin`,
);

/** A line of `copy … from stdin`; what all rows of a chunk share is written once. */
function statementLines(heading: ChunkHeading): (row: StatementRow) => string {
  const source = `\t${copyText(heading.entry)}\t${copyText(heading.provider)}\t`;
  const entryVersion = `\t${heading.entryVersion}\t`;
  const received = `${copyText(heading.receivedAt)}\t${copyText(heading.batch)}\t`;
  const policyHash = `\t${copyHex(heading.policyHash)}\t`;
  return (row) => {
    const { facts } = row;
    const key = `${copyText(row.subject)}${source}${copyHex(row.sourceKey)}\t${row.version}\t${copyHex(row.id)}`;
    const act = `${copyHex(row.decision)}\t${copyText(facts.documentNo)}\t${copyText(facts.authority)}\t${copyText(facts.authorityCode)}`;
    const days = `${copyText(facts.decidedOn)}\t${copyText(facts.validFrom)}\t${copyText(facts.validUntil)}`;
    const shown = `${copyText(facts.severity)}\t${copyText(facts.severityBy)}\t${copyText(facts.providerShownUntil)}`;
    const place = `${received}${row.row}\t${copyText(row.warnings)}\t${copyHex(row.replaces)}`;
    return `${key}${entryVersion}${act}\t${days}\t${shown}\t${place}${policyHash}${copyHex(row.commitment)}\n`;
  };
}

function locatorLines(heading: ChunkHeading): (row: StatementRow) => string {
  const source = `${copyText(heading.provider)}\t${copyText(heading.entry)}\t`;
  const batch = `\t${copyText(heading.batch)}\n`;
  return (row) => {
    const key = `${copyHex(row.sourceKey)}\t${row.version}\t${copyText(row.subject)}\t${copyHex(row.id)}`;
    return `${source}${key}\t${copyHex(row.decision)}\t${copyHex(row.digest)}\t${copyText(row.facts.decidedOn)}${batch}`;
  };
}

const backslash = 0x5c;

function* bodyPieces(rows: readonly StatementRow[]): Generator<string | Buffer> {
  for (const { subject, id, seed, openings, body } of rows) {
    yield `${copyText(subject)}\t${copyHex(id)}\t${copyHex(seed)}\t${copyHex(openings)}\t`;
    // JSON text holds no tab, no line break and no NUL; a backslash of its own is rare.
    yield body.includes(backslash) ? copyText(body.toString()) : body;
    yield "\n";
  }
}

function* each(rows: readonly StatementRow[], line: (row: StatementRow) => string): Generator<string> {
  for (const row of rows) yield line(row);
}

/** Appends statements with their bodies and locators. Rows sorted by subject write the fewest index pages. */
export async function appendRows(tx: Tx, heading: ChunkHeading, rows: readonly StatementRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.copyIn(copyStatements, copyPieces(each(rows, statementLines(heading))));
  await tx.copyIn(copyBodies, copyPieces(bodyPieces(rows)));
  const byKey = rows.toSorted((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1));
  await tx.copyIn(copyLocators, copyPieces(each(byKey, locatorLines(heading))));
}

// Lateral with a limit: one index probe a key, whatever the planner believes of tables that grew a moment ago.
const locateNewest = statement(
  "statements.locate-newest",
  `select k as key, l.subject, l.newest as version, encode(l.id, 'hex') as id, encode(l.digest, 'hex') as digest,
          encode(l.decision, 'hex') as decision, l.decided_on as "decidedOn", l.batch, l.withdrawn
   from unnest(string_to_array($3, ',')) k
   cross join lateral (
     select l.*, e.batch is not null as withdrawn, max(l.version) over () as newest
     from statements.locator l left join statements.ended_batch e on e.batch = l.batch
     where l.provider = $1 and l.entry = $2 and l.source_key = decode(k, 'hex')
     order by withdrawn, l.version desc limit 1
   ) l`,
);

/**
 * What stands under each of the given keys of one provider and entry, by the key in hex; where nothing does, what was
 * taken back last.
 */
export async function locate(
  tx: Tx,
  source: { readonly provider: string; readonly entry: string },
  keys: readonly Hex[],
): Promise<Map<Hex, Located>> {
  const found = await tx.rows<Located & { key: Hex }>(locateNewest, [source.provider, source.entry, keys.join(",")]);
  return new Map(found.map(({ key, ...located }) => [key, located]));
}

const standingAmong = statement(
  "statements.standing-among",
  `select encode(s.id, 'hex') as id, s.severity, s.decided_on as "decidedOn", s.valid_from as "validFrom",
          s.valid_until as "validUntil", s.provider_shown_until as "providerShownUntil", coalesce(b.fields, '{}') as fields
   from unnest(string_to_array($3, ','), string_to_array($4, ','), string_to_array($5, ',')) as k(subject, source_key, id)
   cross join lateral (
     select * from statements.statement s
     where s.subject = k.subject and s.entry = $2 and s.provider = $1 and s.source_key = decode(k.source_key, 'hex')
       and s.id = decode(k.id, 'hex') limit 1
   ) s
   left join statements.body b on b.subject = s.subject and b.id = s.id`,
);

/** What the named statements of one provider and entry say, by their ids in hex. */
export async function loadStanding(
  tx: Tx,
  source: { readonly provider: string; readonly entry: string },
  named: readonly { readonly subject: string; readonly sourceKey: Hex; readonly id: Hex }[],
): Promise<Map<Hex, Standing>> {
  if (named.length === 0) return new Map();
  const found = await tx.rows<Standing["facts"] & Pick<Standing, "fields"> & { readonly id: Hex }>(standingAmong, [
    source.provider,
    source.entry,
    named.map((one) => one.subject).join(","),
    named.map((one) => one.sourceKey).join(","),
    named.map((one) => one.id).join(","),
  ]);
  return new Map(found.map(({ id, fields, ...facts }) => [id, { facts, fields }]));
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

/** A statement with what its commitment was made of. */
export interface SealedStatement {
  readonly id: Buffer;
  readonly entry: string;
  readonly entryVersion: number;
  readonly version: number;
  readonly replaces: Buffer | null;
  readonly receivedAt: Date;
  readonly policyHash: Buffer;
  readonly commitment: Buffer;
  /** Empty once an eraser has been there, and where `openings` stand in its place. */
  readonly seed: Buffer;
  readonly openings: Buffer | null;
  readonly fields: Fields;
}

const sealedOnes = statement(
  "statements.sealed",
  `select s.id, s.entry, s.entry_version as "entryVersion", s.version, s.replaces, s.received_at as "receivedAt",
     s.policy_hash as "policyHash", s.commitment, b.seed, b.openings, b.fields
   from statements.statement s join statements.body b on b.subject = s.subject and b.id = s.id
   where s.subject = $1 and s.id = any($2::bytea[])`,
);

/** Statements about a subject with seed and values; they go no further than `service/disclose`. */
export function loadSealed(tx: Tx, subject: string, ids: readonly Buffer[]): Promise<SealedStatement[]> {
  return tx.rows<SealedStatement>(sealedOnes, [subject, ids]);
}
