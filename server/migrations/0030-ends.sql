-- Ends that were taken back or hold for a time only, marks of what is contested, and the order in which all of it came.

-- A decision may be repaired, restored for a false commitment, and repaired again: its ends of one kind are numbered.
alter table statements.ended add column no integer not null default 1 check (no > 0);
-- Last day of an end that holds for a time only (破产重整期间的暂时屏蔽); what ended for good has none.
alter table statements.ended add column through date;
alter table statements.ended drop constraint ended_pkey;
alter table statements.ended add primary key (subject, decision, kind, no);
alter table statements.ended drop constraint ended_kind_check;
alter table statements.ended add constraint ended_kind_check
  check (kind in ('repaired', 'removed', 'replaced', 'revoked', 'quashed', 'withdrawn', 'shielded'));
alter table statements.ended add constraint ended_shield_ends check ((kind = 'shielded') = (through is not null));
alter table statements.ended add constraint ended_through_after check (through >= effective);

-- An end that was taken back (撤销信用修复). It stands from then on as if it had not ended, and both remain to be read.
-- class: distributed
create table statements.restored (
  subject text not null,
  decision bytea not null,
  kind text not null check (kind in ('repaired', 'shielded', 'removed')),
  no integer not null,
  recorded_at timestamptz not null,
  -- The document that took it back.
  document_no text not null,
  account uuid not null,
  primary key (subject, decision, kind, no)
);

-- 异议处理中, 行政复议中, 诉讼中: what is said beside a decision on every channel until it is lifted.
-- class: distributed
create table statements.mark (
  subject text not null,
  -- 32 hex digits.
  mark text not null check (mark ~ '^[0-9a-f]{32}$'),
  decision bytea not null,
  kind text not null check (kind in ('objection', 'review', 'litigation')),
  -- Whether the policy of that day pauses its publicity meanwhile.
  pauses boolean not null,
  -- The case that it belongs to.
  ref text not null,
  set_on date not null,
  set_at timestamptz not null,
  account uuid not null,
  policy_hash bytea not null,
  primary key (subject, mark)
);
create index mark_decision on statements.mark (subject, decision);

-- class: distributed
create table statements.mark_lifted (
  subject text not null,
  mark text not null,
  lifted_at timestamptz not null,
  account uuid not null,
  primary key (subject, mark)
);

-- Written with every end, restoration, newer version and mark; the sequencer gives it its place and takes it away.
-- class: local
create table statements.pending_change (
  change uuid not null primary key,
  at timestamptz not null,
  kind text not null check (kind in ('ended', 'restored', 'replaced', 'batch-ended', 'marked', 'unmarked')),
  -- Null for a whole batch.
  subject text,
  decision bytea,
  batch uuid,
  -- Kind of the end, or of the mark.
  what text not null,
  check ((kind = 'batch-ended') = (batch is not null)),
  check ((batch is null) = (subject is not null and decision is not null))
);

-- What changed, in one order that no reader can overtake: places are given after commit.
-- class: local
create table statements.change (
  position bigint not null primary key check (position >= 0),
  change uuid not null,
  at timestamptz not null,
  kind text not null,
  subject text,
  decision bytea,
  batch uuid,
  what text not null
);
create index change_subject on statements.change (subject, position);

create or replace view statements.pub_ended as
  select e.subject, e.decision, e.kind, e.effective, e.recorded_at, e.document_no, e.no, e.through
  from statements.ended e
  where not exists (select 1 from statements.restored r
    where r.subject = e.subject and r.decision = e.decision and r.kind = e.kind and r.no = e.no);
create view statements.pub_restored as
  select subject, decision, kind, no, recorded_at, document_no from statements.restored;
create view statements.pub_mark as
  select m.subject, m.mark, m.decision, m.kind, m.pauses, m.ref, m.set_on, m.set_at
  from statements.mark m
  where not exists (select 1 from statements.mark_lifted l where l.subject = m.subject and l.mark = m.mark);
create view statements.pub_mark_lifted as select subject, mark, lifted_at from statements.mark_lifted;
create view statements.pub_change as
  select position, change, at, kind, subject, decision, batch, what from statements.change;

grant select, insert on statements.restored, statements.mark, statements.mark_lifted, statements.change to xinheng_app;
grant select, insert, delete on statements.pending_change to xinheng_app;
grant select on statements.pub_restored, statements.pub_mark, statements.pub_mark_lifted,
  statements.pub_change to xinheng_app;
