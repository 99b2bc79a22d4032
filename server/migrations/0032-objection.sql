-- Objections: what a subject disputes, how it was answered; and who is told of what was wrong from the beginning.
create schema objection;
grant usage on schema objection to xinheng_app;

-- 异议申诉: what was filed. Never changed: what happens next is a step.
-- class: distributed
create table objection.objection (
  subject text not null,
  objection uuid not null,
  kind text not null check (kind in ('statement', 'listing', 'measure', 'look')),
  -- What is disputed, so that two on the same thing are known for such: decision in hex, look, or look and measure.
  thing text not null,
  statement bytea,
  decision bytea,
  look bytea,
  measure text,
  entry text,
  document_no text,
  -- Who has to answer: the provider of the record, the office that looked or applied, or the centre for what it attached itself.
  respondent text not null,
  respondent_name text not null,
  -- Whether the respondent is the organisation that attached the record to this subject, and not its provider.
  attached boolean not null,
  ground text not null,
  claim text not null,
  -- [{field, says, should}]
  fields jsonb not null,
  -- [{title, digest}]
  evidence jsonb not null,
  via text not null check (via in ('portal', 'hall')),
  -- What a hall was handed on paper.
  paper jsonb,
  mandate uuid,
  account uuid not null,
  person uuid not null,
  filed_on date not null,
  filed_at timestamptz not null,
  policy_hash bytea not null,
  primary key (subject, objection),
  check ((via = 'hall') = (paper is not null)),
  check ((kind in ('statement', 'listing')) = (statement is not null and decision is not null)),
  check ((kind in ('measure', 'look')) = (look is not null))
);
create index objection_thing on objection.objection (subject, thing);

-- Steps are numbered from 1 without a gap: of two officers who take the same one, one finds it taken.
-- class: distributed
create table objection.step (
  subject text not null,
  objection uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('file', 'accept', 'not-accept', 'forward', 'extend', 'remind', 'escalate', 'answer',
    'return', 'confirm', 'withdraw')),
  day date not null,
  at timestamptz not null,
  account uuid not null,
  person uuid not null,
  organisation text not null,
  -- What only some kinds say: the answer with its evidence and change, the mark that was set, the corrections found.
  terms jsonb not null,
  words text,
  document uuid,
  policy_hash bytea not null,
  primary key (subject, objection, no)
);

-- 文书: as it was issued. The body is data, and what is printed is made of it.
-- class: distributed
create table objection.document (
  subject text not null,
  document uuid not null,
  objection uuid not null,
  kind text not null check (kind in ('not-accepted', 'reminder', 'result')),
  number text not null,
  organisation text not null,
  issued_on date not null,
  template integer not null,
  body jsonb not null,
  -- SHA-256 over the canonical bytes of the body.
  digest bytea not null,
  primary key (subject, document)
);
create unique index document_number on objection.document (subject, organisation, number);

-- How each objection stands, for queues: whose it is and how far it has come. Kept with each step, in its transaction.
-- class: local
create table objection.docket (
  objection uuid not null primary key,
  subject text not null,
  respondent text not null,
  forwarded boolean not null,
  phase text not null,
  filed_on date not null,
  filed_at timestamptz not null,
  -- Last day for what comes next; null where no term is known.
  due date,
  closed_on date
);
create index docket_open on objection.docket (due, filed_at, objection) where closed_on is null;
create index docket_closed on objection.docket (closed_on, objection) where closed_on is not null;
create index docket_respondent on objection.docket (respondent, filed_at, objection);

-- The last number that an organisation gave in a year to a kind of document.
-- class: local
create table objection.series (
  organisation text not null,
  year integer not null,
  kind text not null,
  last integer not null check (last > 0),
  primary key (organisation, year, kind)
);

-- 行政复议中、诉讼中: marks that an authority set on a document of its own.
-- class: distributed
create table objection.pending (
  subject text not null,
  mark text not null check (mark ~ '^[0-9a-f]{32}$'),
  kind text not null check (kind in ('review', 'litigation')),
  statement bytea not null,
  organisation text not null,
  -- The paper of the court or of the reviewing authority.
  document_no text not null,
  reason text not null,
  account uuid not null,
  set_on date not null,
  set_at timestamptz not null,
  primary key (subject, mark)
);
-- class: distributed
create table objection.pending_over (
  subject text not null,
  mark text not null,
  document_no text not null,
  reason text not null,
  account uuid not null,
  lifted_on date not null,
  lifted_at timestamptz not null,
  primary key (subject, mark)
);
-- class: local
create table objection.pending_locator (
  mark text not null primary key,
  subject text not null,
  organisation text not null,
  set_at timestamptz not null
);
create index pending_organisation on objection.pending_locator (organisation, set_at, mark);

-- What subject and respondent are told of.
create view objection.pub_notice as
  select s.subject, s.objection, s.no, s.kind, s.day, s.at, o.respondent, o.respondent_name, o.document_no, o.entry,
         s.terms ->> 'outcome' as outcome
  from objection.step s join objection.objection o on o.subject = s.subject and o.objection = s.objection
  where s.kind in ('accept', 'not-accept', 'forward', 'extend', 'remind', 'confirm');
create view objection.pub_docket as
  select objection, subject, respondent, forwarded, phase, filed_on, filed_at, due, closed_on from objection.docket;

grant select, insert on objection.objection, objection.step, objection.document, objection.docket, objection.series,
  objection.pending, objection.pending_over, objection.pending_locator to xinheng_app;
grant update (forwarded, phase, due, closed_on) on objection.docket to xinheng_app;
grant update (last) on objection.series to xinheng_app;
grant select on objection.pub_notice, objection.pub_docket to xinheng_app;

-- Who decided a question: what was attached to a subject by another hand than its provider's is that hand's to correct.
create view ingest.pub_question_decider as
  select batch, row, decided_by as account from ingest.question where state = 'accepted';
grant select on ingest.pub_question_decider to xinheng_app;

-- Which statements an answer used: whoever got one of them is told when it was wrong from the beginning.
create view access.pub_look_use as
  select subject, at, look, account, organisation, matter, statements from access.look;
grant select on access.pub_look_use to xinheng_app;

-- Recipients of what was wrong from the beginning. All of it follows from looks and changes and can be made anew.
create schema recall;
grant usage on schema recall to xinheng_app;

-- How far the changes of statements were read.
-- class: local
create table recall.cursor (
  one boolean not null primary key check (one),
  -- First place that was not read yet.
  next bigint not null check (next >= 0)
);

-- One row a look that used what is recalled; a change is told once, however often it is read.
-- class: distributed
create table recall.told (
  subject text not null,
  position bigint not null,
  look bytea not null,
  at timestamptz not null,
  organisation text not null,
  account uuid not null,
  matter text not null,
  -- What happened: kind of the end.
  what text not null,
  document_no text,
  primary key (subject, position, look)
);
create index told_organisation on recall.told (organisation, at);
create index told_position on recall.told (position);
create view recall.pub_told as
  select subject, position, look, at, organisation, account, matter, what, document_no from recall.told;
create view notices.pub_read_mark as select account, through, notice, at from notices.read_mark;

grant select, insert on recall.cursor, recall.told to xinheng_app;
grant update (next) on recall.cursor to xinheng_app;
grant select on recall.pub_told to xinheng_app;
grant select on notices.pub_read_mark to xinheng_app;
