-- Every look at what is not public: who, why, by what right, at what; written before the answer leaves.
create schema access;
grant usage on schema access to xinheng_app;

-- One row a subject looked at. Never changed. Commitment and seed are of the whole row (docs/spec/access-log.md).
-- class: distributed
create table access.look (
  subject text not null,
  at timestamptz not null,
  look bytea not null check (octet_length(look) = 16),
  account uuid not null,
  person uuid not null,
  organisation text not null,
  organisation_name text not null,
  role text not null,
  matter text not null,
  purpose text not null,
  basis_kind text not null check (basis_kind in ('duty', 'authorisation', 'own')),
  -- The duty or the authorisation; empty for the subject itself.
  basis_ref text not null,
  basis_article text,
  channel text not null,
  entries text[] not null,
  fields text[] not null,
  statements bytea[] not null,
  outcome text not null check (outcome in ('data', 'nothing-found', 'not-authorised', 'not-checked')),
  seed bytea not null check (octet_length(seed) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (subject, at, look)
) partition by range (at);
-- The watch counts a stretch of time and reads this index alone.
create index look_at on access.look (at) include (account, subject, outcome, basis_kind);

-- What falls into no month that was made ahead: nothing is ever lost for want of a partition.
-- class: distributed
create table access.look_default partition of access.look default;

-- Makes the partition of a month (Asia/Shanghai) and nothing else; false where it is there, or where looks of the month
-- already lie in the default partition and stay there.
create function access.provide_month(month date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  name text := 'look_' || to_char(month, 'YYYYMM');
begin
  if month is null or extract(day from month) <> 1 or month < date '2020-01-01' or month > date '2199-12-01' then
    raise exception 'access: % is not the first day of a month', month using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('access.provide_month', 0));
  if to_regclass('access.' || name) is not null then
    return false;
  end if;
  execute format(
    'create table access.%I partition of access.look for values from (%L) to (%L)',
    name,
    to_char(month, 'YYYY-MM-DD') || ' 00:00:00+08',
    to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+08'
  );
  return true;
exception when check_violation then
  return false;
end
$body$;
revoke all on function access.provide_month(date) from public;
grant execute on function access.provide_month(date) to xinheng_app;

-- One matter stands for one subject; several rows only where its first look declared it multi-party.
-- class: local
create table access.matter (
  organisation text not null,
  matter text not null,
  subject text not null,
  multi_party boolean not null,
  at timestamptz not null,
  primary key (organisation, matter, subject)
);

-- The different subjects of an office and day, as long as the day is counted: they are deleted after it.
-- class: local
create table access.seen (
  organisation text not null,
  day date not null,
  subject text not null,
  primary key (organisation, day, subject)
);
create index seen_day on access.seen (day);

-- class: local
create table access.office_day (
  organisation text not null,
  day date not null,
  subjects integer not null,
  primary key (organisation, day)
);

-- Refusals by account and minute: counted, never whom they were about.
-- class: local
create table access.refused (
  account uuid not null,
  minute timestamptz not null,
  refusals integer not null,
  primary key (account, minute)
);
create index refused_minute on access.refused (minute);

-- One row a flush, written with its looks; the sequencer turns it into positions and takes it away.
-- class: local
create table access.outbox (
  flush uuid not null primary key,
  at timestamptz not null,
  subjects text[] not null,
  ats timestamptz[] not null,
  looks bytea[] not null,
  commitments bytea[] not null
);

-- Places in the log of looks, given after commit: without gaps but for the padding at the end of an hour.
-- class: local
create table access.position (
  position bigint not null primary key check (position >= 0),
  subject text not null,
  at timestamptz not null,
  look bytea not null,
  commitment bytea not null
);
create index position_look on access.position (look);

-- The subtree over positions 256·tile … 256·tile + 255.
-- class: local
create table access.tile (
  tile bigint not null primary key check (tile >= 0),
  root bytea not null
);

-- One signed root an hour. Positions from first_padding up to size are padding under padding_seed.
-- class: local
create table access.root (
  size bigint not null primary key check (size % 256 = 0),
  hour timestamptz not null unique,
  first_padding bigint not null,
  padding_seed bytea not null,
  root bytea not null,
  peaks bytea not null,
  note text not null,
  signed_at timestamptz not null
);

-- The nightly draw: the hash of a day's seed stands here before the day begins, the seed only sealed.
-- class: local
create table access.draw (
  day date not null primary key,
  seed_hash bytea not null,
  sealed_seed bytea not null,
  committed_at timestamptz not null
);

-- class: local
create table access.reveal (
  day date not null primary key references access.draw,
  seed bytea not null,
  per_ten_thousand integer not null,
  looks integer not null,
  drawn integer not null,
  due date,
  revealed_at timestamptz not null
);

-- A look that must be justified with the file.
-- class: distributed
create table access.drawn (
  subject text not null,
  look bytea not null,
  at timestamptz not null,
  day date not null,
  organisation text not null,
  account uuid not null,
  person uuid not null,
  due date,
  primary key (subject, look)
);
create index drawn_look on access.drawn (look);
create index drawn_organisation on access.drawn (organisation, day);
create index drawn_day on access.drawn (day);

-- class: distributed
create table access.justification (
  subject text not null,
  look bytea not null,
  document text not null,
  reason text not null,
  account uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (subject, look),
  foreign key (subject, look) references access.drawn
);

-- A second person's word on a justification: never the looker's, never that of whoever wrote it.
-- class: distributed
create table access.confirmation (
  subject text not null,
  look bytea not null,
  sound boolean not null,
  remark text not null,
  account uuid not null,
  person uuid not null,
  organisation text not null,
  role text not null,
  at timestamptz not null,
  primary key (subject, look),
  foreign key (subject, look) references access.justification
);

-- class: local
create table access.alert (
  alert uuid not null primary key,
  rule text not null,
  account uuid not null,
  at timestamptz not null,
  counted integer not null,
  more integer not null,
  minutes integer not null,
  response text not null check (response in ('alert', 'step-up', 'freeze'))
);
create index alert_account on access.alert (account, rule, at);
create index alert_at on access.alert (at, alert);

-- class: local
create table access.alert_closing (
  alert uuid not null primary key references access.alert,
  at timestamptz not null,
  account uuid not null,
  person uuid not null,
  reason text not null
);

-- Delayed disclosure of the looks of one matter, by a rule with article; it acts once a second person has confirmed it.
-- class: reference
create table access.delay (
  delay uuid not null primary key,
  organisation text not null,
  matter text not null,
  rule text not null,
  article text not null,
  reason text not null,
  until date not null,
  account uuid not null,
  person uuid not null,
  at timestamptz not null
);
create index delay_matter on access.delay (organisation, matter);

-- class: reference
create table access.delay_confirmation (
  delay uuid not null primary key references access.delay,
  account uuid not null,
  person uuid not null,
  at timestamptz not null
);

-- What a subject is told of a look at it, from `shown_from` on: the day of the look, or the end of a delay.
create view access.pub_look as
  select l.subject, l.look, l.at, l.organisation, l.organisation_name, l.role as post, l.matter, l.purpose, l.basis_kind,
         l.basis_ref, l.basis_article, l.channel, l.entries, l.fields, l.outcome,
         greatest(
           (l.at at time zone 'Asia/Shanghai')::date,
           (select max(d.until) from access.delay d
            join access.delay_confirmation c on c.delay = d.delay
            where d.organisation = l.organisation and d.matter = l.matter)
         ) as shown_from
  from access.look l;

grant select, insert on access.look, access.matter, access.position, access.tile, access.root, access.draw,
  access.reveal, access.drawn, access.justification, access.confirmation, access.alert, access.alert_closing,
  access.delay, access.delay_confirmation to xinheng_app;
grant select, insert, delete on access.seen, access.outbox to xinheng_app;
grant select, insert, update (subjects), delete on access.office_day to xinheng_app;
grant select, insert, update (refusals), delete on access.refused to xinheng_app;
grant select on access.pub_look to xinheng_app;
