-- The platform: sessions, audit chain, idempotency, drafts, outbox.
-- Runs as serai_migrator with the role serai_owner, never as a superuser.

create table house (
  id uuid primary key,
  created_at timestamptz not null default now(),
  setup_completed_at timestamptz,
  key_check bytea
);

-- Who is asking. Only the auth role reads or writes it; everybody else asks through
-- the definer functions below, which take the raw token from the transaction's setting.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null check (kind in ('staff', 'job')),
  staff_id uuid,
  centre_id uuid not null,
  site_id uuid,
  roles text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  locked_at timestamptz,
  step_up_at timestamptz,
  ended_at timestamptz,
  ended_reason text
);
create index session_staff on session (staff_id) where ended_at is null;

-- The wall's own clock. A function of its own so that a test with a clock of its own can stop it.
create function session_now() returns timestamptz language sql stable as $$ select now() $$;

create function session_centre() returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select centre_id from session
  where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
    and ended_at is null and expires_at > serai.session_now()
$$;

create function session_staff() returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select staff_id from session
  where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
    and ended_at is null and expires_at > serai.session_now()
$$;

-- One append-only, keyed hash chain per centre. The zero centre holds what belongs to no centre.
create table audit_event (
  centre_id uuid not null,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  session_id uuid,
  roles text[] not null,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  client_id uuid,
  relation text,
  purpose text,
  fields text[] not null default '{}',
  item_count integer,
  item_ids uuid[] not null default '{}',
  result text not null check (result in ('done', 'viewed', 'refused')),
  detail_key uuid,
  sealed_detail bytea,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (centre_id, seq)
);
create index audit_event_client on audit_event (centre_id, client_id, seq desc) where client_id is not null;
create index audit_event_actor on audit_event (centre_id, actor_id, seq desc);
create index audit_event_at on audit_event (centre_id, at desc);
create index audit_event_items on audit_event using gin (item_ids) where item_ids <> '{}';

create table audit_head (
  centre_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);

create function audit_head_moves_forward() returns trigger
language plpgsql set search_path = serai, pg_temp as $$
begin
  if new.centre_id <> old.centre_id or new.seq <= old.seq then
    raise exception 'the audit chain only moves forward';
  end if;
  return new;
end $$;
create trigger audit_head_forward before update on audit_head
  for each row execute function audit_head_moves_forward();

-- The first answer to every keyed write, so that a repeated write returns it.
create table idempotency (
  owner_id uuid not null,
  key text not null,
  operation text not null,
  body_mac bytea not null,
  answer_key uuid,
  sealed_answer bytea,
  created_at timestamptz not null default now(),
  primary key (owner_id, key)
);
create index idempotency_age on idempotency (created_at);

create table draft (
  staff_id uuid not null,
  centre_id uuid not null,
  form text not null,
  subject_id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  updated_at timestamptz not null,
  primary key (staff_id, form, subject_id)
);

-- Messages waiting to leave the house: recipient and text sealed under the person's key.
create table outbox (
  id uuid primary key,
  centre_id uuid not null,
  client_id uuid,
  kind text not null,
  key_id uuid not null,
  sealed bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  send_after timestamptz not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index outbox_client on outbox (client_id) where state = 'waiting';

-- The wall: forced row security by centre, and the plain grants of the three roles.
create procedure build_wall(relation regclass, condition text default 'centre_id = (select serai.session_centre())')
language plpgsql set search_path = serai, pg_temp as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy centre_wall on %s to serai_app, serai_reader using (%s) with check (%s)', relation, condition, condition);
  execute format('grant select, insert, update on %s to serai_app', relation);
  execute format('grant select on %s to serai_reader', relation);
end $$;

alter table house enable row level security;
alter table house force row level security;
create policy house_auth on house to serai_auth using (true) with check (true);
create policy house_read on house for select to serai_app, serai_reader using (true);
grant select, insert, update on house to serai_auth;
grant select on house to serai_app, serai_reader;

alter table session enable row level security;
alter table session force row level security;
create policy session_auth on session to serai_auth using (true) with check (true);
create policy session_definer on session for select to serai_owner using (true);
grant select, insert, update, delete on session to serai_auth;

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_of_centre on audit_event to serai_app, serai_reader
  using (centre_id = (select serai.session_centre())) with check (centre_id = (select serai.session_centre()));
create policy audit_writers on audit_event to serai_auth, serai_audit using (true) with check (true);
grant select on audit_event to serai_reader, serai_audit;
grant insert on audit_event to serai_app, serai_auth, serai_audit;

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy head_of_centre on audit_head to serai_app
  using (centre_id = (select serai.session_centre())) with check (centre_id = (select serai.session_centre()));
create policy head_writers on audit_head to serai_auth, serai_audit using (true) with check (true);
grant select, insert, update on audit_head to serai_app, serai_auth, serai_audit;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_answers on idempotency to serai_app
  using (owner_id = (select serai.session_staff())) with check (owner_id = (select serai.session_staff()));
create policy auth_answers on idempotency to serai_auth using (true) with check (true);
grant select, insert, update on idempotency to serai_app;
grant select, insert, update, delete on idempotency to serai_auth;

call build_wall('draft', 'centre_id = (select serai.session_centre()) and staff_id = (select serai.session_staff())');
grant delete on draft to serai_app;
call build_wall('outbox');
