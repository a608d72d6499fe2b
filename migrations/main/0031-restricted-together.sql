-- A conversation with several people is closed as soon as one of them is restricted, and opens only for whoever may open
-- each restricted one among them.
create policy contact_client_definer on contact_client for select to serai_owner using (true);

create function may_open_contact(contact uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select not exists (
    select 1 from contact_client cc join client c on c.id = cc.client_id
    where cc.contact_id = contact and c.restricted
      and not exists (select 1 from restricted_reader r where r.client_id = c.id and r.staff_id = (select serai.session_staff())))
$$;

alter policy centre_wall on contact
  using (centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_contact(id)))
  with check (centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_contact(id)));
alter policy centre_wall on contact_revision
  using (centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_contact(contact_id)))
  with check (centre_id = (select serai.session_centre()) and (not restricted or serai.may_open_contact(contact_id)));

-- The flag of a person's conversations follows the person, whether they were the first named in it or not.
create function restrict_contacts_of(person uuid) returns void
language sql set search_path = serai, pg_temp as $$
  update contact set restricted = exists (
      select 1 from contact_client cc join client c on c.id = cc.client_id where cc.contact_id = contact.id and c.restricted)
    where id in (select contact_id from contact_client where client_id = person);
  update contact_revision set restricted = (select k.restricted from contact k where k.id = contact_revision.contact_id)
    where contact_id in (select contact_id from contact_client where client_id = person);
$$;
revoke all on function restrict_contacts_of(uuid) from public;
grant execute on function restrict_contacts_of(uuid) to serai_app;

create or replace function set_client_restricted(person uuid, walled boolean) returns void
language plpgsql set search_path = serai, pg_temp as $$
begin
  update client set restricted = walled where id = person;
  update client_identity set restricted = walled where client_id = person;
  update client_revision set restricted = walled where client_id = person;
  update client_card set restricted = walled where client_id = person;
  update consent set restricted = walled where client_id = person;
  update follow_up set restricted = walled where client_id = person;
  update arrival set restricted = walled where client_id = person;
  perform restrict_contacts_of(person);
end $$;
