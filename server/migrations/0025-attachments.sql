-- Files attached to a case.
create schema attachments;
grant usage on schema attachments to xinheng_app;
