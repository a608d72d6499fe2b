-- What came after the eraser: emergency access is erased with the person, and while it waits for its review nobody is.
call let_erase('break_glass', 'client_id', 'delete');
grant execute on function break_glass_ends(uuid), is_named_reader(uuid) to serai_eraser;

create or replace function erasing_barred_by(person uuid) returns text
language sql stable security definer set search_path = serai, pg_temp as $$
  select case
    when exists (select 1 from legal_hold h where h.ended_at is null
      and (h.client_id = person or (h.client_id is null and h.centre_id = (select c.centre_id from client c where c.id = person)))) then 'legal_hold'
    when exists (select 1 from legal_hold h join client s on s.id = h.client_id
      where h.ended_at is null and s.merged_into = person) then 'legal_hold'
    when exists (select 1 from transfer t join transfer_origin o on o.transfer_id = t.id
      where o.client_id = person and o.open and t.state in ('proposed', 'sent', 'clarification')) then 'open_matter'
    when exists (select 1 from break_glass b where b.client_id = person and b.reviewed_at is null) then 'open_matter'
    end
$$;

-- A notice to a colleague that named the person goes; the other columns of a notice tell of accounts alone.
call let_erase('staff_notice', 'client_id', 'delete');
