-- Repair cases: who asked that one decision end, what was handed in, and how it was decided.
create schema repair;
grant usage on schema repair to xinheng_app;

-- 信用修复申请: for one decision. Never changed: what happens next is a step.
-- class: distributed
create table repair.application (
  subject text not null,
  application uuid not null,
  -- 破产重整期间的屏蔽 rests on a court's paper instead of a commitment.
  kind text not null check (kind in ('repair', 'bankruptcy')),
  decision bytea not null,
  statement bytea not null,
  entry text not null,
  -- Id of the list where it is a listing.
  list text,
  -- The case file of the listing where it was decided here.
  list_case uuid,
  document_no text,
  -- 认定机关: its code, else that of the provider; its name as the statement gives it.
  authority text not null,
  authority_name text not null,
  -- 32 hex digits.
  "commitment" text,
  -- {documentNo, from, through} of the court's ruling.
  court jsonb,
  -- [{title, digest}]: proof of performance, by the SHA-256 of each file.
  proofs jsonb not null,
  via text not null check (via in ('portal', 'hall', 'national')),
  -- What a hall was handed on paper as mandate.
  paper jsonb,
  -- The number that the national entrance gave.
  national_no text,
  mandate uuid,
  account uuid not null,
  person uuid not null,
  applied_on date not null,
  applied_at timestamptz not null,
  -- Why it might be applied for: first day, article, edition.
  eligible jsonb not null,
  policy_hash bytea not null,
  primary key (subject, application),
  check ((kind = 'bankruptcy') = (court is not null)),
  check ((kind = 'repair' and via <> 'national') = ("commitment" is not null)),
  check ((via = 'hall') = (paper is not null)),
  check ((via = 'national') = (national_no is not null))
);
create index application_decision on repair.application (subject, decision);
create index application_commitment on repair.application (subject, "commitment") where "commitment" is not null;

-- Steps are numbered from 1 without a gap: of two officers who take the same one, one finds it taken.
-- class: distributed
create table repair.step (
  subject text not null,
  application uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('apply', 'need-more', 'supplement', 'accept', 'not-accept', 'extend', 'remind',
    'propose', 'return', 'approve', 'withdraw')),
  day date not null,
  at timestamptz not null,
  account uuid not null,
  person uuid not null,
  organisation text not null,
  -- The proposal, and what was handed in later.
  terms jsonb not null,
  words text,
  document uuid,
  policy_hash bytea not null,
  primary key (subject, application, no)
);

-- 文书: as it was issued. The body is data, and what is printed is made of it.
-- class: distributed
create table repair.document (
  subject text not null,
  document uuid not null,
  application uuid not null,
  kind text not null check (kind in ('need-more', 'accepted', 'not-accepted', 'extended', 'reminder', 'repaired',
    'refused', 'shielded', 'revoked')),
  number text not null,
  organisation text not null,
  issued_on date not null,
  template integer not null,
  body jsonb not null,
  -- SHA-256 over the canonical bytes of the body.
  digest bytea not null,
  primary key (subject, document)
);

-- Which documents are genuine, by number and digest alone: whoever has one may ask, and learns nothing more.
-- class: local
create table repair.seal (
  number text not null,
  digest bytea not null,
  primary key (number, digest)
);

-- How each application stands, for queues: kept with each step, in its transaction.
-- class: local
create table repair.docket (
  application uuid not null primary key,
  subject text not null,
  authority text not null,
  phase text not null,
  applied_on date not null,
  applied_at timestamptz not null,
  accepted_on date,
  -- Last day for what comes next; null where nobody but the subject has to do something.
  due date,
  closed_on date,
  -- Whether it was decided by its last day; null until then.
  in_time boolean,
  -- Working days from application to the decision; null until then, or where the calendar does not reach.
  working_days integer,
  -- HMAC of the query code.
  code bytea not null
);
create unique index docket_code on repair.docket (code);
create index docket_open on repair.docket (authority, due, applied_at, application) where closed_on is null;
create index docket_closed on repair.docket (closed_on, authority) where closed_on is not null;
create index docket_applied on repair.docket (applied_on, authority);

-- What the national entrance pushed: the same number again is the same application.
-- class: local
create table repair.pushed (
  client text not null,
  national_no text not null,
  application uuid not null,
  subject text not null,
  primary key (client, national_no)
);

-- The last number that an authority gave in a year to a kind of document.
-- class: local
create table repair.series (
  organisation text not null,
  year integer not null,
  kind text not null,
  last integer not null check (last > 0),
  primary key (organisation, year, kind)
);

-- What subject and authority are told of. Nothing of a person.
create view repair.pub_notice as
  select s.subject, s.application, s.no, s.kind, s.day, s.at, s.document, a.authority, a.authority_name, a.document_no,
         a.entry, s.terms ->> 'outcome' as outcome
  from repair.step s join repair.application a on a.subject = s.subject and a.application = s.application
  where s.kind in ('apply', 'need-more', 'supplement', 'accept', 'not-accept', 'extend', 'remind', 'approve', 'withdraw');
create view repair.pub_docket as
  select application, subject, authority, phase, applied_on, applied_at, accepted_on, due, closed_on, in_time, working_days
  from repair.docket;

grant select, insert on repair.application, repair.step, repair.document, repair.seal, repair.docket, repair.pushed,
  repair.series to xinheng_app;
grant update (phase, accepted_on, due, closed_on, in_time, working_days) on repair.docket to xinheng_app;
grant update (last) on repair.series to xinheng_app;
grant select on repair.pub_notice, repair.pub_docket to xinheng_app;
