-- After a large load the planner still believes the tables to be as small as before, and sessions keep the plans that they
-- made then; autovacuum comes by a minute later. The server's role owns no table, so it may ask for the remedy and for
-- nothing else: every table that has grown by a tenth since it was measured is measured again.
create function ingest.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  grown regclass;
  ranges regclass;
begin
  -- Who comes while another is at it leaves it to him.
  if not pg_try_advisory_xact_lock(hashtext('ingest.statistics'), 0) then
    return;
  end if;
  for grown in
    select c.oid::regclass from pg_class c join pg_roles o on o.oid = c.relowner
    where o.rolname = current_user and c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace >= 16384
      and pg_relation_size(c.oid) > (1.1 * c.relpages + 10) * current_setting('block_size')::int
    order by c.oid
  loop
    execute format('analyze (skip_locked) %s', grown);
    for ranges in
      select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
      where i.indrelid = grown and m.amname = 'brin'
    loop
      perform brin_summarize_new_values(ranges);
    end loop;
  end loop;
end
$$;
revoke execute on function ingest.refresh_statistics() from public;
grant execute on function ingest.refresh_statistics() to xinheng_app;

-- Nothing is ever looked for by these, and to measure them a sample of all bodies would have to be unpacked.
alter table statements.body alter column fields set statistics 0;
alter table statements.body alter column seed set statistics 0;
alter table ingest.receipt_rows alter column leaves set statistics 0;
