-- What a subject promised, to whom, until when.
create schema commitment;
grant usage on schema commitment to xinheng_app;

-- 信用承诺: as it was shown and signed. Never changed: what became of it is a judgement.
-- class: distributed
create table commitment.commitment (
  subject text not null,
  -- 32 hex digits.
  commitment text not null check (commitment ~ '^[0-9a-f]{32}$'),
  receiver text not null,
  receiver_name text not null,
  kind text not null check (kind in ('informed', 'missing-papers', 'proof', 'voluntary', 'repair')),
  matter text,
  promise text not null,
  -- The one decision that a commitment for repair is about.
  document_no text,
  -- Last day to keep it, to 24:00; null where it has none.
  through date,
  -- The whole wording that was shown, consequences among it, and its SHA-256.
  wording text not null,
  digest bytea not null check (octet_length(digest) = 32),
  mandate uuid,
  account uuid not null,
  person uuid not null,
  given_on date not null,
  given_at timestamptz not null,
  policy_hash bytea not null,
  primary key (subject, commitment),
  check ((kind = 'repair') = (document_no is not null)),
  check (receiver <> subject),
  check (through >= given_on)
);
create index commitment_document on commitment.commitment (subject, document_no);

-- 践诺认定: numbered from 1 without a gap; the last one counts, and none is taken away.
-- class: distributed
create table commitment.judgement (
  subject text not null,
  commitment text not null,
  no integer not null check (no > 0),
  outcome text not null check (outcome in ('fulfilled', 'broken', 'lapsed')),
  reason text not null,
  document text,
  organisation text not null,
  account uuid not null,
  person uuid not null,
  day date not null,
  at timestamptz not null,
  primary key (subject, commitment, no),
  check (outcome <> 'broken' or document is not null)
);

-- The commitments that an organisation received, and whose they are.
-- class: local
create table commitment.locator (
  commitment text not null primary key,
  subject text not null,
  receiver text not null,
  given_at timestamptz not null
);
create index locator_receiver on commitment.locator (receiver, given_at, commitment);

grant select, insert on commitment.commitment, commitment.judgement, commitment.locator to xinheng_app;
