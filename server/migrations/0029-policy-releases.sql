-- Drafts and releases of policy, and assessments before issue.
create schema policy_office;
grant usage on schema policy_office to xinheng_app;

-- A change of policy that somebody is writing. Its files stand in its versions.
-- class: local
create table releases.draft (
  draft uuid not null primary key,
  organisation text not null,
  title text not null,
  account uuid not null,
  created_at timestamptz not null
);
create index draft_organisation on releases.draft (organisation, created_at, draft);

-- A version is written once: what is proposed and confirmed is one of these, and nothing in it can change.
-- class: local
create table releases.draft_version (
  draft uuid not null references releases.draft (draft),
  version integer not null check (version > 0),
  files jsonb not null,
  -- SHA-256 over the canonical bytes of the files.
  hash bytea not null,
  account uuid not null,
  saved_at timestamptz not null,
  primary key (draft, version)
);

-- What two persons put in force, from a day on. Every process lays it over its folders.
-- class: reference
create table releases.release (
  number integer not null primary key check (number > 0),
  draft uuid not null,
  version integer not null,
  title text not null,
  files jsonb not null,
  hash bytea not null,
  effective date not null,
  reason text not null,
  document_no text,
  organisation text not null,
  organisation_name text not null,
  worsens boolean not null,
  -- What it changes of the policy of its first day, as it was judged when it was confirmed.
  difference jsonb not null,
  -- Hash of the whole policy of its first day.
  policy_hash bytea not null,
  proposed_by uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  check (proposed_by <> confirmed_by),
  unique (draft, version)
);

-- A release that two persons took back before its day. It stays to be read, and never takes effect.
-- class: reference
create table releases.withdrawal (
  number integer not null primary key references releases.release (number),
  reason text not null,
  proposed_by uuid not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  check (proposed_by <> confirmed_by)
);

-- Reports on drafts of measures before they are issued, with the document as it was judged.
-- class: local
create table policy_office.assessment (
  assessment uuid not null primary key,
  organisation text not null,
  account uuid not null,
  title text not null,
  document text not null,
  -- Whether every measure in it has standing.
  standing boolean not null,
  report jsonb not null,
  -- SHA-256 over the canonical bytes of document and report.
  hash bytea not null,
  policy_hash bytea not null,
  made_at timestamptz not null
);
create index assessment_organisation on policy_office.assessment (organisation, made_at, assessment);

grant select, insert on releases.draft, releases.draft_version, releases.release, releases.withdrawal to xinheng_app;
grant select, insert on policy_office.assessment to xinheng_app;
