-- What officers did after a check: whether a measure was applied, by which decision, and why. A word once given stands.
create schema feedback;
grant usage on schema feedback to xinheng_app;

-- class: distributed
create table feedback.feedback (
  subject text not null,
  -- Public id of the look that told of the measure, 16 bytes.
  look bytea not null check (octet_length(look) = 16),
  measure text not null,
  applied boolean not null,
  decision_no text,
  reason text not null,
  organisation text not null,
  account uuid not null,
  matter text not null,
  at timestamptz not null,
  policy_hash bytea not null,
  primary key (subject, look, measure),
  -- What was applied was decided somewhere.
  check (not applied or decision_no is not null)
);
create index feedback_measure on feedback.feedback (measure, at);
create index feedback_office on feedback.feedback (organisation, at, look, measure);

create view feedback.pub_feedback as
  select subject, look, measure, applied, decision_no, reason, organisation, matter, at from feedback.feedback;
grant select, insert on feedback.feedback to xinheng_app;
grant select on feedback.pub_feedback to xinheng_app;
