-- What a subject promised, to whom, until when.
create schema commitment;
grant usage on schema commitment to xinheng_app;
