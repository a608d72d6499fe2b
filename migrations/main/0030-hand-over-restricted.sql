-- When a reader of restricted files leaves, the files must not be left without anyone who may open them.
-- The coordinator who closes the account cannot see those rows, and still does not: only a count comes back.
create policy restricted_reader_hand_over on restricted_reader to serai_owner using (true) with check (true);
create policy client_hand_over on client to serai_owner using (restricted) with check (restricted);
create policy follow_up_hand_over on follow_up to serai_owner using (restricted) with check (restricted);

create function hand_over_restricted(leaver uuid, successor uuid, at timestamptz) returns integer
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  centre uuid := serai.session_centre();
  moved integer;
begin
  if centre is null then
    return 0;
  end if;
  insert into restricted_reader (client_id, staff_id, centre_id, granted_by, granted_at)
    select client_id, successor, centre_id, serai.session_staff(), at from restricted_reader
    where staff_id = leaver and centre_id = centre
    on conflict do nothing;
  delete from restricted_reader where staff_id = leaver and centre_id = centre;
  get diagnostics moved = row_count;
  update client set assigned_to = successor where restricted and assigned_to = leaver and centre_id = centre;
  update follow_up set assigned_to = successor where restricted and assigned_to = leaver and closed_at is null and centre_id = centre;
  return moved;
end $$;
revoke all on function hand_over_restricted(uuid, uuid, timestamptz) from public;
grant execute on function hand_over_restricted(uuid, uuid, timestamptz) to serai_app;
