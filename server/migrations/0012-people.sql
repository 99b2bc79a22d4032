-- Organisations, the human beings who act for them, and how they are recognised.

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

-- By what a person is recognised: keyed digests of a subject of an identity provider (issuer: its id), or of a key of the person
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

-- What an agent may do for an enterprise. The digest is of the legal representative who gave it; null where it was not said.
-- class: local
create table accounts.mandate (
  mandate uuid not null primary key,
  person uuid not null references accounts.person (person),
  enterprise text not null references accounts.organisation (uscc),
  scope text[] not null check (cardinality(scope) > 0),
  from_day date not null,
  until_day date not null,
  representative bytea,
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

grant select, insert on accounts.organisation, accounts.person, accounts.identity, accounts.mandate
  to xinheng_app;
grant select on accounts.pub_account to xinheng_app;
grant update (name, frozen_at) on accounts.organisation to xinheng_app;
grant update (same_as) on accounts.person to xinheng_app;
grant update (role, frozen_at, frozen_why, step_up_from) on accounts.account to xinheng_app;
grant update (ended_at) on accounts.mandate to xinheng_app;
