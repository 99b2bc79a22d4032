import { bigrams } from "../../kernel/fold.ts";
import type { Day } from "../../kernel/day.ts";
import type { SubjectKind } from "../../policy/catalogue-entry.ts";
import { copyChunks } from "../../platform/database/copy.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { isSearchable } from "./rules.ts";
import type { KnownName, KnownSubject, Standing } from "./rules.ts";

/** A subject met for the first time, with the name it came under. */
export interface NewSubject {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly standing: Standing;
}

export interface NewName {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly folded: string;
  readonly knownFrom: Day;
  readonly registered: boolean;
}

const loadKnown = statement(
  "subject.load-known",
  `select s.subject, s.kind, s.standing, s.withdrawn, n.name, n.folded, n.known_from, n.known_until, n.registered,
          n.withdrawn as name_withdrawn
   from unnest(string_to_array($1, ',')) k
   cross join lateral (select * from subject.subject s where s.subject = k limit 1) s
   left join lateral (select * from subject.name n where n.subject = k offset 0) n on true`,
);

interface KnownRow {
  subject: string;
  kind: SubjectKind;
  standing: Standing;
  name: string | null;
  folded: string | null;
  known_from: Day;
  known_until: Day | null;
  registered: boolean;
  withdrawn: boolean;
  name_withdrawn: boolean;
}

/** The subjects among the given codes that are already known, with all their names. */
export async function loadSubjects(tx: Tx, codes: readonly string[]): Promise<Map<string, KnownSubject>> {
  const known = new Map<string, KnownSubject & { names: KnownName[] }>();
  for (const row of await tx.rows<KnownRow>(loadKnown, [codes.join(",")])) {
    const subject = known.get(row.subject) ?? {
      subject: row.subject,
      kind: row.kind,
      standing: row.standing,
      withdrawn: row.withdrawn,
      names: [],
    };
    if (row.name !== null && row.folded !== null) {
      subject.names.push({
        name: row.name,
        folded: row.folded,
        knownFrom: row.known_from,
        knownUntil: row.known_until,
        registered: row.registered,
        withdrawn: row.name_withdrawn,
      });
    }
    known.set(row.subject, subject);
  }
  return known;
}

const copySubjects = statement(
  "subject.copy-new",
  "copy subject.subject (subject, kind, standing, created_at, created_batch) from stdin",
);
const lockSubjects = statement("subject.lock", "select pg_advisory_xact_lock(hashtext('subject.new'))");
const copyNames = statement(
  "subject.copy-names",
  `copy subject.name (subject, folded, name, known_from, known_until, registered, batch, searchable, digest, bigrams) from stdin`,
);

/** One writer of new subjects at a time: two departments may meet the same new enterprise in the same minute. */
export async function lockNewSubjects(tx: Tx): Promise<void> {
  await tx.rows(lockSubjects);
}

export async function insertSubjects(
  tx: Tx,
  source: { readonly batch: string; readonly at: string },
  subjects: readonly NewSubject[],
): Promise<void> {
  if (subjects.length === 0) return;
  const sorted = subjects.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
  await tx.copyIn(
    copySubjects,
    copyChunks(sorted.map((one) => [one.subject, one.kind, one.standing, source.at, source.batch])),
  );
}

/** Adds names. `digest` is a keyed hash of the folded name: the only way to an individual business by its name. */
export async function insertNames(
  tx: Tx,
  source: { readonly batch: string; readonly digest: (folded: string) => Buffer },
  names: readonly NewName[],
): Promise<void> {
  if (names.length === 0) return;
  const lines = names
    .toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
    .map((one) => {
      const searchable = isSearchable(one.kind);
      return [
        one.subject,
        one.folded,
        one.name,
        one.knownFrom,
        null,
        one.registered,
        source.batch,
        searchable,
        searchable ? Buffer.alloc(0) : source.digest(one.folded),
        searchable ? bigrams(one.folded) : [],
      ];
    });
  await tx.copyIn(copyNames, copyChunks(lines));
}

const promote = statement(
  "subject.promote",
  `update subject.subject set standing = 'registered' where subject = any(string_to_array($1, ','))`,
);

/** The registration provider vouches for subjects that were known only from others' statements. */
export async function promoteSubjects(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length > 0) await tx.run(promote, [codes.join(",")]);
}

const closeName = statement(
  "subject.close-name",
  `update subject.name set known_until = $2 where subject = $1 and folded <> $3 and known_until is null`,
);
const reopenName = statement(
  "subject.reopen-name",
  `update subject.name set known_until = null, registered = true, name = $3, known_from = least(known_from, $4)
   where subject = $1 and folded = $2`,
);

/** Ends every other current name of a subject on the day from which the new one holds. */
export async function closeOtherNames(tx: Tx, rename: { subject: string; folded: string; from: Day }): Promise<void> {
  await tx.run(closeName, [rename.subject, rename.from, rename.folded]);
}

/** A name that is already on file becomes the registered current one (again). */
export async function confirmName(tx: Tx, name: NewName): Promise<void> {
  await tx.run(reopenName, [name.subject, name.folded, name.name, name.knownFrom]);
}

const byName = statement(
  "subject.by-full-name",
  `select n.folded, n.subject from unnest(string_to_array($1, ',')) k
   cross join lateral (select n.folded, n.subject from subject.name n where n.folded = k and n.searchable order by n.subject limit 20) n`,
);
const byOrganisationCode = statement(
  "subject.by-organisation-code",
  `select k as code, s.subject from unnest(string_to_array($1, ',')) k
   cross join lateral (select s.subject from subject.subject s where substr(s.subject, 9, 9) = k order by s.subject limit 20) s`,
);

/** Codes of the organisations that bear or bore exactly these folded names: candidates for a person, never a match. */
export async function subjectsByName(tx: Tx, folded: readonly string[]): Promise<Map<string, string[]>> {
  if (folded.length === 0) return new Map();
  const rows = await tx.rows<{ folded: string; subject: string }>(byName, [
    folded.map((one) => one.replaceAll(",", "")).join(","),
  ]);
  return group(rows.map((row) => [row.folded, row.subject]));
}

/** Codes in which the given nine-character organisation codes stand. */
export async function subjectsByOrganisationCode(tx: Tx, codes: readonly string[]): Promise<Map<string, string[]>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.rows<{ code: string; subject: string }>(byOrganisationCode, [codes.join(",")]);
  return group(rows.map((row) => [row.code, row.subject]));
}

function group(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const [key, subject] of pairs) grouped.set(key, [...(grouped.get(key) ?? []), subject]);
  return grouped;
}

const withdrawSubjects = statement(
  "subject.withdraw-subjects",
  `update subject.subject s set withdrawn = true where s.created_batch = $1 and not exists (
     select 1 from statements.pub_statement t where t.subject = s.subject and t.batch <> $1
       and not exists (select 1 from statements.pub_ended_batch e where e.batch = t.batch))`,
);
const withdrawNames = statement(
  "subject.withdraw-names",
  `update subject.name n set withdrawn = true where n.batch = $1 and (n.registered or exists (
     select 1 from subject.subject s where s.subject = n.subject and s.withdrawn))`,
);

/**
 * Takes back what only this batch knew: subjects that no other live statement is about, the names they came under, and
 * names that it registered. Call it after the batch itself has been ended.
 */
export async function withdrawKnowledge(tx: Tx, batch: string): Promise<void> {
  await tx.run(withdrawSubjects, [batch]);
  await tx.run(withdrawNames, [batch]);
}

const reviveSubject = statement(
  "subject.revive",
  "update subject.subject set withdrawn = false, standing = $2, created_batch = $3 where subject = $1",
);
const reviveName = statement(
  "subject.revive-name",
  `update subject.name set withdrawn = false, name = $3, known_from = $4, known_until = null, registered = $5, batch = $6
   where subject = $1 and folded = $2`,
);

/** A subject that had been taken back is named again by another batch. */
export async function reviveSubjects(tx: Tx, batch: string, subjects: readonly NewSubject[]): Promise<void> {
  for (const one of subjects) await tx.run(reviveSubject, [one.subject, one.standing, batch]);
}

/** The same for names. */
export async function reviveNames(tx: Tx, batch: string, names: readonly NewName[]): Promise<void> {
  for (const one of names)
    await tx.run(reviveName, [one.subject, one.folded, one.name, one.knownFrom, one.registered, batch]);
}
