-- Files attached to a case.
create schema attachments;
grant usage on schema attachments to xinheng_app;

-- 附件: what it is and whose case it belongs to. Its name is not kept: file names name people.
-- class: distributed
create table attachments.attachment (
  subject text not null,
  attachment uuid not null,
  -- Slice that keeps the case, and its number there.
  owner text not null,
  "case" text not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('evidence', 'defence', 'decision', 'court-paper', 'performance-proof')),
  format text not null check (format in ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd', 'txt')),
  size integer not null check (size between 1 and 20971520),
  -- Fingerprint of the bytes under the file's own key: once that is destroyed nobody can try a file against it.
  digest bytea not null check (octet_length(digest) = 32),
  reading text not null check (reading in ('searched', 'partly', 'not-readable')),
  -- {kind: count} of what was found in its text, never the text.
  findings jsonb not null,
  -- The original that this is a redacted version of.
  redacts uuid,
  account uuid not null,
  person uuid not null,
  organisation text not null,
  at timestamptz not null,
  primary key (subject, attachment),
  unique (subject, owner, "case", no),
  check (redacts <> attachment)
);

-- A second officer read a redacted version and lets the public see it. An original has no such row.
-- class: distributed
create table attachments.confirmation (
  subject text not null,
  attachment uuid not null,
  account uuid not null,
  person uuid not null,
  organisation text not null,
  -- Why it may be seen although something was found in it, or it could not be searched.
  reason text,
  at timestamptz not null,
  primary key (subject, attachment)
);

-- One data key a file, wrapped by a key that does not lie in the database. Who destroys it destroys the file.
-- class: distributed
create table attachments.file_key (
  subject text not null,
  attachment uuid not null,
  id bytea not null check (octet_length(id) = 16),
  suite text not null check (suite in ('aes-256-gcm', 'sm4-ctr-hmac-sm3')),
  kek text not null,
  wrapped bytea not null,
  primary key (subject, attachment)
);

-- The bytes, sealed in pieces to file and place.
-- class: distributed
create table attachments.piece (
  subject text not null,
  attachment uuid not null,
  piece integer not null check (piece >= 0),
  sealed bytea not null,
  primary key (subject, attachment, piece)
);
alter table attachments.piece alter column sealed set storage external;
alter table attachments.piece alter column sealed set statistics 0;
alter table attachments.file_key alter column wrapped set statistics 0;

grant select, insert on attachments.attachment, attachments.confirmation, attachments.file_key, attachments.piece
  to xinheng_app;
grant usage on schema attachments to xinheng_eraser;
grant select, delete on attachments.file_key, attachments.piece to xinheng_eraser;
grant update (kek, wrapped) on attachments.file_key to xinheng_eraser;
