-- How far somebody has read what his organisation is told. The notices themselves follow from other records, the policy
-- and the day, and are stored nowhere.
create schema notices;
grant usage on schema notices to xinheng_app;

-- The furthest mark of an account counts; marks are never changed.
-- class: local
create table notices.read_mark (
  account uuid not null,
  -- The newest notice that was read: its moment, and its id among those of one moment.
  through timestamptz not null,
  notice text not null,
  at timestamptz not null,
  primary key (account, through, notice)
);
grant select, insert on notices.read_mark to xinheng_app;
