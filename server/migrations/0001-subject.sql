-- Subjects and their names. One row per 信用主体; names are a history and alone never attach an adverse statement.
create schema subject;
grant usage on schema subject to xinheng_app;

-- class: distributed
create table subject.subject (
  subject text not null,
  kind text not null,
  -- registered: the registration provider vouches for it; provisional: known only from others' statements (未经登记核对)
  standing text not null check (standing in ('registered', 'provisional')),
  created_at timestamptz not null,
  created_batch uuid not null,
  -- The only batch that knew of it was taken back: as good as unknown until another names it.
  withdrawn boolean not null default false,
  primary key (subject)
);

-- class: distributed
create table subject.name (
  subject text not null references subject.subject,
  folded text not null,
  name text not null,
  known_from date not null,
  known_until date,
  registered boolean not null,
  batch uuid not null,
  -- False for individual businesses, whose names are personal data: found by full name only, through the digest.
  searchable boolean not null,
  digest bytea not null,
  bigrams text[] not null,
  withdrawn boolean not null default false,
  primary key (subject, folded)
);
create index name_bigrams on subject.name using gin (bigrams) with (fastupdate = off) where searchable;
create index name_folded on subject.name (folded text_pattern_ops) where searchable;
create index name_batch on subject.name using brin (batch);
create index name_digest on subject.name (digest) where not searchable;
-- A part of a code is looked for from its beginning; individual businesses answer to the full code only.
create index subject_code on subject.subject (subject text_pattern_ops);

-- Old organisation codes and tax numbers hold the nine characters that stand inside the code: they propose a subject.
create index subject_organisation_code on subject.subject (substr(subject, 9, 9));

create view subject.pub_subject as select subject, kind, standing, created_at, created_batch from subject.subject where not withdrawn;
create view subject.pub_name as
  select subject, folded, name, known_from, known_until, registered, batch, searchable, digest, bigrams from subject.name where not withdrawn;

grant select, insert, update on subject.subject, subject.name to xinheng_app;
grant select on subject.pub_subject, subject.pub_name to xinheng_app;
