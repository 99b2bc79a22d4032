-- Personal fields of organisations' records, each under a key of its subject. Who destroys the key destroys them all.
-- Roles belong to the whole cluster: another database may have made this one, or its administrator.
do $$
begin
  if not exists (select from pg_roles where rolname = 'xinheng_eraser') then
    create role xinheng_eraser nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end
$$;

-- One data key a subject, wrapped by a key that does not lie in the database.
-- class: distributed
create table statements.subject_key (
  subject text not null primary key references subject.subject,
  id bytea not null check (octet_length(id) = 16),
  suite text not null check (suite in ('aes-256-gcm', 'sm4-ctr-hmac-sm3')),
  kek text not null,
  wrapped bytea not null
);

-- The value and the salt of its group, sealed to subject, statement and field.
-- class: distributed
create table statements.sealed_field (
  subject text not null,
  id bytea not null,
  field text not null,
  key bytea not null,
  suite text not null,
  sealed bytea not null,
  primary key (subject, id, field)
);

-- Where a personal field is kept the seed is not: from it every salt could be made again. In its place stand the salt of
-- the header, the hashes of all groups, and the salts of the groups that are not personal.
alter table statements.body add column openings bytea;
alter table statements.body alter column openings set statistics 0;
alter table statements.sealed_field alter column sealed set statistics 0;
alter table statements.subject_key alter column wrapped set statistics 0;

create view statements.pub_subject_key as select subject, id, suite, kek, wrapped from statements.subject_key;
create view statements.pub_sealed_field as select subject, id, field, key, suite, sealed from statements.sealed_field;

grant select, insert on statements.subject_key, statements.sealed_field to xinheng_app;
grant select on statements.pub_subject_key, statements.pub_sealed_field to xinheng_app;
grant usage on schema statements to xinheng_eraser;
grant select, delete on statements.subject_key, statements.sealed_field to xinheng_eraser;
grant update (kek, wrapped) on statements.subject_key to xinheng_eraser;
