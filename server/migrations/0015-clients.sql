-- Machines that act for an organisation: their keys, and the nonces of their signed requests.
create schema clients;
grant usage on schema clients to xinheng_app;

-- A key is bound to entries, provider and region. What it may do never changes; a rotated key is a new one.
-- class: local
create table clients.key (
  key text not null primary key,
  organisation text not null,
  -- The account that it acts as, and its login.
  account uuid not null,
  login text not null,
  algorithm text not null check (algorithm in ('ed25519', 'ecdsa-p256-sha256')),
  -- SubjectPublicKeyInfo, DER.
  public_key bytea not null,
  entries text[] not null check (cardinality(entries) > 0),
  region text not null,
  -- The bounds that its provider declared for the feed: what goes beyond waits for a person.
  rows_per_batch integer not null,
  batches_per_day integer not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  rotated_from text references clients.key (key),
  made_at timestamptz not null,
  -- When a second person let its first adverse batch through.
  proved_at timestamptz,
  revoked_at timestamptz,
  check (not_before < not_after)
);
create index key_organisation on clients.key (organisation, made_at);

-- Shared by all processes, so that a request is taken once wherever it arrives. Kept until its window is over.
-- class: local
create table clients.nonce (
  key text not null,
  nonce text not null,
  until timestamptz not null,
  primary key (key, nonce)
);
create index nonce_until on clients.nonce (until);

grant select, insert on clients.key to xinheng_app;
grant update (not_after, proved_at, revoked_at) on clients.key to xinheng_app;
grant select, insert, delete on clients.nonce to xinheng_app;

-- A machine's batch may wait for a second person before anything of it is read.
alter table ingest.batch add column client text;
alter table ingest.batch drop constraint batch_state_check;
alter table ingest.batch add constraint batch_state_check
  check (state in ('receiving', 'waiting', 'processing', 'done', 'withdrawn', 'failed'));
create index batch_client on ingest.batch (client, received_at) where client is not null;
create index batch_waiting on ingest.batch (received_at) where state = 'waiting';
