// Everything that the platform holds about a subject and may tell it, read in one snapshot.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Disclosure } from "@xinheng/log/commitment";
import { mayReadOwn } from "../../../foundation/accounts/index.ts";
import type { Account } from "../../../foundation/accounts/index.ts";
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import { referenceText } from "../../../policy/article-text.ts";
import { listOf, presentAuthorisation } from "../../../records/authorisation/index.ts";
import { disclosuresOf } from "../../../records/statements/index.ts";
import type { DisclosureWish } from "../../../records/statements/index.ts";
import { noticesOf, presentNotice } from "../../inbox/index.ts";
import { momentOf, publicDay } from "../../site/index.ts";
import type { Moment } from "../../site/index.ts";
import { fieldsOn, openPersonal } from "../../visibility/index.ts";
import { presentLook, presentShared } from "../schema.ts";
import { loadLooks, loadProvenance, loadRows, loadSubjects } from "../store.ts";
import type { LookPlace, Provenance, RecordPlace, SharedRow } from "../rules/told.ts";
import type { SharingDeps } from "./query.ts";

/** One line: what it is, and the thing itself. */
export type DownloadLine = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Of each kind; what lies beyond is named as missing on the last line, never left out in silence. */
const linesMax = 10_000;
const pageMax = 500;
/** Commitments that are computed again before others get their turn: each takes a hash for every group. */
const commitmentsAtOnce = 200;

interface Reading {
  readonly tx: Tx;
  readonly subject: string;
  readonly moment: Moment;
  readonly keystore: SharingDeps["keys"]["keystore"];
}

/** Reads page after page until there are no more, or enough. @returns the rows, and whether they are all. */
async function readAll<T, P>(
  page: (after: P | null) => Promise<readonly T[]>,
  placeOf: (row: T) => P,
): Promise<{ readonly rows: readonly T[]; readonly whole: boolean }> {
  const rows: T[] = [];
  let after: P | null = null;
  while (rows.length < linesMax) {
    const read = await page(after);
    rows.push(...read);
    const last = read.at(-1);
    if (last === undefined || read.length < pageMax) return { rows, whole: true };
    after = placeOf(last);
  }
  return { rows, whole: false };
}

interface Source {
  readonly at: Provenance | undefined;
  readonly disclosure: Disclosure | undefined;
}

function provenanceLine(row: SharedRow, { at, disclosure }: Source, { policy }: Moment): DownloadLine {
  const provenance =
    at === undefined
      ? null
      : {
          batch: at.batch,
          row: at.row,
          version: at.version,
          replaces: at.replaces?.toString("base64url") ?? null,
          receivedAt: at.receivedAt.toISOString(),
          policyHash: at.policyHash.toString("hex"),
          commitment: at.commitment.toString("hex"),
          carriedOver: at.carriedOver,
          disclosure: disclosure ?? null,
        };
  return { kind: "record", ...presentShared(row, policy), provenance };
}

/** What of a commitment is opened to the subject: what it may see anyhow, of entries as they stand today. */
function opening({ policy }: Moment): Pick<DisclosureWish, "entryOf" | "maySee"> {
  return {
    entryOf: (id, version) => {
      const entry = policy.entries.get(id);
      return entry?.version === version ? entry : undefined;
    },
    maySee: (entry, field) => fieldsOn("own", entry, null).some(({ id }) => id === field),
  };
}

/** Disclosures of many statements, some at a time: whoever has ten thousand records makes nobody else wait. */
async function disclosuresInTurns(tx: Tx, wish: DisclosureWish): Promise<ReadonlyMap<string, Disclosure>> {
  const found = new Map<string, Disclosure>();
  for (let at = 0; at < wish.ids.length; at += commitmentsAtOnce) {
    const ids = wish.ids.slice(at, at + commitmentsAtOnce);
    for (const [id, disclosure] of await disclosuresOf(tx, { ...wish, ids })) found.set(id, disclosure);
    await nextTurn();
  }
  return found;
}

async function recordLines({
  tx,
  subject,
  moment,
  keystore,
}: Reading): Promise<{ lines: DownloadLine[]; whole: boolean }> {
  const asked = { ...publicDay(moment), channel: "own" as const, grant: null, subjects: [subject], limit: pageMax };
  const { rows, whole } = await readAll<SharedRow, RecordPlace>(
    async (after) => openPersonal(tx, keystore, await loadRows(tx, { ...asked, after })),
    ({ decidedOn, id }) => ({ day: decidedOn, id }),
  );
  const ids = rows.map(({ id }) => id);
  const known = await loadProvenance(tx, subject, ids);
  const disclosures = await disclosuresInTurns(tx, { subject, ids, ...opening(moment) });
  const lines = rows.map((row) => {
    const id = row.id.toString("hex");
    return provenanceLine(row, { at: known.get(id), disclosure: disclosures.get(id) }, moment);
  });
  return { lines, whole };
}

async function lookLines({ tx, subject, moment }: Reading): Promise<{ lines: DownloadLine[]; whole: boolean }> {
  const { today, policy } = moment;
  const { rows, whole } = await readAll(
    (after: LookPlace | null) => loadLooks(tx, { subject, today, after, limit: pageMax }),
    ({ at, look }): LookPlace => ({ at, look }),
  );
  const cite = (article: string): string => referenceText(policy, article);
  return { lines: rows.map((look) => ({ kind: "look", ...presentLook(look, policy, cite) })), whole };
}

async function authorisationLines({
  tx,
  subject,
  moment,
}: Reading): Promise<{ lines: DownloadLine[]; whole: boolean }> {
  const { rows, whole } = await readAll(
    (after: { givenAt: Date; authorisation: string } | null) => listOf(tx, subject, { after, limit: pageMax }),
    ({ givenAt, authorisation }) => ({ givenAt, authorisation }),
  );
  return { lines: rows.map((one) => ({ kind: "authorisation", ...presentAuthorisation(one, moment.today) })), whole };
}

export interface OwnDownload {
  readonly moment: Moment;
  /** First `about`, last `end`, which says how much there is and whether it is all. */
  readonly lines: readonly DownloadLine[];
}

/** Makes the file for one account at a time. */
export interface Downloads {
  /**
   * All records about the organisation that the account acts for with where they came from, who looked, what was
   * authorised, what was told. Read in one snapshot into memory, so that a slow reader holds no connection. Refuses as
   * `mayReadOwn`, and `sharing.download-under-way` while this process makes the file for the same account.
   */
  readonly of: (by: Account) => Promise<Outcome<OwnDownload>>;
}

export function openDownloads(deps: SharingDeps): Downloads {
  const underWay = new Set<string>();
  return {
    of: async (by) => {
      if (underWay.has(by.account)) return refused({ code: "sharing.download-under-way", kind: "too-many" });
      underWay.add(by.account);
      try {
        return await downloadOwn(deps, by);
      } finally {
        underWay.delete(by.account);
      }
    },
  };
}

function downloadOwn(deps: SharingDeps, by: Account): Promise<Outcome<OwnDownload>> {
  const moment = momentOf(deps);
  const subject = by.organisation;
  return deps.db.read(async (tx) => {
    const may = await mayReadOwn(tx, by, { day: moment.today, representativeOf: deps.representativeOf });
    if (!may.ok) return may;
    const reading = { tx, subject, moment, keystore: deps.keys.keystore };
    const known = (await loadSubjects(tx, [subject])).get(subject);
    const records = await recordLines(reading);
    const looks = await lookLines(reading);
    const authorisations = await authorisationLines(reading);
    const told = await noticesOf(tx, by, { ...deps, moment });
    if (!told.ok) return told;
    const notices = told.value.notices.map((notice): DownloadLine => {
      const { kind: about, ...rest } = presentNotice(notice, null);
      return { kind: "notice", notice: about, ...rest };
    });
    const at = new Date(moment.now).toISOString();
    const { today: day, policy } = moment;
    const end = {
      kind: "end",
      records: records.lines.length,
      looks: looks.lines.length,
      authorisations: authorisations.lines.length,
      notices: notices.length,
      complete: records.whole && looks.whole && authorisations.whole && told.value.whole,
    };
    const about = { kind: "about", uscc: subject, name: known?.name ?? null, at, day, policyHash: policy.hash };
    const lines = [about, ...records.lines, ...looks.lines, ...authorisations.lines, ...notices, end];
    return granted({ moment, lines });
  });
}
