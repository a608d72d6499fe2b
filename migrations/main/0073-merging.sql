-- Two files of one person become one. The file that is not kept stays as a stub with its own key, sealed identity and
-- history; everything that hangs on it moves to the file that is kept, and can be moved back.

alter table client add column merged_into uuid references client (id) check (merged_into <> id);
create index client_merged_into on client (merged_into) where merged_into is not null;

create table client_merge (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  survivor_id uuid not null references client (id),
  merged_id uuid not null references client (id),
  -- Both files as they were looked at: when one of them changes the proposal is void.
  survivor_version integer not null,
  merged_version integer not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  -- Which side each fact is taken from, under the survivor's key.
  sealed_choices bytea not null,
  -- Declined by a colleague, or taken back by whoever proposed it.
  closed_by uuid,
  closed_at timestamptz,
  confirmed_by uuid,
  merged_at timestamptz,
  undo_until timestamptz,
  -- Merged by one person where no second could be asked: to be looked at by then.
  review_until timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  survivor_restricted boolean,
  merged_restricted boolean,
  -- The survivor before and after, under its own key. Destroyed when it can no longer be undone.
  sealed_before bytea,
  check (survivor_id <> merged_id),
  check ((merged_at is null) = (confirmed_by is null)),
  check (merged_at is null or closed_at is null)
);
create unique index client_merge_proposed on client_merge (least(survivor_id, merged_id), greatest(survivor_id, merged_id))
  where merged_at is null and closed_at is null;
create unique index client_merge_standing on client_merge (merged_id) where merged_at is not null and undone_at is null;
create index client_merge_survivor on client_merge (survivor_id, merged_at desc);
create index client_merge_recent on client_merge (centre_id, merged_at desc) where merged_at is not null;

-- What was moved, so that it can go back to where it was. Ids and codes; nothing of a person in words.
create table client_merge_row (
  merge_id uuid not null references client_merge (id),
  centre_id uuid not null,
  table_name text not null,
  row_id text not null,
  detail jsonb,
  primary key (merge_id, table_name, row_id)
);

call build_wall('client_merge', 'centre_id = (select serai.session_centre()) and exists (select from serai.client c where c.id = survivor_id) and exists (select from serai.client c where c.id = merged_id)');
call build_wall('client_merge_row', 'centre_id = (select serai.session_centre()) and exists (select from serai.client_merge m where m.id = merge_id)');
-- What was moved with an undone merge need not be known any longer.
grant delete on client_merge_row to serai_app;

-- A stub is behind the wall of the file it was merged into, however far the way goes.
create policy merged_definer on client for select to serai_owner using (merged_into is not null);
create or replace function may_open_restricted(client uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  with recursive way (id, steps) as (
    select may_open_restricted.client, 0
    union all
    select c.merged_into, way.steps + 1 from way join client c on c.id = way.id
    where c.merged_into is not null and way.steps < 20)
  select exists (select 1 from restricted_reader r
                 where r.client_id = (select id from way order by steps desc limit 1)
                   and r.staff_id = (select serai.session_staff()))
$$;

-- A conversation that still names a stub asks at the survivor's wall too.
create or replace function may_open_contact(contact uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select not exists (
    select 1 from contact_client cc join client c on c.id = cc.client_id
    where cc.contact_id = contact and c.restricted and not may_open_restricted(c.id))
$$;

-- A stub follows the flag of its survivor, with everything that is still its own.
create function stub_follows_survivor() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  perform set_client_restricted(stub.id, new.restricted) from client stub where stub.merged_into = new.id;
  return null;
end $$;
create trigger client_restricts_stub after update of restricted on client
  for each row when (old.restricted is distinct from new.restricted) execute function stub_follows_survivor();

-- Nothing new hangs itself on a stub, whoever forgot to look.
create function refuse_merged_file() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if exists (select 1 from client where id = new.client_id and merged_into is not null) then
    raise exception 'this file was merged into another';
  end if;
  return new;
end $$;
create trigger contact_client_of_one_file before insert or update of client_id on contact_client
  for each row execute function refuse_merged_file();
create trigger follow_up_of_one_file before insert or update of client_id on follow_up
  for each row execute function refuse_merged_file();
create trigger client_card_of_one_file before insert or update of client_id on client_card
  for each row execute function refuse_merged_file();
create trigger consent_of_one_file before insert or update of client_id on consent
  for each row execute function refuse_merged_file();
create trigger arrival_of_one_file before insert or update of client_id on arrival
  for each row when (new.client_id is not null) execute function refuse_merged_file();

-- The index of people learns of a merge although nobody's identity changed.
create function announce_client_merge() returns trigger
language plpgsql security definer set search_path = serai, pg_temp as $$
begin
  insert into client_change (client_id, centre_id)
    select changed, new.centre_id from unnest(array[new.id, new.merged_into, old.merged_into]) changed where changed is not null;
  perform pg_notify('serai_client_change', '');
  return null;
end $$;
create trigger client_merged after update of merged_into on client
  for each row when (old.merged_into is distinct from new.merged_into) execute function announce_client_merge();

-- A person's first contact is right for both files whichever of them the row hangs on.
create or replace function keep_first_contact() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  person uuid;
  earliest uuid;
begin
  foreach person in array case tg_op when 'INSERT' then array[new.client_id] when 'DELETE' then array[old.client_id]
      else array[new.client_id, old.client_id] end loop
    select contact_id into earliest from contact_client
    where client_id = person and not voided order by occurred_on, contact_id limit 1;
    update contact_client set first_time = not first_time
    where client_id = person and first_time <> (contact_id is not distinct from earliest);
  end loop;
  return null;
end $$;
drop trigger contact_client_first_kept on contact_client;
create trigger contact_client_first_kept after insert or delete or update of voided, occurred_on, client_id on contact_client
  for each row execute function keep_first_contact();
-- Both in one conversation: of two rows of one person one goes, and comes back when the merge is undone.
grant delete on contact_client to serai_app;

-- The answer in force after a merge is the stricter of two: where that is not the newest, it is said once more by a row
-- that names its merge. Only such a row can go, when the merge is undone; what a person decided is never deleted.
alter table consent add column merge_id uuid references client_merge (id);
grant delete on consent to serai_app;
create policy only_of_a_merge on consent as restrictive for delete to serai_app using (merge_id is not null);

-- A scan stays under the key it was encrypted with; the file it came from keeps that key.
alter table consent_proof add column sealed_under uuid;

-- A pair that was merged is no longer suspected, and is suspected again only when it is undone.
alter table possible_duplicate drop constraint possible_duplicate_status_check;
alter table possible_duplicate add constraint possible_duplicate_status_check check (status in ('suspected', 'not_duplicate', 'merged'));
-- A decision that was carried over from the merged file goes again with the merge.
grant delete on possible_duplicate to serai_app;
