-- Where this platform speaks first: endpoints of organisations, and how far each was told.
create schema endpoints;
grant usage on schema endpoints to xinheng_app;

-- Registered by the centre: proposed by one person, approved by another, for one organisation. Never changed.
-- class: local
create table endpoints.endpoint (
  endpoint uuid not null primary key,
  organisation text not null,
  organisation_name text not null,
  -- What it is told of: 'withdrawals' or 'recalls'.
  feed text not null check (feed in ('withdrawals', 'recalls')),
  url text not null,
  document_no text not null,
  proposed_account uuid not null,
  approved_account uuid not null,
  registered_at timestamptz not null
);
create index endpoint_organisation on endpoints.endpoint (organisation, registered_at);

-- class: local
create table endpoints.ended (
  endpoint uuid not null primary key references endpoints.endpoint,
  ended_at timestamptz not null,
  account uuid not null,
  reason text not null
);

-- How far an endpoint has been told, and when it is tried next: the one row that moves. It moves only after its receiver
-- answered, so what was sent and not answered is sent again.
-- class: local
create table endpoints.progress (
  endpoint uuid not null primary key references endpoints.endpoint,
  -- What comes next, as its feed writes a place; null before the first.
  place text,
  messages bigint not null default 0,
  -- In a row, since the last message that arrived.
  failures int not null default 0,
  next_at timestamptz not null,
  last_at timestamptz,
  -- The receiver's status, or why there was none.
  last_answer text
);

create view endpoints.pub_endpoint as
  select e.endpoint, e.organisation, e.organisation_name, e.feed, e.url, e.registered_at, d.ended_at, p.place, p.messages,
    p.failures, p.next_at, p.last_at, p.last_answer
  from endpoints.endpoint e
  join endpoints.progress p on p.endpoint = e.endpoint
  left join endpoints.ended d on d.endpoint = e.endpoint;

grant select, insert on endpoints.endpoint, endpoints.ended to xinheng_app;
grant select, insert, update on endpoints.progress to xinheng_app;
grant select on endpoints.pub_endpoint to xinheng_app;
