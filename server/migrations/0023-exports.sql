-- What left as a file by duty or authorisation, under which mark: so that a file that turns up names its export.
create schema exports;
grant usage on schema exports to xinheng_app;

-- Row keys are digests under a key that does not lie in the database; no code and no name stands here. It has an end.
-- class: local
create table exports.export (
  export bytea not null primary key check (octet_length(export) = 16),
  at timestamptz not null,
  account uuid not null,
  organisation text not null,
  organisation_name text not null,
  purpose text not null,
  channel text not null check (channel in ('duty', 'authorisation')),
  as_of date not null,
  row_keys bytea[] not null,
  nonce bytea not null check (octet_length(nonce) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  kept_through date not null
);
create index export_rows on exports.export using gin (row_keys);
create index export_kept on exports.export (kept_through);
grant select, insert on exports.export to xinheng_app;

-- The only deletion that the server's role may ask for: of what is past its end.
create function exports.forget(today date) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  gone bigint;
begin
  delete from exports.export where kept_through < today;
  get diagnostics gone = row_count;
  return gone;
end
$body$;
revoke all on function exports.forget(date) from public;
grant execute on function exports.forget(date) to xinheng_app;
