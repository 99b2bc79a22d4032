-- Pull connectors: how far each has read its provider's exchange table (前置库), and the page that is under way.
create schema connector;
grant usage on schema connector to xinheng_app;

-- class: local
create table connector.source (
  connector text not null primary key,
  -- HMAC over server, table, cursor, key, provider and entry: a place in one table means nothing in another.
  fingerprint bytea not null,
  -- Sealed under a key outside the database, since keys of a provider's rows may be personal: the last place read to its end.
  place bytea,
  -- The page under way: its batch, and sealed the place of each line. Both or neither.
  batch uuid,
  page bytea,
  rows_read bigint not null default 0,
  opened_at timestamptz not null,
  moved_at timestamptz,
  check ((batch is null) = (page is null))
);

grant select, insert, update on connector.source to xinheng_app;
