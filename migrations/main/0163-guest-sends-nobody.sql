-- Whoever came in by breaking the glass sends the file to no other centre, nor a move on its way that somebody else prepared:
-- a packet that was sent does not come back after the hour.
create trigger guest_moves_nobody before insert on transfer_origin
  for each row execute function guest_changes_no_lock();

create function guest_sends_nobody() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if exists (select 1 from transfer_origin o where o.transfer_id = new.id
      and serai.break_glass_ends(o.client_id) is not null and not serai.is_named_reader(o.client_id)) then
    raise exception 'opened for an emergency only' using errcode = 'SR135';
  end if;
  return new;
end $$;
create trigger guest_sends_nobody before update of state on transfer
  for each row when (new.state = 'sent' and old.state is distinct from new.state) execute function guest_sends_nobody();
