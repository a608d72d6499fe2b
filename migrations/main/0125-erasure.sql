-- Erasing a person. Whoever was erased leaves rows that are counted, under an id that has no key and never had one.

-- One act of erasing. `person_id` stands here only until it is carried out: afterwards nothing here says who it was.
create table erasure (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  person_id uuid,
  restricted boolean not null default false,
  cause text not null check (cause in ('retention_expired', 'client_request', 'consent_withdrawn', 'wrong_person', 'legal_order', 'restored')),
  state text not null default 'ordered' check (state in ('ordered', 'running', 'done', 'held')),
  ordered_by uuid,
  ordered_at timestamptz not null,
  done_on date,
  -- How many rows of each kind went or are counted only; no content.
  counts jsonb not null default '{}',
  check ((person_id is null) = (state in ('done', 'held')))
);
create unique index erasure_of_person on erasure (person_id) where person_id is not null;
create index erasure_recent on erasure (centre_id, ordered_at desc);

-- Whose rows the eraser reaches, for as long as it is at work: the file, stubs merged into it, and the counted stand-in.
create table erasure_person (
  person_id uuid primary key,
  erasure_id uuid not null references erasure (id),
  part text not null check (part in ('file', 'stub', 'stand-in'))
);

call build_wall('erasure', 'centre_id = (select serai.session_centre()) and (not restricted or person_id is null or serai.may_open_restricted(person_id))');
alter table erasure_person enable row level security;
alter table erasure_person force row level security;

-- The eraser is a login of its own. It reaches nobody but the people of an erasure that is running, through every wall.
create policy eraser on erasure to serai_eraser using (true) with check (true);
grant select, insert, update on erasure to serai_eraser;
create policy eraser on erasure_person to serai_eraser using (true)
  with check (exists (select 1 from serai.erasure e where e.id = erasure_id and e.state = 'running'));
grant select, insert, delete on erasure_person to serai_eraser;

-- Its own tables: a person's rows by the column that names the person.
create procedure let_erase(relation regclass, person_column text, rights text)
language plpgsql set search_path = serai, pg_temp as $$
declare
  condition text := format('%I in (select p.person_id from serai.erasure_person p)', person_column);
begin
  execute format('create policy %I on %s to serai_eraser using (%s) with check (%s)',
    'eraser_' || person_column, relation, condition, condition);
  execute format('grant select, %s on %s to serai_eraser', rights, relation);
end $$;

call let_erase('client', 'id', 'insert, delete');
call let_erase('client', 'merged_into', 'delete');
call let_erase('restricted_reader', 'client_id', 'delete');
call let_erase('client_identity', 'client_id', 'delete');
call let_erase('client_revision', 'client_id', 'delete');
call let_erase('client_card', 'client_id', 'delete');
call let_erase('consent', 'client_id', 'delete');
call let_erase('consent_proof', 'client_id', 'delete');
call let_erase('possible_duplicate', 'client_id', 'delete');
call let_erase('possible_duplicate', 'other_client_id', 'delete');
call let_erase('client_merge', 'survivor_id', 'delete');
call let_erase('client_merge', 'merged_id', 'delete');
call let_erase('contact', 'client_id', 'update');
call let_erase('contact_client', 'client_id', 'update');
call let_erase('contact_revision', 'client_id', 'delete');
call let_erase('follow_up', 'client_id', 'delete');
call let_erase('campaign_call', 'client_id', 'update');
call let_erase('arrival', 'client_id', 'update');
call let_erase('decision_result', 'client_id', 'delete');
call let_erase('advice_given', 'client_id', 'update');
call let_erase('household_member', 'client_id', 'delete');
call let_erase('guardianship', 'child_id', 'delete');
call let_erase('guardianship', 'guardian_id', 'delete');
call let_erase('import_reference', 'client_id', 'delete');
call let_erase('import_row', 'client_id', 'delete');
call let_erase('import_row', 'suspect_client', 'update');
call let_erase('network_match', 'client_id', 'delete');
call let_erase('transfer_origin', 'client_id', 'delete');
call let_erase('transfer_arrival', 'client_id', 'delete');
call let_erase('outbox', 'client_id', 'delete');

-- What names a person only by way of another row, or not at all until it is opened.
create policy eraser_of_row on client_merge_row to serai_eraser
  using (merge_id in (select m.id from serai.client_merge m));
grant select, delete on client_merge_row to serai_eraser;
create policy eraser_merge on consent to serai_eraser
  using (merge_id in (select m.id from serai.client_merge m)) with check (merge_id is null);
grant update (merge_id) on consent to serai_eraser;
-- A ticket, a piece of advice or an unsure row of a register stays without its person. A row that is changed must be
-- seen afterwards as well: hence the second policy of each.
create policy eraser_counted on arrival for update to serai_eraser using (client_id in (select p.person_id from serai.erasure_person p))
  with check (client_id is null and sealed_note is null);
create policy eraser_after on arrival for select to serai_eraser using (client_id is null);
create policy eraser_counted on advice_given for update to serai_eraser
  using (client_id in (select p.person_id from serai.erasure_person p)) with check (client_id is null);
create policy eraser_after on advice_given for select to serai_eraser using (client_id is null);
create policy eraser_unsuspect on import_row for update to serai_eraser
  using (suspect_client in (select p.person_id from serai.erasure_person p)) with check (suspect_client is null);
create policy eraser_after on import_row for select to serai_eraser using (suspect_client is null);
create policy eraser_import on register_import to serai_eraser
  using (id in (select r.import_id from serai.import_row r)) with check (true);
grant select, update on register_import to serai_eraser;
create policy eraser_transfer on transfer to serai_eraser
  using (id in (select o.transfer_id from serai.transfer_origin o union select a.transfer_id from serai.transfer_arrival a))
  with check (sealed_packet is null and sealed_talk is null);
grant select, update on transfer to serai_eraser;
create policy eraser on webhook_delivery to serai_eraser using (true);
grant select (id, subject_id), delete on webhook_delivery to serai_eraser;
create policy eraser on draft to serai_eraser using (true);
grant select, delete on draft to serai_eraser;
create policy eraser on idempotency to serai_eraser using (true) with check (sealed_answer is null);
grant select, update on idempotency to serai_eraser;
create policy eraser on client_change to serai_eraser using (client_id in (select p.person_id from serai.erasure_person p))
  with check (true);
grant select, insert, delete on client_change to serai_eraser;
create policy eraser on audit_event for insert to serai_eraser with check (true);
grant insert on audit_event to serai_eraser;
create policy eraser on audit_head to serai_eraser using (true) with check (true);
grant select, insert, update on audit_head to serai_eraser;
create policy eraser on centre for select to serai_eraser using (true);
grant select on centre to serai_eraser;
grant execute on function may_open_restricted(uuid), may_open_contact(uuid) to serai_eraser;

-- Nobody meets a stand-in: it is in no list, no search and no file. Sums are made of contacts, which stay.
create policy erased_is_nobody on client as restrictive to serai_app, serai_reader, serai_indexer, serai_auth
  using (file_status <> 'erased');
create function is_counted_only(person uuid) returns boolean
language sql stable security definer set search_path = serai, pg_temp as $$
  select exists (select 1 from client c where c.id = person and c.file_status = 'erased' and not c.restricted
    and c.centre_id = (select serai.session_centre()))
$$;
revoke all on function is_counted_only(uuid) from public;
grant execute on function is_counted_only(uuid) to serai_app, serai_reader;
alter policy centre_wall on campaign_call
  using (centre_id = (select serai.session_centre())
    and (exists (select 1 from serai.client c where c.id = client_id) or serai.is_counted_only(client_id)));

-- An erased person's move to another centre is called off by the eraser itself, whichever side it is on.
create or replace function transfer_takes_its_steps() returns trigger
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
  if current_user = 'serai_eraser' then
    if old.state <> new.state and new.state <> 'revoked' then
      raise exception 'not a step of the eraser: %', step;
    end if;
    return new;
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
