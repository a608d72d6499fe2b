-- What bars erasing bars it for everybody who goes with the file: a person is erased with every stub that leads to it, also
-- over several merges, and a hold, a move or an emergency look that waits for its review may have come to any of them.
create or replace function erasing_barred_by(person uuid) returns text
language sql stable security definer set search_path = serai, pg_temp as $$
  with recursive gone (id) as (
    select person
    union
    select c.id from gone join client c on c.merged_into = gone.id)
  select case
    when exists (select 1 from legal_hold h where h.ended_at is null
      and (h.client_id in (select id from gone)
        or (h.client_id is null and h.centre_id = (select c.centre_id from client c where c.id = person)))) then 'legal_hold'
    when exists (select 1 from transfer t join transfer_origin o on o.transfer_id = t.id
      where o.client_id in (select id from gone) and o.open and t.state in ('proposed', 'sent', 'clarification')) then 'open_matter'
    when exists (select 1 from break_glass b
      where b.client_id in (select id from gone) and b.reviewed_at is null) then 'open_matter'
    end
$$;
