-- In an emergency somebody who is not on the list opens one restricted file, for an hour, in one session, and is reviewed.
create table break_glass (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  client_id uuid not null,
  staff_id uuid not null,
  -- The grant is worth nothing in any other session, and ends with this one.
  session_id uuid not null,
  file_no text not null,
  -- Sealed under the person's key.
  sealed_reason bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  review_due timestamptz not null,
  escalated_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  outcome text check (outcome in ('justified', 'follow_up', 'not_justified')),
  sealed_review bytea,
  check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours'),
  check (review_due <= opened_at + interval '14 days'),
  -- Never alone: whoever opened it does not judge it, whatever the application says.
  check (reviewed_by is null or reviewed_by <> staff_id),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (outcome is null))
);
create index break_glass_open on break_glass (client_id, session_id) where closed_at is null;
create index break_glass_waiting on break_glass (centre_id, review_due) where reviewed_at is null;
create index break_glass_latest on break_glass (centre_id, opened_at desc);
call build_wall('break_glass');
-- Only the function below opens one, and of what stands there only the end and the review are added.
revoke insert, update on break_glass from serai_app;
grant update (closed_at, escalated_at, reviewed_at, reviewed_by, outcome, sealed_review) on break_glass to serai_app;
create policy break_glass_definer on break_glass to serai_owner using (true) with check (true);

create function break_glass_is_judged_once() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if old.reviewed_at is not null
     or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
     or (new.reviewed_by is not null and new.reviewed_by is distinct from serai.session_staff()) then
    raise exception 'what was settled stays' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger break_glass_judged before update on break_glass
  for each row execute function break_glass_is_judged_once();

-- The session of a person at a screen that is not locked. Programs and jobs have none.
create function session_of_person() returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select id from session
  where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
    and kind = 'staff' and ended_at is null and locked_at is null and expires_at > serai.session_now()
$$;

-- The file that a stub leads to, and whether the asker stands on its list.
create function file_kept(person uuid) returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  with recursive way (id, steps) as (
    select person, 0
    union all
    select c.merged_into, way.steps + 1 from way join client c on c.id = way.id
    where c.merged_into is not null and way.steps < 20)
  select id from way order by steps desc limit 1
$$;
revoke all on function file_kept(uuid) from public;

create function is_named_reader(person uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select exists (select 1 from restricted_reader r
                 where r.client_id = serai.file_kept(person) and r.staff_id = (select serai.session_staff()))
$$;

-- When the emergency access of this session to this person ends; null where there is none.
create function break_glass_ends(person uuid) returns timestamptz
language sql stable security definer set search_path = serai, pg_temp as $$
  select max(b.ends_at) from break_glass b
  where b.client_id = serai.file_kept(person) and b.closed_at is null and b.ends_at > serai.session_now()
    and b.session_id = (select serai.session_of_person()) and b.staff_id = (select serai.session_staff())
$$;

create or replace function may_open_restricted(client uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select serai.is_named_reader(client) or serai.break_glass_ends(client) is not null
$$;

-- What is known of a closed file before it is opened: its number and whom to tell. Nothing where it is open to the asker,
-- not restricted, merged away, or of another centre.
create function closed_file(person uuid) returns table (file_no text, assigned_to uuid, readers uuid[])
language sql stable security definer set search_path = serai, pg_temp as $$
  select c.file_no, c.assigned_to,
    array(select r.staff_id from restricted_reader r join staff_member s on s.id = r.staff_id
          where r.client_id = c.id and s.status = 'active' order by r.staff_id)
  from client c
  where c.id = person and c.restricted and c.merged_into is null
    and c.centre_id = (select serai.session_centre())
    and not serai.is_named_reader(c.id) and (select serai.session_of_person()) is not null
$$;

create function open_break_glass(grant_id uuid, person uuid, reason bytea, at timestamptz, minutes integer, review_hours integer)
returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  closed record;
begin
  select * into closed from serai.closed_file(person);
  if not found then
    raise exception 'not a closed file' using errcode = '42501';
  end if;
  insert into break_glass (id, centre_id, client_id, staff_id, session_id, file_no, sealed_reason, opened_at, ends_at, review_due)
  values (grant_id, serai.session_centre(), person, serai.session_staff(), serai.session_of_person(), closed.file_no, reason,
    at, at + make_interval(mins => minutes), at + make_interval(hours => review_hours));
end $$;

-- Whoever came in by breaking the glass stays a guest: they do not open the door for themselves or others, and do not
-- move the person elsewhere.
create function guest_changes_no_lock() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  person uuid;
begin
  if tg_table_name = 'client' then
    person := old.id;
  elsif tg_op = 'DELETE' then
    person := old.client_id;
  else
    person := new.client_id;
  end if;
  if serai.break_glass_ends(person) is not null and not serai.is_named_reader(person) then
    raise exception 'opened for an emergency only' using errcode = 'SR135';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guest_names_no_reader before insert or delete on restricted_reader
  for each row execute function guest_changes_no_lock();
create trigger guest_moves_no_file before update of restricted, merged_into, file_status on client
  for each row when (old.restricted and (new.restricted is distinct from old.restricted
    or new.merged_into is distinct from old.merged_into or new.file_status is distinct from old.file_status))
  execute function guest_changes_no_lock();

-- Whom a file belongs to, for telling them who looked: asked by the house's jobs, which have no person behind them.
create function owners_of_files(people uuid[]) returns table (client_id uuid, assigned_to uuid, restricted boolean)
language sql stable security definer set search_path = serai, pg_temp as $$
  select c.id, c.assigned_to, c.restricted from client c
  where c.id = any (people) and c.merged_into is null and c.centre_id = (select serai.session_centre())
$$;

revoke all on function session_of_person(), is_named_reader(uuid), break_glass_ends(uuid), closed_file(uuid),
  open_break_glass(uuid, uuid, bytea, timestamptz, integer, integer), owners_of_files(uuid[]) from public;
grant execute on function session_of_person(), is_named_reader(uuid), break_glass_ends(uuid) to serai_app, serai_reader;
grant execute on function closed_file(uuid), open_break_glass(uuid, uuid, bytea, timestamptz, integer, integer) to serai_app;
grant execute on function owners_of_files(uuid[]) to serai_app, serai_reader;
