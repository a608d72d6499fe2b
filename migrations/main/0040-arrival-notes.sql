-- The short note by which somebody waiting is recognised ("red scarf"). It is needed for hours, so it is sealed
-- under a key that expires within weeks and stands in its own column, never under a key that stays.
alter table arrival add column note_key uuid;
alter table arrival add check ((note_key is null) = (sealed_note is null));
-- Who is still waiting: the board and "call next" look here.
create index arrival_waiting on arrival (centre_id, site_id, day, ticket_no)
  where called_at is null and served_at is null and left_at is null;
