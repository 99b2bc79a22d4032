-- Organisations, the human beings who act for them, how they are recognised, and their sessions.

-- class: local
create table accounts.organisation (
  uscc text not null primary key,
  name text not null,
  kind text not null check (kind in ('department', 'centre', 'lender', 'credit-service', 'enterprise', 'auditor')),
  created_at timestamptz not null,
  frozen_at timestamptz
);

-- A human being. Two that turn out to be one are joined: the later points to the earlier, and both read as that one.
-- class: local
create table accounts.person (
  person uuid not null primary key,
  same_as uuid references accounts.person (person),
  created_at timestamptz not null,
  check (same_as <> person)
);

-- By what a person is recognised: keyed digests of a subject of an identity provider, or of a key of the person
-- that several providers share; never an identity number.
-- class: local
create table accounts.identity (
  issuer text not null,
  digest bytea not null,
  person uuid not null references accounts.person (person),
  created_at timestamptz not null,
  primary key (issuer, digest)
);
create index identity_person on accounts.identity (person);

-- Whoever had an account so far stands for a person of his own, under the same number.
insert into accounts.organisation (uscc, name, kind, created_at)
select organisation, max(organisation_name),
  case
    when bool_or(role in ('operator', 'leader', 'hall-clerk')) then 'centre'
    when bool_or(role in ('clerk', 'reviewer', 'approver')) then 'department'
    when bool_or(role = 'bank') then 'lender'
    when bool_or(role = 'subscriber') then 'credit-service'
    when bool_or(role = 'enterprise') then 'enterprise'
    when bool_and(role = 'auditor') then 'auditor'
    else 'centre'
  end,
  min(created_at)
from accounts.account
group by organisation;
insert into accounts.person (person, created_at) select account, created_at from accounts.account;

-- An account is the membership of a person in an organisation, in one role.
alter table accounts.account
  add column person uuid,
  add column frozen_at timestamptz,
  add column frozen_why text,
  add column step_up_from timestamptz,
  alter column token_hash drop not null;
update accounts.account set person = account;
alter table accounts.account
  alter column person set not null,
  drop column organisation_name,
  add foreign key (person) references accounts.person (person),
  add foreign key (organisation) references accounts.organisation (uscc);
create index account_person on accounts.account (person);
create index account_organisation on accounts.account (organisation);

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

-- What an agent may do for an enterprise. The digest is of the legal representative who gave it.
-- class: local
create table accounts.mandate (
  mandate uuid not null primary key,
  person uuid not null references accounts.person (person),
  enterprise text not null references accounts.organisation (uscc),
  scope text[] not null check (cardinality(scope) > 0),
  from_day date not null,
  until_day date not null,
  representative bytea not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  check (from_day < until_day)
);
create index mandate_enterprise on accounts.mandate (enterprise, person);

create view accounts.pub_account as
select a.account, coalesce(p.same_as, p.person) as person, a.organisation, o.name as organisation_name, a.role
from accounts.account a
join accounts.person p on p.person = a.person
join accounts.organisation o on o.uscc = a.organisation;

grant select, insert on accounts.organisation, accounts.person, accounts.identity, accounts.password to xinheng_app;
grant select, insert on accounts.session, accounts.sign_in_used, accounts.attempt, accounts.mandate to xinheng_app;
grant select on accounts.pub_account to xinheng_app;
grant update (name, frozen_at) on accounts.organisation to xinheng_app;
grant update (same_as) on accounts.person to xinheng_app;
grant update (role, frozen_at, frozen_why, step_up_from) on accounts.account to xinheng_app;
grant update (scrypt, set_at) on accounts.password to xinheng_app;
grant update (id_hash, former_hash, seen_at, rotated_at, ends_at, stepped_up_at, revoked_at) on accounts.session to xinheng_app;
grant update, delete on accounts.attempt to xinheng_app;
grant delete on accounts.sign_in_used, accounts.session to xinheng_app;
grant update (ended_at) on accounts.mandate to xinheng_app;
