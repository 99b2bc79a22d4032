-- What was told once stays told, and lists stay quick where there is much to list.

-- A delay stands before the looks that it delays: it never reaches back to one that was told, whose vanishing would tell
-- of it; and never to a look by authorisation or by oneself, which its subject counts by its own papers.
create or replace view access.pub_look as
  select l.subject, l.look, l.at, l.organisation, l.organisation_name, l.role as post, l.matter, l.purpose, l.basis_kind,
         l.basis_ref, l.basis_article, l.channel, l.entries, l.fields, l.outcome,
         greatest(
           (l.at at time zone 'Asia/Shanghai')::date,
           (select max(d.until) from access.delay d
            join access.delay_confirmation c on c.delay = d.delay
            where l.basis_kind = 'duty' and d.organisation = l.organisation and d.matter = l.matter and c.at < l.at)
         ) as shown_from
  from access.look l;

-- What a subject is told of alerts asks for all of an account by time, whatever their rule.
create index alert_account_at on access.alert (account, at);

-- The auditor's filters.
create index entry_organisation on audit.entry (organisation, at);
create index entry_action on audit.entry (action, at);

-- An export stays traceable for as many days as the rule says, whatever whoever marked it wrote into the row.
drop function exports.forget(date);
create function exports.forget(today date, days integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  gone bigint;
begin
  if today is null or days is null or days < 1 then
    raise exception 'exports: nothing is forgotten without a day and a rule' using errcode = '22023';
  end if;
  delete from exports.export
  where kept_through < today and (at at time zone 'Asia/Shanghai')::date + days < today;
  get diagnostics gone = row_count;
  return gone;
end
$body$;
revoke all on function exports.forget(date, integer) from public;
grant execute on function exports.forget(date, integer) to xinheng_app;
