-- An import is taken back only as far as whoever takes it back may reach: a person who was closed, merged into another file
-- or moved to another centre since keeps what the import wrote, and so does a conversation with somebody who was closed.
create or replace function undo_import_rows(import uuid, numbers integer[]) returns setof uuid
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  r import_row;
  whole boolean;
begin
  if not exists (select 1 from register_import i
                 where i.id = import and i.state = 'undoing' and i.centre_id = (select serai.session_centre())) then
    return;
  end if;
  for r in select * from import_row
           where import_id = import and number = any (numbers) and state = 'taken' order by number desc loop
    if exists (select 1 from client c where c.id = r.client_id
                 and (c.restricted or c.merged_into is not null or c.file_status = 'transferred'))
      or exists (select 1 from contact k where k.id = r.contact_id and k.restricted) then
      update import_row set state = 'kept' where import_id = import and number = r.number;
      continue;
    end if;
    whole := true;
    if r.contact_id is not null then
      begin
        delete from contact_client where contact_id = r.contact_id;
        delete from contact where id = r.contact_id and version = 1 and voided_at is null;
        if not found then raise foreign_key_violation; end if;
        if r.client_id is not null then
          update client set last_contact_on =
            (select max(occurred_on) from contact_client where client_id = r.client_id and not voided)
          where id = r.client_id;
        end if;
      exception when foreign_key_violation then whole := false;
      end;
    end if;
    if r.made_client then
      begin
        if not exists (select 1 from client c where c.id = r.client_id and c.version = 1
                         and c.assigned_to is null and not c.restricted) then
          raise foreign_key_violation;
        end if;
        delete from possible_duplicate where client_id = r.client_id or other_client_id = r.client_id;
        delete from import_reference where client_id = r.client_id;
        -- What somebody was asked after the import stays, and keeps the person.
        delete from consent where client_id = r.client_id
          and recorded_at = (select recorded_at from client where id = r.client_id);
        delete from client_identity where client_id = r.client_id;
        delete from client where id = r.client_id;
        insert into client_change (client_id, centre_id) values (r.client_id, r.centre_id);
        return next r.client_id;
      exception when foreign_key_violation then whole := false;
      end;
    end if;
    update import_row set state = case when whole then 'undone' else 'kept' end
      where import_id = import and number = r.number;
  end loop;
  perform pg_notify('serai_client_change', '');
end $$;
