-- The leaves under a receipt's root, a chunk of rows each, so that whoever holds the receipt can recompute the root.
-- class: local
create table ingest.receipt_rows (
  batch uuid not null,
  -- Index of the first leaf, from 0.
  first integer not null,
  -- Packed as server/src/records/ingest/rules/leaves.ts says. Random for the most part, so nothing is gained by compression.
  leaves bytea not null,
  primary key (batch, first)
);
alter table ingest.receipt_rows alter column leaves set storage external;

grant select, insert on ingest.receipt_rows to xinheng_app;
