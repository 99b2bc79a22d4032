-- Batches from departments: uploads, the fate of each row, questions, receipts, declarations of completeness.
create schema ingest;
grant usage on schema ingest to xinheng_app;

-- class: local
create table ingest.batch (
  batch uuid not null primary key,
  provider text not null,
  entry text not null,
  mapping text not null,
  account uuid not null,
  purpose text,
  state text not null check (state in ('receiving', 'processing', 'done', 'withdrawn', 'failed')),
  failure text,
  failure_values jsonb,
  format text,
  upload_length bigint,
  -- HMAC under an instance key over provider, entry, mapping version and file digest: the same file is known again.
  idempotency bytea,
  -- The key of the spooled upload, wrapped by a key outside the database; destroyed at the batch's end.
  wrapped_key bytea,
  wrapped_digest bytea,
  mends uuid,
  policy_hash bytea,
  created_at timestamptz not null,
  -- The moment at which the upload was whole: what statements carry as received_at, so that nobody is early by opening early.
  received_at timestamptz,
  finished_at timestamptz,
  -- Checkpoint: events of the file already decided and committed, with the state of the receipt's tree.
  events_done bigint not null default 0,
  tree bytea,
  received integer not null default 0,
  skipped integer not null default 0,
  accepted integer not null default 0,
  duplicates integer not null default 0,
  quarantined integer not null default 0,
  rejected integer not null default 0,
  natural_persons integer not null default 0,
  issues integer not null default 0,
  receipt text
);
create unique index batch_idempotency on ingest.batch (idempotency) where idempotency is not null;
create index batch_provider on ingest.batch (provider, created_at);
create index batch_open on ingest.batch (state) where state in ('receiving', 'processing');

-- class: local
create table ingest.issue (
  batch uuid not null,
  seq integer not null,
  row integer not null,
  sheet text,
  outcome text not null,
  field text,
  code text not null,
  value text,
  cure jsonb not null,
  primary key (batch, seq)
);

-- Rows that wait for a person (疑问数据). Only gated fields are kept: personal ones never come this far.
-- class: local
create table ingest.question (
  batch uuid not null,
  row integer not null,
  sheet text not null,
  codes text[] not null,
  candidate jsonb not null,
  proposals text[] not null,
  state text not null check (state in ('open', 'accepted', 'rejected')),
  decided_at timestamptz,
  decided_by uuid,
  decided_subject text,
  reason text,
  document_no text,
  primary key (batch, sheet, row)
);
create index question_open on ingest.question (batch) where state = 'open';

-- A submitter's own layout, kept by the hash of its canonical bytes.
-- class: local
create table ingest.mapping (
  mapping text not null,
  provider text not null,
  body jsonb not null,
  created_at timestamptz not null,
  account uuid not null,
  primary key (mapping, provider)
);

-- "All decisions up to day D have been sent" (归集完整性声明), with nil returns (零报告).
-- class: local
create table ingest.completeness (
  provider text not null,
  entry text not null,
  through date not null,
  nil_from date,
  declared_at timestamptz not null,
  account uuid not null,
  primary key (provider, entry, declared_at, through)
);

create view ingest.pub_completeness as
  select provider, entry, through, nil_from, declared_at from ingest.completeness;
create view ingest.pub_batch as
  select batch, provider, entry, state, created_at, finished_at, received, skipped, accepted, duplicates, quarantined,
         rejected, natural_persons
  from ingest.batch;

grant select, insert, update on ingest.batch, ingest.question to xinheng_app;
grant select, insert on ingest.issue, ingest.mapping, ingest.completeness to xinheng_app;
grant select on ingest.pub_completeness, ingest.pub_batch to xinheng_app;
