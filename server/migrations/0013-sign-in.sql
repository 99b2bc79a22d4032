-- How people sign in: passwords of the bundled provider, sessions of browsers, answers of identity providers, failures.

-- Only for the bundled identity provider, which does not exist in production.
-- class: local
create table accounts.password (
  account uuid not null primary key references accounts.account (account),
  scrypt text not null,
  set_at timestamptz not null
);

-- A browser that is signed in. The number in its cookie is kept as SHA-256; `session` is its name for lists.
-- class: local
create table accounts.session (
  session uuid not null primary key,
  id_hash bytea not null unique,
  former_hash bytea unique,
  account uuid not null references accounts.account (account),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  rotated_at timestamptz not null,
  ends_at timestamptz not null,
  stepped_up_at timestamptz,
  revoked_at timestamptz
);
create index session_account on accounts.session (account);

-- Answers of identity providers that were taken, each once, until they would be too old anyway.
-- class: local
create table accounts.sign_in_used (
  state bytea not null primary key,
  until timestamptz not null
);
create index sign_in_used_until on accounts.sign_in_used (until);

-- Failed sign-ins, counted by keyed digest of a login or an address.
-- class: local
create table accounts.attempt (
  bucket bytea not null primary key,
  failures integer not null,
  since timestamptz not null
);
create index attempt_since on accounts.attempt (since);

grant select, insert on accounts.password, accounts.session, accounts.sign_in_used, accounts.attempt to xinheng_app;
grant update (scrypt, set_at) on accounts.password to xinheng_app;
grant update (id_hash, former_hash, seen_at, rotated_at, ends_at, stepped_up_at, revoked_at) on accounts.session to xinheng_app;
grant update, delete on accounts.attempt to xinheng_app;
grant delete on accounts.sign_in_used, accounts.session to xinheng_app;
