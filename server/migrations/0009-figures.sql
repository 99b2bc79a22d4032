-- What figures of 双公示 need beside the sums of a batch: when its upload was whole, and where the rows stand that did not
-- come in. Never what a row says, nor whom it is about.
create or replace view ingest.pub_batch as
  select batch, provider, entry, state, created_at, finished_at, received, skipped, accepted, duplicates, quarantined,
         rejected, natural_persons, coalesce(received_at, created_at) as received_at
  from ingest.batch;
create view ingest.pub_issue as select batch, seq, row, sheet, outcome, code from ingest.issue;
create view ingest.pub_question as select batch, row, sheet, state, decided_at from ingest.question;

grant select on ingest.pub_issue, ingest.pub_question to xinheng_app;
