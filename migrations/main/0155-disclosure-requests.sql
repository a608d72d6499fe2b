-- Who asked us for a person's data, on what basis, and what became of it. Nothing is given by one hand alone.
create table disclosure_request (
  -- Also the id of its key, where nobody on file is named.
  id uuid primary key,
  centre_id uuid not null references centre (id),
  client_id uuid references client (id),
  restricted boolean not null default false,
  asker text not null check (asker in ('police', 'court', 'migration_authority', 'other_authority', 'embassy', 'employer',
    'family', 'organisation', 'media', 'other')),
  basis text not null check (basis in ('court_order', 'warrant', 'written_demand', 'written_mandate', 'spoken', 'none')),
  channel text not null check (channel in ('visit', 'phone', 'letter', 'message', 'through_other')),
  received_on date not null,
  due_on date check (due_on >= received_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Who exactly asks, the number of their paper, what they want, about whom. Gone with the person.
  sealed_words bytea,
  state text not null default 'open' check (state in ('open', 'proposed', 'refused', 'partly', 'given')),
  proposal text check (proposal in ('refused', 'partly', 'given')),
  refusal text check (refusal in ('no_written_basis', 'not_entitled', 'too_wide', 'danger', 'not_kept')),
  -- Legal advice, what exactly is handed over, reasons.
  sealed_proposal bytea,
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_on date,
  -- A refusal where nobody else could be asked.
  decided_alone boolean not null default false,
  sealed_note bytea,
  telling text check (telling in ('in_person', 'safe_phone', 'safe_message', 'not_safe', 'forbidden', 'not_reached', 'not_known')),
  told_on date,
  version integer not null default 1,
  check ((state = 'open') = (proposal is null)),
  check ((proposal is null) = (proposed_by is null) and (proposal is null) = (proposed_at is null)),
  check (state in ('open', 'proposed') or state = proposal),
  check ((state in ('open', 'proposed')) = (decided_by is null) and (decided_by is null) = (decided_on is null)),
  check ((proposal in ('refused', 'partly')) = (refusal is not null) or (proposal is null and refusal is null)),
  -- Whatever the application says: nothing without paper, nothing by one hand.
  check (proposal is null or proposal = 'refused' or basis in ('court_order', 'warrant', 'written_demand', 'written_mandate')),
  check (state not in ('partly', 'given') or (not decided_alone and decided_by <> proposed_by and decided_by <> recorded_by)),
  check ((telling is null) = (told_on is null)),
  check (telling is null or state in ('refused', 'partly', 'given'))
);
create index disclosure_request_open on disclosure_request (centre_id, due_on, id) where state in ('open', 'proposed');
create index disclosure_request_recent on disclosure_request (centre_id, received_on desc, id);
create index disclosure_request_client on disclosure_request (client_id) where client_id is not null;

call build_wall('disclosure_request', 'centre_id = (select serai.session_centre()) and (client_id is null or exists (select 1 from serai.client c where c.id = client_id))');

-- Each hand is the one of the session, and what was decided stays.
create function disclosure_request_keeps() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' or new.recorded_by is distinct from serai.session_staff() then
      raise exception 'a request begins open, in the name of whoever writes it down' using errcode = '42501';
    end if;
    return new;
  end if;
  if (new.id, new.centre_id, new.recorded_by, new.recorded_at, new.received_on, new.asker)
      is distinct from (old.id, old.centre_id, old.recorded_by, old.recorded_at, old.received_on, old.asker) then
    raise exception 'who asked and when stays' using errcode = '42501';
  end if;
  if old.state in ('refused', 'partly', 'given')
      and (new.state, new.proposal, new.basis, new.refusal, new.proposed_by, new.proposed_at, new.decided_by, new.decided_on, new.decided_alone)
      is distinct from (old.state, old.proposal, old.basis, old.refusal, old.proposed_by, old.proposed_at, old.decided_by, old.decided_on, old.decided_alone) then
    raise exception 'what was decided stays' using errcode = '42501';
  end if;
  if new.state in ('refused', 'partly', 'given') and old.state not in (new.state, 'proposed') then
    raise exception 'proposed first, then decided' using errcode = '42501';
  end if;
  if new.proposed_by is distinct from old.proposed_by and new.proposed_by is not null then
    if new.proposed_by is distinct from serai.session_staff() then
      raise exception 'proposed in another name' using errcode = '42501';
    end if;
  end if;
  if new.decided_by is distinct from old.decided_by then
    if new.decided_by is distinct from serai.session_staff() or new.proposed_by is distinct from old.proposed_by then
      raise exception 'decided in another name' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger disclosure_request_hands before insert or update on disclosure_request
  for each row execute function disclosure_request_keeps();

call let_erase('disclosure_request', 'client_id', 'update');
create policy eraser_forgets on disclosure_request for update to serai_eraser
  using (client_id in (select p.person_id from serai.erasure_person p))
  with check (client_id is null and sealed_words is null and sealed_proposal is null and sealed_note is null);
create policy eraser_after on disclosure_request for select to serai_eraser using (client_id is null);

create policy disclosure_definer on disclosure_request for select to serai_owner using (true);
create or replace function keys_in_use(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select id from client where id = any (ids)
  union select id from contact where id = any (ids)
  union select key_id from guide_audio where key_id = any (ids)
  union select id from register_import where id = any (ids) and purged_at is null
  union select id from disclosure_request where id = any (ids) and client_id is null
$$;

-- The year in numbers, of the whole centre: those behind a wall are counted, by two codes and nothing else.
create function disclosure_counts(year integer) returns table (asker text, state text, n bigint)
language sql stable security definer set search_path = serai, pg_temp as $$
  select d.asker, case when d.state = 'proposed' then 'open' else d.state end, count(*)
  from disclosure_request d
  where d.centre_id = (select serai.session_centre())
    and d.received_on >= make_date(year, 1, 1) and d.received_on < make_date(year + 1, 1, 1)
  group by 1, 2
$$;
revoke all on function disclosure_counts(integer) from public;
grant execute on function disclosure_counts(integer) to serai_app, serai_reader;
