-- What needs a second person: proposals and what became of them.
create schema approvals;
grant usage on schema approvals to xinheng_app;

-- class: local
create table approvals.proposal (
  proposal uuid not null primary key,
  command text not null,
  -- Where the second person must be.
  organisation text not null,
  -- What it is about, unique within its command: a batch, a row of a batch, a login, a key.
  target text not null,
  account uuid not null,
  -- The proposer as a human being at that moment; whether two are one is judged when it is decided.
  person uuid not null,
  -- Accounts whose persons may not decide it: the proposer's, and those that submitted what it is about.
  barred uuid[] not null,
  document_no text,
  reason text not null,
  payload jsonb not null,
  -- SHA-256 over the canonical bytes of all that is proposed: what is approved is what was proposed.
  digest bytea not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  -- Lapsing follows from expires_at when it is read; 'lapsed' is written only where the target is proposed anew.
  state text not null check (state in ('open', 'approved', 'refused', 'lapsed', 'withdrawn')),
  decided_account uuid,
  decided_person uuid,
  decided_at timestamptz,
  decided_reason text,
  check ((state in ('open', 'lapsed')) = (decided_at is null))
);
create unique index proposal_open on approvals.proposal (command, target) where state = 'open';
create index proposal_inbox on approvals.proposal (organisation, proposed_at, proposal) where state = 'open';
create index proposal_account on approvals.proposal (account, proposed_at, proposal);

grant select, insert on approvals.proposal to xinheng_app;
grant update (state, decided_account, decided_person, decided_at, decided_reason) on approvals.proposal to xinheng_app;
