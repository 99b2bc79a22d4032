-- Case files of listings.
create schema lists;
grant usage on schema lists to xinheng_app;

-- 案件: what an authority opened against one subject for one list. Never changed: what happens next is a step.
-- class: distributed
create table lists.case (
  subject text not null,
  "case" uuid not null,
  list text not null,
  organisation text not null,
  organisation_name text not null,
  ground text not null,
  facts text not null,
  -- [{title, digest}]: what it rests on, by the SHA-256 of each file.
  evidence jsonb not null,
  -- Responsible persons whom the decision would name: counted, never listed and never named here.
  natural_persons integer not null check (natural_persons >= 0),
  opened_at timestamptz not null,
  policy_hash bytea not null,
  primary key (subject, "case")
);

-- Steps are numbered from 1 without a gap: of two officers who take the same one, one finds it taken.
-- class: distributed
create table lists.step (
  subject text not null,
  "case" uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('open', 'notice', 'notice-served', 'late-entry', 'defence', 'waiver', 'hearing-set',
    'hearing-held', 'decision', 'decision-returned', 'decision-approved', 'decision-served', 'exit', 'exit-returned',
    'exit-approved', 'repaired', 'close')),
  -- The legal day of entry, and that of the fact itself: of service, of the hearing.
  day date not null,
  fact_day date not null,
  at timestamptz not null,
  account uuid not null,
  person uuid not null,
  -- What only some kinds say: day of the hearing, exit, last day of the term, receipt of service.
  terms jsonb not null,
  words text,
  document uuid,
  policy_hash bytea not null,
  primary key (subject, "case", no)
);

-- 文书: as it was issued. The body is data, and what is printed is made of it.
-- class: distributed
create table lists.document (
  subject text not null,
  document uuid not null,
  "case" uuid not null,
  kind text not null check (kind in ('prior-notice', 'listing', 'removal', 'revocation')),
  number text not null,
  organisation text not null,
  issued_on date not null,
  -- Version of the template that it was made with.
  template integer not null,
  body jsonb not null,
  -- SHA-256 over the canonical bytes of the body.
  digest bytea not null,
  primary key (subject, document)
);
create unique index document_number on lists.document (subject, organisation, number);

-- The listing that a served decision made: which decision ends with it.
-- class: distributed
create table lists.listing (
  subject text not null,
  "case" uuid not null,
  list text not null,
  entry text not null,
  decision bytea not null,
  statement bytea not null,
  valid_from date not null,
  -- Last day, to 24:00; null = without a fixed end.
  valid_until date,
  listed_at timestamptz not null,
  primary key (subject, "case")
);

-- The subject of a case, for the authority that holds its number alone, and its cases in order.
-- class: local
create table lists.locator (
  "case" uuid not null primary key,
  subject text not null,
  list text not null,
  organisation text not null,
  opened_at timestamptz not null
);
create index locator_organisation on lists.locator (organisation, list, opened_at, "case");

-- The last number that an authority gave in a year to a kind of document.
-- class: local
create table lists.series (
  organisation text not null,
  year integer not null,
  kind text not null,
  last integer not null check (last > 0),
  primary key (organisation, year, kind)
);

-- How far each case has come.
create view lists.pub_case_state as
  select c.subject, c."case", c.list, c.organisation, c.organisation_name, c.ground, c.opened_at, s.no as version,
         s.kind as last_step, s.at as last_at
  from lists.case c
  join lateral (
    select t.no, t.kind, t.at from lists.step t where t.subject = c.subject and t."case" = c."case"
    order by t.no desc limit 1
  ) s on true;

-- What the subject is told of: the prior notice, the hearing, the decision, the way out. Nothing of a person.
create view lists.pub_notice as
  select s.subject, s."case", s.no, s.kind, s.day, s.at, s.document, c.list, c.organisation, c.organisation_name, s.terms
  from lists.step s
  join lists.case c on c.subject = s.subject and c."case" = s."case"
  where s.kind in ('notice', 'notice-served', 'hearing-set', 'decision-approved', 'decision-served', 'exit-approved',
    'repaired', 'close');

-- Listings decided here, ended or not: what ended stands in statements.ended under the decision.
create view lists.pub_listing as
  select subject, "case", list, entry, decision, statement, valid_from, valid_until, listed_at from lists.listing;

grant select, insert on lists.case, lists.step, lists.document, lists.listing, lists.locator, lists.series to xinheng_app;
grant update (last) on lists.series to xinheng_app;
grant select on lists.pub_case_state, lists.pub_notice, lists.pub_listing to xinheng_app;
