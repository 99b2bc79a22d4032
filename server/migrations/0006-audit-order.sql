-- Deeds of one moment keep the order in which they were written down. It is the trail's own order within a moment
-- and no position in a log: those are given after commit.
alter table audit.entry add column ordinal bigint generated always as identity;
