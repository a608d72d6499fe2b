-- A file moves from one centre to another: the only rows that two centres share. Whose file it was and which file it
-- became stand apart, each behind its own centre's wall; what travels is sealed under a key of its own.

create table transfer (
  id uuid primary key,
  from_centre uuid not null references centre (id),
  to_centre uuid not null references centre (id),
  state text not null check (state in ('proposed', 'sent', 'clarification', 'rejected', 'revoked', 'active_at_receiver',
    'confirmed_by_client', 'closed_at_sender')),
  reason text not null,
  scope text not null check (scope in ('full', 'summary', 'minimum')),
  excluded text[] not null default '{}',
  urgent boolean not null default false,
  -- A restricted file travels only when that was ticked, and stays restricted where it arrives.
  restricted boolean not null default false,
  basis text not null check (basis in ('consent', 'override')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  due_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reject_reason text,
  confirmed_at timestamptz,
  closed_at timestamptz,
  key_id uuid,
  sealed_packet bytea,
  -- Questions and answers while it travels, under the same key.
  sealed_talk bytea,
  check (from_centre <> to_centre),
  check ((sealed_packet is null) or key_id is not null)
);
create index transfer_from on transfer (from_centre, proposed_at desc);
create index transfer_to on transfer (to_centre, sent_at desc) where sent_at is not null;

create table transfer_origin (
  transfer_id uuid primary key references transfer (id),
  centre_id uuid not null references centre (id),
  client_id uuid not null references client (id),
  open boolean not null default true,
  -- Why it goes without the person's yes, under the person's key.
  sealed_override bytea
);
-- One move at a time.
create unique index transfer_origin_open on transfer_origin (client_id) where open;
create index transfer_origin_client on transfer_origin (client_id);

create table transfer_arrival (
  transfer_id uuid primary key references transfer (id),
  centre_id uuid not null references centre (id),
  client_id uuid not null references client (id),
  -- What was done elsewhere, under the new file's key.
  sealed_history bytea not null,
  arrived_at timestamptz not null
);
create index transfer_arrival_client on transfer_arrival (client_id);

call build_wall('transfer_origin',
  'centre_id = (select serai.session_centre()) and exists (select 1 from serai.client c where c.id = client_id)');
call build_wall('transfer_arrival',
  'centre_id = (select serai.session_centre()) and exists (select 1 from serai.client c where c.id = client_id)');
call build_wall('transfer',
  'from_centre = (select serai.session_centre()) or (to_centre = (select serai.session_centre()) and sent_at is not null)');
-- A move is seen at the sender by those alone who may open the file. The row comes before its origin, so this binds
-- reading and changing, not the first writing.
alter policy centre_wall on transfer
  using ((from_centre = (select serai.session_centre())
      and exists (select 1 from serai.transfer_origin o where o.transfer_id = id))
    or (to_centre = (select serai.session_centre()) and sent_at is not null));
create policy transfer_definer on transfer to serai_owner using (true) with check (true);
create policy origin_definer on transfer_origin to serai_owner using (true) with check (true);
create policy transfer_stub on client for update to serai_owner using (true) with check (file_status = 'transferred');
create policy transfer_follow_up on follow_up to serai_owner using (true) with check (closed_at is not null);

-- Each side makes its own steps, whatever the application says, and neither rewrites what was sent.
create function transfer_takes_its_steps() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
declare
  here uuid := serai.session_centre();
  step text := old.state || '>' || new.state;
begin
  if new.id <> old.id or new.from_centre <> old.from_centre or new.to_centre <> old.to_centre
      or new.restricted <> old.restricted or new.scope <> old.scope then
    raise exception 'a transfer keeps its two ends';
  end if;
  if new.sealed_packet is distinct from old.sealed_packet and new.sealed_packet is not null and step <> 'proposed>sent' then
    raise exception 'a packet is not rewritten';
  end if;
  if old.state <> new.state and not (
      (here = old.from_centre and step in ('proposed>sent', 'proposed>revoked', 'sent>revoked', 'clarification>sent',
        'clarification>revoked', 'active_at_receiver>closed_at_sender', 'confirmed_by_client>closed_at_sender'))
      or (here = old.to_centre and step in ('sent>active_at_receiver', 'sent>rejected', 'sent>clarification',
        'active_at_receiver>confirmed_by_client'))) then
    raise exception 'not a step of this side: %', step;
  end if;
  return new;
end $$;
create trigger transfer_steps before update on transfer for each row execute function transfer_takes_its_steps();

-- The receiver has taken the file over: in the same transaction it stops being the sender's. Reaches exactly the file of
-- this packet, and only when its own centre has just accepted it.
create function settle_transfer_origin(moved uuid, at timestamptz) returns void
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  person uuid;
begin
  update transfer_origin o set open = false from transfer t
    where o.transfer_id = moved and t.id = moved and o.open
      and t.to_centre = serai.session_centre() and t.state = 'active_at_receiver' and t.decided_at = at
    returning o.client_id into person;
  if person is null then
    raise exception 'nothing was accepted';
  end if;
  update follow_up set closed_at = at, reminder = case when reminder = 'planned' then 'withdrawn' else reminder end
    where client_id = person and closed_at is null;
  update client set file_status = 'transferred', updated_at = at where id = person;
end $$;
revoke all on function settle_transfer_origin(uuid, timestamptz) from public;
grant execute on function settle_transfer_origin(uuid, timestamptz) to serai_app;

-- The receiver has refused: the sender's file may be sent elsewhere.
create function release_transfer_origin(moved uuid) returns void
language sql volatile security definer set search_path = serai, pg_temp as $$
  update transfer_origin o set open = false from transfer t
    where o.transfer_id = moved and t.id = moved and t.state = 'rejected' and t.to_centre = serai.session_centre()
$$;
revoke all on function release_transfer_origin(uuid) from public;
grant execute on function release_transfer_origin(uuid) to serai_app;

-- A file that moved is read here and not written any more. Walls that close around a person still may.
create function refuse_moved_file() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if exists (select 1 from client where id = new.client_id and file_status = 'transferred') then
    raise exception 'this file is with another centre' using errcode = 'SR101';
  end if;
  return new;
end $$;
create function refuse_moved_client() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  raise exception 'this file is with another centre' using errcode = 'SR101';
end $$;
create trigger client_moved before update on client for each row
  when (old.file_status = 'transferred' and (new.version <> old.version or new.file_status <> 'transferred'
    or new.assigned_to is distinct from old.assigned_to or new.last_contact_on is distinct from old.last_contact_on))
  execute function refuse_moved_client();
create trigger identity_moved before update of sealed on client_identity for each row execute function refuse_moved_file();
create trigger card_moved before insert on client_card for each row execute function refuse_moved_file();
create trigger consent_moved before insert on consent for each row
  when (new.status not in ('withdrawn', 'refused')) execute function refuse_moved_file();
create trigger contact_client_moved before insert on contact_client for each row execute function refuse_moved_file();
create trigger contact_moved before update of sealed_note, topics, minutes on contact for each row
  when (new.client_id is not null) execute function refuse_moved_file();
create trigger follow_up_moved before insert on follow_up for each row execute function refuse_moved_file();
