-- Catching up the index of people reads changes by transaction, see client_change in 0003.
create index client_change_xid on client_change (xid);

create index possible_duplicate_other on possible_duplicate (other_client_id);
create index client_last_contact on client (centre_id, last_contact_on desc nulls last, id);

-- A restricted person is restricted in every row that tells of them, all in one transaction. Runs with the rights of
-- the asker: whoever may not open the person cannot lift the restriction.
create function set_client_restricted(person uuid, walled boolean) returns void
language plpgsql set search_path = serai, pg_temp as $$
begin
  update client set restricted = walled where id = person;
  update client_identity set restricted = walled where client_id = person;
  update client_revision set restricted = walled where client_id = person;
  update client_card set restricted = walled where client_id = person;
  update consent set restricted = walled where client_id = person;
  update contact set restricted = walled where client_id = person;
  update contact_revision set restricted = walled where client_id = person;
  update follow_up set restricted = walled where client_id = person;
  update arrival set restricted = walled where client_id = person;
end $$;

-- A restricted file whose last reader has left would be lost to the centre. Only such a file can be given to somebody
-- by a coordinator who is not a reader; it answers nothing but yes or no.
create function restricted_without_reader(person uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select exists (select 1 from client_identity i
                 where i.client_id = person and i.restricted and i.centre_id = (select serai.session_centre()))
    and not exists (select 1 from restricted_reader r join staff_member s on s.id = r.staff_id
                    where r.client_id = person and s.status = 'active')
$$;
create policy identity_definer on client_identity for select to serai_owner
  using (centre_id = (select serai.session_centre()));
create policy staff_definer on staff_member for select to serai_owner
  using (centre_id = (select serai.session_centre()));
