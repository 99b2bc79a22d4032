-- Authorisations: a subject lets an office look at what is named, for one purpose, so many times, until a day.
create schema authorisation;
grant usage on schema authorisation to xinheng_app;

-- What was given, as it was given: never changed.
-- class: distributed
create table authorisation.authorisation (
  subject text not null,
  -- 128 bits in hex, derived under the instance's key: nobody can choose one.
  authorisation text not null check (authorisation ~ '^[0-9a-f]{32}$'),
  grantee text not null,
  grantee_name text not null,
  -- [{entry, version, fields}], the fields spelt out: a field that the catalogue gains later was not consented to.
  scope jsonb not null,
  purpose text not null,
  uses integer not null check (uses > 0),
  valid_from date not null,
  -- First day on which it holds no more.
  valid_until date not null check (valid_until > valid_from),
  how text not null check (how in ('portal', 'hall')),
  -- Who acted here: in the portal the subject's own person, at a hall the officer.
  by_account uuid not null,
  by_person uuid not null,
  by_organisation text not null,
  -- portal: the mandate that the person acted under, null for the legal representative. hall: the paper file and who appeared.
  mandate text,
  file_no text,
  appeared text check (appeared in ('legal-representative', 'agent')),
  -- HMAC of who consented, bound to this authorisation: two of them cannot be joined by it.
  signatory bytea not null,
  consent bytea not null,
  commitment bytea not null,
  policy_hash bytea not null,
  given_at timestamptz not null,
  primary key (subject, authorisation),
  check ((how = 'hall') = (file_no is not null) and (how = 'hall') = (appeared is not null)),
  check (how = 'portal' or mandate is null)
);
create index authorisation_grantee on authorisation.authorisation (grantee, given_at, authorisation);
-- A paper file is registered once.
create unique index authorisation_file on authorisation.authorisation (subject, by_organisation, file_no) where how = 'hall';

-- The wording that was shown, the signed note, and the seed of the commitment: apart, so that an eraser role can empty them.
-- class: distributed
create table authorisation.artefact (
  subject text not null,
  authorisation text not null,
  consent text not null,
  note text not null,
  seed bytea not null,
  primary key (subject, authorisation)
);

-- What is left of it. Whoever spends or revokes locks this row first, so that the two have an order.
-- class: distributed
create table authorisation.allowance (
  subject text not null,
  authorisation text not null,
  uses_left integer not null check (uses_left >= 0),
  primary key (subject, authorisation)
);

-- One row a use, numbered from 1: a use that was spent twice has no number.
-- class: distributed
create table authorisation.use (
  subject text not null,
  authorisation text not null,
  ordinal integer not null,
  at timestamptz not null,
  primary key (subject, authorisation, ordinal)
);

-- class: distributed
create table authorisation.revocation (
  subject text not null,
  authorisation text not null,
  -- grantor: the subject in its portal; hall: the subject on paper; grantee: the office renounces.
  side text not null check (side in ('grantor', 'hall', 'grantee')),
  by_account uuid not null,
  by_person uuid not null,
  by_organisation text not null,
  file_no text,
  appeared text check (appeared in ('legal-representative', 'agent')),
  signatory bytea,
  revoked_at timestamptz not null,
  primary key (subject, authorisation),
  check ((side = 'hall') = (file_no is not null) and (side = 'hall') = (appeared is not null)
    and (side = 'hall') = (signatory is not null))
);

-- The subject of an id, for whoever holds the id alone.
-- class: local
create table authorisation.locator (
  authorisation text not null primary key,
  subject text not null
);

-- For the subject's side and for what shares: nothing of a person.
create view authorisation.pub_authorisation as
  select a.subject, a.authorisation, a.grantee, a.grantee_name, a.scope, a.purpose, a.uses, l.uses_left, a.valid_from,
         a.valid_until, a.how, a.given_at, r.revoked_at, r.side as revoked_by
  from authorisation.authorisation a
  join authorisation.allowance l on l.subject = a.subject and l.authorisation = a.authorisation
  left join authorisation.revocation r on r.subject = a.subject and r.authorisation = a.authorisation;

grant select, insert on authorisation.authorisation, authorisation.artefact, authorisation.allowance, authorisation.use,
  authorisation.revocation, authorisation.locator to xinheng_app;
grant update (uses_left) on authorisation.allowance to xinheng_app;
grant select on authorisation.pub_authorisation to xinheng_app;
