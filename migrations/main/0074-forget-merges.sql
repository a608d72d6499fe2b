-- What it takes to undo a merge is destroyed when that is no longer possible, behind every restriction too: the daily
-- round may not open those files, and does not. It learns how many there were and nothing else.
create policy merge_forgetting on client_merge to serai_owner
  using (centre_id = (select serai.session_centre())) with check (sealed_before is null);

create function forget_merges(at timestamptz) returns integer
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  forgotten integer;
begin
  update client_merge set sealed_before = null where sealed_before is not null and undo_until <= at;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function forget_merges(timestamptz) from public;
grant execute on function forget_merges(timestamptz) to serai_app;
