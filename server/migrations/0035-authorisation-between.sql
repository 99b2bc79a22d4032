-- The question asked before every look of a bank: what stands between one subject and one office. A subject that
-- has given many would otherwise be read whole, the joins of each included.
create index authorisation_between on authorisation.authorisation (subject, grantee, valid_until);
