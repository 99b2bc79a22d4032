-- The trail and the batches of all providers are listed newest first.
create index entry_at on audit.entry (at, ordinal);
create index batch_created on ingest.batch (created_at, batch);
