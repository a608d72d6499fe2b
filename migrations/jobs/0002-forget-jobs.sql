-- Jobs that wait and name somebody who is erased go with them: payloads hold ids. One at work now finds nobody.
create function forget_jobs(ids uuid[]) returns integer
language sql security definer set search_path = graphile_worker, pg_temp as $$
  with gone as (
    delete from graphile_worker._private_jobs j
    where j.locked_at is null and exists (select 1 from unnest(ids) id where j.payload::text like '%' || id || '%')
    returning 1)
  select count(*)::integer from gone
$$;
revoke all on function forget_jobs(uuid[]) from public;
grant usage on schema serai_queue to serai_eraser;
grant execute on function forget_jobs(uuid[]) to serai_eraser;
