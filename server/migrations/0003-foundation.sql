-- Who may act, what was done, and the policy as it stood.
create schema accounts;
create schema audit;
create schema releases;
grant usage on schema accounts, audit, releases to xinheng_app;

-- One row: what this database is. The production mark is written once and cannot be taken back.
-- class: local
create table accounts.instance (
  one boolean not null primary key check (one),
  region text not null,
  production boolean not null,
  initialised_at timestamptz not null
);

-- class: local
create table accounts.account (
  account uuid not null primary key,
  organisation text not null,
  organisation_name text not null,
  role text not null,
  login text not null unique,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- One entry per command, or per chunk of an ingest with its row count and Merkle root.
-- class: local
create table audit.entry (
  entry uuid not null primary key,
  at timestamptz not null,
  account uuid,
  organisation text,
  action text not null,
  purpose text,
  target text,
  state jsonb not null,
  count integer not null,
  root bytea,
  seed bytea not null,
  commitment bytea not null
);
create index entry_target on audit.entry (target);

-- Each policy snapshot that was ever in use, by its hash, so that any decision can be replayed.
-- class: reference
create table releases.snapshot (
  hash bytea not null primary key,
  region text not null,
  first_used_on date not null,
  body jsonb not null
);

grant select, insert on accounts.instance, accounts.account to xinheng_app;
grant update (disabled_at) on accounts.account to xinheng_app;
grant select, insert on audit.entry, releases.snapshot to xinheng_app;
