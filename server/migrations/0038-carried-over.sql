-- 旧平台数据迁移: what is taken over from an old platform keeps how it was kept there.

-- How many rows of each state the old platform says that the file holds, and which columns of scores were left behind.
alter table ingest.batch add column carried jsonb;
create or replace view ingest.pub_batch as
  select batch, provider, entry, state, created_at, finished_at, received, skipped, accepted, duplicates, quarantined,
         rejected, natural_persons, coalesce(received_at, created_at) as received_at, carried is not null as carried_over
  from ingest.batch;

-- Where the rows of each state ended. `outcome` is that of the gate; what a person decides later stands with the question.
-- class: local
create table ingest.carried_count (
  batch uuid not null,
  word text not null,
  outcome text not null check (outcome in ('accepted', 'duplicate', 'quarantined', 'rejected')),
  count integer not null,
  primary key (batch, word, outcome)
);
grant select, insert, update on ingest.carried_count to xinheng_app;

-- One statement that was taken over: its state there, since when and by which document; when it had been received there,
-- and what became of an objection.
-- class: distributed
create table statements.carried_over (
  subject text not null,
  statement bytea not null,
  decision bytea not null,
  batch uuid not null,
  word text not null,
  state text not null check (state in ('shown', 'repaired', 'taken-down', 'quashed', 'disputed', 'unknown')),
  state_on date,
  document_no text,
  received_on date,
  objection text,
  objection_on date,
  -- Kind of the end that it brought; null where it brought none.
  brought text check (brought in ('repaired', 'removed', 'quashed')),
  recorded_at timestamptz not null,
  primary key (subject, statement)
);
create index carried_over_batch on statements.carried_over using brin (batch);
create view statements.pub_carried_over as
  select subject, statement, word, state, state_on, document_no, received_on, objection, objection_on, recorded_at
  from statements.carried_over;
grant select, insert on statements.carried_over to xinheng_app;
grant select on statements.pub_carried_over to xinheng_app;
