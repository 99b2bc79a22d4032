-- The public lists: one entry's statements across subjects, newest decision first.
create index statement_list on statements.statement (entry, coalesce(decided_on, date '0001-01-01') desc, id desc);
