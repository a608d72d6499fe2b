-- How long what is kept: holds, the nightly look, what it proposes, and what a person asked for.

-- Nobody under a hold is erased, by whatever way. Without a person it holds the whole centre.
create table legal_hold (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  client_id uuid references client (id),
  restricted boolean not null default false,
  ground text not null check (ground in ('court_case', 'complaint', 'investigation', 'own_claim', 'audit', 'other')),
  -- Under the person's key; the house's where it holds the whole centre.
  sealed_reason bytea not null,
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  sealed_end bytea,
  check ((ended_at is null) = (ended_by is null))
);
create unique index legal_hold_once on legal_hold (client_id) where ended_at is null and client_id is not null;
create unique index legal_hold_centre on legal_hold (centre_id) where ended_at is null and client_id is null;
create index legal_hold_review on legal_hold (centre_id, review_on) where ended_at is null;

create table retention_run (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  at timestamptz not null,
  result text not null check (result in ('done', 'clock', 'too-many', 'confirmed')),
  -- Numbers by class: proposed, withdrawn, let go by themselves, approved and erased.
  counts jsonb not null default '{}'
);
create index retention_run_recent on retention_run (centre_id, at desc);

create table retention_proposal (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  class text not null,
  -- A person's file; or nobody, and then so many pieces of a class up to a day.
  client_id uuid references client (id),
  restricted boolean not null default false,
  pieces integer not null check (pieces > 0),
  -- What started the clock, and the last day on which it is kept.
  clock_on date not null,
  due_on date not null,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'approved', 'kept', 'withdrawn', 'done')),
  decided_by uuid,
  decided_at timestamptz,
  keep_until date,
  sealed_reason bytea,
  check ((state = 'kept') = (keep_until is not null))
);
create unique index retention_proposal_once on retention_proposal (client_id) where state in ('open', 'approved');
create unique index retention_proposal_bulk on retention_proposal (centre_id, class) where state in ('open', 'approved') and client_id is null;
create index retention_proposal_open on retention_proposal (centre_id, due_on, id) where state in ('open', 'approved');

-- What a person asked of us about their own data. After an erasure it stays without the person.
create table subject_request (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  client_id uuid references client (id),
  restricted boolean not null default false,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'objection')),
  cause text check (cause in ('client_request', 'consent_withdrawn', 'wrong_person', 'legal_order')),
  channel text not null check (channel in ('desk', 'phone', 'letter', 'message', 'by_another')),
  identity_by text not null check (identity_by in ('known', 'card', 'document', 'questions', 'guardian', 'not_needed')),
  received_on date not null,
  due_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Words of the person, under the person's key; gone with it.
  sealed_words bytea,
  state text not null default 'open' check (state in ('open', 'done', 'partly', 'refused')),
  decided_by uuid,
  decided_on date,
  -- Nobody else could be asked that day.
  decided_alone boolean not null default false,
  refusal text check (refusal in ('legal_hold', 'open_matter', 'identity', 'law', 'others_rights')),
  sealed_answer bytea,
  told_how text check (told_how in ('in_person', 'safe_phone', 'safe_message', 'receipt_only')),
  told_on date,
  erasure_id uuid references erasure (id),
  lookup bytea not null unique check (octet_length(lookup) = 32),
  version integer not null default 1,
  check ((kind = 'erasure') = (cause is not null)),
  check ((state = 'open') = (decided_on is null)),
  check ((state in ('refused', 'partly')) = (refusal is not null))
);
create index subject_request_open on subject_request (centre_id, due_on, id) where state = 'open';
create index subject_request_client on subject_request (client_id) where client_id is not null;
create index subject_request_recent on subject_request (centre_id, received_on desc, id);

call build_wall('legal_hold', 'centre_id = (select serai.session_centre()) and (client_id is null or exists (select 1 from serai.client c where c.id = client_id))');
call build_wall('retention_run');
revoke update on retention_run from serai_app;
call build_wall('retention_proposal', 'centre_id = (select serai.session_centre()) and (client_id is null or exists (select 1 from serai.client c where c.id = client_id))');
-- Two ways in: a session of the centre, or the receipt of this one request.
call build_wall('subject_request', '(centre_id = (select serai.session_centre()) and (client_id is null or exists (select 1 from serai.client c where c.id = client_id)))
  or lookup = (select serai.receipt_lookup())');
-- With a receipt one reads; changing takes a session.
create policy only_staff_changes on subject_request as restrictive for update to serai_app
  using (centre_id = (select serai.session_centre()));
create policy only_staff_records on subject_request as restrictive for insert to serai_app
  with check (centre_id = (select serai.session_centre()));

call let_erase('legal_hold', 'client_id', 'delete');
create policy eraser_whole_centre on legal_hold for select to serai_eraser using (client_id is null or ended_at is null);
call let_erase('retention_proposal', 'client_id', 'delete');
call let_erase('subject_request', 'client_id', 'update');
create policy eraser_forgets on subject_request for update to serai_eraser
  using (client_id in (select p.person_id from serai.erasure_person p))
  with check (client_id is null and sealed_words is null and sealed_answer is null);
create policy eraser_after on subject_request for select to serai_eraser using (client_id is null);

create policy hold_definer on legal_hold for select to serai_owner using (true);
create policy proposal_definer on retention_proposal to serai_owner using (true) with check (true);
create policy request_definer on subject_request for select to serai_owner using (true);

-- Why this person cannot be erased now; null where nothing stands in the way. It sees through walls and says one word.
create function erasing_barred_by(person uuid) returns text
language sql stable security definer set search_path = serai, pg_temp as $$
  select case
    when exists (select 1 from legal_hold h where h.ended_at is null
      and (h.client_id = person or (h.client_id is null and h.centre_id = (select c.centre_id from client c where c.id = person)))) then 'legal_hold'
    when exists (select 1 from legal_hold h join client s on s.id = h.client_id
      where h.ended_at is null and s.merged_into = person) then 'legal_hold'
    when exists (select 1 from transfer t join transfer_origin o on o.transfer_id = t.id
      where o.client_id = person and o.open and t.state in ('proposed', 'sent', 'clarification')) then 'open_matter'
    end
$$;
revoke all on function erasing_barred_by(uuid) from public;
grant execute on function erasing_barred_by(uuid) to serai_app, serai_reader, serai_eraser;

-- The nightly look over all files of the centre, restricted ones too: it writes rows that only those see who may open the
-- person, and answers numbers. Restricted files count as cases. An open task, call, request or move stops the clock.
create function propose_old_files(at timestamptz, today date, usual_years integer, case_years integer)
returns table (class text, withdrawn bigint, proposed bigint)
language plpgsql security definer set search_path = serai, pg_temp as $$
declare
  centre uuid := serai.session_centre();
begin
  return query
    with clocks as (
      select c.id, c.restricted, case when c.restricted then 'case-file' else 'client-file' end as kind,
        coalesce(c.last_contact_on, c.registered_on) as started,
        (coalesce(c.last_contact_on, c.registered_on) + make_interval(years => case when c.restricted then case_years else usual_years end))::date as last_day
      from client c
      where c.centre_id = centre and c.merged_into is null and c.file_status <> 'erased'
    ),
    due as (
      select k.* from clocks k
      where k.last_day < today and erasing_barred_by(k.id) is null
        and not exists (select 1 from follow_up f where f.client_id = k.id and f.closed_at is null)
        and not exists (select 1 from subject_request r where r.client_id = k.id and r.state = 'open')
    ),
    gone as (
      update retention_proposal p set state = 'withdrawn', decided_at = at
      where p.centre_id = centre and p.state in ('open', 'approved') and p.client_id is not null
        and not exists (select 1 from due d where d.id = p.client_id)
      returning p.class as kind
    ),
    made as (
      insert into retention_proposal (id, centre_id, class, client_id, restricted, pieces, clock_on, due_on, proposed_at)
      select gen_random_uuid(), centre, d.kind, d.id, d.restricted, 1, d.started, d.last_day, at from due d
      where not exists (select 1 from retention_proposal p where p.client_id = d.id
          and (p.state in ('open', 'approved') or (p.state = 'kept' and p.keep_until >= today)))
      returning retention_proposal.class as kind
    )
    select w.kind, (select count(*) from gone g where g.kind = w.kind), (select count(*) from made m where m.kind = w.kind)
    from (values ('client-file'), ('case-file')) w (kind);
end $$;
revoke all on function propose_old_files(timestamptz, date, integer, integer) from public;
grant execute on function propose_old_files(timestamptz, date, integer, integer) to serai_app;

-- Notes of conversations with people without a name: how many, and letting go of them. The rows stay counted.
create policy notes_definer on contact for update to serai_owner
  using (centre_id = (select serai.session_centre()) and client_id is null) with check (sealed_note is null);
create function anonymous_notes(up_to date) returns setof uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select k.id from contact k
  where k.centre_id = (select serai.session_centre()) and k.client_id is null and k.sealed_note is not null and k.occurred_on <= up_to
  order by k.occurred_on, k.id
$$;
create function forget_anonymous_notes(contacts uuid[], up_to date) returns setof uuid
language sql volatile security definer set search_path = serai, pg_temp as $$
  update contact k set sealed_note = null
  where k.id = any (contacts) and k.centre_id = (select serai.session_centre()) and k.client_id is null
    and k.sealed_note is not null and k.occurred_on <= up_to
  returning k.id
$$;
revoke all on function anonymous_notes(date), forget_anonymous_notes(uuid[], date) from public;
grant execute on function anonymous_notes(date), forget_anonymous_notes(uuid[], date) to serai_app;

-- Settled messages go when their time is over; they lie under the wall of the centre.
grant delete on outbox to serai_app;
create policy only_settled on outbox as restrictive for delete to serai_app using (state <> 'waiting');

-- How much a share is taken of: people and conversations of the centre.
create function records_of_centre() returns table (people bigint, contacts bigint)
language sql stable security definer set search_path = serai, pg_temp as $$
  select (select count(*) from client c where c.centre_id = (select serai.session_centre()) and c.file_status <> 'erased' and c.merged_into is null),
    (select count(*) from contact k where k.centre_id = (select serai.session_centre()))
$$;
revoke all on function records_of_centre() from public;
grant execute on function records_of_centre() to serai_app, serai_reader;
