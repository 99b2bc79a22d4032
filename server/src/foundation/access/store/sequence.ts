// Positions in the log of looks, tiles and signed roots.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { LookRow } from "../rules/look.ts";

const selectPending = statement("access.pending", "select flush from access.outbox order by at, flush limit $1");

/** Flushes that have no positions yet, oldest first. */
export async function pendingFlushes(tx: Tx, limit: number): Promise<readonly string[]> {
  return (await tx.rows<{ flush: string }>(selectPending, [limit])).map(({ flush }) => flush);
}

const selectNext = statement(
  "access.next-position",
  `select greatest(
     coalesce((select max(position) + 1 from access.position), 0),
     coalesce((select max(size) from access.root), 0)
   ) as next`,
);

/** The first position that is neither taken nor padding. */
export async function nextPosition(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ next: number }>(selectNext);
  return row?.next ?? 0;
}

// The key of `position` is the fence: of two sequencers that both believe to be the one, the later fails.
const insertPositions = statement(
  "access.sequence",
  `insert into access.position (position, subject, at, look, commitment)
   select $1 + row_number() over (order by o.at, o.flush, u.ordinal) - 1, u.subject, u.at, u.look, u.commitment
   from access.outbox o
   cross join lateral unnest(o.subjects, o.ats, o.looks, o.commitments) with ordinality
     u(subject, at, look, commitment, ordinal)
   where o.flush = any($2::uuid[])`,
);
const deleteFlushes = statement("access.clear-outbox", "delete from access.outbox where flush = any($1::uuid[])");

/** Gives the looks of some flushes their positions, from `first` on without a gap. @returns how many. */
export async function sequence(tx: Tx, first: number, flushes: readonly string[]): Promise<number> {
  const count = await tx.run(insertPositions, [first, flushes]);
  await tx.run(deleteFlushes, [flushes]);
  return count;
}

const selectCommitments = statement(
  "access.commitments",
  "select position, commitment from access.position where position >= $1 and position < $2 order by position",
);

export interface Placed {
  readonly position: number;
  readonly commitment: Buffer;
}

export function commitmentsBetween(tx: Tx, from: number, until: number): Promise<Placed[]> {
  return tx.rows<Placed>(selectCommitments, [from, until]);
}

export interface TileRow {
  readonly tile: number;
  readonly root: Buffer;
}

const insertTiles = statement(
  "access.insert-tiles",
  "insert into access.tile (tile, root) select k.tile, k.root from unnest($1::bigint[], $2::bytea[]) k(tile, root)",
);

export async function saveTiles(tx: Tx, tiles: readonly TileRow[]): Promise<void> {
  await tx.run(insertTiles, [tiles.map(({ tile }) => tile), tiles.map(({ root }) => root)]);
}

const selectTiles = statement(
  "access.tiles",
  "select tile, root from access.tile where tile >= $1 and tile < $2 order by tile",
);

export function tilesBetween(tx: Tx, from: number, until: number): Promise<TileRow[]> {
  return tx.rows<TileRow>(selectTiles, [from, until]);
}

/** A signed root. */
export interface RootRow {
  readonly size: number;
  readonly hour: Date;
  /** Positions from here up to `size` are padding. */
  readonly firstPadding: number;
  readonly paddingSeed: Buffer;
  readonly root: Buffer;
  /** `RootBuilder.save` over the tiles. */
  readonly peaks: Buffer;
  readonly note: string;
  readonly signedAt: Date;
}

const rootColumns = `size, hour, first_padding as "firstPadding", padding_seed as "paddingSeed", root, peaks, note,
  signed_at as "signedAt"`;
const selectLastRoot = statement(
  "access.last-root",
  `select ${rootColumns} from access.root order by size desc limit 1`,
);
const selectRoots = statement(
  "access.roots",
  `select ${rootColumns} from access.root where size > $1 order by size limit $2`,
);

export async function lastRoot(tx: Tx): Promise<RootRow | undefined> {
  const [row] = await tx.rows<RootRow>(selectLastRoot);
  return row;
}

/** Roots above a size, smallest first. */
export function rootsAfter(tx: Tx, size: number, limit: number): Promise<RootRow[]> {
  return tx.rows<RootRow>(selectRoots, [size, limit]);
}

const selectRootsBelow = statement(
  "access.roots-below",
  `select ${rootColumns} from access.root where $1::bigint is null or size < $1 order by size desc limit $2`,
);

/** Roots below a size, or all, largest first. */
export function rootsBelow(tx: Tx, size: number | null, limit: number): Promise<RootRow[]> {
  return tx.rows<RootRow>(selectRootsBelow, [size, limit]);
}

const insertRoot = statement(
  "access.insert-root",
  `insert into access.root (size, hour, first_padding, padding_seed, root, peaks, note, signed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function saveRoot(tx: Tx, row: RootRow): Promise<void> {
  const { size, hour, firstPadding, paddingSeed, root, peaks, note, signedAt } = row;
  await tx.run(insertRoot, [size, hour, firstPadding, paddingSeed, root, peaks, note, signedAt]);
}

const lookColumns = `l.subject, l.at, l.look, l.account, l.person, l.organisation, l.organisation_name as "organisationName",
  l.role, l.matter, l.purpose, l.basis_kind as "basisKind", l.basis_ref as "basisRef", l.basis_article as "basisArticle",
  l.channel, l.entries, l.fields, l.statements, l.outcome, l.seed, l.commitment`;

const selectPlaced = statement(
  "access.placed-looks",
  `select p.position, p.look as "placedLook", p.commitment as "placedCommitment", ${lookColumns}
   from access.position p left join access.look l on l.subject = p.subject and l.at = p.at and l.look = p.look
   where p.position >= $1 and p.position < $2 order by p.position`,
);

/** A position with its look; `subject` is null where there is none any more. */
export type PlacedLook = {
  readonly position: number;
  readonly placedLook: Buffer;
  readonly placedCommitment: Buffer;
} & (LookRow | { readonly subject: null });

export function placedLooks(tx: Tx, from: number, until: number): Promise<PlacedLook[]> {
  return tx.rows<PlacedLook>(selectPlaced, [from, until]);
}

const selectUnplaced = statement(
  "access.unplaced-look",
  `select l.look from access.look l
   where not exists (select 1 from access.position p where p.look = l.look and p.subject = l.subject and p.at = l.at)
     and not exists (select 1 from access.outbox o where l.look = any(o.looks))
   order by l.at, l.look limit 1`,
);

/** A look that never came by way of the log. */
export async function unplacedLook(tx: Tx): Promise<Buffer | undefined> {
  const [row] = await tx.rows<{ look: Buffer }>(selectUnplaced);
  return row?.look;
}

const selectLook = statement(
  "access.look-with-position",
  `select p.position, ${lookColumns} from access.look l
   left join access.position p on p.look = l.look and p.subject = l.subject and p.at = l.at
   where l.subject = $1 and l.look = $2`,
);

/** One look at a subject; its position is null until the sequencer has been there. */
export async function lookAt(
  tx: Tx,
  subject: string,
  look: Buffer,
): Promise<(LookRow & { readonly position: number | null }) | undefined> {
  const [row] = await tx.rows<LookRow & { position: number | null }>(selectLook, [subject, look]);
  return row;
}

const selectRootOver = statement(
  "access.root-over",
  `select ${rootColumns} from access.root where size > $1 order by size limit 1`,
);

/** The first signed root above a position. */
export async function rootOver(tx: Tx, position: number): Promise<RootRow | undefined> {
  const [row] = await tx.rows<RootRow>(selectRootOver, [position]);
  return row;
}
