-- A call of the campaign goes with its conversation, and so would what the person said in it when an import is taken back.
-- A conversation about which somebody was called stays; one whose call was never tried may go, and the call with it.
create policy kept_calls on campaign_call for select to serai_owner using (true);
create policy kept_attempts on campaign_attempt for select to serai_owner using (true);
create function keep_called_contact() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if exists (select from campaign_call k where k.contact_id = old.id
      and (k.outcome is not null or exists (select from campaign_attempt a where a.call_id = k.id))) then
    raise foreign_key_violation using message = 'somebody was called about this conversation';
  end if;
  return old;
end $$;
create trigger contact_called_stays before delete on contact for each row execute function keep_called_contact();
