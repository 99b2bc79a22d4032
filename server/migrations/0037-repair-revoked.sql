-- A repair that is revoked for a false commitment brings a listing decided here back, and its case goes on.
alter table lists.step drop constraint step_kind_check;
alter table lists.step add constraint step_kind_check check (kind in ('open', 'notice', 'notice-served', 'late-entry',
  'defence', 'waiver', 'hearing-set', 'hearing-held', 'decision', 'decision-returned', 'decision-approved',
  'decision-served', 'exit', 'exit-returned', 'exit-approved', 'repaired', 'repair-revoked', 'close'));
create or replace view lists.pub_notice as
  select s.subject, s."case", s.no, s.kind, s.day, s.at, s.document, c.list, c.organisation, c.organisation_name, s.terms
  from lists.step s
  join lists.case c on c.subject = s.subject and c."case" = s."case"
  where s.kind in ('notice', 'notice-served', 'hearing-set', 'decision-approved', 'decision-served', 'exit-approved',
    'repaired', 'repair-revoked', 'close');
drop index lists.step_told;
create index step_told on lists.step (at) where kind in ('decision-served', 'exit-approved', 'repaired', 'repair-revoked');
