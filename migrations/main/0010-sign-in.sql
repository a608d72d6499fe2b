-- Sign-in: known devices, notices to colleagues, locked sessions, addresses unique within a centre only.

-- A device on which a colleague signed in before. Strangers who guess cannot lock its owner out.
create table known_device (
  token_hash bytea not null,
  staff_id uuid not null references staff_member (id),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (staff_id, token_hash)
);
alter table known_device enable row level security;
alter table known_device force row level security;
create policy device_auth on known_device to serai_auth using (true) with check (true);
grant select, insert, update, delete on known_device to serai_auth;

-- What a colleague must hear of their own account, shown until read.
create table staff_notice (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  staff_id uuid not null references staff_member (id),
  kind text not null,
  by_staff uuid,
  at timestamptz not null,
  read_at timestamptz
);
create index staff_notice_unread on staff_notice (staff_id) where read_at is null;
call build_wall('staff_notice');
create policy notice_auth on staff_notice to serai_auth using (true) with check (true);
grant select, insert, update on staff_notice to serai_auth;

alter table staff_member add column calendar text;
alter table staff_member add column last_sign_in_on date;

-- One address over all centres would tell one centre that another employs somebody.
alter table staff_member drop constraint staff_member_email_mac_key;
alter table staff_member add constraint staff_member_email_in_centre unique (centre_id, email_mac);
create index staff_member_email on staff_member (email_mac);

-- A coordinator sees which invitations are open. The hash of the link stays with the sign-in role.
create policy invitation_read on invitation for select to serai_reader using (centre_id = (select serai.session_centre()));
grant select (staff_id, centre_id, kind, invited_by, created_at, expires_at, used_at, revoked_at) on invitation to serai_reader;

-- A locked screen reaches no row, whatever the application says.
create or replace function session_centre() returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select centre_id from session
  where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
    and ended_at is null and locked_at is null and expires_at > serai.session_now()
$$;
create or replace function session_staff() returns uuid
language sql stable security definer set search_path = serai, pg_temp as $$
  select staff_id from session
  where token_hash = sha256(convert_to(nullif(current_setting('serai.session', true), ''), 'UTF8'))
    and ended_at is null and locked_at is null and expires_at > serai.session_now()
$$;

-- Ends a colleague's sessions from inside a write of the application, which cannot touch sessions itself.
-- Reaches only the asker's own centre.
create policy session_ender on session for update to serai_owner using (true) with check (true);
create function end_sessions_of(staff uuid, at timestamptz, reason text) returns integer
language sql volatile security definer set search_path = serai, pg_temp as $$
  with ended as (
    update session set ended_at = at, ended_reason = reason
    where staff_id = staff and centre_id = (select serai.session_centre()) and ended_at is null
    returning 1)
  select count(*)::integer from ended
$$;
revoke all on function end_sessions_of(uuid, timestamptz, text) from public;
grant execute on function end_sessions_of(uuid, timestamptz, text) to serai_app;
