-- Who is registered to receive statements, what each received under ids of its own, and how it is told what ended.
create schema subscription;
grant usage on schema subscription to xinheng_app;

-- Registered by the centre: proposed by one person, approved by another, by a contract or an article. Never changed.
-- class: local
create table subscription.subscription (
  subscription uuid not null primary key,
  organisation text not null,
  organisation_name text not null,
  basis_kind text not null check (basis_kind in ('article', 'contract')),
  -- The article as `source#article`, or the number of the contract.
  basis text not null,
  purpose text not null,
  entries text[] not null check (cardinality(entries) > 0),
  since date not null,
  -- First day on which it is not good any more.
  until date not null,
  document_no text not null,
  proposed_account uuid not null,
  approved_account uuid not null,
  granted_at timestamptz not null,
  policy_hash bytea not null,
  check (since < until)
);
create index subscription_organisation on subscription.subscription (organisation, granted_at);

-- class: local
create table subscription.ended (
  subscription uuid not null primary key references subscription.subscription,
  ended_at timestamptz not null,
  account uuid not null,
  reason text not null
);

create view subscription.pub_subscription as
  select s.subscription, s.organisation, s.organisation_name, s.basis_kind, s.basis, s.purpose, s.entries, s.since,
    s.until, s.granted_at, e.ended_at
  from subscription.subscription s left join subscription.ended e on e.subscription = s.subscription;

grant select, insert on subscription.subscription, subscription.ended to xinheng_app;
grant select on subscription.pub_subscription to xinheng_app;

create schema withdrawals;
grant usage on schema withdrawals to xinheng_app;

-- How far each subscriber's feed has come. Whoever adds to a feed, or to what its subscriber received, holds the row: so
-- no event is passed over between a delivery and a change, and no place is given before the one below it is committed.
-- class: local
create table withdrawals.subscriber (
  subscriber text not null primary key,
  -- Changes below this place of `statements.change` stand in the feed.
  carried bigint not null check (carried >= 0),
  next_position bigint not null check (next_position >= 0)
);

-- What a subscriber received, under random ids that are its own, with what is true of it as far as its feed has told.
-- class: local
create table withdrawals.received (
  subscriber text not null,
  own_id bytea not null check (octet_length(own_id) = 16),
  subject text not null,
  statement bytea not null,
  decision bytea not null,
  batch uuid not null,
  entry text not null,
  provider text not null,
  source_key bytea not null,
  version integer not null,
  -- The pull that brought it first, by the id that the subscriber gave it.
  delivery bytea not null,
  received_at timestamptz not null,
  -- Last day on which it may be shown; null: until it ends.
  shown_until date,
  -- SHA-256 of the canonical bytes of its content.
  content bytea not null check (octet_length(content) = 32),
  -- Days on which it must not be shown or used. Unbounded below: as if it had never been.
  ends datemultirange not null,
  marks text[] not null,
  paused boolean not null,
  primary key (subscriber, own_id)
);
create unique index received_statement on withdrawals.received (subscriber, subject, statement);
create index received_expiry on withdrawals.received (subscriber, shown_until, own_id) where shown_until is not null;
create index received_subject on withdrawals.received (subject, decision);

-- What a subscriber is told: each event says all that is true of the statement from then on.
-- class: local
create table withdrawals.event (
  subscriber text not null,
  position bigint not null check (position >= 0),
  own_id bytea not null,
  -- When it was decided.
  at timestamptz not null,
  kind text not null check (kind in ('ended', 'restored', 'corrected', 'withdrawn', 'marked', 'unmarked')),
  ends datemultirange not null,
  marks text[] not null,
  paused boolean not null,
  primary key (subscriber, position)
);
create index event_own on withdrawals.event (subscriber, own_id, position);

-- Receipts: all events through a place, and single ones beyond it.
-- class: local
create table withdrawals.acknowledged_through (
  subscriber text not null,
  through bigint not null,
  at timestamptz not null,
  primary key (subscriber, through)
);
-- class: local
create table withdrawals.acknowledged (
  subscriber text not null,
  position bigint not null,
  at timestamptz not null,
  primary key (subscriber, position)
);

-- class: local
create table withdrawals.reminder (
  subscriber text not null,
  at timestamptz not null,
  -- Events without receipt at that moment, and when the oldest of them was decided.
  unacknowledged bigint not null,
  oldest_at timestamptz not null,
  account uuid not null,
  primary key (subscriber, at)
);

-- Subscribers that were named in public for being late, and by which document.
-- class: local
create table withdrawals.naming (
  naming uuid not null primary key,
  subscriber text not null,
  at timestamptz not null,
  unacknowledged bigint not null,
  oldest_at timestamptz not null,
  basis text not null,
  document_no text not null,
  proposed_account uuid not null,
  approved_account uuid not null
);

grant select, insert on withdrawals.subscriber, withdrawals.received, withdrawals.event, withdrawals.acknowledged_through,
  withdrawals.acknowledged, withdrawals.reminder, withdrawals.naming to xinheng_app;
grant update (carried, next_position) on withdrawals.subscriber to xinheng_app;
grant update (ends, marks, paused) on withdrawals.received to xinheng_app;
