-- Statements: what authorities said about a subject. Append-only: the server may neither change nor delete one.
create schema statements;
grant usage on schema statements to xinheng_app;

-- class: distributed
create table statements.statement (
  subject text not null references subject.subject,
  entry text not null,
  provider text not null,
  -- First 16 bytes of SHA-256 over the folded values of the entry's source-key fields.
  source_key bytea not null,
  version integer not null,
  id bytea not null,
  entry_version integer not null,
  -- 认定机关 + normalised 文书号 + subject: what ends, ends the decision, whoever sent it.
  decision bytea not null,
  document_no text,
  authority text,
  authority_code text,
  decided_on date,
  valid_from date,
  valid_until date,
  severity text check (severity in ('minor', 'general', 'serious', 'unclassified')),
  severity_by text,
  provider_shown_until date,
  received_at timestamptz not null,
  batch uuid not null,
  row integer not null,
  warnings text[] not null,
  replaces bytea,
  policy_hash bytea not null,
  commitment bytea not null,
  primary key (subject, entry, provider, source_key, version)
);
create index statement_batch on statements.statement using brin (batch);
create index statement_recent on statements.statement using brin (received_at);

-- Seeds and field values stand apart, so that an eraser role can empty them without touching the statement.
-- class: distributed
create table statements.body (
  subject text not null,
  id bytea not null,
  seed bytea not null,
  fields jsonb not null,
  primary key (subject, id)
);

-- Which subject and content a provider's own key stands for. Keeps one document from arriving under two subjects.
-- class: local
create table statements.locator (
  provider text not null,
  entry text not null,
  source_key bytea not null,
  version integer not null,
  subject text not null,
  id bytea not null,
  decision bytea not null,
  digest bytea not null,
  decided_on date,
  batch uuid not null,
  primary key (provider, entry, source_key, version)
);

-- What has ended: a repair, removal, revocation, quashing. Expiry never stands here: it follows from the day.
-- class: distributed
create table statements.ended (
  subject text not null,
  decision bytea not null,
  kind text not null check (kind in ('repaired', 'removed', 'replaced', 'revoked', 'quashed', 'withdrawn')),
  effective date not null,
  recorded_at timestamptz not null,
  document_no text,
  account uuid not null,
  primary key (subject, decision, kind)
);

-- Batches taken back whole by their provider.
-- class: reference
create table statements.ended_batch (
  batch uuid not null primary key,
  effective date not null,
  recorded_at timestamptz not null,
  account uuid not null
);

create view statements.pub_statement as
  select subject, entry, provider, source_key, version, id, entry_version, decision, document_no, authority, authority_code,
         decided_on, valid_from, valid_until, severity, severity_by, provider_shown_until, received_at, batch, row,
         warnings, replaces, policy_hash, commitment
  from statements.statement;
create view statements.pub_body as select subject, id, fields from statements.body;
create view statements.pub_ended as select subject, decision, kind, effective, recorded_at, document_no from statements.ended;
create view statements.pub_ended_batch as select batch, effective, recorded_at from statements.ended_batch;

grant select, insert on statements.statement, statements.body, statements.locator, statements.ended,
  statements.ended_batch to xinheng_app;
grant select on statements.pub_statement, statements.pub_body, statements.pub_ended, statements.pub_ended_batch to xinheng_app;
