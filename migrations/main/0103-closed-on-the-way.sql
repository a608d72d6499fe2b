-- A file that is closed while it is on its way as an open one comes back: the packet is gone, the other centre learns that
-- the move is off, and whoever may open the file proposes it anew, as restricted.
create function recall_open_transfers() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  moving record;
begin
  for moving in
    select t.id, t.key_id, t.to_centre, t.sent_at from transfer t join transfer_origin o on o.transfer_id = t.id
    where o.client_id = new.id and o.open and not t.restricted and t.state in ('proposed', 'sent', 'clarification')
    for update of t
  loop
    update transfer set state = 'revoked' where id = moving.id;
    update transfer_origin set open = false where transfer_id = moving.id;
    if moving.sent_at is not null then
      perform serai_queue.enqueue('shred-transfer', json_build_object('keyId', moving.key_id), null, null);
      perform serai_queue.enqueue('note-transfer', json_build_object('transferId', moving.id, 'centreId', moving.to_centre), null, null);
    end if;
  end loop;
  return null;
end $$;
create trigger client_closed_on_the_way after update of restricted on client
  for each row when (new.restricted and not old.restricted) execute function recall_open_transfers();
